/** Lists of Markdown: their items, the headings that some of them are, and what an item holds beside its words. */
import type { Token, Tokens } from 'marked';
import type { Item } from '../blocks/blocks.ts';
import { decoded, type Inline, textOf } from './inline-text.ts';

const is = <Type extends Tokens.Generic['type']>(token: Token, type: Type): boolean => token.type === type;

export const isList = (token: Token): token is Tokens.List => is(token, 'list');
export const isCode = (token: Token): token is Tokens.Code => is(token, 'code');
export const isTable = (token: Token): token is Tokens.Table => is(token, 'table');
export const isQuoted = (token: Token): token is Tokens.Blockquote => is(token, 'blockquote');
const isText = (token: Token): token is Tokens.Text | Tokens.Paragraph => is(token, 'text') || is(token, 'paragraph');
export const isHeading = (token: Token): token is Tokens.Heading => is(token, 'heading');

/** The items of a list with those below them, each with its words. */
export function itemsOf({ items }: Tokens.List, depth: number, inline: Inline): Item[] {
  return items.flatMap((item) => {
    const own = item.tokens.filter((token) => ['text', 'paragraph', 'heading', 'blockquote'].includes(token.type));
    const text = own
      .map((token) => ('text' in token ? textOf(inline(String(token.text)), true) : decoded(token.raw)))
      .join('\n');
    const below = item.tokens.flatMap((token) => (isList(token) ? itemsOf(token, depth + 1, inline) : []));
    return [...(text.trim() === '' ? [] : [{ text: text.trim(), depth }]), ...below];
  });
}

/** The words of a text that is bold as a whole; null for any other. */
export function boldWords(text: string, inline: Inline): string | null {
  // Most paragraphs begin with other words, and are read as they are written.
  if (!/^\s*(?:\*\*|__)/.test(text)) return null;
  const [only, ...others] = inline(text).filter(({ raw }) => raw.trim() !== '');
  return only?.type === 'strong' && others.length === 0 ? textOf([only]).replace(/:\s*$/, '') : null;
}

/** The bold words that an item of a list begins with, with something below them; null for any other item. */
export function partTitle({ tokens }: Tokens.ListItem, inline: Inline): string | null {
  const [first] = tokens;
  return tokens.length > 1 && first && 'text' in first ? boldWords(String(first.text), inline) : null;
}

/** Whether the items of a list are parts of the page: one of them holds a table below bold words. */
export const hasParts = ({ items }: Tokens.List, inline: Inline): boolean =>
  items.some((item) => item.tokens.some(isTable) && partTitle(item, inline) !== null);

/** The words that an item of a list, or a quotation in it, has before its samples and tables. */
export const captionOf = ({ tokens }: Tokens.ListItem, inline: Inline): string =>
  tokens.flatMap((token) => (isQuoted(token) || isText(token) ? [textOf(inline(token.text), true)] : [])).join('\n');

/** Whether an item holds a sample or a table. */
export const holdsCode = ({ tokens }: Tokens.ListItem): boolean =>
  tokens.some((token) => isCode(token) || isTable(token));

/** The title that the only item of a numbered list is, and the lines below it; null for any other list. */
export function numberedTitle({ items, ordered }: Tokens.List): { title: string; rest: string[] } | null {
  const [only, ...others] = items;
  if (!ordered || !only || others.length > 0 || !only.tokens.every(({ type }) => type === 'text')) return null;
  const [title = '', ...rest] = only.text.split('\n');
  return /^[\p{L}][\p{L}\d /&()-]{1,60}$/u.test(title.trim()) ? { title: title.trim(), rest } : null;
}

/** Lists of one item each whose numbers go on from one to the next, with text between them: the headings of a plain text. */
export function numberedHeadings(tokens: Token[]): Set<Token> {
  const all = tokens.filter(isList).filter((list) => numberedTitle(list) !== null);
  const follows = (one: Tokens.List | undefined, other: Tokens.List | undefined): boolean =>
    one !== undefined && other !== undefined && Number(one.start) + 1 === Number(other.start);
  return new Set(all.filter((list, index) => follows(all[index - 1], list) || follows(list, all[index + 1])));
}
