/** The status that stands below the heading of an answer as the value of a label. */
import { bare, labelOf } from '../words/label-words.ts';
import type { Block } from './blocks.ts';
import type { Context } from './heading-words.ts';

/** A label, its sign, and a status with at most a few words for its reason. */
const labelled = /^([\p{L} -]{4,30}?)\s*[:=–—-]\s*([2-5]\d\d)(?:\s+\(?[A-Za-z][A-Za-z' -]{1,40}\)?)?$/u;

/** The status that a line gives by its label; null where it gives none. */
function statusOf(line: string): number | null {
  const [, label = '', status = ''] = labelled.exec(bare(line)) ?? [];
  return labelOf(label.trim().toLowerCase()) === 'status' ? Number(status) : null;
}

/** The one line that a block is, or the only item; empty for any other. */
function onlyLine(block: Block | undefined): string {
  if (block?.kind === 'list') return block.items.length === 1 ? (block.items[0]?.text ?? '') : '';
  const [line = '', ...others] = block?.kind === 'lines' ? block.lines.filter((one) => one.trim() !== '') : [];
  return others.length === 0 ? line : '';
}

/** The context of a heading of an answer with the status right below it; one that contradicts the heading stays open. */
export function statusBelow(context: Context, block: Block | undefined): Context {
  if (context.side !== 'response' || context.status !== null) return context;
  const status = statusOf(onlyLine(block).trim());
  return status === null || status >= 400 !== context.error ? context : { ...context, status };
}
