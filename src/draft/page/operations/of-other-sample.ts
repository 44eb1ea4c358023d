/** Fields below several captions with a sample each: they are of the sample that shows them, and not of the last. */

import type { Block } from '../blocks/blocks.ts';
import type { Context } from '../blocks/heading-words.ts';
import { lastNameOf } from '../blocks/items.ts';
import { cell, nameOf } from '../tables/columns.ts';
import { columnsOf } from '../words/head-columns.ts';

/** Names of a table or a list; a line of several words may have none. */
function namesIn(block: Block): string[] {
  if (block.kind === 'list') return block.items.map(({ text }) => /^[\W_]*([\w.$-]+)/.exec(text)?.[1] ?? '');
  if (block.kind !== 'table') return [];
  const { name } = columnsOf(block.head).columns;
  return name === undefined ? [] : block.rows.map((row) => nameOf(cell(row, name))?.name ?? '');
}

/** The names of the members that a sample shows. */
const shownIn = (block: Block | undefined): string[] =>
  block?.kind === 'code' ? [...block.text.matchAll(/"([\w.$-]+)"\s*:/g)].map(([, name = '']) => name) : [];

/** Blocks before the fields that are looked at. */
const mostBefore = 20;

/** The context of fields that the sample of an earlier caption shows, and that of their own does not; null for all others. */
export function ofOtherSample(blocks: Block[], contexts: Context[], index: number, own: Context): Context | null {
  const block = blocks[index];
  if (!block || own.status === null || blocks[index - 1]?.kind !== 'code') return null;
  const names = namesIn(block).map(lastNameOf);
  if (names.length === 0) return null;
  const shows = (shown: string[]): boolean => names.every((name) => shown.includes(name));
  let depth: number | null = null;
  let shown: string[] = [];
  for (let at = index - 1; at >= 0 && index - at < mostBefore; at--) {
    const one = blocks[at];
    if (one?.kind !== 'heading') {
      shown.push(...shownIn(one));
      continue;
    }
    if (depth !== null && one.depth < depth) break;
    if (depth === null ? shows(shown) || shown.length === 0 : one.depth === depth && shows(shown))
      return depth === null ? null : (contexts[at] ?? null);
    depth ??= one.depth;
    shown = [];
  }
  return null;
}
