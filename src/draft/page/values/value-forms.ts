/** What words say of the characters of a text: of which kind they are, how it begins, and whether it is a time of RFC 3339. */
import type { Schema } from '../../../formats/json.ts';
import { escapedPattern } from '../../../formats/pattern.ts';
import { everywhere, oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { isQualified } from '../words/doubts.ts';
import { remembered } from '../words/remembered.ts';
import { isPlaceholder } from './values.ts';

/** Characters of words that are looked at. */
const mostWords = 1000;

/** The kinds of characters that words count, each with the class of them. */
const either = (one: string, other: string): string => {
  const between = oneOf(word.and, word.or);
  return `${one} ${between} ${other}|${other} ${between} ${one}`;
};
const lower = `${word.lowerCase}(?: letters)?`;
const upper = `${word.upperCase}(?: letters)?`;
const numeric = '(?:numeric|numerik)';
const hex = oneOf(
  `hex(?:adecimal)?(?: ${oneOf(word.character, word.digit, word.letter)})`,
  '(?:karakter|digit) hex\\w*',
);
export const kinds: readonly (readonly [string, string])[] = [
  [`digits?(?: (?:angka|numerik|numeric))?|angka|${numeric} (?:characters?|digits?)`, '[0-9]'],
  [hex, '[0-9a-fA-F]'],
  [either(word.letter, word.digit), '[A-Za-z0-9]'],
  [either(lower, word.digit), '[a-z0-9]'],
  [either(upper, word.digit), '[A-Z0-9]'],
];

const exactly = `(?:${oneOf(word.always, word.exactly, 'harus')}\\s+)?`;
const range = `(\\d{1,5})(?:\\s*${oneOf('[-–]', word.to)}\\s*(\\d{1,5}))?`;
const counts: readonly (readonly [RegExp, string])[] = kinds.map(([words, characters]) => [
  pattern`^${exactly}${range}\s+(?:${words})$`,
  characters,
]);

/** Characters of any kind that are counted, and right behind them their kind, as `24 characters, letters and digits`. */
const countsAny = pattern`^(${exactly}${range})\s+${word.character}$`;
const allOfKind = oneOf(word.only, 'all', 'berupa', 'terdiri dari');
const kindOf = pattern`^(?:${allOfKind}\s+)?(${kinds.map(([words]) => words).join('|')})$`;

/** Characters of no such kind, which words may allow as well. */
export const otherCharacters =
  /\b(?:dash\w*|hyphens?|underscores?|dots?|periods?|spaces?|symbols?|special|punctuation|strip|garis|titik|spasi|simbol|khusus|tanda)\b/i;

/** Pieces of words with the number of characters before their kind, where a piece for each says these. */
function withKinds(pieces: readonly string[]): readonly string[] {
  if (pieces.some((piece) => otherCharacters.test(piece))) return pieces;
  return pieces.map((piece, at) => {
    const [, count] = countsAny.exec(piece) ?? [];
    const [, kind] = kindOf.exec(pieces[at + 1] ?? '') ?? [];
    return count === undefined || kind === undefined ? piece : `${count} ${kind}`;
  });
}

/** How a value begins, as words give it with the beginning marked as code. */
const start = oneOf(
  `(?:${oneOf('it', 'which', 'that', 'the value')} )?(?:always )?(?:starts|begins|starting|beginning) with`,
  '(?:selalu )?(?:diawali|dimulai|berawalan)(?: dengan)?',
  '(?:with (?:the )?)?prefix(?:ed with)?:?',
  '(?:dengan )?(?:awalan|prefiks):?',
);
const begins = pattern`^${start} [\`"“]([^\s\`"”]{1,20})[\`"”]$`;

/** The pieces of words between which a value is spoken of; what is in a sentence that is so for some alone is left out. */
export const piecesOf = remembered((words: string): readonly string[] =>
  words
    .slice(0, mostWords)
    .split(/(?<=(?<!\b(?:max|min|maks))[.;])\s+|\n/i)
    .filter((sentence) => !isQualified(sentence))
    .flatMap((sentence) => sentence.replace(/[.;]$/, '').split(/[;()]|,(?!\d)/))
    .map((piece) => piece.trim().replace(withPrefix, '')),
);

/** What is counted as well, behind a number of characters. */
const withPrefix = pattern`\s${oneOf(word.with, 'including', 'incl\\.', 'termasuk')} (?:(?:the|its) )?(?:prefix|awalan|prefiks)(?:nya)?$`;

const before = oneOf(word.the, word.in, 'as', 'of', 'format', 'formatted', 'sebagai', 'berupa', 'harus');
const ofWhat = `${oneOf('of', 'for', 'dari', 'milik')} (?:${oneOf(word.the, 'each', 'setiap')} )?(?!version|type|form|versi|tipe)\\p{L}+`;
const uuid = pattern`^(?:${before}[ :]+){0,4}(?:UUID|GUID)(?:[ -]?v\d)?(?: format)?(?: ${ofWhat})?$`;

/** Words beside a form that leave it open, or give it as one of several. */
const advised = oneOf('prefer\\w*', 'suggest\\w*', 'recommend\\w*', 'disarankan');
const altered = oneOf('stripped', 'compact', 'hashe?d?', 'digest');
const leavesOpen = pattern`\b${oneOf(word.or, word.suchAs, word.example, word.not, word.without, 'like', advised, altered)}\b`;

/** That a value is another each time, which leaves its form as it is. */
const neverUsed = everywhere`\s(?:that|which|yang) ${oneOf(
  '(?:was|is|has|have|had) never (?:been )?(?:used|sent) before',
  '(?:belum|tidak) pernah (?:dipakai|digunakan|dikirim)(?: sebelumnya)?',
)}(?=\s*(?:$|[.,;)]))`;

/** Whether words that say more of a text call it a UUID in a piece of their own. */
export function isUuid(said: string): boolean {
  if (!/\b[UG]UID\b/i.test(said)) return false;
  const words = said.slice(0, mostWords).replace(neverUsed, '');
  return !leavesOpen.test(words) && piecesOf(words).some((piece) => uuid.test(piece));
}

/** Whether words count characters once; of several counts each is that of a part. */
const countsOnce = (words: string): boolean =>
  [
    ...words
      .slice(0, mostWords)
      .matchAll(/\d\s*(?:(?:hex\w*|(?:alpha)?numeric) )?(?:char|karakter|digit|huruf|letter|angka)/gi),
  ].length < 2;

/**
 * The characters that words count as digits: those of a number in hexadecimal where they call it one; null where they speak of
 * letters as well.
 */
function kindAmong(characters: string, words: string): string | null {
  if (characters !== '[0-9]') return characters;
  if (/\b(?:hex(?:a|adecimal)?|he[kx]sadesimal|base ?16)\b/i.test(words)) return '[0-9a-fA-F]';
  return /\b(?:alpha|alfa)[- ]?num/i.test(words) ? null : characters;
}

/**
 * The pattern of a text, with the lengths where it counts characters; empty where words give none, or the page shows another value.
 * @param around all that is said of the text, where the words are a part of it
 */
export function formIn(words: string, shown: string, around = words): Schema {
  const found = withKinds(piecesOf(words)).flatMap((piece): Schema[] => {
    const start = begins.exec(piece)?.[1];
    if (start !== undefined) return [{ pattern: `^${escapedPattern(start)}` }];
    return counts.flatMap(([form, kind]): Schema[] => {
      const [, one, two = one] = form.exec(piece) ?? [];
      if (one === undefined || Number(one) > Number(two)) return [];
      const characters = kindAmong(kind, around);
      if (characters === null) return [];
      const times = one === two ? `{${one}}` : `{${one},${two}}`;
      return [{ pattern: `^${characters}${times}$`, minLength: Number(one), maxLength: Number(two) }];
    });
  });
  const [only, ...others] = found;
  if (only === undefined || others.length > 0 || !countsOnce(words)) return {};
  const isAnother = shown !== '' && !isPlaceholder(shown) && !RegExp(String(only['pattern'])).test(shown);
  return isAnother ? {} : only;
}

const countsAll = pattern`^${exactly}(\d{1,5})\s+${oneOf(word.character, word.letter)}$`;
const lengthAhead = pattern`^(?:length|panjang)(?:nya)?:? (?=${oneOf(word.always, word.exactly)} \d)`;

/** Whether words give the only length of a text by counting its characters, as `The key, 24 characters` does. */
export function countedIn(words: string, shown: string): Schema {
  if (!countsOnce(words)) return {};
  const numbers = piecesOf(words).flatMap(
    (piece) =>
      countsAll.exec(
        // A word for the length may stand before the one that makes it exact.
        piece.replace(lengthAhead, ''),
      )?.[1] ?? [],
  );
  const [only] = numbers;
  if (only === undefined || (shown !== '' && !isPlaceholder(shown) && shown.length !== Number(only))) return {};
  return { minLength: Number(only), maxLength: Number(only) };
}

const letters = /(?<![\w.])yyyy-mm-dd(?:'T'|T)hh:mm:ss(?:\.s{1,9})?(?:TZD|XXX|[+-](?:hh:mm|\d\d:\d\d))(?![\w.+-])/gi;
const instant = /\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)(?![\w.+-])/;

/** Whether words give the form of a time that RFC 3339 has: in letters with its offset, or as ISO 8601 with one that it shows. */
export function isDateTime(words: string, shown: string): boolean {
  const own = words.slice(0, mostWords);
  if (isQualified(own)) return false;
  const forms = own.match(letters) ?? [];
  const all = own.match(/yy/gi) ?? [];
  if (all.length > 0) return forms.length * 2 === all.length && (!/\d{4}-/.test(shown) || instant.test(shown));
  // A time of RFC 3339 has an offset, whatever it is called; its dates alone have none.
  if (/\bRFC[ -]?3339\b/i.test(own) && /\b(?:date(?: and |[- ])?time|timestamp|instant|waktu)\b/i.test(own))
    return !leavesOpen.test(own) && (shown === '' || isPlaceholder(shown) || instant.test(shown));
  return (
    /\bISO[ -]?8601\b/i.test(own) &&
    /\boffset\b|\bzona waktu\b|\btime ?zone\b/i.test(own) &&
    instant.test(`${own} ${shown}`)
  );
}

/** A value and what it means, as `1 = read`, `2: write`, `3 - all` and `A (shop)` have it. */
const meaning = (value: string): RegExp =>
  RegExp(
    `^(${value})(?:\\s*[=:]\\s*|\\s[-–—]\\s)(\\p{L}[^=\\d,;:()]{0,60})$|^(${value}) \\((\\p{L}[^()\\d]{0,60})\\)$`,
    'u',
  );
const join = oneOf(word.or, word.and);
const apart = (value: string): RegExp =>
  RegExp(
    `\\s?[,;/]\\s?(?:${join} )?(?=(?:${value})(?:\\s?[=:(]|\\s[-–—(]))|\\s${join}\\s(?=(?:${value})(?:\\s?[=:(]|\\s[-–—(]))`,
  );
const forms = ['\\d{1,4}', '[A-Z][A-Z\\d_]{0,20}|\\d{1,4}'].map((value) => ({
  one: meaning(value),
  sign: apart(value),
}));

/** Words for how a request ended. */
const ofOutcome = pattern`\b${oneOf(word.succeeds, word.fails, word.refusal, word.refused, 'ok', 'granted')}\b`;

/** Words that leave a list open. */
const goesOn = pattern`\b${oneOf(word.andSoOn, word.suchAs, word.other, 'more')}\b|\.{3}|…`;

/** Words of codes, each marked as one before what it means, with a sign between the two: ``01` shop, `02` till` as `01 = shop, 02 = till`. */
function withSigns(words: string): string {
  const pieces = words.length > 300 || !words.includes('`') ? [] : words.trim().replace(/\.$/, '').split(/[,;] /);
  const apart = pieces.map((piece) => /^`([A-Z][A-Z\d_]{0,20}|\d{1,4})` (\p{L}[\p{L} /-]{1,60})$/u.exec(piece));
  const isWhole = apart.length > 1 && apart.every((one) => one !== null && !joins.test(one[2] ?? ''));
  return isWhole ? apart.map((one) => `${one?.[1]} = ${one?.[2]}`).join(', ') : words;
}

/** Words that make a sentence of a value and what follows it. */
const verb = oneOf(word.is, word.must, word.may, word.mandatory, word.optional, 'was', 'starts?', 'ends?', 'diawali');
const preposition = oneOf(word.in, word.of, word.with, 'by', 'before', 'after', 'sebelum', 'setelah');
// `02` bukan bank: no sentence, a meaning.
const joins = pattern`^${oneOf(verb, preposition, word.or, word.and, word.only, 'not', 'tidak')}\b`;

/**
 * The values of words that say of each what it means, and nothing else, as `1 = read, 2 = read and write`: numbers, of a
 * text codes as well; empty for any other words.
 */
export function valuesMeant(given: string, isText: boolean): Schema {
  const words = withSigns(given);
  if (words.length > 300 || !/[=:(–—-]/.test(words) || isQualified(words) || goesOn.test(words)) return {};
  const { one, sign } = forms[isText ? 1 : 0] ?? {};
  if (one === undefined || sign === undefined) return {};
  const pieces = words
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^\p{L}[\p{L} ]{2,40}[:.] (?=[A-Z\d])/u, '')
    .replace(/\.$/, '')
    .split(sign);
  // An outcome is that of the answer that holds it.
  if (pieces.some((piece) => ofOutcome.test(piece))) return {};
  const values = pieces.flatMap((piece) => {
    const [, before, , alone] = one.exec(piece) ?? [];
    return before ?? alone ?? [];
  });
  const isWhole = values.length === pieces.length && values.length > 1 && new Set(values).size === values.length;
  return isWhole ? { enum: isText ? values : values.map(Number) } : {};
}
