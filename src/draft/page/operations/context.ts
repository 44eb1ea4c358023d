/** What the headings above a part of a page say that it is about. */
import { asksBefore, holdsAddress, namesToken, partialHeading, starredNote } from '../blocks/beside.ts';
import { type Block, boldDepth } from '../blocks/blocks.ts';
import {
  type Context,
  contextOf,
  goesOn,
  isNeutral,
  isUnderstood,
  namesBody,
  nothing,
  unknownIn,
} from '../blocks/heading-words.ts';
import { type Beside, partsBeside } from '../blocks/parts-beside.ts';
import { namesSample } from '../blocks/samples-headed.ts';
import { statusBelow } from '../blocks/status-below.ts';
import { unplacedOf } from '../tables/below-headers.ts';
import { belowRefusals } from '../tables/below-refusals.ts';
import { namedBodies, ofNamed } from '../tables/named-bodies.ts';
import { isRowOfField } from '../tables/table-shape.ts';
import { announced, described } from './announced.ts';
import { behindGrants } from './behind-grants.ts';
import { belowTabs } from './below-tabs.ts';
import { ofOtherSample } from './of-other-sample.ts';
import { type PageWords, pageWords } from './own-words.ts';

type Heading = Extract<Block, { kind: 'heading' }>;

/** What stands around a heading: above it, before it on its level, and what it is a part of. */
interface Around {
  above: Context;
  sibling: Context | null;
  /** Whether nothing stands between it and that sibling. */
  isNext: boolean;
  beside: Beside | undefined;
  /** The context of the heading that it is a part of; null where it is of none beside it. */
  whole: Context | null;
  isTitle: boolean;
}

/** Whether a heading below others says what none of its words that we know says: fields below it may be of something else. */
const isOther = (own: Context, title: string): boolean =>
  own.side === null && own.status === null && !isUnderstood(title) && !namesToken(title);

/** A context without words that say that it is so for some requests alone; most have none. */
const certain = (context: Context): Context => (context.partial === null ? context : { ...context, partial: null });

/** Whether a heading speaks of fields or of a body, which either side has. */
const isOfEitherSide = (title: string): boolean =>
  isNeutral(title) || (namesBody(title) && unknownIn(title).length === 0);

/** Whether a caption goes on with the caption before it: captions have no depth of their own, `Body` goes with the `Response` above it. */
function goesWith({ title }: Heading, own: Context, { sibling, isNext }: Around): boolean {
  // `Unauthorized` below `401 Unauthorized` says the same again.
  if (isNext && own.side !== 'request' && own.status === null && sibling?.status) return true;
  // `Response body` below a status is that of its answer.
  if (own.side !== null) return own.side === 'response' && isOfEitherSide(title) && sibling?.status != null;
  return isOfEitherSide(title) || goesOn(title);
}

/** What a heading says by itself: a part behind a refusal may be of it, or of all above both, and a body of a refusal has a status that nobody knows. */
function ownContext({ title }: Heading, beside: Beside | undefined): Context {
  const own = contextOf(title);
  return beside && 'mayBeOf' in beside && beside.mayBeOf === 'refusal'
    ? { ...own, side: 'response', error: true }
    : own;
}

/** Words of a heading that say that what is below it is so for some requests alone; those of what is above it where it has none. */
function partialOf(title: string, own: Context, words: PageWords, { above, isTitle }: Around): string | null {
  const isForSome =
    partialHeading(title) ||
    (!isTitle &&
      (isOther(own, title) || words.isOfOtherGrant(title) || (own.side !== null && words.isQualified(title))));
  return isForSome ? title : above.partial;
}

/** Whether a heading is that of a sample, or stands below one; the title of a page may call all of it an example. */
const isOfSample = (title: string, { above, isTitle }: Around): boolean =>
  !isTitle && (above.sample === true || namesSample(title));

/** The context of what is below a heading. */
function contextBelow(heading: Heading, around: Around, words: PageWords): Context {
  const { title } = heading;
  const own = ownContext(heading, around.beside);
  const before = heading.depth >= boldDepth && goesWith(heading, own, around) ? around.sibling : null;
  const above = around.whole ?? before ?? around.above;
  // What another side says of statuses and places is not about this one.
  const kept = own.side !== null && above.side !== null && own.side !== above.side ? nothing : above;
  const mayBeAnswer = around.beside !== undefined && 'mayBeOf' in around.beside;
  const isAsked = isOfEitherSide(title) && isUnderstood(title) && !mayBeAnswer;
  return {
    side: own.side ?? above.side ?? (isAsked ? 'request' : null),
    // A refusal below an answer that grants has a status of its own.
    status: own.status ?? (own.error && !kept.error && (kept.status ?? 400) < 400 ? null : kept.status),
    more: own.status === null ? kept.more : own.more,
    // The title of a page may name several parts of it.
    place: around.isTitle ? null : (own.place ?? (namesBody(title) ? null : kept.place)),
    error: own.error || kept.error,
    star: null,
    partial: partialOf(title, own, words, { ...around, above }),
    ...(isOfSample(title, around) ? { sample: true as const } : {}),
  };
}

/** How many fields a table or a list may hold on its first level; null for any other block. */
function sizeOf(block: Block): number | null {
  if (block.kind === 'table') return block.rows.length + (isRowOfField(block.head) ? 1 : 0);
  return block.kind === 'list' ? block.items.filter(({ depth }) => depth === block.items[0]?.depth).length : null;
}

/** The context of a table, a list or a sample: what stands right before it says, within that of the headings above it. */
function contextOfBlock(blocks: Block[], index: number, current: Context, words: PageWords): Context {
  const block = blocks[index];
  if (block?.kind === 'table' && block.about) return described(current, block.about);
  // A sample behind a table is of what the table was announced with.
  const isBehind = block?.kind === 'code' && blocks[index - 1]?.kind === 'table';
  const at = index - (isBehind ? 2 : 1);
  const size = block === undefined ? null : sizeOf(block);
  const context = belowRefusals(blocks, index, announced(current, [blocks[at], blocks[at - 1]], words.isStrange, size));
  const star = block?.kind === 'code' ? null : starredNote(blocks[index + 1]);
  return star === null ? context : { ...context, star };
}

/** The context of each block: what its heading says, and where it says nothing, the headings above it. */
export function contextsOf(blocks: Block[]): Context[] {
  // The first heading is the title of the page, unless the address stands above it.
  const top = blocks.findIndex(({ kind }) => kind === 'heading');
  const first = blocks.slice(0, top).some(holdsAddress) ? -1 : top;
  const words = pageWords(blocks, first);
  const parts = partsBeside(blocks);
  const bodies = namedBodies(blocks);
  const contexts: Context[] = [];
  const open: { depth: number; context: Context }[] = [];
  let current = nothing;
  for (const [index, block] of blocks.entries()) {
    // Headings above an address are those of the operation itself.
    if (holdsAddress(block)) {
      for (const one of open) one.context = certain(one.context);
      current = certain(current);
    }
    if (block.kind === 'heading') {
      let sibling: Context | null = null;
      for (let last = open.at(-1); last && last.depth >= block.depth; last = open.at(-1)) {
        if (last.depth === block.depth) sibling = last.context;
        open.pop();
      }
      const previous = blocks[index - 1];
      const beside = parts.get(index);
      const around: Around = {
        above: open.at(-1)?.context ?? nothing,
        sibling,
        isNext: previous?.kind === 'heading' && previous.depth === block.depth,
        beside,
        whole: beside && 'of' in beside ? (contexts[beside.of] ?? null) : null,
        isTitle: index === first,
      };
      const below = ofNamed(contextBelow(block, around, words), bodies.get(index), around.above);
      current = statusBelow(below, blocks[index + 1]);
      open.push({ depth: block.depth, context: current });
      contexts.push(current);
    } else if (block.kind === 'lines') contexts.push(current);
    else {
      const context = contextOfBlock(blocks, index, current, words);
      const tab = belowTabs(blocks, index, context) ?? behindGrants(blocks, index, context);
      contexts.push(tab ?? ofOtherSample(blocks, contexts, index, context) ?? context);
    }
  }
  const unplaced = unplacedOf(blocks, contexts);
  return contexts.map((context, index) =>
    context.side === null && context.place === null && !context.error && asksBefore(blocks, contexts, index)
      ? { ...context, side: 'request' }
      : unplaced.has(index)
        ? { ...context, unplaced: true }
        : context,
  );
}
