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

/** The empty lines between the heads of a table at most. */
const mostApart = 3;

/** The empty lines between the head at a line and the next one; null where there is none. */
export function headsApart(lines: string[], start: number): number | null {
  let apart = 0;
  while (apart <= mostApart && (lines[start + apart + 1] ?? '').trim() === '') apart++;
  return apart <= mostApart && headOf(lines[start + apart + 1] ?? '') !== null ? apart : null;
}

/** A table as its heads say: what stands in the cells behind them, and where its rows may end. */
interface Headed {
  cells: Cell[];
  columns: (Column | null)[];
  /** The index of the description, which may have several cells; -1 without one. */
  notes: number;
  /** The cells that a row has at least: those behind may be left out. */
  least: number;
}

/** The cells of a row, and those that its description has more than one. */
interface Form {
  count: number;
  more: number;
}

const textAt = ({ cells }: Headed, at: number): string => cells[at]?.text ?? '';

/** Whether the caption of the next part stands at a cell: above the heads of its table, or above its sample. */
function isNext(table: Headed, at: number): boolean {
  const [caption, next, behind] = [at, at + 1, at + 2].map((one) => textAt(table, one));
  if (!beginsPart(caption ?? '')) return false;
  return /^(?:[{[]|curl\b)/.test(next ?? '') || (headOf(next ?? '') !== null && headOf(behind ?? '') !== null);
}

/** Whether what stands at a cell is what its column has. */
function fits(table: Headed, column: Column | null, at: number): boolean {
  const text = textAt(table, at);
  if (column === table.columns[0]) return isName(text) && !isNext(table, at);
  if (text === '') return true;
  if (column === 'required') return isRequiredWord(text);
  // What is no type may be the form of a value, and no words.
  if (column === 'type') return typeOf(text) !== null || /^\S+$/.test(text);
  return !isNext(table, at);
}

/** Whether a row of a form begins at a cell. */
function fitsAs(table: Headed, at: number, { count, more }: Form): boolean {
  const { cells, columns, notes } = table;
  if (at + count + more > cells.length) return false;
  const isOwn = columns
    .slice(0, count)
    .every((column, index) => fits(table, column, at + index + (index > notes ? more : 0)));
  return isOwn && Array.from({ length: more }).every((_, index) => !isNext(table, at + notes + index + 1));
}

/** The forms that a row from a cell on may have. */
function formsAt(table: Headed, at: number): Form[] {
  const forms: Form[] = [];
  for (let more = 0; more <= (table.notes < 0 ? 0 : mostMore); more++)
    for (let count = table.columns.length; count >= table.least; count--)
      if (fitsAs(table, at, { count, more })) forms.push({ count, more });
  return forms;
}

/** The forms of rows by the cells where these begin, as far as rows follow each other at all; an end has none. */
function formsOf(table: Headed): Map<number, Form[]> {
  const forms = new Map<number, Form[]>();
  const reached = new Set([table.columns.length]);
  for (const at of reached) {
    const own = formsAt(table, at);
    for (const { count, more } of own) reached.add(at + count + more);
    forms.set(at, own);
  }
  return forms;
}

/** The form that each row has with which most rows follow, by the cells where they begin. */
function bestOf(table: Headed, forms: Map<number, Form[]>): Map<number, Form> {
  const best = new Map<number, Form & { rows: number }>();
  // From the end, since only what follows shows where a row ends.
  for (const [at, own] of [...forms].sort(([one], [other]) => other - one))
    for (const { count, more } of own) {
      const end = at + count + more;
      const after = best.get(end);
      const isEnd = end >= table.cells.length || textAt(table, end) === '' || beginsPart(textAt(table, end));
      // Only before another row is it known that a description goes on.
      if (!after && (!isEnd || more > 0)) continue;
      const rows = 1 + (after?.rows ?? 0);
      if (rows > (best.get(at)?.rows ?? 0)) best.set(at, { count, more, rows });
    }
  return best;
}

/** The cells of a row under their columns, the parts of its description together. */
function rowOf(table: Headed, at: number, { count, more }: Form): string[] {
  const { columns, notes } = table;
  const row = Array.from({ length: count + more }, (_, index) => textAt(table, at + index));
  if (more > 0) {
    const said = row.splice(notes, more + 1).filter((one) => one !== '');
    row.splice(notes, 0, said.join(' '));
  }
  return [...row, ...Array.from({ length: columns.length - count }, () => '')];
}

/**
 * The table that begins at a line with its heads, so many empty lines behind each; null where the rows do not fit the heads.
 * @param most cells that are looked at: most tables are short
 */
export function bySpaces(lines: string[], start: number, apart: number, most = firstCells): Cut | null {
  const cells = cellsFrom(lines, start, apart, most);
  const columns = columnsOf(cells);
  const [first] = columns;
  if (columns.length < fewestHeads || (first !== 'name' && first !== 'header') || !columns.includes('required'))
    return null;
  const notes = columns.indexOf('notes');
  const table: Headed = { cells, columns, notes, least: Math.max(notes, columns.indexOf('required')) + 1 };
  const forms = formsOf(table);
  // A row is looked at with what stands behind it.
  if (cells.length === most && most < mostCells && [...forms.keys()].some((at) => at > most - 2 * mostHeads))
    return bySpaces(lines, start, apart, mostCells);
  const best = bestOf(table, forms);
  const rows: string[][] = [];
  let at = columns.length;
  for (let form = best.get(at); form; form = best.get(at)) {
    rows.push(rowOf(table, at, form));
    at += form.count + form.more;
  }
  const head = columns.map((_, index) => textAt(table, index));
  return rows.length === 0 ? null : { end: cells[at - 1]?.end ?? lines.length, head, rows };
}
