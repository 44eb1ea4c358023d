/** What a page says of a form that holds what nobody can decode, in a parameter that nobody knows. Pure. */
import type { Facts } from '../../facts/facts.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';

const unknown = pattern`\b${oneOf(
  word.other,
  ...['unknown', 'un(?:recogni[sz]ed|documented|supported|expected)', 'additional', 'extra', 'tambahan'],
  `(?:${word.not}|n['’]t) (?:know|recogni[sz]ed?|documented|listed|dikenal)`,
)}\b`;
const parameters = pattern`\b${oneOf(word.member, 'keys?')}\b`;
const ignored = /\b(?:ignored?|skipped|dropped|no effect|diabaikan|dilewati)\b/i;
const escapes = /\bescapes?\b|\bpercent\b|%ZZ|\bpersen\b/i;
const kept = /\b(?:kept|keep|as (?:it|they) (?:stands?|is|are)|literal(?:ly)?|unchanged|dibiarkan|apa adanya)\b/i;
const not = pattern`\b${word.not} (?:be )?(?:ignored?|kept|skipped|diabaikan|dibiarkan)\b`;

const saysKept = (text: string): boolean =>
  !not.test(text) &&
  ((escapes.test(text) && kept.test(text)) || (unknown.test(text) && parameters.test(text) && ignored.test(text)));

/** Whether a page says that an escape which is none is kept, or that a parameter which nobody knows is ignored: neither is refused then. */
export const keepsEscapes = ({ account, passages = [] }: Pick<Facts, 'account' | 'passages'>): boolean =>
  passages.some(({ text }) => saysKept(text)) ||
  account
    .filter(({ kind }) => kind === 'text' || kind === 'list')
    .some(({ passage }) => passage.split(/\n(?=\W*[-*\d])|(?<=[.;])\s+/).some(saysKept));
