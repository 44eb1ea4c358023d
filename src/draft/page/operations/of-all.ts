/** Sections beside the operations of a page that say of themselves that they are about all of these. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { type Block, captionDepth } from '../blocks/blocks.ts';
import { contextOf, isNeutral, unknownIn } from '../blocks/heading-words.ts';
import { plainSentencesOf } from '../sentences/mentions.ts';
import { isOfOthers } from '../sentences/others.ts';
import { rowsOfCalls } from '../tables/rows-of-calls.ts';
import { takesBack } from '../words/doubts.ts';
import { headsAddresses } from '../words/environments.ts';

const called = oneOf(word.operation, word.request, "api's", 'methods?');

/** What a sentence calls every operation of a page. */
const everyOne = pattern`\b${oneOf(
  `${oneOf(word.all, 'both')}\\b(?: one)?(?: of)?(?: ${word.the})?(?: (?:${word.number}|\\d{1,2}))?(?: (?:api|http))? ${called}`,
  `ke(?:dua|tiga|empat|lima) ${called}`,
)}\b`;

const refusals = oneOf(word.fault, 'refusals?', 'problems?', 'failures?', 'penolakan');
const ofApi = ` ${oneOf(word.of, word.in, 'by')} ${word.the} (?:whole )?(?:api|service|platform)\\b`;
const whichever = oneOf(
  ...['whatever', 'whichever', 'no matter (?:which|what)', 'regardless of', 'independent of', 'apa ?pun', 'mana ?pun'],
);
const whateverCalled = `,? ${whichever} (?:the |its |which )?(?:${called}|layanannya|operasinya|panggilannya)\\b`;

/** Errors of a whole API, or of whatever is called. */
const ofWhole = pattern`\b${word.all} ${refusals}(?:${ofApi}|${whateverCalled})`;

/** What is said of some of them, by a word behind those for all. */
const ofSome = pattern`^[\s]*(?:${oneOf(word.with, word.unless, 'that', 'which', 'after', 'under', 'below', 'but')}|yang|selain)\b`;

const servers = pattern`\b(?:base|root|environments?|lingkungan|hosts?|servers?|domains?)\b`;

/** The words of a block in which an address may stand. */
function wordsOf(block: Block): string {
  if (block.kind === 'table') return [block.head, ...block.rows].flat().join(' ');
  if (block.kind === 'list') return block.items.map(({ text }) => text).join(' ');
  return block.kind === 'lines' ? block.lines.join(' ') : block.kind === 'code' ? block.text : '';
}

/** Whether a heading is the name of servers, each word of it understood, with addresses and no operation below it. */
function isOfServers(blocks: Block[], heading: number): boolean {
  const [first, ...others] = blocks.slice(heading, heading + mostBlocks);
  const title = (first?.title ?? '').replace(/^[\W\d]+/, '');
  if (first?.kind !== 'heading' || !servers.test(title) || !headsAddresses(title)) return false;
  const end = others.findIndex((block) => block.kind === 'heading' && block.depth <= first.depth);
  const words = others
    .slice(0, end < 0 ? others.length : end)
    .map(wordsOf)
    .join(' ');
  return /https?:\/\//i.test(words) && !/\b(?:GET|POST|PUT|PATCH|DELETE|curl)\b/.test(words);
}

const global = pattern`\b(?:global|common|shared|umum|bersama)\b`;

/** Whether a title names fields of every request, each other word of it understood: `Global parameters`, `Common headers`. */
function isOfRequests(title: string): boolean {
  const rest = title.replace(global, ' ').replace(/^[\W\d]+/, '');
  const { side, status, error } = contextOf(rest);
  const isFields = isNeutral(rest) && side !== 'response' && status === null && !error;
  return global.test(title) && isFields && unknownIn(rest).length === 0;
}

/** Whether the section of servers, fields or refusals that begins with a heading says that it is about every operation. */
export function isOfAll(blocks: Block[], heading: number): boolean {
  const title = blocks[heading]?.title ?? '';
  if (isOfServers(blocks, heading) || isOfRequests(title)) return true;
  const { error, side, status } = contextOf(title);
  if (status !== null || !(error || side === 'response') || unknownIn(title).length > 0) return false;
  for (const block of blocks.slice(heading + 1, heading + mostBlocks)) {
    // A line that announces what is below it is a caption.
    const isCaption = block.kind === 'heading' && block.depth >= captionDepth;
    if (block.kind === 'heading' && !isCaption) return false;
    if (block.kind === 'table' && rowsOfCalls(block) !== null) return true;
    if (block.kind !== 'lines' && !isCaption) continue;
    const sentences = isCaption ? [block.title] : plainSentencesOf(block);
    const form = [ofWhole, everyOne].find((one) => sentences.some((sentence) => one.test(sentence)));
    const found = form && sentences.find((one) => form.test(one));
    if (form === undefined || found === undefined) continue;
    const behind = found.slice(found.search(form)).replace(form, '');
    return !ofSome.test(behind) && !sentences.some((one) => takesBack(one) || isOfOthers(one));
  }
  return false;
}

/** Blocks of a section that are looked at. */
const mostBlocks = 6;
