/** The parts of a page that show how a token is sent. */
import type { Said } from '../../facts/facts.ts';
import type { Block } from './blocks.ts';

/** A header that is sent a value in brackets, as `Key: {token}` and `Authorization: Token <token>` show it. */
export const shownIn =
  /(?<![\w/-])([A-Z][A-Za-z\d]*(?:-[A-Za-z\d]+)*)`?:[ ]?`?(?:([A-Za-z][\w-]*)[ ])?[{<[$]{1,3}[ ]?([\w.' -]{1,60}?)[ ]?[}>\]]/g;

/** Words that send the token as Bearer in so many words. */
export const asBearer = /\bauthorization\b["'`]{0,2}\W{1,12}bearer\b/i;

/** The fields of a call as a use of what they hold: `POST /orders: token, amount`. */
export const fieldsOfCall = /^(GET|POST|PUT|PATCH|DELETE) (\/\S{1,200}): (.+)$/m;

/** A call whose fields the same sentence goes on with: these are a table of their own behind it. */
const callAhead = /\b(GET|POST|PUT|PATCH|DELETE)\b[ `*]{1,6}(\/[\w{}./~-]{1,200})`?[^\w./]{0,5}$/;

/** A line that is nothing but a call, whose fields the table below it has. */
const callAlone = /^\W*(?:GET|POST|PUT|PATCH|DELETE)\W+\/\S+\W*$/;

/** Calls that are about a token, as one that ends it: they are sent it as what they are about. */
const aboutOne = /revo|introspect|valid|verif|refresh|log-?out|cabut|token/i;

/** The fields that a sentence gives to the call which it names, as a use of them; empty for any other part. */
function fieldsBehind(block: Block, before: Block | undefined): string {
  if (block.kind !== 'table' || before?.kind !== 'lines') return '';
  if (before.line !== block.line && !before.lines.every((line) => callAlone.test(line))) return '';
  const [, method, path = ''] = callAhead.exec((before.lines.at(-1) ?? '').trim().slice(-mostOfCall)) ?? [];
  if (method === undefined || (before.line !== block.line && aboutOne.test(path))) return '';
  return `${method} ${path}: ${block.rows
    .slice(0, mostRows)
    .map(([name = '']) => name.replace(/[`*]/g, ''))
    .join(', ')}`;
}

/** Words for a token in a header. */
const sent = /\b(?:token|session[- ]key)\b[\s\S]{0,200}\bX-|\bX-[\s\S]{0,200}\b(?:token|session[- ]key)\b|-Token\b/i;

/** The name of a header, as tables of headers have it. */
const headerName = /^[`*]*([A-Z][A-Za-z\d]*(?:-[A-Za-z\d]+)+|Authorization)[`*]*$/;

/** Words that begin with the token, as `Token from /auth` and `The access token of step 1` do; its kind and its id are others. */
const tokenAhead =
  /^\W*(?:(?:the|your|an?|valid) )*(?:(?:access|session|auth)[- ])?token\b(?![- ](?:type|kind|id|name|format)\b)/i;

/** A cell that is nothing but the name of a header, and one about the token in the same row. */
const namesHeader = /^\W*(?:(?:the|in|use|send|di) )?header:?[ `*]{1,3}([A-Z][A-Za-z\d]*(?:-[A-Za-z\d]+)+)\W*$/i;
const aboutToken = /\b(?:access|session|app|auth)[ -]token\b(?![- ](?:type|kind|id|name|format)\b)/i;

/** The header of the token in a row about it, as of `access token missing` beside `Header X-Token`. */
const headerBeside = (cells: string[]): string => {
  const [name] = cells.flatMap((cell) => namesHeader.exec(cell.trim())?.[1] ?? []);
  return name !== undefined && cells.some((cell) => aboutToken.test(cell)) ? `${name}: {token}` : '';
};

/** A row of a table of headers, with each cell beside the name as its value. */
const rowOf = (row: string[]): string => {
  const [first = '', ...others] = row;
  const [, name] = headerName.exec(first.trim()) ?? [];
  if (name === undefined) return headerBeside(row);
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
const [mostCharacters, mostRows, mostParts, mostOfCall] = [5000, 40, 60, 300];

/** The parts of a page that may show how a token is sent. */
export function usesIn(blocks: Block[]): Said[] {
  const all = blocks.map((block, index) => ({
    value: [fieldsBehind(block, blocks[index - 1]), textOf(block)]
      .filter((text) => text !== '')
      .join('\n\n')
      .slice(0, mostCharacters),
    at: block.title,
  }));
  return all
    .filter(
      ({ value }) => value !== '' && [asBearer, shownIn, fieldsOfCall, sent].some((shown) => value.search(shown) >= 0),
    )
    .slice(0, mostParts);
}
