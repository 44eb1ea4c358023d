/** Tables with a field in each row, and the status of the answer that holds it in a column of its own. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import type { Context } from '../blocks/heading-words.ts';
import type { Reading } from '../blocks/reading.ts';
import { wholeNumber } from '../values/values.ts';
import { isForSome, isPartial, presenceDoubt } from '../words/doubts.ts';
import { type Columns, cell, type TableBlock } from './columns.ts';
import { statusesIn } from './status-members.ts';

const ofField = pattern`\b${oneOf(word.always, word.value, word.code, 'field', 'one of', 'salah satu')}\b|[\`"“]`;

/** Whether words beside the field of a refusal say nothing of the field itself: neither when it is there nor of its value. */
const isReason = (words: string): boolean => presenceDoubt(words) === null && !ofField.test(words);

/** The rows of a table of fields that are of one answer. */
export interface OfStatus {
  rows: string[][];
  /** What the rows say as the words about the answer: why it is given. */
  reasons: string;
  context: Context;
}

/**
 * The rows of a table of fields by the status of the answer that holds them, each with what a heading would say of them;
 * null where a status is none or of some alone, or gives a field twice: each row is a reason then, and no field.
 */
export function rowsByStatus(block: TableBlock, columns: Columns, context: Context): OfStatus[] | null {
  if (columns.status === undefined || columns.name === undefined || context.side === 'request') return null;
  const found = new Map<number, string[][]>();
  for (const [index, written] of statusesIn(block, columns).entries()) {
    const status = wholeNumber(/^([2-5]\d\d)(?:\s+[A-Z][A-Za-z' -]*)?$/.exec(written)?.[1] ?? '');
    const row = block.rows[index] ?? [];
    if (status === null || row.some((one) => (status < 400 ? isPartial : isForSome)(one))) return null;
    const rows = found.get(status) ?? [];
    if (rows.some((other) => cell(other, columns.name) === cell(row, columns.name))) return null;
    found.set(status, [...rows, row]);
  }
  // Where each refusal holds one field, the words beside that say when it is refused.
  const areReasons = [...found].every(([status, rows]) => status >= 400 && rows.length === 1);
  const own = (row: string[]): string[] =>
    areReasons && isReason(cell(row, columns.notes)) ? row.map((one, at) => (at === columns.notes ? '' : one)) : row;
  return [...found].map(([status, rows]) => ({
    rows: rows.map(own),
    reasons: rows.map((row) => cell(row, columns.notes)).join('\n'),
    context: { ...context, side: 'response', status, more: [], error: status >= 400 },
  }));
}

/** Gives the answers of such a table the words about them. */
export function withReasons(parts: OfStatus[], { statement }: Reading): void {
  for (const answer of statement.answers) {
    const part = parts.find(({ context }) => context.status === answer.status);
    if (part) answer.words = part.reasons;
  }
}
