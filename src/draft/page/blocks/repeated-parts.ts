/** Headings of parts that stand below a request and again below its answer, on one level with both. */
import { type Block, boldDepth } from './blocks.ts';
import { contextOf, isNeutral, namesBody, unknownIn } from './heading-words.ts';

interface Part {
  index: number;
  title: string;
  /** The heading that it goes with, and the side that this one is of. */
  below: number;
  side: 'request' | 'response';
}

const keyOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();

/** Whether a heading names a part that either side has, as `Body` does, and nothing else. */
function isPartOfAny(title: string): boolean {
  const { side, status, place } = contextOf(title);
  return (
    side === null &&
    status === null &&
    unknownIn(title).length === 0 &&
    (place !== null || isNeutral(title) || namesBody(title))
  );
}

/** The titles of parts that stand below both sides: each is of the side above it. */
const repeatedIn = (parts: Part[]): Set<string> => {
  const titles = (of: Part['side']): string[] => parts.filter(({ side }) => side === of).map(({ title }) => title);
  const asked = new Set(titles('request'));
  return new Set(titles('response').filter((title) => asked.has(title)));
};

/**
 * For each heading of a part the heading beside it that says of which side it is. A body that stands there once, below the answer,
 * may be of it, of the request or of both: null.
 */
export function repeatedParts(blocks: Block[]): Map<number, number | null> {
  const found = new Map<number, number | null>();
  const open: { depth: number; head: Omit<Part, 'index' | 'title'> | null; parts: Part[] }[] = [];
  const close = (parts: Part[]): void => {
    const repeated = repeatedIn(parts);
    for (const { index, title, below, side } of parts)
      if (repeated.has(title)) found.set(index, below);
      else if (side === 'response' && namesBody(title)) found.set(index, null);
  };
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'heading' || block.depth >= boldDepth) continue;
    for (let last = open.at(-1); last && last.depth > block.depth; last = open.at(-1)) close(open.pop()?.parts ?? []);
    let level = open.at(-1);
    if (level?.depth !== block.depth) {
      level = { depth: block.depth, head: null, parts: [] };
      open.push(level);
    }
    const { side } = contextOf(block.title);
    if (side !== null) level.head = unknownIn(block.title).length === 0 ? { below: index, side } : null;
    else if (!isPartOfAny(block.title)) {
      close(level.parts);
      level.head = null;
      level.parts = [];
    } else if (level.head) level.parts.push({ index, title: keyOf(block.title), ...level.head });
  }
  for (const { parts } of open) close(parts);
  return found;
}
