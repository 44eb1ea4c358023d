/** Tables between bars whose rule has tabs, or another number of columns than their head, or that have none: the standard shows no table there. */
import { columnOf } from '../words/words.ts';
import type { Cut } from './cell-lines.ts';
import { inFences } from './fences.ts';

/** The cells of a line between bars. */
const cellsOf = (line: string): string[] =>
  line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/);

/** Whether a line is a rule of dashes between bars. */
const isRule = (line: string): boolean =>
  /^[|:\-\s]+$/.test(line) && line.includes('|') && cellsOf(line).every((one) => /^:?-{2,}:?$/.test(one.trim()));

/**
 * A text in which the rule below the head of each table has as many columns as the head, and no tabs, of which Markdown knows
 * nothing there.
 */
export function withWholeRules(text: string): string {
  if (!text.includes('--') || !text.includes('|')) return text;
  const lines = text.split('\n');
  const isCode = inFences(lines);
  const whole = lines.map((line, index) => {
    const head = lines[index - 1] ?? '';
    if (isCode[index] || !head.includes('|') || !isRule(line) || isRule(head)) return line;
    // A rule in the midst of a table is none of a head.
    if ((lines[index - 2] ?? '').includes('|')) return line;
    const count = cellsOf(head).length;
    if (count < 2 || (count === cellsOf(line).length && !line.includes('\t'))) return line;
    // Below an item of a list a table stands behind a margin.
    return `${/^\s*/.exec(line)?.[0] ?? ''}|${' --- |'.repeat(count)}`;
  });
  return whole.join('\n');
}

/** The cells of a line that begins and ends with a bar; null for any other. */
const rowIn = (line: string): string[] | null =>
  /^\s*\|.*\|\s*$/.test(line) ? cellsOf(line).map((cell) => cell.trim().replaceAll('\\|', '|')) : null;

/** A table whose lines begin and end with a bar, and that has no rule, as text out of a PDF has it. */
export function byBars(lines: string[], start: number): Cut | null {
  const head = rowIn(lines[start] ?? '');
  if (head === null || head.length < 2 || head.every((cell) => columnOf(cell) === null)) return null;
  const rows: string[][] = [];
  let end = start + 1;
  for (let row = rowIn(lines[end] ?? ''); row !== null; row = rowIn(lines[++end] ?? '')) rows.push(row);
  return rows.length > 0 ? { end, head, rows } : null;
}
