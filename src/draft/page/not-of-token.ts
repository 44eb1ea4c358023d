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

/** Whether a block announces, in its last sentence, what is below it as something that is not of the request for a token. */
export function announcesOthers(block: Block | undefined): boolean {
  if (block?.kind !== 'lines' && block?.kind !== 'heading') return false;
  const text = block.kind === 'heading' ? block.title : block.lines.join(' ').trim();
  const last = text.split(/(?<=[.!?])\s+/).at(-1) ?? '';
  const announces =
    block.kind === 'heading' || /:[\s*_]*$|\b(?:berikut|following|below|di bawah(?: ini)?|these|ini)\b/i.test(last);
  return announces && isNotOfToken(last);
}
