/** Lines of text as blocks: a page copied out of a browser has lost the marks of its headings, tables and lists. */
import { STATUS_CODES } from 'node:http';
import { byAlignment } from './aligned.ts';
import { type Block, captionDepth, type Item } from './blocks.ts';
import { isPart } from './context.ts';
import { isLabel, isMethod } from './labels.ts';
import { closingBraces, codeAt } from './loose-code.ts';
import { attributesAlone } from './said.ts';
import { typeOf } from './values.ts';
import { type Column, columnOf, isRequiredWord } from './words.ts';

const mostTitleWords = 5;

/** Whether a line alone is a caption. */
function isCaption(line: string): boolean {
  const words = line.trim().split(' ');
  const letters = (word: string): boolean => /^(\p{L}[\p{L}\d]*|\d{3})$/u.test(word);
  return words.length <= mostTitleWords && words.every(letters) && /^\p{Lu}/u.test(line.trim());
}

/** Characters of the longest line that is taken for a caption. */
const longestCaption = 160;

/** The caption that a line is; one with a number, parentheses or a colon, as `2.1 Request body (JSON):`, where it names a part. */
function captionIn(line: string): string | null {
  const text = line.trim();
  if (text.length > longestCaption) return null;
  const plain = text
    .replace(/:$/, '')
    .replace(/\s*\([^()]{1,30}\)$/, '')
    .replace(/^\d{1,2}(?:\.\d{1,2})*\.?\s+/, '');
  return isCaption(plain) && (plain === text || isPart(plain)) ? text.replace(/:$/, '') : null;
}

interface Cut {
  /** Index of the line behind the table. */
  end: number;
  head: string[];
  rows: string[][];
}

/** A table whose cells are apart by tabs. */
function byTabs(lines: string[], start: number): Cut | null {
  const cells = (index: number): string[] => (lines[index] ?? '').split('\t').map((cell) => cell.trim());
  const head = cells(start);
  const known = head.filter((cell) => columnOf(cell) !== null).length;
  // One head is enough where the next line has as many cells.
  if (head.length < 2 || known === 0 || (known < 2 && cells(start + 1).length !== head.length)) return null;
  let end = start + 1;
  const rows: string[][] = [];
  for (; end < lines.length; end++) {
    const row = cells(end);
    if (row.length < 2 && lines[end]?.trim() !== '') break;
    if (row.length > 1) rows.push(row);
  }
  return rows.length > 0 ? { end, head, rows } : null;
}

/** What a line that is a head says; the name of a field, as grant_type and Content-Type, is none. */
const headOf = (line: string): Column | null => (/[a-z][_-][a-z]/i.test(line.trim()) ? null : columnOf(line.trim()));

/** Lines in which the second head of a table is looked for. */
const mostHeads = 6;

/** A table with one cell to a line: heads we know, then as many cells for each row; the last cell of a row may be lost. */
function byLines(lines: string[], start: number): Cut | null {
  // Most lines that could be a head are none: the next ones tell, before all that follow are looked at.
  const near = lines.slice(start, start + mostHeads).filter((line) => line.trim() !== '');
  if (near.length < 2 || headOf(near[1] ?? '') === null) return null;
  const filled = lines.flatMap((line, index) => (index >= start && line.trim() !== '' ? [index] : []));
  const behind = new Map<number, string>();
  const text = (at: number): string =>
    `${(lines[filled[at] ?? lines.length] ?? '').trim()}${behind.get(filled[at] ?? -1) ?? ''}`;
  const columns: Column[] = [];
  while (true) {
    const column = headOf(text(columns.length));
    const named = column === 'name' || column === 'header';
    // `Headers` before `Name` is the caption of the table.
    if (
      column === null ||
      columns.includes(column) ||
      (named && columns.some((one) => one === 'name' || one === 'header'))
    )
      break;
    columns.push(column);
  }
  const width = columns.length;
  if (width < 2 || !(columns.includes('name') || columns.includes('header'))) return null;
  // Without a column for it, a line behind a name says of it what it is, as `REQUIRED` does.
  if (!columns.includes('type') && !columns.includes('required'))
    for (let at = filled.length - 1; at > width; at--) {
      const [line = 0, before = 0] = [filled[at], filled[at - 1]];
      if (!/^[\w.[\]*>-]+$/.test((lines[before] ?? '').trim()) || !attributesAlone(lines[line] ?? '')) continue;
      behind.set(before, ` ${(lines[line] ?? '').trim()}`);
      filled.splice(at, 1);
    }
  const fits = (at: number, count: number): boolean =>
    at + count <= filled.length &&
    columns.slice(0, count).every((column, index) => {
      const cell = text(at + index);
      // A name is followed by what is said of it, and a caption by the heads of the next table.
      if (column === 'name' || column === 'header')
        return (
          behind.has(filled[at + index] ?? -1) || (/^[\w.[\]*>-]+$/.test(cell) && headOf(text(at + index + 1)) === null)
        );
      if (column === 'type') return typeOf(cell) !== null;
      // A lost description is followed by the caption of the next part.
      if (column === 'notes') return !(isCaption(cell) && isPart(cell) && !isRowAt(at + index + 1));
      return column !== 'required' || isRequiredWord(cell);
    });
  /** Whether a row may begin there: a caption is followed by the heads of its table, or by words. */
  const isRowAt = (at: number): boolean => /^[\w.[\]*>-]+$/.test(text(at)) && headOf(text(at)) === null;
  // From the end, since only what follows shows whether the last cell of a row is there.
  const rest = new Map<number, { rows: number; count: number }>();
  for (let at = filled.length - 1; at >= width; at--) {
    const ways = [width, width - 1].filter((count) => count > 1 && fits(at, count));
    const [best] = ways
      .map((count) => ({ count, rows: 1 + (rest.get(at + count)?.rows ?? 0) }))
      .sort((a, b) => b.rows - a.rows);
    if (best) rest.set(at, best);
  }
  const rows: string[][] = [];
  let at = width;
  for (let row = rest.get(at); row; row = rest.get(at)) {
    rows.push(Array.from({ length: row.count }, (_, index) => text(at + index)));
    at += row.count;
  }
  if (rows.length === 0) return null;
  return { end: (filled[at - 1] ?? lines.length) + 1, head: columns.map((_, index) => text(index)), rows };
}

/** The table that begins at a line, by whatever its cells are apart. */
function cutAt(lines: string[], index: number): Cut | null {
  const text = lines[index] ?? '';
  if (text.includes('\t')) return byTabs(lines, index);
  if (/\S {2,}\S/.test(text)) return byAlignment(lines, index);
  return headOf(text) === null ? null : byLines(lines, index);
}

/** The reason of a status that a line alone is. */
const reasonOf = (line: string): string | undefined => STATUS_CODES[line.trim()]?.toLowerCase();

/** Whether a line is a label, and the next one its value alone, as a copied page has them. */
export function isLabelled(line: string, next: string | undefined): boolean {
  const value = next?.trim() ?? '';
  return isLabel(line.trim()) && (isMethod(value) || /^(?:https?:\/\/|\/|[a-z]+\/)[^\s]*$/i.test(value));
}

/** Lines of one field at most. */
const mostFieldLines = 12;

/** How many lines a field has whose name stands alone on a line, above what it is and the words about it; 0 for no field. */
function namedField(lines: string[], start: number): number {
  const isName = (line: string | undefined): boolean =>
    /^(?:`[A-Za-z_$][\w$.-]*`|\*\*`?[A-Za-z_$][\w$.-]*`?\*\*|[a-z]+(?:[_.-][A-Za-z0-9]+)*|[a-z]+[A-Z]\w*)\*?$/.test(
      line?.trim() ?? '',
    );
  if (!isName(lines[start]) || !attributesAlone(lines[start + 1] ?? '')) return 0;
  let end = start + 2;
  while (end < lines.length && end - start < mostFieldLines && (lines[end] ?? '').trim() !== '') {
    if (isName(lines[end]) && attributesAlone(lines[end + 1] ?? '')) break;
    end++;
  }
  return end - start;
}

/** The address below a line that is a method alone; a copied page may have each part of a path on a line of its own. */
function addressBelow(lines: string[], index: number): { place: string; count: number } | null {
  if (!isMethod((lines[index] ?? '').trim().toUpperCase())) return null;
  const next = (lines[index + 1] ?? '').trim();
  if (/^(\/.|https?:\/\/)\S*$/.test(next)) return { place: next, count: 1 };
  let place = '';
  let count = 0;
  while (count < mostParts && (lines[index + count + 1] ?? '').trim() === '/') {
    const part = (lines[index + count + 2] ?? '').trim();
    if (!/^[\w{}.:~-]+$/.test(part)) break;
    place += `/${part}`;
    count += 2;
  }
  return place === '' ? null : { place, count };
}

/** Lines that the parts of a path may have. */
const mostParts = 40;

/** The blocks of lines that begin at a line of the page, under a title. */
export function plainBlocks(lines: string[], line: number, under: string): Block[] {
  const blocks: Block[] = [];
  let title = under;
  let run: string[] = [];
  let begin = 0;
  let items: Item[] = [];
  let isMessage = false;
  const closing = closingBraces(lines);
  const flush = (): void => {
    if (run.some((one) => one.trim() !== '')) blocks.push({ kind: 'lines', title, line: line + begin, lines: run });
    if (items.length > 0) blocks.push({ kind: 'list', title, line: line + begin, items });
    run = [];
    items = [];
    isMessage = false;
  };
  for (let index = 0; index < lines.length; index++) {
    const text = lines[index] ?? '';
    const cut = cutAt(lines, index);
    const definition = /^:\s+(.*)$/.exec(lines[index + 1] ?? '');
    const named = cut ? 0 : namedField(lines, index);
    // The body of a message is read with it.
    isMessage ||= /(^|\s)HTTP\/\d/.test(text);
    const code = cut || isMessage ? 0 : codeAt(lines, index, closing);
    if (code > 0) {
      flush();
      const text = lines.slice(index, index + code).join('\n');
      blocks.push({ kind: 'code', title, line: line + index, language: '', info: '', text });
      index += code - 1;
    } else if (cut) {
      flush();
      blocks.push({ kind: 'table', title, line: line + index, head: cut.head, rows: cut.rows });
      index = cut.end - 1;
    } else if (named > 0) {
      if (items.length === 0) {
        flush();
        begin = index;
      }
      const field = lines.slice(index, index + named).map((line) => line.trim());
      items.push({ text: field.join('\n'), depth: 0 });
      index += named - 1;
    } else if (reasonOf(text) !== undefined && reasonOf(text) === lines[index + 1]?.trim().toLowerCase()) {
      flush();
      title = `${text.trim()} ${(lines[index + 1] ?? '').trim()}`;
      blocks.push({ kind: 'heading', title, line: line + index, depth: captionDepth });
      index++;
    } else if (isLabelled(text, lines[index + 1])) {
      if (run.length === 0) begin = index;
      run.push(`${text.trim()}: ${(lines[index + 1] ?? '').trim()}`, '');
      index++;
    } else if (definition && text.trim() !== '') {
      if (items.length === 0) {
        flush();
        begin = index;
      }
      items.push({ text: `${text.trim()}\n${definition[1]}`, depth: 0 });
      index++;
    } else if (captionIn(text) !== null && !isMethod(text.trim())) {
      flush();
      title = captionIn(text) ?? '';
      blocks.push({ kind: 'heading', title, line: line + index, depth: captionDepth });
    } else {
      if (items.length > 0 && text.trim() !== '') flush();
      if (items.length > 0) continue;
      if (run.length === 0) begin = index;
      const address = addressBelow(lines, index);
      run.push(address ? `${text.trim().toUpperCase()} ${address.place}` : text);
      for (let rest = 0; address && rest < address.count; rest++) run.push('');
      index += address?.count ?? 0;
    }
  }
  flush();
  return blocks;
}
