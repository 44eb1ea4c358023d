/** Blocks whose place in the request nothing that is understood says: what stands between them and their heading may say another one. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import type { Block, Item } from '../blocks/blocks.ts';
import { type Context, contextOf, namesBody, unknownIn } from '../blocks/heading-words.ts';
import { isPartial } from '../words/doubts.ts';
import { isKnown } from './note-words.ts';

/** Headers that are one word. */
const single = new Set(
  (
    'authorization accept host date digest signature nonce timestamp apikey cookie origin connection expect from range via age allow etag vary ' +
    'referer te trailer upgrade pragma forwarded priority prefer dpop traceparent tracestate baggage'
  ).split(' '),
);

/** Whether a name can hardly be that of a header: a word, or words as programs write them, that no header is known by. */
export const isHardlyHeader = (name: string): boolean => !name.includes('-') && !single.has(name.toLowerCase());

/** Whether a name is written as headers are, and hardly as members of a body. */
export const isLikelyHeader = (name: string): boolean => /^[A-Z][A-Za-z\d]*(?:-[A-Z][A-Za-z\d]*)+$/.test(name);

/** A heading of fields that says of nothing but whether they are there, or shows them. */
const presence = oneOf(word.mandatory, word.optional, word.conditional);
const shown = oneOf(word.example, 'description', 'deskripsi', 'details?', 'list', 'daftar');
const ofPresence = pattern`^\W*(?:(?:${word.always} )?(?:${presence}|${shown})\W*)+$`;

/** Whether the words about a field end with a caption for the fields below it, and these can hardly be headers as those above it are. */
export function endsHeaders(items: Item[]): boolean {
  const isHardly = items.map(({ text }) => isHardlyHeader(/^[`*]*([\w.$-]+)/.exec(text)?.[1] ?? ''));
  const first = isHardly.indexOf(true);
  if (first < 1 || isHardly.includes(false, first)) return false;
  const words = (items[first - 1]?.text ?? '').trimEnd();
  const at = words.lastIndexOf('\n');
  return at >= 0 && words.slice(0, at).endsWith('\n') && isCaption(words.slice(at + 1).trim());
}

/** Words that a caption has at most. */
const mostWords = 7;

/** The last line of a text, without the marks around it. */
const lastOf = (lines: string[]): string =>
  (lines.findLast((line) => line.trim() !== '') ?? '').replace(/[`*_]/g, '').trim();

/** Whether a line announces what is below it, and is no sentence of the text. */
export const isCaption = (line: string): boolean =>
  line !== '' && !/[.;!?]$/.test(line) && line.split(/\s+/).length <= mostWords;

/** Whether a caption says each of what is below it as headers, with no other word. */
const saysHeaders = (line: string): boolean => contextOf(line).place === 'header' && unknownIn(line).length === 0;

/** Whether words are a caption of a body, and each of them is known. */
const saysBody = (words: string): boolean =>
  isCaption(words) && namesBody(words) && contextOf(words).place === null && unknownIn(words).length === 0;

/** What a line that announces something calls it, before what is said of it: `Body` of `Body (form, encoded in UTF-8):`. */
const leadOf = (line: string): string => leading.exec(line)?.[1] ?? '';

const leading = /^([\p{L} -]{3,40}?)\s*(\([^()]{1,120}\)|[,–—-]\s[^.;!?:]{1,120})\s*:$/u;

/** A sentence that announces what the body of a request holds, and one before it that says what the body is. */
const theBody = `(?:the |its )?(?:request |json )?${word.body}(?: permintaan)?`;
const form = oneOf('json', 'form(?:[- ](?:url)?encoded)?', 'application/[\\w.+-]+');
const isBody = `${theBody} (?:${word.is}|berupa) (?:an? )?(?:${form}(?: object)?)(?: ?\\(${form}\\))?[.;] `;
const holds = `${oneOf(word.holds, 'takes', 'needs')} (?:${oneOf(word.the, word.these, word.number, word.below)} )*(?:${word.member}|anggota)(?: ${word.below})?:$`;
const announcesBody = pattern`(?:^|[.!?] )${oneOf(theBody, `${isBody}${oneOf('it', 'ia', theBody)}`)} ${holds}`;

/** Whether a line announces what a body holds, and each word of it is known. */
const isOfBody = (line: string): boolean => saysBody(line) || saysBody(leadOf(line)) || announcesBody.test(line);

/** Whether the last line of a block is the caption of a body, as `Payload (JSON):` is. */
export const captionsBody = (block: Block | undefined): boolean =>
  block?.kind === 'lines' && isOfBody(lastOf(block.lines));

/** Whether what a caption of a body says of it is about its values alone: it is the body of each request then. */
export function isBodyOfEach(block: Block | undefined): boolean {
  if (block?.kind === 'lines' && announcesBody.test(lastOf(block.lines))) return true;
  const [, lead = '', rest = ''] = block?.kind === 'lines' ? (leading.exec(lastOf(block.lines)) ?? []) : [];
  const words = rest
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => /\p{L}/u.test(word));
  return saysBody(lead) && !isPartial(rest) && words.every(isKnown);
}

/** The blocks that stand below other fields, or below a caption that was not understood, and not by themselves below their heading. */
export function unplacedOf(blocks: Block[], contexts: Context[]): Set<number> {
  const found = new Set<number>();
  let isInherited = false;
  let isBehind = false;
  let caption: string | null = null;
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'heading') {
      const { place } = contextOf(block.title);
      isInherited = place === null && contexts[index]?.place === 'header' && !ofPresence.test(block.title);
      isBehind = false;
      caption = null;
    } else if (block.kind === 'lines') caption = lastOf(block.lines);
    else if (block.kind === 'table' || block.kind === 'list') {
      const isSaid = caption !== null && (saysHeaders(caption) || (isOfBody(caption) && !saysBody(caption)));
      const isCalled = caption !== null && isCaption(caption);
      if (!isSaid && (isInherited || isBehind || isCalled)) found.add(index);
      isBehind = true;
      caption = null;
    }
  }
  return found;
}
