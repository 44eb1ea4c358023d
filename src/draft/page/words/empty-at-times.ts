/** Words by which a field must not be there in some requests: `required for A, and must be empty for B`. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';

const gone = oneOf(word.empty, word.missing, 'left (?:out|blank|empty)', 'null', 'unset', 'dihilangkan');
const notThere = oneOf(
  `${oneOf(word.must, 'wajib', 'should', 'is to', 'are to')} (?:be )?${gone}`,
  `(?:${oneOf('must', 'may', 'shall', 'can')} not|cannot|must never|tidak boleh|dilarang) (?:be )?${oneOf(word.sent, word.send, 'dipakai', 'mengisi', 'mengirim(?:kan)?')}`,
  `${word.doNot} (?:be )?${oneOf(word.sent, word.send)}`,
);
const atTimes = oneOf(word.when, word.unless, word.for, word.with, word.in, 'saat', 'selain', 'otherwise', 'selainnya');
const forms = [
  pattern`\b${notThere}(?: ${oneOf('it', 'this', 'ini')})?(?:,? ${word.only})? ${atTimes}\b`,
  pattern`\b${oneOf(word.when, word.unless, 'otherwise', 'selain itu', 'selainnya')}\b[^.;]{0,80}\b${notThere}\b`,
  pattern`(?:^|[;,(]\s*)${oneOf(word.with, word.for, word.in)}\s[^.;,()]{1,60}\b${notThere}\b`,
];

/** Characters of words that are looked at. */
const longest = 1000;

/** The sentence that says that a field must not be there in some requests; null without one. */
export const emptyAtTimes = (words: string): string | null =>
  words
    .slice(0, longest)
    .split(/(?<=[.!?])\s+|\n+/)
    .find((one) => forms.some((form) => form.test(one))) ?? null;
