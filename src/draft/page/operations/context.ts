/** What the headings above a part of a page say that it is about. */

import { everywhere, oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { announcesAll } from '../blocks/all-mandatory.ts';
import { announcesPart, asksBefore, holdsAddress, namesToken, partialHeading, starredNote } from '../blocks/beside.ts';
import { type About, type Block, boldDepth } from '../blocks/blocks.ts';
import { endInTabs, namesPart, partsTogether, statusHeadings, withoutNumber } from '../blocks/captions.ts';
import {
  type Context,
  contextOf,
  goesOn,
  isNeutral,
  isUnderstood,
  namesBody,
  nothing,
  speaksOfBoth,
  unknownIn,
} from '../blocks/heading-words.ts';
import { repeatedParts } from '../blocks/repeated-parts.ts';
import { labelledStatus } from '../sentences/statuses-said.ts';
import { captionsBody, isBodyOfEach, unplacedOf } from '../tables/below-headers.ts';
import { belowRefusals } from '../tables/below-refusals.ts';
import { otherGrantsIn } from '../words/other-grants.ts';
import { statusesIn } from '../words/status-words.ts';
import { partOf, partsAgain } from './flat-headings.ts';

/** A sentence that what is below it ends, as `HTTP 200 with` and `the body is then` do. */
const isUnfinished = pattern`\b(?:${oneOf(word.is, word.with, word.and, word.holds)}|then|has|have|yaitu|berupa)$`;
const pointsBelow = pattern`\b${word.below}\b[^,;]{0,40}$`;

/** What a sentence before a block says of it, as `On failure we answer 401 with:`; null where it announces nothing. */
function introOf(block: Block | undefined): Context | null {
  const written =
    block?.kind === 'lines'
      ? (block.lines.findLast((line) => line.trim() !== '') ?? '')
      : // The last of numbered parts may announce what is below it.
        (block?.kind === 'list' && /^[^:]+:\s*$/.exec(block.items.at(-1)?.text ?? '')?.[0]) || '';
  if (written === '' && block?.kind !== 'lines') return null;
  const sentence = withoutNumber(written);
  if (block?.kind === 'lines' && endInTabs(block.lines)) return { ...nothing, side: 'response', error: true };
  const [heading, ...others] = block?.kind === 'lines' ? statusHeadings(block.lines) : [];
  if (heading !== undefined && others.length === 0)
    return { ...nothing, side: 'response', status: heading, error: heading >= 400 };
  // Below several refusals it is of any of them.
  if (heading !== undefined && [heading, ...others].every((one) => one >= 400))
    return { ...nothing, side: 'response', error: true };
  const labelled = block?.kind === 'lines' ? labelledStatus(block.lines) : null;
  if (labelled !== null) return { ...nothing, side: 'response', status: labelled, error: labelled >= 400 };
  const last = sentence.split(/(?<=[.!?])\s+/).at(-1) ?? '';
  // A line may begin with the part that it is about, as `Error response: HTTP 401 if the secret is wrong`.
  const [, lead = ''] = /^\s*([\p{L} ]{3,40}):\s/u.exec(sentence) ?? [];
  const { side: led, error: isRefusal } = contextOf(lead);
  if (led !== null && unknownIn(lead).length === 0) {
    const [status = null, ...more] = led === 'response' ? statusesIn(sentence) : [];
    return { ...nothing, side: led, status, more, error: isRefusal };
  }
  const isCaption = last.length < 60 && last === sentence.trim() && namesPart(last.replace(/[`*]/g, ''));
  // Several may stand on one line, as `Status 201. Body items`.
  const both = partsTogether(sentence);
  if (both !== null) return both;
  if (!isCaption && !/:[\s*_]*$/.test(last) && !isUnfinished.test(last.trim()) && !pointsBelow.test(last)) return null;
  const [status = null, ...more] = statusesIn(last);
  const { side, error, ...said } = contextOf(last.replace(/\d+/g, ' '));
  // A caption alone says where fields are sent; a sentence may name a header beside a body.
  const place = last.trim().split(/\s+/).length <= 3 ? said.place : null;
  // One that speaks of both sides announces neither.
  if (speaksOfBoth(last) || (side === null && status === null)) return null;
  if (status === null || side === 'request') return { ...nothing, side, place, error };
  return { ...nothing, side: 'response', status, more, error };
}

/** The context of a block below a sentence that announces it. */
function announced(
  given: Context,
  [before, further]: [Block | undefined, Block | undefined],
  isStrange: (sentence: string) => boolean,
): Context {
  // `Payload:` below a table of headers is no header.
  const above = given.place === 'header' && captionsBody(before) ? { ...given, place: null } : given;
  const intro = introOf(before);
  // Words that announce nothing may stand between a heading and its fields.
  const heading = before?.kind === 'lines' && intro === null ? further : before;
  const ofAll = announcesAll(before, heading?.kind === 'heading' ? heading.title : '');
  if (ofAll !== null) {
    // Each word of such a caption is understood.
    const partial = above.partial === ofAll.words ? null : above.partial;
    return { ...above, side: above.side ?? ofAll.side, place: ofAll.place ?? above.place, partial, always: true };
  }
  const partial = above.partial ?? (isBodyOfEach(before) ? null : announcesPart(before, isStrange));
  if (intro === null) return partial === above.partial ? above : { ...above, partial };
  const kept = above.side === null || above.side === intro.side ? above : nothing;
  // Another answer than the one of the heading has a status of its own.
  const status = intro.status ?? (intro.error && !kept.error ? null : kept.status);
  return { ...kept, ...intro, status, place: intro.place ?? kept.place, error: intro.error || kept.error, partial };
}

/** The context of fields that a sentence describes: what it says itself goes before what stands above it. */
function described(above: Context, { side, statuses, error, place }: About): Context {
  const [status = null, ...more] = statuses;
  if (side === null) return { ...above, place };
  const isOwn = above.side !== side || status !== null || (error && !above.error);
  const own: Context = { ...nothing, partial: above.partial, side, status, more, error, place };
  return isOwn ? own : { ...above, place, error: error || above.error };
}

/** Whether a heading below others says what none of its words that we know says: fields below it may be of something else. */
const isOther = (own: Context, title: string): boolean =>
  own.side === null && own.status === null && !isUnderstood(title) && !namesToken(title);

/** A context without words that say that it is so for some requests alone; most have none. */
const certain = (context: Context): Context => (context.partial === null ? context : { ...context, partial: null });

interface Open {
  depth: number;
  context: Context;
}

const onSuccess = everywhere`\b(?:${word.when}|${word.after})\s+(?:\p{L}+\s+){0,3}?(?:success\p{L}*|${word.succeeds})\b`;
const good = everywhere`\b${oneOf(
  `(?:good|valid|correct|well-formed|accepted) (?=${word.request}\\b)`,
  '(?<=\\b(?:permintaan|panggilan) )(?:yang )?(?:benar|valid|sah|berhasil|sukses)\\b',
)}`;

/** A sentence without what it names: code, addresses, names as programs write them, and numbers. */
const wordsAlone = (sentence: string): string =>
  sentence
    .replace(/`[^`]*`|https?:\S+|\S*[/_{}<>=]\S*|\b[A-Za-z]*[a-z][A-Z]\w*|\b[A-Z]+(?:-[A-Z]\w*)+/g, ' ')
    // An answer that grants is what such fields are of.
    .replace(onSuccess, ' ')
    .replace(good, ' ')
    .replace(/\d+/g, ' ');

/** Words that the headings of a page have for what the page is about: those of its title, of its operations, and of both sides. */
function ownWords(blocks: Block[]): Set<string> {
  const headings = blocks.flatMap((block, index) => (block.kind === 'heading' ? [{ title: block.title, index }] : []));
  const [first] = headings;
  const titles = headings.filter(
    ({ title, index }) => index === first?.index || namesToken(title) || holdsAddress(blocks[index + 1]),
  );
  const sides = headings.map(({ title }) => contextOf(title).side);
  const of = (side: Context['side']): Set<string> =>
    new Set(headings.flatMap(({ title }, at) => (sides[at] === side ? unknownIn(title) : [])));
  const [asked, answered] = [of('request'), of('response')];
  return new Set([
    ...titles.flatMap(({ title }) => unknownIn(title)),
    ...[...asked].filter((one) => answered.has(one)),
  ]);
}

/** The other grants that the title of a page, or a heading above an address, names: what is below is for those that ask for a token here. */
function ownGrants(blocks: Block[], first: number): Set<string> {
  return new Set(
    blocks.flatMap((block, index) =>
      block.kind === 'heading' && (index === first || holdsAddress(blocks[index + 1]))
        ? otherGrantsIn(block.title)
        : [],
    ),
  );
}

/** The context of each block: what its heading says, and where it says nothing, the headings above it. */
export function contextsOf(blocks: Block[]): Context[] {
  const open: Open[] = [];
  // The first heading is the title of the page, unless the address stands above it.
  const top = blocks.findIndex(({ kind }) => kind === 'heading');
  const first = blocks.slice(0, top).some(holdsAddress) ? -1 : top;
  let current = nothing;
  const words = ownWords(blocks);
  const again = partsAgain(blocks);
  const grants = ownGrants(blocks, first);
  const repeated = repeatedParts(blocks);
  const ofHeadings = new Map<number, Context>();
  const isOfOtherGrant = (title: string): boolean => otherGrantsIn(title).some((grant) => !grants.has(grant));
  // A part of an operation has words for parts; another may say for which requests it is.
  const isQualified = (title: string): boolean => unknownIn(title).some((word) => !words.has(word));
  const isStrange = (sentence: string): boolean => isOfOtherGrant(sentence) || isQualified(wordsAlone(sentence));
  const contexts = blocks.map((block, index) => {
    // Headings above an address are those of the operation itself.
    if (holdsAddress(block)) {
      for (const one of open) one.context = certain(one.context);
      current = certain(current);
    }
    if (block.kind === 'lines') return current;
    if (block.kind !== 'heading') {
      // A sample behind a table is of what the table was announced with.
      const isBehind = block.kind === 'code' && blocks[index - 1]?.kind === 'table';
      const at = index - (isBehind ? 2 : 1);
      const said = announced(current, [blocks[at], blocks[at - 1]], isStrange);
      const context = belowRefusals(blocks, index, said);
      if (block.kind === 'table' && block.about) return described(current, block.about);
      const star = block.kind === 'code' ? null : starredNote(blocks[index + 1]);
      return star === null ? context : { ...context, star };
    }
    let sibling: Context | null = null;
    for (let last = open.at(-1); last && last.depth >= block.depth; last = open.at(-1)) {
      if (last.depth === block.depth) sibling = last.context;
      open.pop();
    }
    // Captions have no depth of their own: `Body` goes with the `Response` above it.
    const before = block.depth >= boldDepth || again.has(block) ? sibling : null;
    const own = partOf(block, sibling, again.has(block));
    const beside = repeated.get(index);
    const hasSides = isNeutral(block.title) || (namesBody(block.title) && unknownIn(block.title).length === 0);
    const last = blocks[index - 1];
    // `Unauthorized` below `401 Unauthorized` says the same again.
    const isRepeated =
      last?.kind === 'heading' &&
      last.depth === block.depth &&
      own.side !== 'request' &&
      own.status === null &&
      before?.status;
    const continues = again.has(block) || (block.depth >= boldDepth && (isRepeated || goesOn(block.title)));
    // `Response body` below a status is that of its answer.
    const isOfStatus = block.depth >= boldDepth && hasSides && own.side === 'response' && before?.status != null;
    const goesWith = isRepeated || isOfStatus || ((hasSides || continues) && own.side === null);
    const above = ofHeadings.get(beside ?? -1) ?? (goesWith ? before : null) ?? open.at(-1)?.context ?? nothing;
    // What another side says of statuses and places is not about this one.
    const kept = own.side !== null && above.side !== null && own.side !== above.side ? nothing : above;
    const isAsked = hasSides && isUnderstood(block.title) && beside !== null;
    const context: Context = {
      side: own.side ?? above.side ?? (isAsked ? 'request' : null),
      // A refusal below an answer that grants has a status of its own.
      status: own.status ?? (own.error && !kept.error && (kept.status ?? 400) < 400 ? null : kept.status),
      more: own.status === null ? kept.more : own.more,
      // The title of a page may name several parts of it.
      place: index === first ? null : (own.place ?? (namesBody(block.title) ? null : kept.place)),
      error: own.error || kept.error,
      star: null,
      partial:
        partialHeading(block.title) ||
        (index !== first &&
          (isOther(own, block.title) || isOfOtherGrant(block.title) || (own.side !== null && isQualified(block.title))))
          ? block.title
          : above.partial,
    };
    open.push({ depth: block.depth, context });
    ofHeadings.set(index, context);
    current = context;
    return context;
  });
  const unplaced = unplacedOf(blocks, contexts);
  return contexts.map((context, index) =>
    context.side === null && context.place === null && !context.error && asksBefore(blocks, contexts, index)
      ? { ...context, side: 'request' }
      : unplaced.has(index)
        ? { ...context, unplaced: true }
        : context,
  );
}
