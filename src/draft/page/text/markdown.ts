/** The blocks of a page in Markdown. */
import { Lexer, type Token, type Tokens } from 'marked';
import { boldDepth, numberedDepth } from '../blocks/blocks.ts';
import { isPartWithType, namesPart } from '../blocks/captions.ts';
import { captionBegun } from './callout-marks.ts';
import { withBars } from './drawn-tables.ts';
import { withoutFrontMatter } from './front-matter.ts';
import { readHtml } from './html.ts';
import { cellOf, holding, type Inline, inlineBy, inlineTags, textOf, unescaped } from './inline-text.ts';
import {
  boldWords,
  captionOf,
  hasParts,
  holdsCode,
  isCode,
  isHeading,
  isList,
  isQuoted,
  isTable,
  itemsOf,
  numberedHeadings,
  numberedTitle,
  partTitle,
} from './markdown-lists.ts';
import { withNumberedSections } from './numbered-sections.ts';
import { fromRestructured } from './restructured.ts';
import type { BlockSink, Row } from './sink.ts';
import { asMarkdown } from './site-tags.ts';
import { withStruckName } from './struck-names.ts';
import { environmentOf } from './tab-titles.ts';
import { withWholeRules } from './table-rules.ts';

/** HTML elements that hold facts where Markdown lets HTML through. */
const holdingFacts = /<(table|dl|ul|ol|pre|h[1-6])\b/i;

function rowsOf({ header, rows, raw }: Tokens.Table, inline: Inline): Row[] {
  const lines = raw.replace(/\n+$/, '').split('\n');
  // A row of fewer cells is filled up with empty ones, and one of more is cut, which the page is not.
  const cellsOf = (cells: Tokens.TableCell[], line: string): string[] => {
    const written = line
      .replace(/^\s*\|/, '')
      .replace(/(?<!\\)\|\s*$/, '')
      .split(/(?<!\\)\|/);
    const texts = written.length > cells.length ? written : cells.slice(0, written.length).map(({ text }) => text);
    return withStruckName(
      texts.map((text) => cellOf(inline(text.trim()))),
      (at) => (texts[at] ?? '').replace(/[~`*\s]|<\/?\w+>/g, ''),
    );
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

/** Text with addresses in place of the links that show them. */
const unlinked = (text: string): string =>
  text.includes('](') ? text.replace(/\[(`?(?:https?:\/)?\/[^[\]\s]{1,500})\]\([^()\s]{0,500}\)/g, '$1') : text;

/** The words of one line that begins with bold words and as a whole names a part, as `**Returns** `200 OK``; null for any other. */
function captionWords(text: string, inline: Inline): string | null {
  if (!/^\s*(?:\*\*|__)[^\n]{3,80}$/.test(text) || isAddressed(text)) return null;
  const [first, ...others] = inline(text);
  const words = textOf(first ? [first, ...others] : []).trim();
  if (first?.type !== 'strong') return null;
  return namesPart(words) || isPartWithType(textOf([first]), words) ? words.replace(/\s*:$/, '') : null;
}

/** Text with the marks of Markdown around what HTML marks as code. */
const withCode = (text: string): string =>
  text.includes('<') ? text.replace(/<(code|kbd|tt)>([^<`\n]{1,200})<\/\1>/gi, '`$2`') : text;

/** HTML without the backslashes of Markdown inside its words, as sites write `client\\_id` in cells too. */
const withoutEscapes = (html: string): string => html.replace(/(?<=[A-Za-z\d])\\_(?=[A-Za-z\d])/g, '_');

const isAddressed = (text: string): boolean => /\b(?:GET|POST|PUT|PATCH|DELETE)\b|https?:/.test(text);

/** Whether indented text is that of a page and no code: text out of a PDF is indented by its margin. */
const isProse = (text: string): boolean =>
  !/^\s*(?:[{[<]|\$?\s*curl\b|HTTP\/\d|(?:GET|POST|PUT|PATCH|DELETE)\s+\S+(?:\s+HTTP|\s*\n\s*[A-Za-z]+-[A-Za-z-]+:\s))/.test(
    text,
  );

/** Line breaks in a text. */
function breaksIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/** Whether a piece of HTML shows any text. */
const hasText = (html: string): boolean =>
  html.replace(/<(script|style)\b[\s\S]*?(?:<\/\1>|$)|<!--[\s\S]*?(?:-->|$)|<[^>]*>/gi, '').trim() !== '';

/** Quotations within each other, and columns before an item of a list, that are read: the parser goes into each level anew. */
const mostQuotations = 100;
const mostIndent = 400;

const nestedTooDeeply = RegExp(
  `^(?:[ \\t]*>){${mostQuotations}}|^[ \\t]{${mostIndent}}[ \\t]*(?:[-+*]|\\d{1,9}[.)])[ \\t]`,
  'm',
);

/** Hands the blocks of Markdown over. @throws RangeError where it is nested too deeply */
export function readMarkdown(text: string, sink: BlockSink): void {
  if (nestedTooDeeply.test(text)) throw new RangeError('nested too deeply');
  const source = withWholeRules(
    withBars(withNumberedSections(asMarkdown(fromRestructured(withoutFrontMatter(text.replace(/\r\n?/g, '\n')))))),
  );
  const lower = source.toLowerCase();
  const unclosed = new Set<string>();
  let skipTo = 0;
  const lexer = new Lexer();
  const inline = inlineBy(lexer);

  function visit(token: Token, line: number, offset: number): void {
    if (offset < skipTo) return;
    if (isHeading(token)) {
      const caption = captionBegun(token.text);
      if (caption === null) sink.heading(textOf(inline(token.text)), token.depth, line);
      else sink.caption(textOf(inline(caption)), line);
    } else if (isCode(token)) {
      const [language = '', ...info] = (token.lang ?? '').split(/\s+/);
      if (token.codeBlockStyle === 'indented' && isProse(token.text))
        sink.lines(unescaped(token.text).split('\n'), line);
      else {
        const environment = environmentOf(info.join(' '));
        if (environment !== null) sink.caption(environment, line);
        sink.code(token.text, language, info.join(' '), line);
        if (environment !== null) sink.caption('', line);
      }
    } else if (isTable(token)) {
      const rows = rowsOf(token, inline);
      const isBare = rows.every((row) => row.cells.length > 1 || row.raw.includes('|')) || rows[0]?.cells.length === 1;
      if (rows[0]?.cells.every((cell) => cell === '') && rows.length > 2) rows.splice(0, 2);
      sink.table(rows, isBare, line);
    } else if (isList(token)) {
      const numbered = headings.has(token) ? numberedTitle(token) : null;
      if (numbered !== null) {
        sink.heading(numbered.title, numberedDepth, line);
        if (numbered.rest.length > 0) sink.lines(numbered.rest, line + 1);
        return;
      }
      if (hasParts(token, inline)) {
        for (const item of token.items) partItem(item, token, line, offset);
        return;
      }
      sink.list(itemsOf(token, 0, inline), line);
      // Behind a list its samples are those of its last item.
      const isApart = token.items.slice(0, -1).some(holdsCode);
      for (const item of token.items) held(item, isApart, line, offset);
    } else if (token.type === 'html') html(token.raw, line, offset);
    else if (token.type === 'paragraph' || token.type === 'text') {
      const title = boldWords(token.text, inline) ?? captionWords(token.text, inline);
      if (title !== null) sink.heading(title, boldDepth, line);
      else
        sink.lines(
          unescaped(
            unlinked(
              holding(
                withCode(token.raw)
                  .replace(/<br\s*\/?>\n?/gi, '\n')
                  .replace(/\n+$/, ''),
              ).replace(inlineTags, ''),
            ),
          ).split('\n'),
          line,
        );
    } else if ('tokens' in token && token.tokens) walk(token.tokens, line, offset);
  }
  /** An item of a list: a part of the page with its own caption, where it holds tables below bold words. */
  function partItem(item: Tokens.ListItem, list: Tokens.List, line: number, offset: number): void {
    const title = partTitle(item, inline);
    if (title === null) {
      sink.list(itemsOf({ ...list, items: [item] }, 0, inline), line);
      held(item, false, line, offset);
    } else {
      sink.heading(title, boldDepth, line);
      for (const inner of item.tokens.slice(1)) visit(inner, line, offset);
    }
  }
  /** The samples and tables of an item, and of the items below it, each behind the words that announce it. */
  function held(item: Tokens.ListItem, isBelow: boolean, line: number, offset: number): void {
    if (holdsCode(item) && (isBelow || item.tokens.some(isQuoted))) sink.lines([captionOf(item, inline)], line);
    for (const inner of item.tokens)
      if (isCode(inner) || isTable(inner)) visit(inner, line, offset);
      else if (isList(inner)) for (const below of inner.items) held(below, true, line, offset);
  }
  /** HTML ends at the first empty line for Markdown, which may lie inside a table. */
  function html(raw: string, line: number, offset: number): void {
    const [, name = ''] = holdingFacts.exec(raw) ?? [];
    if (offset < skipTo) return;
    if (name === '') {
      if (hasText(raw)) readHtml(withoutEscapes(raw), line, sink);
      return;
    }
    const closing = `</${name.toLowerCase()}>`;
    // One that is never closed is looked for once.
    const close = unclosed.has(closing) ? -1 : lower.indexOf(closing, offset);
    if (close < 0) unclosed.add(closing);
    const end = close < 0 ? offset + raw.length : Math.max(offset + raw.length, close + name.length + 3);
    skipTo = end;
    readHtml(withoutEscapes(source.slice(offset, end)), line, sink);
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
  const tokens = lexer.blockTokens(source, lexer.tokens);
  const headings = numberedHeadings(tokens);
  walk(tokens, 1, 0);
}
