/** Tables of codes that begin with the status of HTTP, as those of BI SNAP do, and have no column of statuses. */
import { statusOfCode } from '../words/body-codes.ts';
import { columnsOf } from '../words/head-columns.ts';
import { cell, type TableBlock } from './columns.ts';

const codeIn = (text: string): string => text.replaceAll('`', '').trim();

/** The two digits of a code that say of which service it is. */
const serviceOf = (text: string): string => codeIn(text).slice(3, 5);

/** Such a table with the status of each code in a column of its own; codes of several services are of several operations. */
export function withStatusOfCodes(block: TableBlock): TableBlock {
  const { head, rows } = block;
  const hasStatus = head.some((_, index) => rows.every((row) => /^[2-5]\d\d\b/.test(codeIn(cell(row, index)))));
  if (rows.length < 2 || head.length < 2 || hasStatus || columnsOf(head).columns.status !== undefined) return block;
  const at = head.findIndex((_, index) => rows.every((row) => statusOfCode(codeIn(cell(row, index))) !== null));
  if (at < 0 || new Set(rows.map((row) => serviceOf(cell(row, at)))).size > 1) return block;
  const statuses = rows.map((row) => codeIn(cell(row, at)).slice(0, 3));
  return { ...block, head: ['HTTP status', ...head], rows: rows.map((row, index) => [statuses[index] ?? '', ...row]) };
}
