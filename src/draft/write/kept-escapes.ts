/** What a page says of a form that holds what nobody can decode, in a parameter that nobody knows. Pure. */
import type { Facts } from '../facts/facts.ts';

const unknown =
  /\b(?:unknown|un(?:recogni[sz]ed|documented|supported|expected)|additional|extra|other|(?:not|n['’]t) (?:know|recogni[sz]ed?|documented|listed)|tidak dikenal|tambahan|lain(?:nya)?)\b/i;
const parameters = /\b(?:parameters?|params?|fields?|keys?|members?|kolom|isian)\b/i;
const ignored = /\b(?:ignored?|skipped|dropped|no effect|diabaikan|dilewati)\b/i;
const escapes = /\bescapes?\b|\bpercent\b|%ZZ|\bpersen\b/i;
const kept = /\b(?:kept|keep|as (?:it|they) (?:stands?|is|are)|literal(?:ly)?|unchanged|dibiarkan|apa adanya)\b/i;
const not = /\b(?:not|never|tidak|bukan) (?:be )?(?:ignored?|kept|skipped|diabaikan|dibiarkan)\b/i;

const saysKept = (text: string): boolean =>
  !not.test(text) &&
  ((escapes.test(text) && kept.test(text)) || (unknown.test(text) && parameters.test(text) && ignored.test(text)));

/** Whether a page says that an escape which is none is kept, or that a parameter which nobody knows is ignored: neither is refused then. */
export const keepsEscapes = ({ account, passages = [] }: Pick<Facts, 'account' | 'passages'>): boolean =>
  passages.some(({ text }) => saysKept(text)) ||
  account
    .filter(({ kind }) => kind === 'text' || kind === 'list')
    .some(({ passage }) => passage.split(/\n(?=\W*[-*\d])|(?<=[.;])\s+/).some(saysKept));
