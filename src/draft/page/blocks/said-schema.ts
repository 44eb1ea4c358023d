/** The schema of a field, with what only the words about it say: its lengths, its bounds and its format. */
import type { Schema } from '../../../formats/json.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { bareType, goesOnWith } from '../values/bare-types.ts';
import { boundsIn } from '../values/bounds.ts';
import { withExact } from '../values/exact-lengths.ts';
import { onlyKindIn } from '../values/only-kinds.ts';
import { patternIn } from '../values/said-patterns.ts';
import { countedIn, formIn, isDateTime, isUuid, valuesMeant } from '../values/value-forms.ts';
import { lengthsInWords, typeWord } from '../values/values.ts';
import { isQualified } from '../words/doubts.ts';
import { numbered } from '../words/numbers.ts';
import type { Field } from './reading.ts';

const whose = oneOf(word.of, 'milik', 'server', 'klien', 'mitra');

/** Formats that the words about a text are the name of. */
const formats: readonly (readonly [RegExp, string])[] = [
  [/^(?:(?:a|the) )?(?:(?:as|in|format:?) )?RFC ?3339(?: (?:date-?time|timestamp|format))?$/i, 'date-time'],
  [/^(?:an? )?(?:absolute )?UR[LI]$/i, 'uri'],
  [/^(?:an? )?(?:UUID|GUID)(?: ?v\d)?$/i, 'uuid'],
  [
    pattern`^(?!.*\b${oneOf(word.or, word.and)}\b)(?:(?:the|an?) )?(?:alamat )?IPv4(?: address)?(?: ${whose}\b[\p{L} '’]{0,40})?$`,
    'ipv4',
  ],
];

/** What may stand beside the form of a time and changes nothing of it. */
const ofZone = pattern`^(?:(?:${word.always}|in|in the time zone) )?(?:utc|gmt|wib|wita|wit)(?:[+-]\d\d?(?::\d\d)?)?$`;

/** The format whose name begins the words about a text; null where the sentence says anything else. */
function formatIn(notes: string): string | null {
  const [first = ''] = notes.slice(0, 200).split(/\.(?:\s|$)/);
  const pieces = first
    .replaceAll('`', '')
    .split(/[,;()]|\s[-–—]\s/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  const [form = '', ...zones] = pieces;
  const format = formats.find(([pattern]) => pattern.test(form))?.[1] ?? null;
  if (format !== null && zones.every((zone) => ofZone.test(zone))) return format;
  return isUuid(notes) ? 'uuid' : null;
}

/** The letters of a kind of characters with the most of them, as a piece of words. */
const notation = /(?:^|[,;.]\s+)(?:AN|ANS|AS|A|N)\s?\((\d{1,5})\)(?=\s*(?:$|[,;.]))/;
const anyNotation = /\b(?:AN|ANS|AS|A|N)\s?\(\d/g;

/** The most characters that one such piece gives; empty without any, and with several. */
function notedIn(notes: string): Schema {
  const words = notes.slice(0, 1000);
  const [, most] = notation.exec(words) ?? [];
  const isOnly = words.match(anyNotation)?.length === 1;
  return most !== undefined && isOnly && !isQualified(words) ? { maxLength: Number(most) } : {};
}

/** The shortest length and the form, where words count as many characters as the longest value of a field has. */
function leastOf({ minLength, maxLength }: Schema, form: Schema): Schema {
  if (maxLength === undefined || (minLength ?? maxLength) !== maxLength) return {};
  return form['minLength'] === maxLength && form['maxLength'] === maxLength ? form : {};
}

/** A piece of words that is nothing but what a value is: `a string of 64 characters`, `as a number`, `berupa teks`. */
const written = `(?:(?:${word.sent}|written|ditulis) )?(?:as|sebagai|berupa|berbentuk|dalam bentuk)`;
const counted = oneOf(word.character, word.letter, word.digit);
const ofLength = `(?: (?:of|${word.with}) (?:${oneOf(word.atMost, word.exactly, 'hingga', 'sampai')} )?\\d+ ${counted})?`;
const typeAlone = pattern`^${oneOf(
  `${written} (?:an? )?(?:JSON )?(string|text|teks|integer|number|angka|boolean)`,
  'an? (?:JSON )?(string|integer|boolean)',
)}${ofLength}$`;

/** The words for a type that a piece is; several words of them, where other pieces are types of any kind. */
const typesIn = (piece: string): string[] =>
  bareType.test(piece) || typeWord(piece) !== null ? [piece] : (typeAlone.exec(piece)?.slice(1).filter(Boolean) ?? []);

const piecesOf = (words: string): string[] =>
  words.split(/[,;()]|(?<!\b(?:max|min|maks))\.(?:\s|$)|\s[-–—]\s/).map((piece) => piece.trim());

/** A type that stands before a colon, and what the value is behind it. */
const typeAhead = /^\s*(an? (?:JSON )?(?:string|integer|boolean)):\s/i;

/** The only value of a text, as `always the string x` gives it. */
const stringShown = pattern`^${word.always} ${word.the} (?:JSON )?(string|text|teks) (?:\`[^\`]{1,80}\`|"[^"]{1,80}")$`;

/** The type that one such piece gives; null without any, and with several. */
function typeInWords(notes: string): Schema | null {
  const words = notes.slice(0, 1000);
  const ahead = piecesOf(words.replace(typeAhead, '$1, '));
  const goesOn = ahead.some((piece) => goesOnWith.test(piece));
  const pieces = goesOn ? piecesOf(words) : ahead;
  const [only, ...more] = pieces.flatMap((piece) => {
    const shown = goesOn ? undefined : stringShown.exec(piece)?.[1];
    return shown === undefined ? typesIn(piece) : [shown];
  });
  const isAlone = only !== undefined && bareType.test(only) && !goesOn;
  const isType = only !== undefined && (isAlone || !pieces.includes(only));
  return !isType || more.length > 0 || isQualified(words) ? null : typeWord(only);
}

/** The schema of a field, with what only words say of it. */
export function sizedSchema(
  { schema, notes: words, value: given }: Pick<Field, 'schema' | 'notes' | 'value'>,
  isString: boolean,
): Schema {
  // What may be null as well has the lengths and the values of its other type.
  const [type, ...others] = [schema['type']].flat();
  if (type !== undefined && others.length > 0) {
    const { enum: values, ...sized } = sizedSchema(
      { schema: { ...schema, type }, notes: words, value: given },
      type === 'string',
    );
    return { ...sized, ...(Array.isArray(values) ? { enum: [...values, null] } : {}), type: schema['type'] ?? type };
  }
  const typed = type === undefined && !isString ? typeInWords(words) : null;
  if (typed !== null)
    return sizedSchema({ schema: { ...typed, ...schema }, notes: words, value: given }, typed['type'] === 'string');
  const notes = numbered(words);
  // A column of values may hold the words about one.
  const value = given.includes(' ') && words.includes(given) ? '' : given;
  const sized = schema['minLength'] !== undefined || schema['maxLength'] !== undefined;
  const lengths = sized || schema['type'] !== undefined ? {} : lengthsInWords(notes, false);
  if (schema['type'] === 'integer' || schema['type'] === 'number')
    return { ...boundsIn(notes), ...valuesMeant(notes, false), ...schema };
  // What counts characters is a text, and its length is exact.
  const counted = schema['type'] === undefined && !sized ? countedIn(notes, value) : {};
  if (!isString) return withExact({ ...schema, ...lengths, ...counted }, notes);
  const format =
    schema['format'] === undefined ? (formatIn(notes) ?? (isDateTime(notes, value) ? 'date-time' : null)) : null;
  const formed: Schema = { ...valuesMeant(notes, true), ...schema, ...(format === null ? {} : { format }) };
  const form: Schema = { ...countedIn(notes, value), ...formIn(notes, value), ...patternIn(words, value) };
  const said = patternIn(words, value);
  if (sized)
    return withExact({ ...onlyKindIn(notes, value), ...formed, ...leastOf(schema, form), ...said, ...schema }, notes);
  return withExact(
    {
      ...{ ...onlyKindIn(notes, value), ...formed, ...notedIn(notes), ...lengthsInWords(notes, true) },
      ...form,
    },
    notes,
  );
}
