/** Tables of two columns that hold a status and, below it, the fields of its answer, as `HTTP Status | 200` above names has it. */

import type { Context } from '../blocks/heading-words.ts';
import { statusesIn } from '../words/status-words.ts';
import { columnOf } from '../words/words.ts';
import { nameOf, type TableBlock } from './columns.ts';
import { withRecords } from './records.ts';
import { attributeRows, withFieldRows } from './table-shape.ts';

const bare = (text: string): string => text.replace(/[`*]/g, '').trim();

/** The status that a row is about, where it is a label with a status and nothing else than its reason. */
function statusIn([label = '', value = '']: string[]): string | null {
  if (columnOf(bare(label)) !== 'status') return null;
  const said = bare(value).replace(/[()]/g, ' ').replace(/\s+/g, ' ').trim();
  // `200 characters` is none.
  if (statusesIn(said).length !== 1) return null;
  return /^(?:\p{L}[\p{L} '-]{0,30}\s)?([2-5]\d\d)(?:\s\p{L}[\p{L} '-]{0,40})?$/u.exec(said)?.[1] ?? null;
}

/**
 * Such a table as one with a row for each field, and its status in a column; the same table where some row is neither a
 * status nor a name with attributes alone.
 */
function withStatusHeads(block: TableBlock, { side, status: above }: Context): TableBlock {
  if (block.head.length !== 2 || side === 'request') return block;
  const rows = [block.head, ...block.rows].filter((row) => row.some((text) => text.trim() !== ''));
  if (statusIn(rows[0] ?? []) === null) return block;
  let status = '';
  const fields: { status: string; row: string[] }[] = [];
  for (const [label = '', value = ''] of rows) {
    const own = statusIn([label, value]);
    if (own !== null) status = own;
    else if (nameOf(bare(label)) === null) return block;
    else fields.push({ status, row: [bare(label), value] });
  }
  // A heading that names another status is about something else.
  const isOther = above !== null && fields.some((one) => one.status !== String(above));
  const found = attributeRows(fields.map(({ row }) => row));
  if (found === null || isOther || !found.head.includes('Type')) return block;
  return {
    ...block,
    head: ['HTTP status', ...found.head],
    rows: found.rows.map((row, at) => [fields[at]?.status ?? '', ...row]),
  };
}

/** A table that stands on end, by its statuses, its fields or its records, as one with a row for each of these. */
export const upright = (block: TableBlock, context: Context): TableBlock =>
  withRecords(withFieldRows(withStatusHeads(block, context)));
