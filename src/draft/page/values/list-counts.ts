/** How many items a list has, as words about it say: `1 to 8 of them`, `At least one role, at most 10.` */
import type { Schema } from '../../../formats/json.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { takesBack } from '../words/doubts.ts';

const one = oneOf('one', 'satu');
const number = `(\\d{1,4}|${one})`;
const range = `${number}\\s?(?:[-–]|${word.to})\\s?${number}`;
const lead = oneOf(
  word.must,
  word.holds,
  'has',
  'have',
  'be',
  'with',
  'list of',
  'contains?',
  'berisi',
  'memuat',
  'daftar',
);
const uncounted = oneOf(word.character, word.letter, word.digit, word.unit, 'bytes?', 'bits?');
const counted = `(?:\\s+(?!${uncounted}\\b)[\\p{L}]+){0,2}`;
const ofThem = oneOf('of', 'dari', 'among');
const begin = `^\\W*(?:${word.and} )?(?:${lead}\\s+)*`;
const end = `(?:${counted}|\\s+${ofThem}\\b.*)\\W*$`;

const forms: readonly (readonly [RegExp, readonly string[]])[] = [
  [pattern`${begin}(?:between |antara )?${range}${end}`, ['minItems', 'maxItems']],
  [pattern`${begin}${word.atLeast} ${number}${end}`, ['minItems']],
  [pattern`${begin}${word.atMost} ${number}${end}`, ['maxItems']],
];

/** A piece that says how many items there are, and nothing else; null for any other. */
function countsIn(piece: string): Schema | null {
  for (const [form, keys] of forms) {
    const found = form.exec(piece);
    if (found === null) continue;
    return Object.fromEntries(keys.map((key, at) => [key, Number(found[at + 1]) || 1]));
  }
  return null;
}

const pieces = (words: string): string[] => words.split(/(?<=(?<!\b(?:max|min|maks))[.;,])\s+|\n/i);

const isList = ({ type }: Schema): boolean => [type].flat().includes('array');

/** Another count beside those that are read, as that of some requests. */
const givesCount = pattern`(?:\b${oneOf(word.atLeast, word.atMost)} ${number}\b|^\W*${range})(?!\s+(?:${uncounted})\b)`;

/** Whether words about a list say how many items it has, and its schema does not. */
export const leavesCounts = (words: string, schema: Schema): boolean =>
  isList(schema) &&
  schema['minItems'] === undefined &&
  schema['maxItems'] === undefined &&
  pieces(words.slice(0, mostWords)).some((piece) => givesCount.test(piece));

/** How many items a list has; empty where words do not say it, say it twice, or of some requests alone. */
export function itemCounts(words: string, schema: Schema): Schema {
  if (!isList(schema) || !/\d|\bone\b|\bsatu\b/i.test(words) || words.length > mostWords) return {};
  const all: Schema = {};
  if (pieces(words).some((piece) => countsIn(piece) === null && givesCount.test(piece))) return {};
  for (const found of pieces(words)
    .filter((piece) => !takesBack(piece.replace(pattern`${word.atLeast}`, ' ')))
    .map(countsIn))
    for (const [key, value] of Object.entries(found ?? {})) {
      if (all[key] !== undefined) return {};
      all[key] = value;
    }
  return Number(all['minItems'] ?? 0) <= Number(all['maxItems'] ?? Number.MAX_SAFE_INTEGER) ? all : {};
}

/** Words about a list without how many items it has. */
export const withoutCounts = (words: string, { minItems, maxItems }: Schema): string =>
  minItems === undefined && maxItems === undefined
    ? words
    : pieces(words)
        .filter((piece) => countsIn(piece) === null)
        .join(' ');

/** Characters of words that are looked at. */
const mostWords = 1000;
