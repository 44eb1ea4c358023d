/** The bounds that words give to a number. */
import type { Schema } from '../../../formats/json.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';

const number = '(-?\\d{1,15}(?:\\.\\d{1,6})?)';
const to = oneOf(word.to, '[-–]');
const bounds: readonly (readonly [RegExp, (one: number, two: number) => Schema])[] = [
  [
    pattern`\b(?:between|from|antara|range:?|rentang:?|dari)\s+${number}\s*${oneOf(to, word.and)}\s*${number}`,
    (one, two) => (one <= two ? { minimum: one, maximum: two } : {}),
  ],
  [
    pattern`(?:^|,)\s*${number}\s*${to}\s*${number}(?=\s*(?:$|[.,;)]))`,
    (one, two) => (one <= two ? { minimum: one, maximum: two } : {}),
  ],
  [
    pattern`(?:^|[,;(])\s*${number}\s*(?:≤|<=)\s*\p{L}{1,20}\s*(?:≤|<=)\s*${number}`,
    (one, two) => (one <= two ? { minimum: one, maximum: two } : {}),
  ],
  [pattern`\b(?:mulai dari|starting (?:from|at|with))\s+${number}`, (one) => ({ minimum: one })],
  [pattern`\b${word.atLeast}(?: value)?\s*:?\s*${number}`, (one) => ({ minimum: one })],
  [pattern`\b${word.atMost}(?: value)?\s*:?\s*${number}`, (one) => ({ maximum: one })],
  [pattern`(?:^|[,;(])\s*(?:≥|>=)\s*${number}`, (one) => ({ minimum: one })],
  [pattern`(?:^|[,;(])\s*(?:≤|<=)\s*${number}`, (one) => ({ maximum: one })],
  [pattern`(?:^|[,;(])\s*${number}\s*${oneOf(word.atMost, 'or less', 'banyak')}`, (one) => ({ maximum: one })],
];

/** What a number beside it is none of the value of: its length, an example, or how far it may be from another one. */
const apart = oneOf(
  'differs?',
  'deviat\\w*',
  'drift\\w*',
  'skew\\w*',
  'toleran\\w*',
  'apart',
  'off',
  'away',
  'within',
  'selisih',
  'berbeda',
  'beda',
);
const ofOther = pattern`digit|char|karakter|length|panjang|${word.suchAs}|\b${apart}\b`;

/** What may stand behind a bound. */
const isBehindBound = pattern`^\s*(?:$|[.,;)\]]|${word.and}\b|(?:milli)?${oneOf(word.unit, 'secs?')}|m?s\b|\(?inclusive)`;

/** The bounds that words give to a number; what counts its digits is none. */
export function boundsIn(notes: string): Schema {
  const found: Schema = {};
  for (const sentence of notes.split(/(?<!\bs\.d)\.\s|\n/)) {
    if (ofOther.test(sentence)) continue;
    for (const [form, make] of bounds) {
      const [whole, one, two] = form.exec(sentence) ?? [];
      const after = whole === undefined ? '' : sentence.slice(sentence.indexOf(whole) + whole.length);
      // A number of something else has that behind it.
      if (whole === undefined || !isBehindBound.test(after)) continue;
      const made = make(Number(one), Number(two));
      if (!Object.keys(made).some((keyword) => keyword in found)) Object.assign(found, made);
    }
  }
  return found;
}
