/** Tables with one cell to a line, as a page copied out of a browser has them. */

import { captionIn, isStatusWithReason } from '../blocks/captions.ts';
import { isPart } from '../blocks/heading-words.ts';
import { isMethod } from '../sentences/labels.ts';
import { attributesAlone } from '../values/attribute-lines.ts';
import { typeOf } from '../values/attributes.ts';
import { wholeNumber } from '../values/values.ts';
import { isEnvironment } from '../words/environments.ts';
import { type Column, columnOf, isRequiredWord, longestHead } from '../words/words.ts';

/** A table cut out of lines. */
export interface Cut {
  /** Index of the line behind the table. */
  end: number;
  head: string[];
  rows: string[][];
}

/** What a line that is a head says; the name of a field, as grant_type and Content-Type, is none, and no letter alone. */
export function headOf(line: string): Column | null {
  const text = line.trim();
  return text.length > longestHead || /[a-z][_-][a-z]|^\p{L}$/iu.test(text) ? null : columnOf(text);
}

/** Whether a line is a head, or all heads of a table apart by tabs. */
const beginsTable = (line: string): boolean => line.split('\t').every((cell) => headOf(cell) !== null);

/** Lines in which the second head of a table is looked for. */
const mostHeads = 6;

/** Heads that a table has at most. */
const mostColumns = 12;

/** Lines that a description may have beside its first. */
const mostMore = 4;

const name = /^[\w.[\]*>-]+$/;

/** How a row lies in the lines: how many cells it has, and how many further lines its description. */
interface Shape {
  count: number;
  more: number;
  rows: number;
}

/** The columns whose heads stand on the lines, one each. */
function columnsAt(text: (at: number) => string, most: number): Column[] {
  const columns: Column[] = [];
  while (columns.length < most) {
    const column = headOf(text(columns.length));
    const named = column === 'name' || column === 'header';
    // `Headers` before `Name` is the caption of the table.
    if (
      column === null ||
      columns.includes(column) ||
      (named && columns.some((one) => one === 'name' || one === 'header'))
    )
      return columns;
    columns.push(column);
  }
  return columns;
}

/** Columns by which a table is known. */
const telling: readonly Column[] = ['name', 'header', 'url', 'status'];

/** What the cells of a column look like, where not every text may be one. */
const looks: Partial<Record<Column, (cell: string) => boolean>> = {
  number: (cell) => wholeNumber(cell.replace(/\.$/, '')) !== null,
  type: (cell) => typeOf(cell) !== null,
  required: (cell) => isRequiredWord(cell) || isRequiredWord(cell.split(/[\s,(–—-]/)[0] ?? ''),
  url: (cell) => /^(?:https?:\/\/|\/)\S*$/.test(cell),
  method: isMethod,
  environment: isEnvironment,
  status: (cell) => /^[2-5]\d\d\b/.test(cell),
};

/** A table whose heads alone were understood: what its cells are is left to a person. */
function unread(lines: string[], head: string[], filled: number[]): Cut | null {
  const end = filled[head.length - 1];
  if (head.length < 3 || head.length > mostColumns || end === undefined) return null;
  // The first may be the caption of a table that begins below it.
  const below = byLines(lines, filled[1] ?? lines.length);
  const isBelow = below?.rows.some((row) => row.some((cell) => cell !== ''));
  return isBelow ? null : { end: end + 1, head, rows: [head.map(() => '')] };
}

const known = new WeakMap<string[], number[]>();

/** Lines of a table at most, and those that are looked at first: most tables are short. */
const mostLines = 3000;
const firstLines = 60;

/** The next lines with text, by their index; looked for once in lines that several tables may begin in. */
function filledFrom(lines: string[], start: number, most: number): number[] {
  const all = known.get(lines) ?? lines.flatMap((line, index) => (line.trim() === '' ? [] : [index]));
  known.set(lines, all);
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return all.slice(low, low + most);
}

/** A question about the places in the lines of one table, answered once: rows of several forms look at the same place. */
function oncePerPlace(read: (at: number) => boolean): (at: number) => boolean {
  const known = new Map<number, boolean>();
  return (at) => {
    const before = known.get(at);
    if (before !== undefined) return before;
    const result = read(at);
    known.set(at, result);
    return result;
  };
}

/** Whether the last of several heads may be the name of the first field: below heads in capitals it is written small. */
export const isFieldName = (head: string[]): boolean =>
  head.length > 2 && /^\p{Lu}/u.test(head[0] ?? '') && /^\p{Ll}/u.test(head.at(-1) ?? '');

/** A table with one cell to a line: heads we know, then as many cells for each row; the last cell of a row may be lost. */
export function byLines(lines: string[], start: number, most = firstLines, mostOfHead = mostColumns): Cut | null {
  // Most lines that could be a head are none: the next ones tell, before all that follow are looked at.
  const near = lines.slice(start, start + mostHeads).filter((line) => line.trim() !== '');
  if (near.length < 2 || headOf(near[1] ?? '') === null) return null;
  let filled = filledFrom(lines, start, 2 * mostColumns);
  const behind = new Map<number, string>();
  const text = (at: number): string =>
    `${(lines[filled[at] ?? lines.length] ?? '').trim()}${behind.get(filled[at] ?? -1) ?? ''}`;
  const columns = columnsAt(text, mostOfHead);
  const begin = columns.length;
  const head = columns.map((_, index) => text(index));
  if (begin < 2 || !columns.some((column) => telling.includes(column))) return null;
  // Two heads for one column are none of ours to align.
  if (headOf(text(begin)) !== null && headOf(text(begin + 1)) !== null) {
    let all = begin;
    while (all <= mostColumns && headOf(text(all)) !== null) all++;
    const heads = Array.from({ length: all }, (_, index) => text(index));
    return unread(lines, heads, filled);
  }
  filled = filledFrom(lines, start, most);
  const isCutShort = filled.length === most && most < mostLines;
  // The column of the numbers may have no head.
  if (!columns.includes('number') && wholeNumber(text(begin)) === 1) {
    columns.unshift('number');
    head.unshift('No');
  }
  const width = columns.length;
  // Without a column for it, a line behind a name says of it what it is, as `REQUIRED` does.
  if (!columns.includes('type') && !columns.includes('required'))
    for (let at = filled.length - 1; at > begin; at--) {
      const [line = 0, before = 0] = [filled[at], filled[at - 1]];
      if (!name.test((lines[before] ?? '').trim()) || !attributesAlone(lines[line] ?? '')) continue;
      behind.set(before, ` ${(lines[line] ?? '').trim()}`);
      filled.splice(at, 1);
    }
  const notes = columns.indexOf('notes');
  const isName = oncePerPlace((at) => name.test(text(at)));
  const isHead = oncePerPlace((at) => beginsTable(text(at)));
  // A field may be called as a head is, where its type stands behind it.
  const isHeads = (at: number): boolean => isHead(at) && typeOf(text(at + 1)) === null;
  // A lost description is followed by the caption of the next part, and that by the heads of its table or by words.
  const isNext = oncePerPlace(
    (at) =>
      isStatusWithReason(text(at)) ||
      (captionIn(text(at)) !== null && isPart(text(at)) && !(isName(at + 1) && !isHeads(at + 1))),
  );
  // A type may be called as a head is, as `Number` is.
  const isTyped = (index: number, at: number): boolean => columns[index + 1] === 'type' && typeOf(text(at)) !== null;
  const fits = (at: number, count: number, more: number): boolean =>
    at + count + more <= filled.length &&
    columns.slice(0, count).every((column, index) => {
      const place = at + index + (index > notes ? more : 0);
      // A name is followed by what is said of it, and a caption by the heads of the next table.
      if (column === 'name' || column === 'header')
        return behind.has(filled[place] ?? -1) || (isName(place) && (!isHead(place + 1) || isTyped(index, place + 1)));
      if (column === 'notes') return Array.from({ length: more + 1 }).every((_, line) => !isNext(place + line));
      return looks[column]?.(text(place)) ?? !(index === width - 1 && isNext(place));
    });
  // As far as rows follow each other at all, with the forms that each may have.
  const forms = new Map<number, Omit<Shape, 'rows'>[]>();
  const reached = new Set([begin]);
  for (const at of reached) {
    const own: Omit<Shape, 'rows'>[] = [];
    for (let more = 0; more <= (notes < 0 ? 0 : mostMore); more++)
      for (const count of [width, width - 1])
        if (count > 1 && count > notes - 1 && fits(at, count, more)) own.push({ count, more });
    for (const { count, more } of own) reached.add(at + count + more);
    forms.set(at, own);
  }
  // A row is looked at with the line behind it.
  const last = filled.length - width - mostMore - 2;
  if (isCutShort && [...reached].some((at) => at > last)) return byLines(lines, start, mostLines);
  // From the end, since only what follows shows where a row ends.
  const rest = new Map<number, Shape>();
  for (const at of [...reached].sort((a, b) => b - a)) {
    let best: Shape | null = null;
    for (const { count, more } of forms.get(at) ?? []) {
      const after = rest.get(at + count + more);
      // Only before another row is it known that a description goes on.
      if (more > 0 && (!after || count <= notes)) continue;
      const rows = 1 + (after?.rows ?? 0);
      if (!best || rows > best.rows) best = { count, more, rows };
    }
    if (best) rest.set(at, best);
  }
  const rows: string[][] = [];
  let at = begin;
  for (let row = rest.get(at); row; row = rest.get(at)) {
    const { count, more } = row;
    const cells = Array.from({ length: more === 0 ? count : notes }, (_, index) => text(at + index));
    // What follows a description of several lines may be its last line, or the next cell.
    if (more > 0) cells.push(Array.from({ length: more + 1 }, (_, line) => text(at + notes + line)).join(' '));
    rows.push(cells);
    at += count + more;
  }
  const shorter = rows.length === 0 && isFieldName(head) ? byLines(lines, start, most, begin - 1) : null;
  if (shorter?.rows.some((row) => row.some((cell) => cell !== ''))) return shorter;
  if (rows.length === 0) return unread(lines, head, filled);
  return { end: (filled[at - 1] ?? lines.length) + 1, head, rows };
}
