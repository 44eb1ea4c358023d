/** Headings of parts that stand on one level with what they are parts of, and not below it. */
import { labelOf } from '../words/label-words.ts';
import { type Block, boldDepth } from './blocks.ts';
import { contextOf, goesOn, isNeutral, namesBody, unknownIn } from './heading-words.ts';

/** What is known of such a part: the index of the heading that it is of, or the answer that it may or may not be of. */
export type Beside = { of: number } | { mayBeOf: 'answer' | 'refusal' };

/** A heading on a level that is no part of another. */
interface Head {
  index: number;
  isOfAnswer: boolean;
  isOfRefusal: boolean;
  /** Whether it is that of the body of a request. */
  isOfAsked: boolean;
}

/** A heading that names a part of either side, as `Body` and `Example` do, and the heading before it that is none. */
interface Part {
  index: number;
  title: string;
  head: Head | null;
  /** The heading of an answer that it stands behind, and that lies deeper than itself. */
  deeper: Head | null;
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

/** Whether a heading is a media type with its label. */
const isMediaType = (title: string): boolean =>
  labelOf(title.split(':')[0]?.trim().toLowerCase() ?? '') === 'media type';

/** What stands behind one heading alone may be of it, or of all of them. */
function ofOneHead({ title, head }: Part): Beside | null {
  if (head?.isOfAnswer && isMediaType(title)) return { of: head.index };
  if (head?.isOfRefusal && goesOn(title)) return { mayBeOf: 'refusal' };
  return head?.isOfAnswer && namesBody(title) ? { mayBeOf: 'answer' } : null;
}

/**
 * Parts behind the heading of an answer that lies deeper than theirs. Where the body of the request has a heading of its own
 * before, another body is that of the answer, and what says more of it goes with it; else nothing says of which it is.
 */
function ofDeeper(parts: Part[]): Map<Part, Beside> {
  const found = new Map<Part, Beside>();
  let body: Part | null = null;
  for (const part of parts) {
    const { title, head, deeper } = part;
    if (deeper === null) continue;
    if (namesBody(title)) body = part;
    const goesWith = body?.deeper === deeper && !title.includes('param') && (isNeutral(title) || goesOn(title));
    if (head?.isOfAsked && (namesBody(title) || goesWith)) found.set(part, { of: deeper.index });
    else if (namesBody(title) || goesWith || isNeutral(title)) found.set(part, { mayBeOf: 'answer' });
  }
  return found;
}

/** A part that comes again, as `Example` does behind `2xx` and behind `4xx`, is of the heading that it stands behind. */
function besideIn({ parts }: Level): [number, Beside][] {
  const deeper = ofDeeper(parts);
  const heads = new Map<string, Set<number | undefined>>();
  for (const { title, head } of parts) heads.set(keyOf(title), (heads.get(keyOf(title)) ?? new Set()).add(head?.index));
  return parts.flatMap((part): [number, Beside][] => {
    const isAgain = (heads.get(keyOf(part.title))?.size ?? 0) > 1;
    const behind = deeper.get(part);
    const found = behind ?? (isAgain ? part.head && { of: part.head.index } : ofOneHead(part));
    return found ? [[part.index, found]] : [];
  });
}

/** For the headings of parts on a level with what they are parts of, by their index: which heading that is. */
export function partsBeside(blocks: Block[]): Map<number, Beside> {
  const open: Level[] = [];
  const all: Level[] = [];
  let last: { head: Head; depth: number } | null = null;
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'heading' || block.depth >= boldDepth) continue;
    while ((open.at(-1)?.depth ?? 0) > block.depth) open.pop();
    let level = open.at(-1);
    if (level?.depth !== block.depth) {
      level = { depth: block.depth, head: null, parts: [] };
      open.push(level);
      all.push(level);
    }
    // Parts with titles end here, and what follows is of none of them.
    if (block.title === '') {
      level.head = null;
      last = null;
      continue;
    }
    const { side, error } = contextOf(block.title);
    const isKnown = unknownIn(block.title).length === 0;
    if (side === null && isKnown) {
      const deeper = last && last.depth > block.depth && last.head.isOfAnswer ? last.head : null;
      level.parts.push({ index, title: block.title, head: level.head, deeper });
      continue;
    }
    const isOfAnswer = side === 'response' && isKnown;
    const isOfAsked = side === 'request' && isKnown && namesBody(block.title);
    level.head = { index, isOfAnswer, isOfRefusal: error, isOfAsked };
    last = { head: level.head, depth: block.depth };
  }
  return new Map(all.flatMap(besideIn));
}
