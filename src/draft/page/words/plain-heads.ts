/** Heads of columns that say what a column holds and nothing beside it. */
import { glue } from '../../vocabulary/glue.ts';
import { type Column, heads } from './words.ts';

const setOf = (...words: string[]): ReadonlySet<string> => new Set(words.flatMap((one) => one.split(/[^\p{L}\d]+/u)));

/** Columns of which a head may name several, as `Required type` does; the words of the others may say for which requests it is. */
const ofFields = ['name', 'value', 'example', 'enum', 'type', 'required', 'optional', 'length', 'notes'] as const;

/** Words of heads that say nothing of whom or when a column is about, and the signs that its cells may hold. */
const any = setOf(
  ...ofFields.flatMap((column) => heads[column]),
  ...glue,
  'data content m o c y n t f yes no ya tidak true false request response body header',
  'status rule rules constraint constraints requirement requirements validation syarat allowed valid or atau',
);

/** Words about whether something is there. */
const ofPresence = setOf('diisi ada dikirim selalu always mandatory optional conditional there exists');

/** Words about what a value is: its type, its length and its characters. */
const ofValue = setOf(
  ...[...heads.least, ...heads.most],
  'json java string number limit batas char chars character characters karakter digit digits byte bytes maximum minimum',
);

/** The words for a column, beside those for any. */
const own: Partial<Record<Column, ReadonlySet<string>>> = {
  required: ofPresence,
  optional: ofPresence,
  type: ofValue,
  least: ofValue,
  most: ofValue,
  length: ofValue,
  enum: ofValue,
  place: setOf(
    ...heads.place,
    'headers query http where returned given found carried placed delivered supplied provided dikirim dikembalikan diletakkan',
  ),
};

/** Whether a head says what its column holds and nothing beside it; another word may say for which requests that is so. */
export function isPlainHead(cell: string, column: Column): boolean {
  return cell
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .every((word) => word === '' || any.has(word) || own[column]?.has(word) === true);
}

/** Heads of columns whose values are the only ones. */
const ofOnly = /^(?:(?:fixed|exact|constant) value|exactly this|nilai tetap)$/i;

/** Whether the head of a column of values says that each is the only one. */
export const isOnlyHead = (head: string): boolean => ofOnly.test(head.trim());
