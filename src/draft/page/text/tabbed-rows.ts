/** Tables whose cells are apart by tabs, as text out of a word processor or a browser has them. */

import { wholeNumber } from '../values/values.ts';
import { columnOf, isRequiredWord, longestHead } from '../words/words.ts';
import { byLines, type Cut, headOf } from './cell-lines.ts';

const cellsOf = (line: string | undefined): string[] => (line ?? '').split('\t').map((cell) => cell.trim());

/** Further lines that the last cell of a row may have. */
const mostMore = 4;

/** Whether cells are a row of a table in which lines of text stand between the rows: its number goes on, or a cell says whether it is mandatory. */
function goesOn(row: string[], head: string[], last: string[]): boolean {
  if (row.length < 2 || row.length > head.length) return false;
  const columns = head.map(columnOf);
  const number = columns.indexOf('number');
  const required = columns.indexOf('required');
  if (number >= 0) return wholeNumber(row[number] ?? '') === (wholeNumber(last[number] ?? '') ?? Number.NaN) + 1;
  return required >= 0 && row[required] !== undefined && isRequiredWord(row[required]);
}

/** The lines at a place that the last cell of the row before them goes on with: none where no other row follows. */
function moreOf(lines: string[], at: number, head: string[], last: string[]): string[] {
  for (let count = 0; count <= mostMore; count++) {
    const row = cellsOf(lines[at + count]);
    if (row.length > 1) return goesOn(row, head, last) ? lines.slice(at, at + count) : [];
    if (row[0] === '') return [];
  }
  return [];
}

/** A table whose cells are apart by tabs. */
function byTabs(lines: string[], start: number): Cut | null {
  const head = cellsOf(lines[start]);
  const known = head.filter((cell) => columnOf(cell) !== null).length;
  // One head is enough where the next line has as many cells.
  if (head.length < 2 || known === 0 || (known < 2 && cellsOf(lines[start + 1]).length !== head.length)) return null;
  let end = start + 1;
  const rows: string[][] = [];
  for (; end < lines.length; end++) {
    const row = cellsOf(lines[end]);
    if (row.length < 2 && lines[end]?.trim() !== '') {
      const last = rows.at(-1);
      const more = last ? moreOf(lines, end, head, last) : [];
      if (!last || more.length === 0) break;
      last.push([last.pop() ?? '', ...more.map((line) => line.trim())].join(' '));
      end += more.length - 1;
    }
    if (row.length > 1) rows.push(row);
  }
  return rows.length > 0 ? { end, head, rows } : null;
}

/** Lines that are looked at below a head whose cells are apart by tabs. */
const mostBelow = 400;

/** A table whose head is one line with tabs, and whose other cells stand one to a line. */
function byTabbedHead(lines: string[], start: number): Cut | null {
  const cells = cellsOf(lines[start]);
  if (!cells.every((cell) => headOf(cell) !== null)) return null;
  const cut = byLines([...cells, ...lines.slice(start + 1, start + 1 + mostBelow)], 0);
  return cut && { ...cut, end: cut.end - cells.length + start + 1 };
}

/** Cells that a table has at least where none of its heads is one we know. */
const leastUnknown = 3;

const isUnknownHead = (cell: string): boolean => /^\p{L}/u.test(cell) && cell.length <= longestHead;

/** A table of whose heads none is one we know: several lines of as many cells below a line of words. It gives no facts, and is told. */
function byWidth(lines: string[], start: number): Cut | null {
  const head = cellsOf(lines[start]);
  if (head.length < leastUnknown || !head.every(isUnknownHead)) return null;
  const rows: string[][] = [];
  for (const line of lines.slice(start + 1)) {
    const row = cellsOf(line);
    if (row.length !== head.length) break;
    rows.push(row);
  }
  return rows.length > 1 ? { end: start + 1 + rows.length, head, rows } : null;
}

/** The table that begins at a line with tabs. */
export const byTabsAt = (lines: string[], start: number): Cut | null =>
  byTabs(lines, start) ?? byTabbedHead(lines, start) ?? byWidth(lines, start);
