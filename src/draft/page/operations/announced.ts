/** What the words right before a block say that it is about. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { announcesAll } from '../blocks/all-mandatory.ts';
import { announcesPart } from '../blocks/beside.ts';
import type { About, Block, OfFields } from '../blocks/blocks.ts';
import { endInTabs, namesPart, partsTogether, statusHeadings, withoutNumber } from '../blocks/captions.ts';
import { type Context, contextOf, nothing, speaksOfBoth, unknownIn } from '../blocks/heading-words.ts';
import { labelledStatus } from '../sentences/statuses-said.ts';
import { captionsBody, isBodyOfEach } from '../tables/below-headers.ts';
import { statusesIn } from '../words/status-words.ts';

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

function announcedBy(
  given: Context,
  [before, further]: [Block | undefined, Block | undefined],
  isStrange: (sentence: string) => boolean,
  size: number | null,
): Context {
  // `Payload:` below a table of headers is no header.
  const above = given.place === 'header' && captionsBody(before) ? { ...given, place: null } : given;
  const intro = introOf(before);
  // Words that announce nothing may stand between a heading and its fields.
  const heading = before?.kind === 'lines' && intro === null ? further : before;
  const ofAll = announcesAll(before, heading?.kind === 'heading' ? heading.title : '');
  if (ofAll !== null && (ofAll.count ?? size) === size) {
    // Each word of such a caption is understood.
    const partial = above.partial === ofAll.words ? null : above.partial;
    const side = above.side ?? ofAll.side;
    // A caption may hold the status of an answer, behind its own number.
    const [status = above.status] = side === 'response' ? statusesIn(ofAll.words) : [];
    return { ...above, side, status, place: ofAll.place ?? above.place, partial, always: true };
  }
  const partial = above.partial ?? (isBodyOfEach(before) ? null : announcesPart(before, isStrange));
  if (intro === null) return partial === above.partial ? above : { ...above, partial };
  const kept = above.side === null || above.side === intro.side ? above : nothing;
  // Another answer than the one of the heading has a status of its own.
  const status = intro.status ?? (intro.error && !kept.error ? null : kept.status);
  return { ...kept, ...intro, status, place: intro.place ?? kept.place, error: intro.error || kept.error, partial };
}

/** The context of fields that a sentence describes: what it says itself goes before what stands above it. */
export function described(above: Context, { side, statuses, error, place }: About): Context {
  const [status = null, ...more] = statuses;
  if (side === null) return { ...above, place };
  const isOwn = above.side !== side || status !== null || (error && !above.error);
  const own: Context = { ...nothing, partial: above.partial, side, status, more, error, place };
  return isOwn ? own : { ...above, place, error: error || above.error };
}
