/** Lengths in the notation of ISO 8583 beside a column of types, as `N7` and `ANS..150`, and the set of characters in it. */
import type { Schema } from '../../../formats/json.ts';
import { columnOf } from '../words/words.ts';
import { type Columns, cell, type TableBlock } from './columns.ts';

/** Letters for a set of characters, and the length: the only one, or with dots the most there may be. */
const notation = /^`?(a|n|an|ans)[\s(]?(\.{2,3}|…)?\s?(\d{1,5})\)?`?$/i;

/** The lengths that such a cell gives; null for any other. */
export function notedLengths(text: string): Schema | null {
  const [, , dots, length] = notation.exec(text.trim()) ?? [];
  if (length === undefined) return null;
  return { ...(dots === undefined ? { minLength: Number(length) } : {}), maxLength: Number(length) };
}

/** Takes a column whose cells are nothing but such lengths for that of lengths, where its head says none or that it holds values. */
export function notedColumn({ head, rows }: TableBlock, columns: Columns, unknown: string[]): void {
  if (columns.length !== undefined || columns.type === undefined) return;
  const at = head.findIndex((title, index) => {
    const isOpen = unknown.includes(title.trim()) || (columns.value === index && columnOf(title) === 'value');
    const filled = rows.map((row) => cell(row, index)).filter((one) => one !== '' && one !== '-');
    return isOpen && filled.length > 1 && filled.every((one) => notedLengths(one) !== null);
  });
  if (at < 0) return;
  columns.length = at;
  if (columns.value === at) delete columns.value;
  else unknown.splice(unknown.indexOf((head[at] ?? '').trim()), 1);
}

/** A set that leaves characters out, which the lengths alone do not say. */
const narrow = /^`?(?:a|n|an)[\s(]?(?:\.{2,3}|…)?\s?\d/i;

/** What the cells of a row write of the set of characters of its field; empty where they write none. */
export const setOf = (row: string[], { type, length }: Columns): string =>
  [cell(row, type), cell(row, length)].find((one) => narrow.test(one) && notedLengths(one) !== null) ?? '';
