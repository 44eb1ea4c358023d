/** Headings of parts that stand on one level with what they are parts of, and not below it. */
import { type Block, boldDepth } from './blocks.ts';
import { contextOf, goesOn, namesBody, unknownIn } from './heading-words.ts';

/** What is known of such a part: the index of the heading that it is of, or the answer that it may or may not be of. */
export type Beside = { of: number } | { mayBeOf: 'answer' | 'refusal' };

/** A heading on a level that is no part of another. */
interface Head {
  index: number;
  isOfAnswer: boolean;
  isOfRefusal: boolean;
}

/** A heading that names a part of either side, as `Body` and `Example` do, and the heading before it that is none. */
interface Part {
  index: number;
  title: string;
  head: Head | null;
}

/** The headings of one depth below one heading. */
interface Level {
  depth: number;
  head: Head | null;
  parts: Part[];
}

const keyOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();

/** What stands behind one heading alone may be of it, or of all of them. */
function ofOneHead({ title, head }: Part): Beside | null {
  if (head?.isOfRefusal && goesOn(title)) return { mayBeOf: 'refusal' };
  return head?.isOfAnswer && namesBody(title) ? { mayBeOf: 'answer' } : null;
}

/** A part that comes again, as `Example` does behind `2xx` and behind `4xx`, is of the heading that it stands behind. */
function besideIn({ parts }: Level): [number, Beside][] {
  const heads = new Map<string, Set<number | undefined>>();
  for (const { title, head } of parts) heads.set(title, (heads.get(title) ?? new Set()).add(head?.index));
  return parts.flatMap((part): [number, Beside][] => {
    const isAgain = (heads.get(part.title)?.size ?? 0) > 1;
    const found = isAgain ? part.head && { of: part.head.index } : ofOneHead(part);
    return found ? [[part.index, found]] : [];
  });
}

/** For the headings of parts on a level with what they are parts of, by their index: which heading that is. */
export function partsBeside(blocks: Block[]): Map<number, Beside> {
  const open: Level[] = [];
  const all: Level[] = [];
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'heading' || block.depth >= boldDepth) continue;
    while ((open.at(-1)?.depth ?? 0) > block.depth) open.pop();
    let level = open.at(-1);
    if (level?.depth !== block.depth) {
      level = { depth: block.depth, head: null, parts: [] };
      open.push(level);
      all.push(level);
    }
    const { side, error } = contextOf(block.title);
    const isKnown = unknownIn(block.title).length === 0;
    if (side === null && isKnown) level.parts.push({ index, title: keyOf(block.title), head: level.head });
    else level.head = { index, isOfAnswer: side === 'response' && isKnown, isOfRefusal: error };
  }
  return new Map(all.flatMap(besideIn));
}
