/** Columns that are no certain statement about every request: what they hold is asked. */
import { type Json, keysIn } from '../../../formats/json.ts';
import { typeOf } from '../values/attributes.ts';
import { lengthsOf } from '../values/values.ts';
import { isPartial } from '../words/doubts.ts';
import { asksNull, nullsOf } from '../words/null-columns.ts';
import { isPlace } from '../words/places.ts';
import { isPlainHead } from '../words/plain-heads.ts';
import { type Column, columnOf, heads, saysRequired } from '../words/words.ts';
import { type Columns, cell, type TableBlock } from './columns.ts';

/** Columns whose cells are read word by word, and what a cell of each comes to; null for words about it. */
const exact: readonly (readonly [Column, (cell: string) => Json | null])[] = [
  ['type', typeOf],
  ['required', saysRequired],
  ['optional', saysRequired],
  ['least', lengthsOf],
  ['most', lengthsOf],
  ['length', lengthsOf],
  ['place', (cell) => (isPlace(cell) ? cell : null)],
  ['enum', (cell) => cell],
];

/** Columns that a table of fields has no use for, and that may say for which requests a row is. */
const elsewhere: readonly Column[] = ['environment', 'scope', 'status', 'method', 'url'];

/** The heads of all other columns. */
const listed = new Set(keysIn(heads).flatMap((one) => (elsewhere.includes(one) ? [] : heads[one])));

/** What is counted in place of characters. */
const otherUnit = /\b(?:bytes?|bits?|octets?|words?|kata|kb)\b/i;

const isEmpty = (cell: string): boolean => ['', '-', '–', '—'].includes(cell);

/** Whether a column with that head holds anything. */
export function isFilled({ head, rows }: TableBlock, title: string): boolean {
  const at = head.findIndex((one) => one.trim() === title);
  // What may be null is read with the types.
  if (asksNull(title) && nullsOf({ head, rows }) !== null) return false;
  return at < 0 || rows.some((row) => !isEmpty(cell(row, at)));
}

/** Takes the columns away that are no certain statement about every request; gives their heads. */
export function leaveDoubtful({ head, rows }: TableBlock, columns: Columns, again: number[]): string[] {
  const left: string[] = [];
  const leave = (at: number | undefined): void => {
    if (at !== undefined) left.push((head[at] ?? '').trim());
  };
  for (const [column, read] of exact) {
    const first = columns[column];
    if (first === undefined) continue;
    // The format beside a type is that of its characters.
    const others = again.filter((at) => columnOf(head[at] ?? '') === column && !/format/i.test(head[at] ?? ''));
    const said = (row: string[], at: number): string =>
      JSON.stringify(isEmpty(cell(row, at)) ? null : read(cell(row, at)));
    const stated = others.filter((at) => rows.some((row) => said(row, at) !== 'null'));
    const differ = stated.filter((at) => rows.some((row) => said(row, at) !== said(row, first)));
    // What is no word for it is one about it, and stays with the descriptions.
    for (const at of stated) again.splice(again.indexOf(at), 1);
    const isOther = ['least', 'most', 'length'].includes(column) && otherUnit.test(head[first] ?? '');
    const title = head[first] ?? '';
    // A column that is known by its cells has any head.
    const isInferred = columnOf(title) === null && /^\s*\p{L}+(?: \p{L}+)?\s*$/u.test(title);
    // `Returned in` is ended by the place that stands below it.
    const isPlain =
      listed.has(title.trim().toLowerCase()) ||
      (column === 'place' && isPlainHead(title, column)) ||
      ((isInferred || isPlainHead(title, column)) && !isPartial(title));
    if (differ.length === 0 && !isOther && isPlain) continue;
    leave(first);
    for (const at of differ) leave(at);
    delete columns[column];
  }
  for (const column of elsewhere) {
    leave(columns[column]);
    delete columns[column];
  }
  return left;
}
