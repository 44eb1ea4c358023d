/** Tables that are drawn with dashes, as pandoc writes them from an office document, as tables with bars. */
import { inFences } from './fences.ts';

const gridRule = /^\s*\+(?:[-=:]+\+)+\s*$/;
/** A line of a table whose columns have bars or rules between them. */
export const gridRow = /^\s*[|+].*[|+]\s*$/;
/** A rule of a table without bars: groups of dashes over its columns. */
const columnRule = /^\s*-{2,}(?:\s+-{2,})+\s*$/;
/** A rule of a simple table of reStructuredText. */
export const simpleRule = /^\s*={2,}(?:\s+={2,})+\s*$/;
const wholeRule = /^\s*-{8,}\s*$/;

/** Lines in which the end of a table without bars is looked for. */
const mostLines = 1000;

const row = (cells: string[]): string =>
  `| ${cells.map((cell) => cell.trim().replace(/(?<!\\)\|/g, '\\|')).join(' | ')} |`;

const rule = (count: number): string => `|${' --- |'.repeat(count)}`;

/** Whether a line goes on with a sentence: behind several words, none of which ends one. */
const goesOn = (before: string, line: string): boolean =>
  /^[\p{Ll}\d]/u.test(line) && !/[.;:!?]$/.test(before) && before.split(/\s+/).length > 2;

/** Cells of several lines as one each. */
function joined(lines: string[][], count: number): string[] {
  return Array.from({ length: count }, (_, column) =>
    lines
      .map((cells) => (cells[column] ?? '').trim())
      .filter((text) => text !== '')
      .reduce((text, line) => (text === '' ? line : `${text}${goesOn(text, line) ? ' ' : '<br>'}${line}`), ''),
  );
}

/** Rows of one line each; a line that fills few cells, and not the first, goes on with the row above it. */
function byLine(lines: string[][], count: number): string[][] {
  const rows: string[][][] = [];
  for (const cells of lines) {
    const filled = cells.filter((text) => text.trim() !== '').length;
    const last = rows.at(-1);
    if (last && (cells[0] ?? '').trim() === '' && filled * 2 <= count) last.push(cells);
    else rows.push([cells]);
  }
  return rows.map((row) => joined(row, count));
}

/** As many lines as the table had, so that what follows stays on its line. */
function padded(rows: string[][], hasHead: boolean, count: number, height: number): string[] | null {
  const [head, ...others] = hasHead ? rows : [Array.from({ length: count }, () => ''), ...rows];
  if (!head || others.length === 0) return null;
  const lines = [row(head), rule(count), ...others.map(row)];
  while (lines.length < height) lines.push('');
  return lines;
}

interface Drawn {
  lines: string[];
  /** Index of the line behind the table as it was drawn. */
  end: number;
}

/** The rows up to where the last one ends; one that is not closed is left as it is. */
function grid(lines: string[], start: number): Drawn {
  const cuts = [...(lines[start] ?? '')].flatMap((character, index) => (character === '+' ? [index] : []));
  const rows: string[][] = [];
  let open: string[][] = [];
  let hasHead = false;
  let end = start + 1;
  for (; end < lines.length && gridRow.test(lines[end] ?? ''); end++) {
    const line = lines[end] ?? '';
    if (gridRule.test(line)) {
      if (open.length > 0) rows.push(joined(open, cuts.length - 1));
      if (line.includes('=') && rows.length === 1) hasHead = true;
      open = [];
    } else open.push(cuts.slice(1).map((cut, index) => line.slice((cuts[index] ?? 0) + 1, cut)));
  }
  const made = open.length === 0 ? padded(rows, hasHead, cuts.length - 1, end - start) : null;
  return { lines: made ?? lines.slice(start, end), end };
}

/** Where each column of a rule begins. */
const startsOf = (line: string): number[] => [...line.matchAll(/-+|=+/g)].map(({ index }) => index);

/** The table between three rules, or two where it has no head; a row without a first cell goes on with the one above. */
function simple(lines: string[], start: number): Drawn | null {
  const starts = startsOf(lines[start] ?? '');
  const rules: number[] = [start];
  const rows: string[][][] = [];
  let end = start + 1;
  for (; end < lines.length && end - start < mostLines; end++) {
    const line = lines[end] ?? '';
    if (simpleRule.test(line)) {
      rules.push(end);
      if (rules.length === 3 || (lines[end + 1] ?? '').trim() === '') break;
    } else if (line.trim() !== '') {
      const cells = starts.map((from, index) => line.slice(index === 0 ? 0 : from, starts[index + 1]));
      const last = rows.at(-1);
      if (last && rules.length === 2 && rows.length > 1 && (cells[0] ?? '').trim() === '') last.push(cells);
      else rows.push([cells]);
    }
  }
  if (rules.length < 2) return null;
  const all = rows.map((cells) => joined(cells, starts.length));
  const made = padded(all, rules.length === 3, starts.length, end + 1 - start);
  return made && { lines: made, end: end + 1 };
}

function byColumns(lines: string[], start: number): Drawn | null {
  const isOpened = wholeRule.test(lines[start] ?? '');
  let at = start;
  while (at < lines.length && at - start < 8 && !columnRule.test(lines[at] ?? '')) {
    if (at > start && (lines[at] ?? '').trim() === '') return null;
    at++;
  }
  if (!columnRule.test(lines[at] ?? '')) return null;
  const starts = startsOf(lines[at] ?? '');
  const cellsOf = (line: string): string[] =>
    starts.map((from, index) => line.slice(index === 0 ? 0 : from, starts[index + 1]));
  const head = lines.slice(isOpened ? start + 1 : start, at).map(cellsOf);
  const body: string[][][] = [[]];
  let end = at + 1;
  let isClosed = false;
  for (; end < lines.length && end - start < mostLines; end++) {
    const line = lines[end] ?? '';
    if (columnRule.test(line) || wholeRule.test(line)) {
      isClosed = true;
      end++;
      break;
    }
    if (line.trim() === '') {
      if (head.length > 0 && !isOpened) break;
      body.push([]);
    } else body.at(-1)?.push(cellsOf(line));
  }
  // Rows of one line each are set apart by nothing, and rows of several by an empty line.
  const isSpaced = body.filter((one) => one.length > 0).length > 1 || isOpened;
  if ((head.length === 0 || isOpened) && !isClosed) return null;
  const rows = isSpaced
    ? body.filter((one) => one.length > 0).map((one) => joined(one, starts.length))
    : byLine(body[0] ?? [], starts.length);
  const all = head.length > 0 ? [joined(head, starts.length), ...rows] : rows;
  const made = padded(all, head.length > 0, starts.length, end - start);
  return made && { lines: made, end };
}

/** A text in which every table that is drawn has bars; its other lines stay where they are. */
export function withBars(text: string): string {
  if (!/^[^\S\n]*(?:\+[-=]|-{2,}[^\S\n]+-{2,}|={2,}[^\S\n]+={2,})/m.test(text)) return text;
  const lines = text.split('\n');
  const made: string[] = [];
  const isCode = inFences(lines);
  for (let index = 0; index < lines.length; ) {
    const line = lines[index] ?? '';
    const next = lines[index + 1] ?? '';
    const begins = columnRule.test(line) || wholeRule.test(line) || (line.trim() !== '' && columnRule.test(next));
    const drawn = isCode[index]
      ? null
      : gridRule.test(line)
        ? grid(lines, index)
        : simpleRule.test(line)
          ? simple(lines, index)
          : begins
            ? byColumns(lines, index)
            : null;
    if (drawn) {
      if (made.at(-1)?.trim() !== '') made.push('');
      // The empty line before it is one of those behind it.
      made.push(...(made.length > index ? drawn.lines.slice(0, -1) : drawn.lines));
      index = drawn.end;
      if (drawn.lines.at(-1) !== '' && (lines[index] ?? '').trim() !== '') made.push('');
    } else {
      made.push(line);
      index++;
    }
  }
  return made.join('\n');
}
