/** Tables with one cell to a line whose empty cells are empty lines, and those of statuses with heads that are names of members. */

import { captionIn, isStatusWithReason } from '../blocks/captions.ts';
import { isPart } from '../blocks/heading-words.ts';
import { typeOf } from '../values/attributes.ts';
import { type Column, columnOf, isRequiredWord, longestHead } from '../words/words.ts';
import { type Cut, headOf, isFieldName } from './cell-lines.ts';

/** Rows that such a table has at most, and heads. */
const mostRows = 200;
const mostHeads = 12;

/** Whether a line begins what follows a table: a status with its reason, or the caption of a part. */
export const beginsPart = (line: string): boolean =>
  isStatusWithReason(line) || (captionIn(line) !== null && isPart(line));

/** Whether a cell may be the name of a field. */
export const isName = (cell: string): boolean => /^[A-Za-z][\w.[\]-]*$/.test(cell);

/** Whether a line may be the cell of a column; any but that of the name may be empty. */
function fits(column: Column | undefined, cell: string): boolean {
  if (column === 'name' || column === 'header') return isName(cell);
  if (cell === '') return true;
  if (column === 'type') return typeOf(cell) !== null;
  return column === 'required' ? isRequiredWord(cell) : true;
}

/**
 * The table that begins at a line with its heads, where empty lines are empty cells: each row has a line for each head, or
 * one less where its last cell is lost.
 */
export function byGaps(lines: string[], start: number, mostOfHead = mostHeads): Cut | null {
  const text = (at: number): string => (lines[at] ?? '').trim();
  const columns: Column[] = [];
  for (let at = start; columns.length < mostOfHead; at++) {
    const column = headOf(text(at));
    if (column === null || columns.includes(column)) break;
    columns.push(column);
  }
  const width = columns.length;
  const [first] = columns;
  if (width < 4 || (first !== 'name' && first !== 'header')) return null;
  if (!columns.includes('type') || !columns.includes('required')) return null;
  const begin = start + width;
  const most = Math.min(lines.length, begin + width * mostRows);
  // From the end, since only what follows shows whether the last cell of a row is lost.
  const best = new Map<number, { count: number; rows: number }>();
  for (let at = most - 1; at >= begin; at--) {
    if (!isName(text(at))) continue;
    for (const count of [width, width - 1]) {
      if (at + count > most || !columns.slice(0, count).every((column, index) => fits(column, text(at + index))))
        continue;
      const after = best.get(at + count);
      const isEnd = at + count >= lines.length || text(at + count) === '' || beginsPart(text(at + count));
      if (!after && !isEnd) continue;
      const rows = 1 + (after?.rows ?? 0);
      if (rows > (best.get(at)?.rows ?? 0)) best.set(at, { count, rows });
    }
  }
  const rows: string[][] = [];
  let at = begin;
  let hasGap = false;
  for (let row = best.get(at); row; row = best.get(at)) {
    const { count } = row;
    const cells = columns.map((_, index) => (index < count ? text(at + index) : ''));
    hasGap ||= cells.slice(0, -1).includes('');
    rows.push(cells);
    at += count;
  }
  const head = columns.map((_, index) => text(start + index));
  if (rows.length === 0 && isFieldName(head)) return byGaps(lines, start, width - 1);
  return rows.length > 1 && hasGap ? { end: at, head, rows } : null;
}

const isStatus = (cell: string): boolean => /^[2-5]\d\d$/.test(cell);

/** Lines behind a table of statuses in which none of its rows may begin, where no empty line ends it. */
const mostBehind = 8;

/**
 * The table of statuses that begins at a line: the head of these, heads of whatever else, and a status at the begin of each row.
 * Where cells of several lines may be among them its heads alone are understood.
 */
export function byStatuses(lines: string[], start: number): Cut | null {
  const text = (at: number): string => (lines[at] ?? '').trim();
  if (columnOf(text(start)) !== 'status') return null;
  let width = 1;
  while (width <= 4 && /^\p{L}/u.test(text(start + width)) && text(start + width).length <= longestHead) width++;
  if (width < 2 || width > 4) return null;
  const rows: string[][] = [];
  let at = start + width;
  for (; rows.length < mostRows && isStatus(text(at)); at += width) {
    const cells = Array.from({ length: width }, (_, index) => text(at + index));
    if (cells.some((cell, index) => cell === '' || (index > 0 && isStatus(cell)))) return null;
    rows.push(cells);
  }
  if (rows.length === 0) return null;
  const head = Array.from({ length: width }, (_, index) => text(start + index));
  // What goes on without a status may be a cell of two lines, unless several rows of one line each are all that there are.
  const isWhole =
    text(at) === '' || (rows.length > 1 && !lines.slice(at, at + mostBehind).some((line) => isStatus(line.trim())));
  if (!isWhole && width < 3) return null;
  return isWhole ? { end: at, head, rows } : { end: start + width, head, rows: [head.map(() => '')] };
}
