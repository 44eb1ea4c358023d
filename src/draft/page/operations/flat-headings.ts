/** Headings of parts that stand beside the heading that they belong to, and not below it. */
import { type Block, boldDepth } from '../blocks/blocks.ts';
import { type Context, contextOf, goesOn, unknownIn } from '../blocks/heading-words.ts';

/** Whether a heading names a part in words that we know, and neither a side nor a status: `Example`, `Data structure`. */
function isPlainPart({ title }: Pick<Block, 'title'>): boolean {
  const { side, status, place } = contextOf(title);
  return side === null && status === null && place === null && unknownIn(title).length === 0;
}

/** The headings of plain parts that come again beside themselves, as `Example` does behind `2xx` and behind `4xx`: each is of the one before it. */
export function partsAgain(blocks: Block[]): Set<Block> {
  const open: { depth: number; parts: Map<string, Block[]> }[] = [];
  const all: Block[][] = [];
  for (const block of blocks) {
    if (block.kind !== 'heading' || block.depth >= boldDepth) continue;
    while ((open.at(-1)?.depth ?? 0) > block.depth) open.pop();
    if (open.at(-1)?.depth !== block.depth) open.push({ depth: block.depth, parts: new Map() });
    const parts = open.at(-1)?.parts;
    if (!parts || !isPlainPart(block)) continue;
    const title = block.title.trim().toLowerCase();
    const same = parts.get(title) ?? [];
    if (same.length === 0) {
      parts.set(title, same);
      all.push(same);
    }
    same.push(block);
  }
  return new Set(all.filter((same) => same.length > 1).flat());
}

/**
 * What a heading says by itself. A part that stands once behind a heading about refusals may be of those, or of all above both:
 * a body below it may be that of a refusal, whose status nobody knows.
 */
export function partOf(block: Extract<Block, { kind: 'heading' }>, beside: Context | null, isAgain: boolean): Context {
  const own = contextOf(block.title);
  const isUnsure =
    beside?.error === true && !isAgain && block.depth < boldDepth && goesOn(block.title) && isPlainPart(block);
  return isUnsure ? { ...own, side: 'response', error: true } : own;
}
