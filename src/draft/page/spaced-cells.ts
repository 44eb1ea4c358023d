/** Tables with one cell to a line and an empty line behind each, as portals give them when they are copied: an empty cell is a blank. */
import { typeOf } from './attributes.ts';
import { type Cut, headOf } from './cell-lines.ts';
import { beginsPart, isName } from './cells-with-gaps.ts';
import { type Column, isRequiredWord } from './words.ts';

/** Heads of such a table, and its cells at most. */
const fewestHeads = 4;
const mostHeads = 12;
const mostCells = 2000;

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

/** The cells from a line on: each text, and an empty one for each blank between two that is more than what sets them apart. */
function cellsFrom(lines: string[], start: number): Cell[] {
  const cells: Cell[] = [];
  let blanks: string[] = [];
  for (let at = start; at < lines.length && cells.length < mostCells; at++) {
    const line = lines[at] ?? '';
    const text = line.trim();
    const last = cells.at(-1);
    if (text === '') blanks.push(line);
    else {
      // A blank that does not break is a cell itself; of others each second one is.
      const kept = blanks.filter((blank) => blank !== '').length;
      const empty = Math.max(kept, Math.floor((blanks.length - 1) / 2), 0);
      // Cells that begin right below each other are lines of one.
      const isSame = last !== undefined && (blanks.length === 0 || (empty === 0 && isRest(text, last.text)));
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

/** The table that begins at a line with its heads, an empty line behind each; null where the rows do not fit the heads. */
export function bySpaces(lines: string[], start: number): Cut | null {
  const isBlank = (at: number): boolean => (lines[at] ?? '').trim() === '';
  // Most lines that could be a head are none: the next ones tell.
  if (!isBlank(start + 1) || headOf(lines[start + 2] ?? '') === null) return null;
  const near = cellsFrom(lines.slice(0, start + 4 * mostHeads), start);
  const columns = columnsOf(near);
  const width = columns.length;
  const [first] = columns;
  if (width < fewestHeads || (first !== 'name' && first !== 'header') || !columns.includes('required')) return null;
  const cells = cellsFrom(lines, start);
  const text = (at: number): string => cells[at]?.text ?? '';
  const notes = columns.indexOf('notes');
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
  const best = new Map<number, Shape>();
  for (let at = cells.length - 1; at >= width; at--) {
    if (!isName(text(at))) continue;
    for (let more = 0; more <= (notes < 0 ? 0 : mostMore); more++)
      for (let count = width; count > Math.max(notes, columns.indexOf('required')); count--) {
        const end = at + count + more;
        if (end > cells.length) continue;
        const place = (index: number): number => at + index + (index > notes ? more : 0);
        if (!columns.slice(0, count).every((column, index) => fits(column, place(index)))) continue;
        if (Array.from({ length: more }).some((_, index) => isNext(at + notes + index + 1))) continue;
        const after = best.get(end);
        const isEnd = end >= cells.length || beginsPart(text(end));
        // Only before another row is it known that a description goes on, or that empty cells behind it are lost.
        if (!after && (!isEnd || more > 0)) continue;
        const rows = 1 + (after?.rows ?? 0);
        if (rows > (best.get(at)?.rows ?? 0)) best.set(at, { count, more, rows });
      }
  }
  const rows: string[][] = [];
  let at = width;
  for (let row = best.get(at); row; row = best.get(at)) {
    const { count, more } = row;
    const own = Array.from({ length: count + more }, (_, index) => text(at + index));
    const said = own.splice(notes, more > 0 ? more + 1 : 0).filter((one) => one !== '');
    if (more > 0) own.splice(notes, 0, said.join(' '));
    rows.push([...own, ...Array.from({ length: width - count }, () => '')]);
    at += count + more;
  }
  const head = columns.map((_, index) => text(index));
  return rows.length === 0 ? null : { end: cells[at - 1]?.end ?? lines.length, head, rows };
}
