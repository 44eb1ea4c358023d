/** Rows of a table that stand behind each other on one line, each begun by a status and a code that begins with it. */
import type { Cut } from './cell-lines.ts';

/** A status and the code of BI SNAP that repeats it: `4014017300`. */
const begins = /(?<!\d)([45]\d\d)(\1\d{4})(?!\d)/g;

/** Words of the heads before them, in English and Indonesian. */
const heads = /^[\s*]*(?:http|status|response|error|kode)\b.{0,40}\b(?:code|kode|status)/i;

/** The table that a line is whose cells have lost what was between them: a status, its code and the words about it. */
export function byCodes(lines: string[], start: number): Cut | null {
  const text = lines[start] ?? '';
  const found = [...text.matchAll(begins)];
  const [first] = found;
  if (!first || found.length < 2 || !heads.test(text.slice(0, first.index))) return null;
  const rows = found.map(({ 0: whole, 1: status = '', 2: code = '', index }, at) => [
    status,
    code,
    text.slice(index + whole.length, found[at + 1]?.index).trim(),
  ]);
  // Words that hold another such number, or none, are those of several cells.
  const isWhole = rows.every(([, , words = '']) => words !== '' && words.length < 120 && !/\d{7}/.test(words));
  return isWhole ? { end: start + 1, head: ['HTTP Code', 'Error Code', 'Error Message'], rows } : null;
}
