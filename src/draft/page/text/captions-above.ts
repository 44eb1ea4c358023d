/** Captions that stand above the headings of their parts: as captions they have lost their own depth. */
import { type Block, boldDepth } from '../blocks/blocks.ts';
import { contextOf, isPart } from '../blocks/heading-words.ts';

type Heading = Extract<Block, { kind: 'heading' }>;

/** How far above the first of its parts a caption is put. */
const above = 0.5;

/** The depth of a caption that begins an operation, as `POST Log in`, above the headings of its parts. */
function ofOperation({ title, depth }: Heading, next: Heading | undefined): number {
  const isCaption = depth >= boldDepth && /^(?:GET|POST|PUT|PATCH|DELETE)\s/.test(title);
  return isCaption && next && isPart(next.title) ? Math.min(depth, next.depth - above) : depth;
}

/** Whether a caption is that of the answer of one status, as `200` and `401 Unauthorized`. */
const isStatus = ({ title, depth }: Heading): boolean =>
  depth >= boldDepth && /^[1-5]\d\d\b/.test(title) && contextOf(title).status !== null;

/** Whether a heading names a part of one answer, and neither a request nor another answer. */
function isOfAnswer({ title }: Heading): boolean {
  const { side, status, error } = contextOf(title);
  return isPart(title) && side !== 'request' && status === null && !error;
}

/** The headings that stand between a caption and the next of its kind, above the end of what holds both. */
function partsOf(headings: Heading[], index: number, around: number): Heading[] {
  const parts: Heading[] = [];
  for (let at = index + 1; at < headings.length; at++) {
    const one = headings[at];
    if (one === undefined || isStatus(one) || one.depth <= around) break;
    if (one.depth < boldDepth) parts.push(one);
  }
  return parts;
}

/** The depths of captions of statuses that stand above the headings of their answers; those beside them have the same. */
function ofStatuses(headings: Heading[]): Map<Block, number> {
  const found = new Map<Block, number>();
  let around = 0;
  let raised: number | null = null;
  for (const [index, heading] of headings.entries()) {
    if (isStatus(heading)) {
      const parts = partsOf(headings, index, around);
      const [first] = parts;
      if (first && parts.every((one) => isOfAnswer(one) && one.depth >= first.depth)) raised = first.depth - above;
      else if (first) raised = null;
      if (raised !== null) found.set(heading, raised);
    } else if (heading.depth < (raised ?? boldDepth)) {
      around = heading.depth;
      raised = null;
    }
  }
  return found;
}

/** The blocks with such captions at a depth above that of what they head. */
export function captionsAbove(blocks: Block[]): Block[] {
  const headings = blocks.filter((block) => block.kind === 'heading');
  const below = new Map(headings.map((block, index) => [block, headings[index + 1]]));
  const statuses = ofStatuses(headings);
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block;
    return { ...block, depth: statuses.get(block) ?? ofOperation(block, below.get(block)) };
  });
}
