/** Tables with one cell to a line and the same number of empty lines behind each, as portals give them when they are copied: an empty cell is a blank. */
import { typeOf } from '../values/attributes.ts';
import { type Column, isRequiredWord } from '../words/words.ts';
import { type Cut, headOf } from './cell-lines.ts';
import { beginsPart, isName } from './cells-with-gaps.ts';

/** Heads of such a table, and its cells at most. */
const fewestHeads = 4;
const mostHeads = 12;
const mostCells = 2000;
const firstCells = 60;

/** Further cells that a description of several paragraphs may have. */
const mostMore = 4;

/** A cell of the lines, and the index of the line behind it. */
interface Cell {
  text: string;
  end: number;
}

/** What goes on with the cell before it: a cell that is narrow is broken, as `application` and `/json`. */
const isRest = (text: string, before: string): boolean =>
  /^[)\]},;]/.test(text) || (/^\/[\w.+-]+$/.test(text) && /^(?:application|text|multipart)$/i.test(before));

/** The cells from a line on: each text, and an empty one for each blank between two that is more than the lines that set them apart. */
function cellsFrom(lines: string[], start: number, apart: number, most: number): Cell[] {
  const cells: Cell[] = [];
  let blanks: string[] = [];
  for (let at = start; at < lines.length && cells.length < most; at++) {
    const line = lines[at] ?? '';
    const text = line.trim();
    const last = cells.at(-1);
    if (text === '') blanks.push(line);
    else {
      // A blank that does not break is a cell itself; others are where they are more than those between two cells.
      const kept = blanks.filter((blank) => blank !== '').length;
      const empty = Math.max(kept, Math.floor((blanks.length - apart) / (apart + 1)), 0);
      // Cells that begin right below each other are lines of one.
      const isSame =
        last !== undefined && ((apart > 0 && blanks.length === 0) || (empty === 0 && isRest(text, last.text)));
      if (isSame) {
        last.text += isRest(text, last.text) ? text : ` ${text}`;
        last.end = at + 1;
      } else {
        for (let index = 0; index < empty; index++) cells.push({ text: '', end: at - 1 });
        cells.push({ text, end: at + 1 });
      }
      blanks = [];
    }
  }
  return cells;
}

/** The columns whose heads begin the cells; a second one of a type says more of it. */
function columnsOf(cells: Cell[]): (Column | null)[] {
  const columns: (Column | null)[] = [];
  for (const { text } of cells.slice(0, mostHeads)) {
    const column = headOf(text);
    if (column === null || (columns.includes(column) && column !== 'type')) break;
    columns.push(columns.includes(column) ? null : column);
  }
  return columns;
}

/** How many cells of a row there are, how many more its description has, and how many rows follow it. */
interface Shape {
  count: number;
  more: number;
  rows: number;
}

/** The empty lines between the heads of a table at most. */
const mostApart = 3;

/** The empty lines between the head at a line and the next one; null where there is none. */
export function headsApart(lines: string[], start: number): number | null {
  let apart = 0;
  while (apart <= mostApart && (lines[start + apart + 1] ?? '').trim() === '') apart++;
  return apart <= mostApart && headOf(lines[start + apart + 1] ?? '') !== null ? apart : null;
}

/**
 * The table that begins at a line with its heads, so many empty lines behind each; null where the rows do not fit the heads.
 * @param most cells that are looked at: most tables are short
 */
export function bySpaces(lines: string[], start: number, apart: number, most = firstCells): Cut | null {
  const cells = cellsFrom(lines, start, apart, most);
  const columns = columnsOf(cells);
  const width = columns.length;
  const [first] = columns;
  if (width < fewestHeads || (first !== 'name' && first !== 'header') || !columns.includes('required')) return null;
  const text = (at: number): string => cells[at]?.text ?? '';
  const notes = columns.indexOf('notes');
  const least = Math.max(notes, columns.indexOf('required')) + 1;
  const isSample = (at: number): boolean => /^(?:[{[]|curl\b)/.test(text(at));
  // The caption of the next part stands above the heads of its table, or above its sample.
  const isNext = (at: number): boolean =>
    beginsPart(text(at)) && (isSample(at + 1) || (headOf(text(at + 1)) !== null && headOf(text(at + 2)) !== null));
  const fits = (column: Column | null | undefined, at: number): boolean => {
    if (column === first) return isName(text(at)) && !isNext(at);
    if (text(at) === '') return true;
    if (column === 'required') return isRequiredWord(text(at));
    // What is no type may be the form of a value, and no words.
    if (column === 'type') return typeOf(text(at)) !== null || /^\S+$/.test(text(at));
    return !isNext(at);
  };
  const fitsAs = (at: number, count: number, more: number): boolean =>
    at + count + more <= cells.length &&
    columns.slice(0, count).every((column, index) => fits(column, at + index + (index > notes ? more : 0))) &&
    Array.from({ length: more }).every((_, index) => !isNext(at + notes + index + 1));
  // As far as rows follow each other at all, with the forms that each may have.
  const forms = new Map<number, Omit<Shape, 'rows'>[]>();
  const reached = new Set([width]);
  for (const at of reached) {
    const own: Omit<Shape, 'rows'>[] = [];
    for (let more = 0; more <= (notes < 0 ? 0 : mostMore); more++)
      for (let count = width; count >= least; count--) if (fitsAs(at, count, more)) own.push({ count, more });
    for (const { count, more } of own) reached.add(at + count + more);
    forms.set(at, own);
  }
  // A row is looked at with what stands behind it.
  if (cells.length === most && most < mostCells && [...reached].some((at) => at > most - 2 * mostHeads))
    return bySpaces(lines, start, apart, mostCells);
  // From the end, since only what follows shows where a row ends.
  const best = new Map<number, Shape>();
  for (const at of [...reached].sort((one, other) => other - one))
    for (const { count, more } of forms.get(at) ?? []) {
      const end = at + count + more;
      const after = best.get(end);
      const isEnd = end >= cells.length || text(end) === '' || beginsPart(text(end));
      // Only before another row is it known that a description goes on.
      if (!after && (!isEnd || more > 0)) continue;
      const rows = 1 + (after?.rows ?? 0);
      if (rows > (best.get(at)?.rows ?? 0)) best.set(at, { count, more, rows });
    }
  const rows: string[][] = [];
  let at = width;
  for (let row = best.get(at); row; row = best.get(at)) {
    const { count, more } = row;
    const own = Array.from({ length: count + more }, (_, index) => text(at + index));
    if (more > 0) {
      const said = own.splice(notes, more + 1).filter((one) => one !== '');
      own.splice(notes, 0, said.join(' '));
    }
    rows.push([...own, ...Array.from({ length: width - count }, () => '')]);
    at += count + more;
  }
  const head = columns.map((_, index) => text(index));
  return rows.length === 0 ? null : { end: cells[at - 1]?.end ?? lines.length, head, rows };
}
