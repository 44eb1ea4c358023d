/** Tables with a column that says of each row which side of the exchange it is of, and which part of it, as `Response Body` does. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { type Block, captionDepth } from '../blocks/blocks.ts';
import { isPart, unknownIn } from '../blocks/heading-words.ts';
import { columnsOf } from '../words/head-columns.ts';
import { cell, nameOf, type TableBlock } from './columns.ts';

/** Words for a side in a cell, shortened ones included. */
const asks = pattern`^(?:in|inputs?|req|${word.request}|masukan|dikirim)$`;
const answers = pattern`^(?:out|outputs?|resp?|${word.answer}|respond|tanggapan|keluaran|returned|diterima)$`;

/** Who sends to whom. */
const to = oneOf('(?:-+|=+)>', '→', '⇒', 'to', 'ke', '(?:ke)?pada');
const sender = oneOf(word.client, 'you', 'anda');
const isFromClient = pattern`^\W*${sender}\W*\s?${to}\s?\W*${word.server}\W*$`;
const isFromServer = pattern`^\W*${word.server}\W*\s?${to}\s?\W*${sender}\W*$`;

/** Words of the longest cell that names a part. */
const mostWords = 5;

/** The parts that a cell names: one, or one of each side; null where it says anything else. */
function partsIn(text: string): string[] | null {
  if (isFromClient.test(text)) return ['Request'];
  if (isFromServer.test(text)) return ['Response'];
  // A status is a word of its own, and names no part where it stands alone.
  const words = text.toLowerCase().match(/\p{L}+|\d+/gu) ?? [];
  if (words.length > mostWords || !words.some((one) => /\D/.test(one))) return null;
  const rest = words.filter((one) => !asks.test(one) && !answers.test(one));
  const title = rest.join(' ');
  if (title !== '' && (!isPart(title) || unknownIn(title).length > 0)) return null;
  const sides = [...(words.some((one) => asks.test(one)) ? ['Request'] : [])];
  if (words.some((one) => answers.test(one))) sides.push('Response');
  return sides.length === 0 ? [title] : sides.map((side) => `${side} ${title}`.trim());
}

/** The parts of each row below a column, which may be filled in the first row of a part alone; null for any other column. */
function partsBelow(rows: string[][], column: number): string[][] | null {
  const parts: string[][] = [];
  for (const row of rows) {
    const text = cell(row, column);
    const own = text === '' ? (parts.at(-1) ?? null) : partsIn(text);
    if (own === null) return null;
    parts.push(own);
  }
  const isOfAnswer = parts.flat().some((part) => part.startsWith('Response'));
  return isOfAnswer && new Set(parts.flat()).size > 1 ? parts : null;
}

/** Such a table as one table for each part, below its name; null for any other table. */
export function byPartColumn(block: TableBlock): Block[] | null {
  const { head, rows } = block;
  if (rows.length < 2) return null;
  const { name, header } = columnsOf(head).columns;
  const names = name ?? header;
  if (names === undefined && head.length < 3) return null;
  for (const at of head.keys()) {
    // A member may be called as a part is, and a table of labels names none.
    const other = names ?? (at === 0 ? 1 : 0);
    if (at === names || !rows.every((row) => cell(row, other) === '' || nameOf(cell(row, other)) !== null)) continue;
    const below = partsBelow(rows, at);
    if (below === null) continue;
    const kept = (row: string[]): string[] => row.filter((_, column) => column !== at);
    return [...new Set(below.flat())].flatMap((title): Block[] => [
      { kind: 'heading', title, depth: captionDepth, line: block.line },
      { ...block, title, head: kept(head), rows: rows.filter((_, row) => below[row]?.includes(title)).map(kept) },
    ]);
  }
  return null;
}
