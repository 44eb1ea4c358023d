/** Words by which something is of all calls but the request for a token. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import type { Block } from '../blocks/blocks.ts';
import { isOfTransactions } from '../words/other-topics.ts';
import { remembered } from '../words/remembered.ts';
import { announcesOtherProduct } from './other-products.ts';

const a = '(?:an? |the )?';
const token = '(?:access[ -]?)?token';
/** A method of authentication is no call. */
const call = oneOf(word.request, 'endpoints?', 'operations?', 'operasi', 'layanan');
const asking = oneOf(
  `${oneOf(token, 'log-?in', 'authentication', 'authorization')}[ -]${oneOf(call, 'apis?')}`,
  `${call} (?:for ${a}|of ${a}|untuk )?(?:akses |access[ -]?)?token`,
  `(?:requesting|asking for|fetching|getting|meminta|mengambil) ${a}${token}`,
);
const small = oneOf(
  ...[
    word.in,
    word.for,
    word.with,
    word.is,
    word.the,
    word.mandatory,
    'to',
    'by',
    'of',
    'that',
    'itself',
    'when',
    'it',
  ],
  ...['used', 'sent', 'part', 'header', 'saat', 'yang', 'dipakai', 'dikirim', 'berlaku', 'perlu'],
);

/** That something is not so of that request. */
const not = oneOf(
  ...[word.not, word.unless, 'excepting', 'other than', 'apart from', 'excluding', 'besides', 'selain'],
);
const denied = pattern`\b${not}(?: ${small}){0,5} ${asking}s?\b(?![^.;]{0,40}\b(?:only|alone|saja)\b)`;

/** The same behind the calls that it is so of. */
const butThat = `but(?: ${small}){0,3} ${asking}s?\\b`;
const allBut = pattern`\b${word.all}(?:(?: \p{L}+){0,3}? ${oneOf(word.request, word.operation)})? ${butThat}`;

/** Whether words say of something that it is not so of the request for a token. */
export const isNotOfToken = remembered((words: string): boolean => {
  const own = words.slice(0, most).replace(/[`*_]/g, '');
  return own.includes('oken') || /log-?in|auth/i.test(own) ? denied.test(own) || allBut.test(own) : false;
});

/** Characters of words that are looked at. */
const most = 1000;

const sentencesOf = (block: Block | undefined): string[] =>
  block?.kind === 'lines'
    ? block.lines
        .join(' ')
        .trim()
        .split(/(?<=[.!?])\s+/)
    : [];

/** What issues tokens, as a sentence calls it that is about other calls. */
const issuer = oneOf(
  `(?:authori[sz]ation|authentication|auth|identity|token) ${oneOf(word.server, word.operation)}`,
  `${oneOf(word.server, word.operation)} (?:otorisasi|otentikasi|autentikasi|token)`,
);
/** An endpoint of its own may be one of the same service. */
const thing = oneOf('products?', 'services?', 'apis?', 'produk', 'layanan', word.server);
const apart = oneOf(
  `${thing} (?:of its own|tersendiri|terpisah|yang berbeda)`,
  `(?:an?other|its own|an? (?:separate|different|distinct)) ${thing}`,
);
const issuerApart = pattern`\b${issuer}\b(?:\s?\([^()]{0,60}\))?,? (?:however,? )?${word.is} (?:an? )?${apart}\b`;

/** Whether a page says of what issues tokens that it is a thing of its own: what such a page says besides is of other calls. */
export const isOfOtherThing = (blocks: Block[]): boolean =>
  blocks.some((block) => sentencesOf(block).some((one) => issuerApart.test(one.slice(0, most).replace(/[`*_]/g, ''))));

const asks = pattern`${asking}`;

/** Words that announce what is below them. */
const announcing = /:[\s*_]*$|\b(?:berikut|following|below|di bawah(?: ini)?|these|ini)\b/i;

/** Whether a block announces what is below it as something that is not of the request for a token. */
function announcesOthers(block: Block | undefined): boolean {
  if (block?.kind === 'heading') return isNotOfToken(block.title);
  const all = sentencesOf(block);
  const last = all.at(-1) ?? '';
  if (announcing.test(last) && [isNotOfToken, announcesOtherProduct, isOfTransactions].some((isOther) => isOther(last)))
    return true;
  // What is said before of other requests is so of those that it announces, where it names none itself.
  return /:[\s*_]*$/.test(last) && !asks.test(last) && all.some(isNotOfToken);
}

/** A sentence about all that stands right above it. */
const allOf = `(?:${oneOf('all', 'both', 'each', 'semua', 'kedua')} (?:of )?)?`;
const those = oneOf(
  ...['these', 'those', 'they', 'it', 'this', 'the (?:\\p{L}+ ){0,2}above'],
  '(?:semua |kedua )?(?:header|tabel|kolom|parameter)s? (?:ini|itu|tersebut|di atas)',
);
const ofThose = pattern`^\W*${allOf}${those}(?!\p{L})`;

/** Those blocks of a page of which it was asked: each pass through the page asks for all of them again. */
const asked = new WeakMap<Block[], boolean[]>();

/** Whether what stands right before a block or behind it says that it is not of the request for a token. */
export function isAnnouncedForOthers(blocks: Block[], index: number): boolean {
  const known = asked.get(blocks) ?? [];
  asked.set(blocks, known);
  known[index] ??=
    announcesOthers(blocks[index - 1]) ||
    sentencesOf(blocks[index + 1])
      .slice(0, 1)
      .some((one) => ofThose.test(one) && isNotOfToken(one));
  return known[index];
}
