/** What the words right before a block say that it is about. */
import { numbers } from '../../vocabulary/numbers.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { announcesAll } from '../blocks/all-mandatory.ts';
import { announcesPart } from '../blocks/beside.ts';
import type { About, Block, OfFields } from '../blocks/blocks.ts';
import { endInTabs, namesPart, partsTogether, statusHeadings, withoutNumber } from '../blocks/captions.ts';
import { type Context, contextOf, namesBody, nothing, speaksOfBoth, unknownIn } from '../blocks/heading-words.ts';
import { saidOfAll, those } from '../blocks/said-of-all.ts';
import { labelledStatus } from '../sentences/statuses-said.ts';
import { captionsBody, isBodyOfEach } from '../tables/below-headers.ts';
import { statusesIn } from '../words/status-words.ts';

/** A sentence that what is below it ends, as `HTTP 200 with` and `the body is then` do. */
const isUnfinished = pattern`\b(?:${oneOf(word.is, word.with, word.and, word.holds)}|then|has|have|yaitu|berupa)$`;
const pointsAbove = pattern`\b${word.above}\b`;
const pointsBelow = pattern`\b${word.below}\b[^,;]{0,40}$`;

/** That a sentence goes on about what the one before it names, as `It holds these members:` and `All of them are required.` do. */
const goesOn = pattern`^\W*${oneOf('it', 'ia', 'isinya', those)} `;

interface LastSentence {
  last: string;
  /** With the sentence that it goes on from, where it does. */
  whole: string;
  /** It says that all fields of which the one before it speaks are there, and how many these are, where that is said. */
  ofAll: { count: number | null } | null;
}

function lastOf(text: string): LastSentence {
  const [before = '', last = ''] = ['', ...text.trim().split(/(?<=[.!?])\s+/)].slice(-2);
  if (before === '' || !goesOn.test(last)) return { last, whole: last, ofAll: null };
  const [count = null] = before.split(/[^\p{L}]+/u).flatMap((one) => numbers.get(one.toLowerCase()) ?? []);
  return { last, whole: `${before} ${last}`, ofAll: saidOfAll(last) === null ? null : { count } };
}

/** The words right before a block that may say what it is about: the last line of a text. */
function wordsBefore(block: Block | undefined): string {
  if (block?.kind === 'lines') return block.lines.findLast((line) => line.trim() !== '') ?? '';
  // The last of numbered parts may announce what is below it.
  return (block?.kind === 'list' && /^[^:]+:\s*$/.exec(block.items.at(-1)?.text ?? '')?.[0]) || '';
}

/** What a sentence before a block says of it, as `On failure we answer 401 with:`; null where it announces nothing. */
function introOf(block: Block | undefined): Context | null {
  const written = wordsBefore(block);
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
  const { last, whole, ofAll } = lastOf(sentence);
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
  const isOpen = /:[\s*_]*$/.test(last) || isUnfinished.test(last.trim()) || pointsBelow.test(last);
  if (!isCaption && !isOpen && ofAll === null) return null;
  const [status = null, ...more] = statusesIn(whole);
  const { side, error, ...said } = contextOf(whole.replace(/\d+/g, ' '));
  // A caption alone says where fields are sent; a sentence may name a header beside a body.
  const place = last.trim().split(/\s+/).length <= 3 ? said.place : null;
  // One that speaks of both sides announces neither.
  if (speaksOfBoth(whole) || (side === null && status === null)) return null;
  if (status === null || side === 'request') return { ...nothing, side, place, error };
  return { ...nothing, side: 'response', status, more, error };
}

/** What a caption over a block says of all of its fields. */
function ofFieldsBelow([before, further]: [Block | undefined, Block | undefined]): OfFields {
  const caption = before?.kind === 'lines' ? further : before;
  const said = caption?.kind === 'heading' ? (caption.ofFields ?? {}) : {};
  return before?.kind === 'lines' && introOf(before) !== null ? {} : said;
}

/** The context of a block below a sentence or a caption that announces it. */
export function announced(
  given: Context,
  near: [Block | undefined, Block | undefined],
  isStrange: (sentence: string) => boolean,
  size: number | null = null,
): Context {
  const { always, schema } = ofFieldsBelow(near);
  const told = announcedBy(given, near, isStrange, size);
  return { ...told, ...(always ? { always } : {}), ...(schema ? { ofEach: schema } : {}) };
}

/** Whether words are about another side than what stands above them. */
const isOfAnother = (above: Context, intro: Context): boolean =>
  above.side === null ? intro.side === 'response' : above.side !== intro.side;

/** Whether such a sentence stands behind fields and is about these: it names no other side, and no body below headers. */
function isOfThoseAbove(above: Context, intro: Context, words: LastSentence, before: Block | undefined): boolean {
  if (words.ofAll === null || (before?.kind !== 'table' && before?.kind !== 'list')) return false;
  const isOfBody = above.place === 'header' && namesBody(words.whole);
  return pointsAbove.test(words.whole) || !(isOfBody || isOfAnother(above, intro));
}

/** What is above a block, with what the words right before it say of it. */
function withIntro(above: Context, intro: Context, words: LastSentence, size: number | null): Context {
  const kept = isOfAnother(above, intro) ? nothing : above;
  // A body that is announced below headers is none of them.
  const place = intro.place ?? (namesBody(words.whole) ? null : kept.place);
  // Another answer than the one of the heading has a status of its own.
  const status = intro.status ?? (intro.error && !kept.error ? null : kept.status);
  const isOfEach = words.ofAll !== null && (words.ofAll.count ?? size) === size;
  const always = isOfEach ? { always: true as const } : {};
  return { ...kept, ...intro, status, place, error: intro.error || kept.error, partial: above.partial, ...always };
}

function announcedBy(
  given: Context,
  [before, further]: [Block | undefined, Block | undefined],
  isStrange: (sentence: string) => boolean,
  size: number | null,
): Context {
  // `Payload:` below a table of headers is no header.
  const above = given.place === 'header' && captionsBody(before) ? { ...given, place: null } : given;
  const words = lastOf(withoutNumber(wordsBefore(before)));
  const found = introOf(before);
  const intro = found !== null && isOfThoseAbove(above, found, words, further) ? null : found;
  // Words that announce nothing may stand between a heading and its fields.
  const heading = before?.kind === 'lines' && intro === null ? further : before;
  const ofAll = announcesAll(before, heading?.kind === 'heading' ? heading.title : '');
  if (ofAll !== null && (ofAll.count ?? size) === size) {
    // What such a sentence is about the one before it may name.
    const told = intro !== null && words.whole !== words.last ? withIntro(above, intro, words, size) : above;
    // Each word of such a caption is understood.
    const partial = told.partial === ofAll.words ? null : told.partial;
    const side = told.side ?? ofAll.side;
    // A caption may hold the status of an answer, behind its own number.
    const [status = told.status] = side === 'response' ? statusesIn(ofAll.words) : [];
    const typed = ofAll.schema ? { ofEach: ofAll.schema } : {};
    return {
      ...told,
      side,
      status,
      place: ofAll.place ?? told.place,
      partial,
      always: true,
      ofAll: ofAll.words,
      ...typed,
    };
  }
  const partial = above.partial ?? (isBodyOfEach(before) ? null : announcesPart(before, isStrange));
  if (intro === null) return partial === above.partial ? above : { ...above, partial };
  return withIntro({ ...above, partial }, intro, words, size);
}

/** The context of fields that a sentence describes: what it says itself goes before what stands above it. */
export function described(above: Context, { side, statuses, error, place }: About): Context {
  const [status = null, ...more] = statuses;
  if (side === null) return { ...above, place };
  const isOwn = above.side !== side || status !== null || (error && !above.error);
  const own: Context = { ...nothing, partial: above.partial, side, status, more, error, place };
  return isOwn ? own : { ...above, place, error: error || above.error };
}
