/** A table that holds a whole operation: labels with a value each, and parts of several rows with heads of their own. */

import { type Block, rowDepth } from '../blocks/blocks.ts';
import { isPart } from '../blocks/heading-words.ts';
import { isHeaderName } from '../blocks/sides.ts';
import { typeOf } from '../values/attributes.ts';
import { kindsOf } from '../words/head-columns.ts';
import { isPlace } from '../words/places.ts';
import { columnOf } from '../words/words.ts';
import type { TableBlock } from './columns.ts';

/** Whether a row names a part in its first cell, and gives the heads of that part behind it. */
function beginsPart([first = '', ...others]: string[]): boolean {
  if (first.trim() === '') return false;
  const filled = others.filter((cell) => cell.trim() !== '');
  // Most rows are those of fields, and have a type behind the name.
  if (filled.length < 2 || typeOf(filled[0] ?? '') !== null) return false;
  // Or a place, and a type behind it.
  if (isPlace(filled[0] ?? '') && filled.some((cell) => typeOf(cell) !== null)) return false;
  // Heads name a column each; a sentence may hold the word for one.
  if (filled.some((cell) => /[.;,]\s/.test(cell))) return false;
  const known = new Set(filled.flatMap((cell) => columnOf(cell.replace(/[*_`]/g, '')) ?? [])).size;
  return known * 2 > filled.length && known > 1 && isPart(first) && !isHeaderName(first.trim());
}

/** Whether a table has a head of its own for the fields in all of its rows. */
function headsFields({ head }: TableBlock): boolean {
  const known = new Set(kindsOf(head));
  return (
    (known.has('name') || known.has('header')) && (known.has('type') || known.has('required') || known.has('place'))
  );
}

/** Whether the first head is that of the names: `Parameter` speaks of a part as well, and has no other column of names behind it. */
function namesFields({ head }: TableBlock): boolean {
  const [first = false, ...others] = kindsOf(head).map((kind) => kind === 'name' || kind === 'header');
  return first && !others.includes(true);
}

/** The parts of such a table, each below its name; null for any other table. */
export function byNestedHeads(block: TableBlock): Block[] | null {
  const all = [block.head, ...block.rows];
  const isOfFields = headsFields(block) && (namesFields(block) || !beginsPart(block.head));
  if (isOfFields || !block.rows.some(beginsPart)) return null;
  const labels: string[][] = [];
  const parts: Block[] = [];
  let kept: number[] = [];
  let rows: string[][] | null = null;
  for (const row of all) {
    const [first = '', ...others] = row;
    const cells = [first, ...others];
    if (beginsPart(row)) {
      kept = cells.flatMap((cell, at) => (at > 0 && cell.trim() !== '' ? [at] : []));
      rows = [];
      const title = first.replace(/\s+/g, ' ').trim();
      parts.push({ kind: 'heading', title, depth: rowDepth, line: block.line });
      parts.push({ ...block, title, head: kept.map((at) => (cells[at] ?? '').replace(/[*_`]/g, '')), rows });
    } else if (first.trim() === '' && rows) rows.push(kept.map((at) => cells[at] ?? ''));
    else {
      rows = null;
      labels.push([first, others.filter((cell) => cell.trim() !== '').join(' ')]);
    }
  }
  const [head = [], ...rest] = labels;
  return head.length > 0 ? [{ ...block, head, rows: rest }, ...parts] : parts;
}
