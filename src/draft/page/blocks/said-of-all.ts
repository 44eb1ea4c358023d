/** Sentences that say of all fields above them that they are there, as `All of these are mandatory.` */
import { glue } from '../../vocabulary/glue.ts';
import { numbers } from '../../vocabulary/numbers.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
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

/** Characters of the longest such sentence. */
const longest = 160;

/** `Any of these` is one of them. */
const begins = pattern`^(?!any )${oneOf(`${word.all}(?:nya)?`, 'they', 'both', word.allOfSoMany)} `;

const isMandatory = [
  `(?:${oneOf(word.is, `${word.must}(?: be)?`, 'bersifat')} )?`,
  oneOf(`(?:${word.always} )?${word.mandatory}(?: ${word.sent})?`, `${word.always} ${word.sent}`),
].join('');
const mustBeSent = `${oneOf(word.must, 'wajib')} (?:${word.always} )?(?:be )?(?:${word.sent}|filled in)`;

/** That something is there, at the end of the sentence. */
const isThere = pattern` ${oneOf(isMandatory, mustBeSent)}$`;

/** Words between the two: which fields these are. */
const between = new Set([
  ...glue,
  ...(
    'above listed given here fields field parameters parameter params headers header members member attributes attribute ' +
    'properties property elements element values table request response answer body ' +
    'atas tersebut tabel kolom atribut isian elemen permintaan respons jawaban'
  ).split(' '),
]);

/** What is marked beside a field goes before what is said of all. */
const marked = '(?:marked|stated|noted|indicated|specified|disebutkan|dinyatakan|ditandai)';
const unlessMarked = pattern`,? (?:${word.unless}(?: where)?|if not) (?:(?:they are|it is) )?(?:otherwise )?${marked}(?: ${oneOf('otherwise', 'lain', `(?:as |sebagai )?${word.optional}`)})?$`;

/** Headers with what is in a body: two tables. */
const ofBoth = pattern`\b${oneOf(
  `headers? ${word.and} (?:(?:body|form) )?${word.member}`,
  `${word.member} ${word.and} headers?`,
)}\b`;

/** A subject that is what the sentence before it names. */
export const those = oneOf('they', `${oneOf(word.all, 'each', 'both')} of (?:them|these)`, 'semuanya', word.allOfThese);

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
  if (!words.every((word) => word === '' || between.has(word) || numbers.has(word))) return null;
  const [first = ''] = sentence.toLowerCase().split(' ');
  const together = first === 'both' ? 2 : numbers.get(first);
  const counted = [...words.flatMap((word) => numbers.get(word) ?? []), ...(together === undefined ? [] : [together])];
  return {
    side: contextOf(words.join(' ')).side,
    reachesUp: /\b(?:above|di atas)\b/i.test(said),
    ofBoth: ofBoth.test(said),
    count: counted[0] ?? null,
  };
}
