/** Samples below the tabs of several statuses, as a copied page has them: one for each tab, or nothing says of which. */

import type { Block } from '../blocks/blocks.ts';
import { isOfSite, tabsIn } from '../blocks/captions.ts';
import type { Context } from '../blocks/heading-words.ts';

/** Whether a block is nothing but buttons and tabs of languages. */
const isButtons = (block: Block | undefined): boolean =>
  block?.kind === 'lines' && block.lines.every((line) => line.trim() === '' || isOfSite(line));

/** Samples in a row that are looked at. */
const mostSamples = 12;

/** The index of the next sample in one direction, behind buttons alone; null where anything else stands there. */
function nextSample(blocks: Block[], index: number, step: 1 | -1): number | null {
  const at = isButtons(blocks[index + step]) ? index + 2 * step : index + step;
  return blocks[at]?.kind === 'code' ? at : null;
}

/** The samples in a row in one direction from one of them, which does not count. */
function samplesFrom(blocks: Block[], index: number, step: 1 | -1): number[] {
  const found: number[] = [];
  for (
    let at = nextSample(blocks, index, step);
    at !== null && found.length < mostSamples;
    at = nextSample(blocks, at, step)
  )
    found.push(at);
  return found;
}

/** The context of a sample below tabs of statuses: of the tab in its place where each has one; null for all others. */
export function belowTabs(blocks: Block[], index: number, own: Context): Context | null {
  if (blocks[index]?.kind !== 'code' || own.side === 'request') return null;
  const before = samplesFrom(blocks, index, -1);
  const tabs = blocks[(before.at(-1) ?? index) - 1];
  const statuses = tabs?.kind === 'lines' ? tabsIn(tabs.lines) : [];
  if (statuses.length < 2) return null;
  const isOneEach = before.length + 1 + samplesFrom(blocks, index, 1).length === statuses.length;
  const status = isOneEach ? (statuses[before.length] ?? null) : null;
  return { ...own, side: 'response', status, more: [], error: status === null || status >= 400 };
}
