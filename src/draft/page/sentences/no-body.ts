/** Sentences that say of a request that it has no body, or no Content-Type, as a request without one has none. */

import type { Said, Statement } from '../../facts/facts.ts';
import { quotedWords } from '../../facts/quoted.ts';
import { glue } from '../../vocabulary/glue.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { readRefusedBodies } from '../words/bodiless.ts';
import { isPartial, takesBack } from '../words/doubts.ts';
import { isOfOthers } from './others.ts';

const body = oneOf(
  '(?:(?:http |request |message |json )?(?:body|payload)|content[- ]type(?: header)?|header content[- ]type)',
  '(?:badan|isi) permintaan|badan|muatan',
);

/** What may follow: the end of what is said, or what it is said of. */
const next = oneOf(
  ...[word.is, word.and, word.or, word.for, word.when, word.unless, word.member, 'to', 'at', 'apa', 'pada'],
);
const ends = `(?=\\s*$|\\s*[.,;:()]| ${next}\\b)`;

/** That there is none, before what there is none of, or behind it. */
const any = '(?: an?| any)?';
const have = oneOf('have', 'take', 'carry', 'contain', 'expect', 'need', 'send', 'include', 'set', 'use', 'hold');
const punya = oneOf(
  ...['ada', 'memiliki', 'mempunyai', 'punya', 'membawa', 'memuat', 'memakai'],
  ...['perlu', 'memerlukan', 'membutuhkan'],
);
const kirim = oneOf('mengirim(?:kan)?', 'kirim(?:kan)?', 'sertakan', 'menyertakan');
const none = oneOf(
  ...[`${word.without}${any}`, `tidak ${punya}`, `jangan ${kirim}`],
  `(?:do|does|must|should|may|shall) not ${have}${any}`,
  `never (?:has|takes|carries|send)${any}`,
);
const isThere = oneOf(word.is, 'must be', 'has to be', 'stays', 'remains', 'harus', 'dibiarkan', ':');
const absent = oneOf(
  ...[word.empty, 'none', 'nothing', 'not (?:sent|used|needed|there)'],
  'tidak (?:ada|dikirim|dipakai|diperlukan|digunakan)',
);
const forms: readonly RegExp[] = [
  pattern`\b${none} ${body}${ends}`,
  pattern`\b${body}(?: ${isThere}|:)? (?:${word.always} )?${absent}(?! unless)${ends}`,
];

/** Words beside it that say nothing else. */
const small = new Set([
  ...glue,
  ...(
    'has have there or our your http https get post put request requests call calls operation endpoint method ' +
    'token sent send made takes needed required necessary used expected fields for all parameter parameters ' +
    'headers header must permintaan panggilan operasi metode dikirim kirim untuk memiliki apa pun'
  ).split(' '),
]);

/** Words that speak of what is answered. */
const answered = pattern`\b${oneOf(
  ...[word.answer, word.fault, 'answered', 'respond\\w*', 'replied', 'returns?', 'returned', 'status', 'refus\\w*'],
  ...['dijawab', '[2-5]\\d\\d'],
)}\b`;

/** Where another clause of a sentence begins. */
const newClause = pattern`[;.,:]\s+|\s${oneOf(word.and, 'so', 'sehingga', 'karena itu')}\s|[()]`;

/** What a sentence says of it: that there is no body, or so with words that are not understood; null where it says nothing. */
export function noBodySaid(sentence: string): 'said' | 'unsure' | null {
  if (sentence.length > longest || isOfOthers(sentence)) return null;
  const pieces = sentence
    .replace(/[`*_]/g, '')
    .split(newClause)
    .map((piece) => piece.trim());
  const saying = [sentence.replace(/[`*_]/g, ''), ...pieces].filter((piece) => forms.some((form) => form.test(piece)));
  if (saying.length === 0 || answered.test(sentence)) return null;
  const beside = (text: string): string => forms.reduce((rest, form) => rest.replace(form, ' '), text);
  const others = pieces.map(beside).join('; ');
  if (takesBack(others) || isPartial(others)) return 'unsure';
  const isKnown = (piece: string): boolean =>
    beside(piece)
      .split(/[^\p{L}]+/u)
      .every((word) => word === '' || small.has(word.toLowerCase()));
  return saying.some(isKnown) ? 'said' : 'unsure';
}

/** Characters of the longest sentence that is looked at. */
const longest = 300;

const namesBody = pattern`${oneOf(word.body, 'content')}`;

/** Takes what a sentence says of it into a statement. */
export function readNoBody(sentence: string, at: string, statement: Statement): void {
  readRefusedBodies(sentence, at, statement);
  if (!namesBody.test(sentence)) return;
  const found = noBodySaid(sentence);
  if (found === null || (statement.noBody && !statement.noBody.isUnsure)) return;
  const said: Said = { value: quotedWords(sentence), at };
  statement.noBody = found === 'said' ? said : { ...said, isUnsure: true };
}

/** Words about the bodies that there are, which say nothing of a request without one. */
const having = oneOf(
  ...['with', 'that (?:have|has|carry|carries|need)', 'having', 'carrying', 'dengan'],
  'yang (?:memiliki|mempunyai|punya|membawa|memuat|memakai)',
);
const ofSome = pattern`${oneOf(
  `\\b${word.request} ${having} (?:an? |any )?(?:request )?${word.body}\\b`,
  `\\b(?:${word.all} )?(?:request )?(?:bodies|payloads)\\b`,
  `\\b${oneOf(word.when, 'where')} (?:there is )?(?:an? |any )?(?:request )?body\\b`,
)}`;

/** Whether words give a media type to those requests alone that have a body. */
export const isOfBodies = (words: string): boolean => ofSome.test(words);
