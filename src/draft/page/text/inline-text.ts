/** The text of what runs on in a line of Markdown: of a heading, a cell, an item of a list. */
import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { Lexer, Token } from 'marked';
import { readable } from '../words/readable.ts';
import { inBold } from './emphasis.ts';
import { asMark, indented } from './html-text.ts';

/** What a text of Markdown holds that runs on in a line. */
export type Inline = (text: string) => Token[];

/** Letters, digits and signs, none of which marks anything. */
const unmarked = /^[\p{L}\p{N} ,.;:()/-]*$/u;

/** Reads what runs on in a line, with the links that a page defines; it is asked for the texts alone of which marks are to go. */
export function inlineBy(lexer: Lexer): Inline {
  return (text) => (unmarked.test(text) ? [{ type: 'text', raw: text, text }] : lexer.inlineTokens(readable(text)));
}

/** Text with each character in place of its entity. */
export function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,31}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return decodeNamedCharacterReference(String(name)) || whole;
    const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Tags at which a line begins or ends. */
const lineOf = /^<\/?(?:br|p|div|ul|ol|li|dl|dt|dd|h[1-6]|hr)\b/i;

/** Tags inside a line; what else stands between angle brackets may be an address or a placeholder. */
export const inlineTags =
  /<\/?(?:a|b|code|del|em|s|strike|font|i|kbd|mark|small|span|strong|sub|sup|u|wbr)(?:\s[^<>]*)?>/gi;

/** What is struck through, which holds no more, and what is set above the line, as HTML and Markdown write them. */
const struck = /<(del|s|strike)\b[^<>]*>[^<]{0,400}<\/\1>|~~(?=\S)[^~\n]{1,400}~~/gi;
const raised = /<sup\b[^<>]*>([^<]{0,40})<\/sup>/gi;

/** Text without the parts that are struck through. */
export const holding = (text: string): string =>
  /[<~]/.test(text) ? text.replace(struck, '').replace(raised, (_, mark: string) => asMark(mark)) : text;

/** Tags of a line that say that their words hold no more, or lead to a note. */
const telling = /^<\/?(?:del|s|strike|sup)\b/i;

/** The text of inline tokens, without the marks of Markdown and without HTML; `marked` keeps the backticks of code. */
export function textOf(tokens: Token[], marked = false): string {
  const text = tokens
    .map((token, at): string => {
      if (token.type === 'html') return lineOf.test(token.raw) ? '\n' : telling.test(token.raw) ? token.raw : '';
      if (token.type === 'br') return '\n';
      // What is struck through holds no more.
      if (token.type === 'del') return '';
      const before = tokens[at - 1];
      if (marked && token.type === 'strong' && 'tokens' in token && token.tokens && before && 'text' in before)
        return inBold(textOf(token.tokens, marked), String(before.text));
      if ('tokens' in token && token.tokens) return textOf(token.tokens, marked);
      if (marked && token.type === 'codespan') return `\`${decoded(String(token['text']))}\``;
      return 'text' in token ? decoded(String(token.text)) : '';
    })
    .join('');
  return tokens.some(({ type }) => type === 'html') ? holding(text).replace(inlineTags, '') : text;
}

/** The text of a cell: code that is only a part of it stays marked. */
export function cellOf(tokens: Token[]): string {
  const text = textOf(tokens, tokens.length > 1);
  return `${indented(text)}${text.replace(/[ \t]*\n\s*/g, '\n').trim()}`;
}

/** Text without the backslashes that keep Markdown from reading a sign as a mark, as in `grant\_type`; code keeps its own. */
export const unescaped = (text: string): string =>
  text.includes('\\')
    ? text.replace(/`[^`\n]*`|\\([_[\]{}()|.=&#+~<>-])/g, (whole, sign?: string) => sign ?? whole)
    : text;
