/** The bounds that words give to a number. */
import type { Schema } from '../../../formats/json.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { isQualified } from '../words/doubts.ts';
import { unitsIn, withoutDurations } from '../words/durations.ts';

const number = '(-?\\d{1,15}(?:\\.\\d{1,6})?)';
const to = oneOf(word.to, '[-–]');
const bounds: readonly (readonly [RegExp, (one: number, two: number) => Schema])[] = [
  [
    pattern`\b(?:between|from|antara|range:?|rentang:?|dari)\s+${number}\s*${oneOf(to, word.and)}\s*${number}`,
    (one, two) => (one <= two ? { minimum: one, maximum: two } : {}),
  ],
  [
    pattern`(?:^|[,;(])\s*${number}\s*${to}\s*${number}(?=\s*(?:${oneOf(word.unit, 'secs?')}\s*)?(?:$|[.,;()]))`,
    (one, two) => (one <= two ? { minimum: one, maximum: two } : {}),
  ],
  [
    pattern`(?:^|[,;(])\s*${number}\s*(?:≤|<=)\s*\p{L}{1,20}\s*(?:≤|<=)\s*${number}`,
    (one, two) => (one <= two ? { minimum: one, maximum: two } : {}),
  ],
  [pattern`\b(?:mulai dari|starting (?:from|at|with))\s+${number}`, (one) => ({ minimum: one })],
  [pattern`\b${word.atLeast}(?: value)?\s*:?\s*${number}`, (one) => ({ minimum: one })],
  [pattern`\b${word.atMost}(?: value)?\s*:?\s*${number}`, (one) => ({ maximum: one })],
  [pattern`(?:^|[,;(])\s*${number}\s*${oneOf(word.atMost, 'or less', 'banyak')}`, (one) => ({ maximum: one })],
];

const limit = '(-?\\d{1,15}(?:\\.\\d{1,6})?|zero|nol)';
const than = oneOf('than', 'dari(?:pada| pada)?');
const same = oneOf('equals? to', 'equal', '(?:yang )?sama dengan');
const more = oneOf('greater', 'larger', 'bigger', 'higher', 'more', 'lebih (?:besar|tinggi)', 'lebih');
const less = oneOf('less', 'lower', 'smaller', 'fewer', 'lebih (?:kecil|rendah)', 'kurang');
const orSame = (words: string): string =>
  oneOf(`${words} ${than} ${word.or} ${same}`, `${words} ${word.or} ${same}(?: ${than})?`);
/** What stands before a bound by a sign or by such words: where a piece of words begins, or that a value has to be so. */
const subject = oneOf(word.value, 'it', 'nilainya');
const hasToBe = oneOf(
  ...[`${word.must} (?:be|bernilai)`, `(?:${subject} )?harus`, `${subject}(?: ${word.is}| bernilai)?`],
  ...['integer', 'number', 'angka', '(?:bilangan|angka) bulat', 'bilangan'],
);
const before = `(?:^|[,;(:]|\\s[-–—]|(?<!\\b${word.not} )\\b${oneOf(hasToBe, word.and)}(?= ))\\s*`;
const asNumber = (written: string): number => (/^\D/.test(written) && !written.startsWith('-') ? 0 : Number(written));

/** What is more or less than a number, by the sign or the words for it, and the keyword that says it. */
const sides: readonly (readonly [RegExp, string])[] = [
  [pattern`${before}(?:>=|≥|${orSame(more)})\s*${limit}`, 'minimum'],
  [pattern`${before}(?:<=|≤|${orSame(less)})\s*${limit}`, 'maximum'],
  [pattern`${before}(?:>|${more} ${than}|above|di ?atas)\s*${limit}`, 'exclusiveMinimum'],
  [pattern`${before}(?:<|${less} ${than}|below|di ?bawah)\s*${limit}`, 'exclusiveMaximum'],
  [pattern`\b${word.not} (?:be |boleh )?${more} ${than}\s+${limit}`, 'maximum'],
  [pattern`\b${word.not} (?:be |boleh )?${less} ${than}\s+${limit}`, 'minimum'],
];

/** What may stand behind such a bound: in other words it may be that of something else. */
const isBehindSide = pattern`^\s*(?:${oneOf(word.unit, 'secs?', '(?:milli-?seconds?|ms)')}\s*)?(?:$|[.,;)\]]|${word.and} (?:[<>≤≥]|${less}|${more}))`;

/** A condition, in which a number is none of a bound. */
const isConditional = pattern`\b${oneOf(word.when, word.unless, 'where')}\b`;

/** The bounds that a sentence gives by a sign, or by words for more and less. */
function sidesIn(sentence: string): Schema {
  if (isQualified(sentence) || isConditional.test(sentence)) return {};
  return Object.fromEntries(
    sides.flatMap(([form, keyword]) => {
      const found = form.exec(sentence);
      const after = found === null ? '' : sentence.slice(found.index + found[0].length);
      return found === null || !isBehindSide.test(after) ? [] : [[keyword, asNumber(found[1] ?? '')]];
    }),
  );
}

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
const ofOther = pattern`digit|char|karakter|length|panjang|\b${word.suchAs}|\b${apart}\b`;

/** What may stand behind a bound; in brackets its unit, or where a note about it stands. */
const noted = oneOf('see', 'cf', 'note', 'lihat', 'catatan', 'inclusive', 'termasuk');
const isBehindBound = pattern`^\s*(?:$|[.,;)\]]|${word.and}\b|\(?(?:(?:milli)?${oneOf(word.unit, 'secs?')}|m?s\b|${noted}))`;

/** The word right behind a bound, which may be its unit. */
const wordBehind = /^[\s(]*[\p{L}-]+/u;

/** The bounds that words give to a number; what counts its digits, or counts in another unit than the number, is none. */
export function boundsIn(notes: string): Schema {
  const found: Schema = {};
  const own = unitsIn(withoutDurations(notes));
  const isOfOther = (after: string): boolean =>
    own.size > 0 && [...unitsIn(wordBehind.exec(after)?.[0] ?? '')].some((one) => !own.has(one));
  for (const sentence of notes.split(/(?<!\b(?:s\.d|max|min|maks))\.\s|\n/i)) {
    if (ofOther.test(sentence)) continue;
    for (const [form, make] of bounds) {
      const [whole, one, two] = form.exec(sentence) ?? [];
      const after = whole === undefined ? '' : sentence.slice(sentence.indexOf(whole) + whole.length);
      // A number of something else has that behind it.
      if (whole === undefined || !isBehindBound.test(after) || isOfOther(after)) continue;
      const made = make(Number(one), Number(two));
      if (!Object.keys(made).some((keyword) => keyword in found)) Object.assign(found, made);
    }
    for (const [keyword, value] of Object.entries(sidesIn(sentence))) found[keyword] ??= value;
  }
  return found;
}
