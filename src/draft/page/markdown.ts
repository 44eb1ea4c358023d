/** The blocks of a page in Markdown. */
import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { Lexer, lexer, type Token, type Tokens } from 'marked';
import { boldDepth, type Item } from './blocks.ts';
import { withBars } from './drawn-tables.ts';
import { readHtml } from './html.ts';
import { asMark, indented } from './html-text.ts';
import type { BlockSink, Row } from './sink.ts';
import { asMarkdown } from './site-tags.ts';

/** HTML elements that hold facts where Markdown lets HTML through. */
const holdingFacts = /<(table|dl|ul|ol|pre|h[1-6])\b/i;

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,31}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return decodeNamedCharacterReference(String(name)) || whole;
    const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Tags at which a line begins or ends. */
const lineOf = /^<\/?(?:br|p|div|ul|ol|li|dl|dt|dd|h[1-6]|hr)\b/i;

/** Tags inside a line; what else stands between angle brackets may be an address or a placeholder. */
const inlineTags = /<\/?(?:a|b|code|del|em|s|strike|font|i|kbd|mark|small|span|strong|sub|sup|u|wbr)(?:\s[^<>]*)?>/gi;

/** What is struck through, which holds no more, and what is set above the line, as HTML and Markdown write them. */
const struck = /<(del|s|strike)\b[^<>]*>[^<]{0,400}<\/\1>|~~(?=\S)[^~\n]{1,400}~~/gi;
const raised = /<sup\b[^<>]*>([^<]{0,40})<\/sup>/gi;

/** Text without what holds no more. */
const holding = (text: string): string =>
  /[<~]/.test(text) ? text.replace(struck, '').replace(raised, (_, mark: string) => asMark(mark)) : text;

/** Tags of a line that say that their words hold no more, or lead to a note. */
const telling = /^<\/?(?:del|s|strike|sup)\b/i;

/** The text of inline tokens, without the marks of Markdown and without HTML; `marked` keeps the backticks of code. */
function textOf(tokens: Token[], marked = false): string {
  const text = tokens
    .map((token): string => {
      if (token.type === 'html') return lineOf.test(token.raw) ? '\n' : telling.test(token.raw) ? token.raw : '';
      if (token.type === 'br') return '\n';
      // What is struck through holds no more.
      if (token.type === 'del') return '';
      if ('tokens' in token && token.tokens) return textOf(token.tokens, marked);
      if (marked && token.type === 'codespan') return `\`${decoded(String(token['text']))}\``;
      return 'text' in token ? decoded(String(token.text)) : '';
    })
    .join('');
  return tokens.some(({ type }) => type === 'html') ? holding(text).replace(inlineTags, '') : text;
}

const is = <Type extends Tokens.Generic['type']>(token: Token, type: Type): boolean => token.type === type;

/** The text of a cell: code that is only a part of it stays marked. */
function cellOf(tokens: Token[]): string {
  const text = textOf(tokens, tokens.length > 1);
  return `${indented(text)}${text.replace(/[ \t]*\n\s*/g, '\n').trim()}`;
}

function rowsOf({ header, rows, raw }: Tokens.Table): Row[] {
  const lines = raw.replace(/\n+$/, '').split('\n');
  // A row of fewer cells is filled up with empty ones, and one of more is cut, which the page is not.
  const cellsOf = (cells: Tokens.TableCell[], line: string): string[] => {
    const written = line
      .replace(/^\s*\|/, '')
      .replace(/(?<!\\)\|\s*$/, '')
      .split(/(?<!\\)\|/);
    return written.length > cells.length
      ? written.map((cell) => cellOf(Lexer.lexInline(cell.trim())))
      : cells.slice(0, written.length).map(({ tokens }) => cellOf(tokens));
  };
  const rule = (lines[1] ?? '')
    .replace(/^\s*\||\|\s*$/g, '')
    .split('|')
    .map((cell) => cell.trim());
  return [
    { cells: cellsOf(header, lines[0] ?? ''), raw: lines[0] ?? '' },
    { cells: rule, raw: lines[1] ?? '' },
    ...rows.map((cells, index) => ({ cells: cellsOf(cells, lines[index + 2] ?? ''), raw: lines[index + 2] ?? '' })),
  ];
}

function itemsOf({ items }: Tokens.List, depth: number): Item[] {
  return items.flatMap((item) => {
    const own = item.tokens.filter((token) => ['text', 'paragraph', 'heading'].includes(token.type));
    const text = own
      .map((token) => ('tokens' in token && token.tokens ? textOf(token.tokens, true) : decoded(token.raw)))
      .join('\n');
    const below = item.tokens.flatMap((token) => (isList(token) ? itemsOf(token, depth + 1) : []));
    return [...(text.trim() === '' ? [] : [{ text: text.trim(), depth }]), ...below];
  });
}

const isList = (token: Token): token is Tokens.List => is(token, 'list');
const isCode = (token: Token): token is Tokens.Code => is(token, 'code');
const isTable = (token: Token): token is Tokens.Table => is(token, 'table');
const isHeading = (token: Token): token is Tokens.Heading => is(token, 'heading');

/** The bold words that an item of a list with tables begins with; null for any other item. */
function partTitle({ tokens }: Tokens.ListItem): string | null {
  const [first] = tokens;
  if (!tokens.some(isTable) || !first || !('tokens' in first) || !first.tokens) return null;
  const [only, ...others] = first.tokens;
  return only?.type === 'strong' && others.length === 0 ? textOf([only]).replace(/:\s*$/, '') : null;
}

/** Whether indented text is that of a page and no code: text out of a PDF is indented by its margin. */
const isProse = (text: string): boolean =>
  !/^\s*(?:[{[<]|\$?\s*curl\b|HTTP\/\d|(?:GET|POST|PUT|PATCH|DELETE)\s+\S+\s+HTTP)/.test(text);

/** Line breaks in a text. */
function breaksIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/** Whether a piece of HTML shows any text. */
const hasText = (html: string): boolean =>
  html.replace(/<(script|style)\b[\s\S]*?(?:<\/\1>|$)|<!--[\s\S]*?(?:-->|$)|<[^>]*>/gi, '').trim() !== '';

/** Hands the blocks of Markdown over. */
export function readMarkdown(text: string, sink: BlockSink): void {
  const source = withBars(asMarkdown(text.replace(/\r\n?/g, '\n')));
  const lower = source.toLowerCase();
  const unclosed = new Set<string>();
  let skipTo = 0;

  function visit(token: Token, line: number, offset: number): void {
    if (offset < skipTo) return;
    if (isHeading(token)) sink.heading(textOf(token.tokens), token.depth, line);
    else if (isCode(token)) {
      const [language = '', ...info] = (token.lang ?? '').split(/\s+/);
      if (token.codeBlockStyle === 'indented' && isProse(token.text)) sink.lines(token.text.split('\n'), line);
      else sink.code(token.text, language, info.join(' '), line);
    } else if (isTable(token)) {
      const rows = rowsOf(token);
      const isBare = rows.every((row) => row.cells.length > 1 || row.raw.includes('|')) || rows[0]?.cells.length === 1;
      if (rows[0]?.cells.every((cell) => cell === '') && rows.length > 2) rows.splice(0, 2);
      sink.table(rows, isBare, line);
    } else if (isList(token)) {
      if (token.items.some((item) => partTitle(item) !== null)) {
        for (const item of token.items) partItem(item, token, line, offset);
        return;
      }
      sink.list(itemsOf(token, 0), line);
      for (const inner of token.items.flatMap(({ tokens }) => tokens))
        if (isCode(inner) || isTable(inner)) visit(inner, line, offset);
    } else if (token.type === 'html') html(token.raw, line, offset);
    else if (token.type === 'paragraph' || token.type === 'text') {
      const inner = ('tokens' in token && token.tokens ? token.tokens : []).filter(({ raw }) => raw.trim() !== '');
      const [only, ...others] = inner;
      if (only?.type === 'strong' && others.length === 0)
        sink.heading(textOf([only]).replace(/:\s*$/, ''), boldDepth, line);
      else sink.lines(holding(token.raw.replace(/\n+$/, '')).replace(inlineTags, '').split('\n'), line);
    } else if ('tokens' in token && token.tokens) walk(token.tokens, line, offset);
  }
  /** An item of a list: a part of the page with its own caption, where it holds tables below bold words. */
  function partItem(item: Tokens.ListItem, list: Tokens.List, line: number, offset: number): void {
    const title = partTitle(item);
    if (title === null) sink.list(itemsOf({ ...list, items: [item] }, 0), line);
    else sink.heading(title, boldDepth, line);
    for (const inner of title === null
      ? item.tokens.filter((one) => isCode(one) || isTable(one))
      : item.tokens.slice(1))
      visit(inner, line, offset);
  }
  /** HTML ends at the first empty line for Markdown, which may lie inside a table. */
  function html(raw: string, line: number, offset: number): void {
    const [, name = ''] = holdingFacts.exec(raw) ?? [];
    if (offset < skipTo) return;
    if (name === '') {
      if (hasText(raw)) readHtml(raw, line, sink);
      return;
    }
    const closing = `</${name.toLowerCase()}>`;
    // One that is never closed is looked for once.
    const close = unclosed.has(closing) ? -1 : lower.indexOf(closing, offset);
    if (close < 0) unclosed.add(closing);
    const end = close < 0 ? offset + raw.length : Math.max(offset + raw.length, close + name.length + 3);
    skipTo = end;
    readHtml(source.slice(offset, end), line, sink);
  }
  /** HTML without any element that holds facts, and the pieces of it that follow: one document for its parser. */
  function pieces(tokens: Token[], index: number): string {
    let raw = '';
    for (let at = index; at < tokens.length; at++) {
      const token = tokens[at];
      const isPiece = token?.type === 'html' ? !holdingFacts.test(token.raw) : token?.type === 'space' && raw !== '';
      if (!token || !isPiece) break;
      raw += token.raw;
    }
    return raw;
  }
  function walk(tokens: Token[], first: number, start: number): void {
    let line = first;
    let offset = start;
    for (let index = 0; index < tokens.length; index++) {
      const token = tokens[index];
      if (!token) continue;
      const joined = offset < skipTo ? '' : pieces(tokens, index);
      if (joined !== '') html(joined, line, offset);
      else visit(token, line, offset);
      const end = offset + (joined === '' ? token.raw : joined).length;
      for (; index < tokens.length && offset < end; index++) {
        const { raw } = tokens[index] ?? token;
        line += breaksIn(raw);
        offset += raw.length;
      }
      index--;
    }
  }
  walk(lexer(source), 1, 0);
}
