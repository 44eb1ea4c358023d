/** Blocks that are called by the lead right above them, where it says that they are another part than the heading further up does. */

import type { Block } from '../blocks/blocks.ts';
import { namesPart } from '../blocks/captions.ts';
import { contextOf, isPart } from '../blocks/heading-words.ts';
import { isCaption } from '../tables/below-headers.ts';

/** The lead that the last line before a block is, as `Answer, 200, JSON`; null for a sentence and for any other words. */
function leadOf(block: Block | undefined): string | null {
  if (block?.kind !== 'lines') return null;
  const line = block.lines.findLast((one) => one.trim() !== '') ?? '';
  const words = line.replace(/[`*_]/g, '').replace(/:\s*$/, '').trim();
  return isCaption(words) && namesPart(words) ? words : null;
}

/** Whether a lead is of another side than a heading that names a part itself. */
const isOther = (lead: string, title: string): boolean =>
  isPart(title) && contextOf(lead).side !== contextOf(title).side;

/** The blocks of a page, with tables and lists called by their leads. */
export const calledByLeads = (blocks: Block[]): Block[] =>
  blocks.map((block, index) => {
    const lead = block.kind === 'table' || block.kind === 'list' ? leadOf(blocks[index - 1]) : null;
    return lead === null || !isOther(lead, block.title) ? block : { ...block, title: lead };
  });
