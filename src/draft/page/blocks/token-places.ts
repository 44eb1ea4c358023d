/** The parts of a page that show how a token is sent. */
import type { Said } from '../../facts/facts.ts';
import type { Block } from './blocks.ts';

/** A header that is sent a value in brackets, as `Key: {token}` and `Authorization: Token <token>` show it. */
export const shownIn =
  /(?<![\w/-])([A-Z][A-Za-z\d]*(?:-[A-Za-z\d]+)*)`?:[ ]?`?(?:([A-Za-z][\w-]*)[ ])?[{<[$]{1,3}[ ]?([\w.' -]{1,60}?)[ ]?[}>\]]/g;

/** Words that send the token as Bearer in so many words. */
export const asBearer = /\bauthorization\b["'`]{0,2}\W{1,12}bearer\b/i;

/** Words for a token in a header. */
const sent = /\btoken\b[\s\S]{0,200}\bX-|\bX-[\s\S]{0,200}\btoken\b|-Token\b/i;

/** The name of a header, as tables of headers have it. */
const headerName = /^[`*]*([A-Z][A-Za-z\d]*(?:-[A-Za-z\d]+)+|Authorization)[`*]*$/;

/** Words that begin with the token, as `Token from /auth` and `The access token of step 1` do; its kind and its id are others. */
const tokenAhead =
  /^\W*(?:(?:the|your|an?|valid) )*(?:(?:access|session|auth)[- ])?token\b(?![- ](?:type|kind|id|name|format)\b)/i;

/** A row of a table of headers, with each cell beside the name as its value. */
const rowOf = ([first = '', ...others]: string[]): string => {
  const [, name] = headerName.exec(first.trim()) ?? [];
  if (name === undefined) return '';
  const cells = others.map((cell) => cell.replace(/[`*]/g, '').trim());
  return cells.map((cell) => `${name}: {${tokenAhead.test(cell) ? 'token' : cell}}`).join('\n\n');
};

const textOf = (block: Block): string => {
  if (block.kind === 'table')
    return block.rows
      .slice(0, mostRows)
      .map(rowOf)
      .filter((row) => row !== '')
      .join('\n\n');
  if (block.kind === 'lines') return block.lines.join('\n');
  if (block.kind === 'list') return block.items.map(({ text }) => text).join('\n\n');
  return block.kind === 'code' ? block.text : '';
};

/** Characters and rows of a part that are looked at, and parts that are kept. */
const [mostCharacters, mostRows, mostParts] = [5000, 40, 60];

/** The parts of a page that may show how a token is sent. */
export function usesIn(blocks: Block[]): Said[] {
  const all = blocks.map((block) => ({ value: textOf(block).slice(0, mostCharacters), at: block.title }));
  return all
    .filter(({ value }) => value !== '' && (asBearer.test(value) || value.search(shownIn) >= 0 || sent.test(value)))
    .slice(0, mostParts);
}
