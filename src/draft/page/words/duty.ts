/** Words beside a field that is not mandatory which say that it is: for some requests, from some time on, or after all. */
import { everywhere, oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';

/** Words behind a duty that bound it. */
const bound = oneOf(
  ...[word.when, word.unless, word.for, word.in, word.of, word.with, 'where', 'by', 'since', 'after', 'before'],
  ...['saat', 'oleh', 'sejak', 'mulai'],
);
const duty = pattern`\b${word.mandatory}\b`;

/** That it is sent, or always is. */
const deeds = [
  pattern`\b${word.must}(?: ${word.always})? (?:be )?${oneOf(word.sent, word.send)}(?=\W*$|\W+${bound}\b)`,
  pattern`\b${word.always} ${oneOf(word.sent, word.send)}\b`,
  pattern`\b(?:${word.not}|no longer|tidak lagi) (?:an )?${word.optional}\b`,
  pattern`\b(?:cannot|can['’]t|must not|may not) be (?:omitted|left out|left ${word.empty}|${word.missing}|${word.empty})\b`,
  pattern`\b(?:tidak boleh|jangan) ${word.empty}\b`,
];

/** That it has not to be there, and what is called so beside it; with an exception it may have to. */
const harmless = everywhere`${oneOf(
  `\\b(?:${word.not}|isn['’]t|aren['’]t) (?:(?:strictly|${word.always}|be) )?${word.mandatory}\\b(?![^.;]*\\b${word.unless}\\b)`,
  `\\b(?:${word.the}|any|all|each) ${word.mandatory} \\w+`,
  `\\b${word.mandatory} (?:scopes?|permissions?|formats?|length|${word.value}|${word.member})\\b`,
  `\\b(?:${word.when}|where|as) (?:${word.mandatory}|perlu)\\b`,
  `\\bno (?:\\w+ )?(?:${word.is} )?${word.mandatory}\\b`,
  `\\b${word.not} (?:${word.always} ${oneOf(word.sent, word.send)}|(?:harus|perlu) ${word.sent})\\b`,
)}`;

/** Characters of words that are looked at. */
const most = 2000;

/** The first sentence that says of a field that is not mandatory that it has to be there; null where none does. */
export function dutyDoubt(words: string): string | null {
  if (words === '') return null;
  const says = (sentence: string): boolean => {
    const own = sentence.replace(harmless, ' ');
    return duty.test(own) || deeds.some((form) => form.test(own));
  };
  return (
    words
      .slice(0, most)
      .split(/(?<=[.;!?])\s+|\n+/)
      .find(says) ?? null
  );
}
