/** Words by which something is of all calls but the request for a token. */
import type { Block } from './blocks.ts';

const asking =
  '(?:(?:access[ -]?)?token|log-?in|authentication|authorization)[ -](?:request|call|endpoint|operation|api)|(?:permintaan|panggilan|endpoint|operasi|layanan|request|call)s? (?:for (?:an? |the )?|of (?:an? |the )?|untuk )?(?:akses |access[ -]?)?token|(?:requesting|asking for|fetching|getting|meminta|mengambil) (?:an? |the )?(?:access[ -]?)?token';
const small =
  '(?:for|on|in|to|by|with|of|the|this|an?|that|itself|when|is|are|it|needed|required|used|sent|part|header|untuk|pada|dalam|saat|bagi|di|yang|dipakai|dikirim|berlaku|diperlukan|dibutuhkan|perlu)';

/** That something is not so of that request. */
const denied = RegExp(
  `\\b(?:not|except(?:ing)?|other than|apart from|excluding|besides|never|bukan|kecuali|selain|tidak)(?: ${small}){0,5} (?:${asking})s?\\b(?![^.;]{0,40}\\b(?:only|alone|saja)\\b)`,
  'i',
);
/** The same behind the calls that it is so of. */
const allBut = RegExp(
  `\\b(?:all|every|each|any|semua|setiap)(?: \\p{L}+){0,3}? (?:calls?|requests?|endpoints?|operations?|services?|panggilan|permintaan|layanan) but(?: ${small}){0,3} (?:${asking})s?\\b|\\b(?:all|every|each) but(?: ${small}){0,3} (?:${asking})s?\\b`,
  'iu',
);

/** Whether words say of something that it is not so of the request for a token. */
export const isNotOfToken = (words: string): boolean => {
  const own = words.slice(0, most).replace(/[`*_]/g, '');
  return own.includes('oken') || /log-?in|auth/i.test(own) ? denied.test(own) || allBut.test(own) : false;
};

/** Characters of words that are looked at. */
const most = 1000;

const sentencesOf = (block: Block | undefined): string[] =>
  block?.kind === 'lines'
    ? block.lines
        .join(' ')
        .trim()
        .split(/(?<=[.!?])\s+/)
    : [];

/** Words that announce what is below them. */
const announcing = /:[\s*_]*$|\b(?:berikut|following|below|di bawah(?: ini)?|these|ini)\b/i;

/** Whether a block announces what is below it as something that is not of the request for a token. */
function announcesOthers(block: Block | undefined): boolean {
  if (block?.kind === 'heading') return isNotOfToken(block.title);
  const all = sentencesOf(block);
  const last = all.at(-1) ?? '';
  if (announcing.test(last) && isNotOfToken(last)) return true;
  // What is said before of other requests is so of those that it announces, where it names none itself.
  return /:[\s*_]*$/.test(last) && !RegExp(asking, 'i').test(last) && all.some(isNotOfToken);
}

/** A sentence about all that stands right above it. */
const ofThose =
  /^\W*(?:(?:all|both|each|semua|kedua) (?:of )?)?(?:these|those|they|it|this|the (?:\p{L}+ ){0,2}above|(?:semua |kedua )?(?:header|tabel|kolom|parameter)s? (?:ini|itu|tersebut|di atas))(?![\p{L}])/iu;

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
