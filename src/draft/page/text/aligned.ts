/** Tables whose cells are aligned by spaces, as text out of a PDF has them. */

import { captionIn } from '../blocks/captions.ts';
import { isPart } from '../blocks/heading-words.ts';
import { nameOf } from '../tables/columns.ts';
import { attributesAlone } from '../values/attribute-lines.ts';
import { typeOf } from '../values/attributes.ts';
import { statusOfCode } from '../words/body-codes.ts';
import { columnOf, isRequiredWord } from '../words/words.ts';

/** Cells of a line with the place each begins at. */
function cellsOf(line: string): { text: string; start: number }[] {
  return [...line.matchAll(/\S+(?: \S+)*/g)].map(({ 0: text, index }) => ({ text, start: index }));
}

/** What the rows of a table without a head begin with: a name and whether it is mandatory, or the status of a refusal. */
const isField = ([name = '', said = '', ...rest]: string[]): boolean =>
  rest.length > 0 && nameOf(name) !== null && said.length > 1 && isRequiredWord(said);
const isRefusal = ([status = '', ...rest]: string[]): boolean => /^[45]\d\d$/.test(status) && rest.length === 1;

/** Rows without a head that begin at a line: cells below each other, and the same kind of words in each. */
export function byAlignedRows(
  lines: string[],
  begin: number,
): { end: number; head: string[]; rows: string[][] } | null {
  const first = cellsOf((lines[begin] ?? '').trimEnd());
  const texts = (cells: typeof first): string[] => cells.map(({ text }) => text);
  const fits = [isField, isRefusal].find((one) => one(texts(first)));
  if (!fits) return null;
  const rows = [texts(first)];
  let end = begin + 1;
  for (; end < lines.length; end++) {
    const cells = cellsOf((lines[end] ?? '').trimEnd());
    const [only, ...others] = cells;
    const last = rows.at(-1);
    // What goes on stands below the last cell.
    if (only && others.length === 0 && last && only.start > 0 && only.start === first.at(-1)?.start)
      last.push(`${last.pop()} ${only.text}`);
    else if (
      cells.length === first.length &&
      cells.every(({ start }, at) => start === first[at]?.start) &&
      fits(texts(cells))
    )
      rows.push(texts(cells));
    else break;
  }
  const [head = [], ...below] = rows;
  return below.length > 0 ? { end, head, rows: below } : null;
}

/** What the cells of such a row stand below. */
const attributeHead = ['Name', 'Type', 'Description'];

/** Rows without a head whose cells are apart by spaces, however many: a name, its attributes, and words about it. */
export function byAttributes(lines: string[], begin: number): { end: number; head: string[]; rows: string[][] } | null {
  const rows: string[][] = [];
  let end = begin;
  for (; end < lines.length; end++) {
    const cells = cellsOf((lines[end] ?? '').trimEnd()).map(({ text }) => text);
    const [name = '', said = '', words = '', ...others] = cells;
    if (others.length > 0 || nameOf(name) === null || (attributesAlone(said)?.schema ?? null) === null) break;
    rows.push([name, said, words]);
  }
  return rows.length > 1 ? { end, head: attributeHead, rows } : null;
}

/** Empty lines that rows may have between them. */
const mostGap = 1;

/** A table that begins at a line: heads we know, then rows whose cells stand below them. A line without a name goes on with the row above it. */
export function byAlignment(lines: string[], begin: number): { end: number; head: string[]; rows: string[][] } | null {
  const heads = cellsOf((lines[begin] ?? '').trimEnd());
  const known = heads.map(({ text }) => columnOf(text));
  // Codes that begin with a status name the rows as these do, however their column is called.
  const [code] = cellsOf((lines[begin + 1] ?? '').trimEnd());
  const isCoded = code?.start === heads[0]?.start && statusOfCode(code?.text) !== null;
  const first = known.findIndex((column) => column === 'name' || column === 'header' || column === 'status');
  const name = first < 0 && isCoded ? 0 : first;
  const least = isCoded ? 0 : known.includes('status') ? 2 : 3;
  if (heads.length < 3 || name < 0 || known.filter((column) => column !== null).length < least) return null;
  const rows: string[][] = [];
  const starts: number[] = [];
  let end = begin + 1;
  let gap = 0;
  for (let index = begin + 1; index < lines.length; index++) {
    const line = (lines[index] ?? '').trimEnd();
    if (/^[\s=_+|-]+$/.test(line) && line.trim() !== '') continue;
    if (line.trim() === '') {
      gap++;
      if (gap > mostGap && rows.length > 0) break;
      continue;
    }
    const caption = gap > 0 ? captionIn(line.trim().replace(/ {2,}/g, ' ')) : null;
    // A number of a chapter begins the next part, whatever it is called.
    if ((caption !== null && isPart(caption)) || (gap > 0 && /^\d+(?:\.\d+)+\.?\s+\p{L}/u.test(line.trim()))) break;
    const cells = cellsOf(line);
    const row = heads.map(() => '');
    let fits = true;
    for (const { text, start } of cells) {
      // A cell belongs to the head that it begins nearest to.
      const distances = heads.map((head) => Math.abs(head.start - start));
      const at = distances.indexOf(Math.min(...distances));
      if ((distances[at] ?? 0) > 3 || row[at] !== '') fits = false;
      row[at] = text;
    }
    if (!fits) break;
    const last = rows.at(-1);
    if (row[name] !== '' && cells.length > 1) {
      rows.push(row);
      starts.push(cells[0]?.start ?? 0);
    } else if (last && row[name] === '' && gap === 0)
      rows[rows.length - 1] = last.map((text, at) => `${text} ${row[at] ?? ''}`.trim());
    else break;
    gap = 0;
    end = index + 1;
  }
  const type = known.indexOf('type');
  if (known[name] === 'name' && heads[name]?.start === heads[0]?.start) markLevels(rows, starts, { name, type });
  return rows.length > 0 ? { end, head: heads.map(({ text }) => text), rows } : null;
}

/** Marks the names that begin further right than that of an object or a list above them, a mark for each level. */
function markLevels(rows: string[][], starts: number[], at: { name: number; type: number }): void {
  const open: number[] = [];
  let isHolder = false;
  for (const [index, row] of rows.entries()) {
    const start = starts[index] ?? 0;
    while (open.length > 0 && (open.at(-1) ?? 0) >= start) open.pop();
    const above = starts[index - 1];
    // What is no member of the row above it is on its level, wherever it begins.
    if (above !== undefined && start > above && isHolder) open.push(above);
    const written = row[at.name] ?? '';
    const type = typeOf(row[at.type] ?? '')?.['type'];
    isHolder = type === 'object' || type === 'array';
    // A name may have its marks beside the blanks before it.
    const marks = nameOf(written)?.depth ?? open.length;
    if (open.length > marks) row[at.name] = `${'>'.repeat(open.length - marks)}${written}`;
  }
}
