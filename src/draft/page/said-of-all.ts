/** Sentences that say of all fields above them that they are there, as `All of these are mandatory.` */
import { glue } from '../vocabulary/glue.ts';
import { oneOf, pattern } from '../vocabulary/pattern.ts';
import { word } from '../vocabulary/word.ts';
import { contextOf } from './heading-words.ts';

/** What such a sentence says. */
export interface OfAll {
  /** The side that it names. */
  side: 'request' | 'response' | null;
  /** Whether it is about all that stands above it, and not about the last table alone. */
  reachesUp: boolean;
  /** Whether it names headers beside what is in a body: the table of headers before that of the body as well. */
  ofBoth: boolean;
  /** How many fields it says that these are; null where it does not. */
  count: number | null;
}

/** Words for how many they are. */
const counts = new Map(
  'two three four five six seven eight|dua tiga empat lima enam tujuh delapan'
    .split('|')
    .flatMap((words) => words.split(' ').map((one, index): [string, number] => [one, index + 2])),
);

/** Characters of the longest such sentence. */
const longest = 160;

/** Words for all of two, three, four and five. */
const allOfFew = ['both', 'keduanya', 'ketiganya', 'keempatnya', 'kelimanya'];

/** Any of them may be one alone. */
const begins = pattern`^(?!any )${oneOf(word.all, 'they', 'semuanya', 'seluruhnya', ...allOfFew)} `;

/** That something is there, at the end of the sentence. */
const is = oneOf(word.is, `${word.must} be`, 'bersifat', 'harus');
const filled = oneOf(word.sent, 'filled(?: in)?');
const isThere = pattern` ${oneOf(
  `(?:${is} )?(?:${word.always} )?${word.mandatory}(?: ${filled})?`,
  `(?:${is} )?${word.always} ${filled}`,
  `${oneOf(word.must, 'wajib')} (?:${word.always} )?(?:be )?${filled}`,
)}$`;

/** Words between the two: which fields these are. */
const between = new Set([
  ...glue,
  ...(
    'these those them ini itu tersebut above listed given here fields field parameters parameter params headers header members member ' +
    'attributes attribute properties property elements element values table request response answer body ' +
    'atas tabel kolom atribut isian elemen permintaan respons jawaban'
  ).split(' '),
]);

/** What is marked beside a field goes before what is said of all. */
const marked = oneOf('marked', 'stated', 'specified', 'noted', 'indicated', 'disebutkan', 'dinyatakan', 'ditandai');
const unlessMarked = pattern`,? ${oneOf(word.unless, 'except where', `${word.when} not`)} (?:they are |it is )?(?:otherwise )?${marked}(?: otherwise| lain)?$`;

/** Headers with what is in a body: two tables. */
const both = pattern`\bheaders? ${word.and} (?:(?:body|form) )?${word.member}\b|\b${word.member} ${word.and} headers?\b`;
const above = pattern`\b${word.above}\b`;

/** Whether a sentence says of all fields above it that they are there, each word of it understood; null for any other. */
export function saidOfAll(sentence: string): OfAll | null {
  if (sentence.length > longest || !begins.test(sentence)) return null;
  const said = sentence
    .replace(/[`*_]/g, '')
    .replace(/\.\s*$/, '')
    .replace(unlessMarked, '');
  const which = said.replace(begins, '').replace(/^(?!.* )/, ' ');
  const [predicate = ''] = isThere.exec(` ${which}`) ?? [];
  if (predicate === '') return null;
  const words = ` ${which}`.slice(0, -predicate.length).toLowerCase().trim().split(/\s+/);
  if (!words.every((one) => one === '' || between.has(one) || counts.has(one))) return null;
  const [first = ''] = sentence.toLowerCase().split(' ');
  const together = allOfFew.indexOf(first);
  const numbers = [
    ...words.flatMap((one) => counts.get(one) ?? []),
    ...(together < 0 ? [] : [Math.max(2, together + 1)]),
  ];
  return {
    side: contextOf(words.join(' ')).side,
    reachesUp: above.test(said),
    ofBoth: both.test(said),
    count: numbers[0] ?? null,
  };
}
