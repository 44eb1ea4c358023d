/** The only value of a number or of what is true or false, as the words about it give it. */
import type { Json } from '../../../formats/json.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { takesBack } from '../words/doubts.ts';

/** What words say of such a value: the only one there is, or one that may be the only one. */
export type PlainValue = { only: Json } | { shown: Json };

const marks = '[\\s`"\'“”‘’*:=]*';
const strong = oneOf(word.always, word.fixed, word.exactly, word.only, 'pasti');
const between = oneOf(
  ...[word.is, word.value, word.with, 'the', 'a', 'at', 'to', 'set', 'number', 'of'],
  ...['nilainya', 'bernilai', 'berisi', 'diisi', 'sebesar', 'sama dengan'],
);
const filler = `(?:${between}\\s+)*`;
const values = '(true|false|\\d{1,9})';
// What is counted in minutes is another number of seconds.
const units = '(?:\\s+(?:seconds?|secs?|detik|s))?';
const onSuccess = oneOf(
  `(?:on|for) (?:a )?(?:success|successful ${oneOf(word.request, word.answer)})`,
  `${word.when} (?:${oneOf(word.request, 'the', 'it', 'is', 'was')} )*${word.succeeds}`,
);
const success = `(?:\\s*${onSuccess})?`;

/** A piece of words that is nothing but the value, and that there is no other. */
const isOnly = pattern`^${marks}${filler}${oneOf(
  `${strong}(?: value)?${marks}${filler}${marks}${values}${marks}${units}`,
  `${values}${marks}${units}${marks}${strong}`,
)}${success}${marks}$`;

/** A piece that is the value, and nothing of whether there is another. */
const isAlone = pattern`^${marks}(?:(?:value|nilai)${marks})?${values}${marks}${success}${marks}$`;

const counted = oneOf(word.character, word.letter, word.digit, 'byte', 'bit');

/** A piece that calls a value the only one, in words of which not each is understood. */
const mayBeOnly = pattern`\b${strong}${marks}${filler}${marks}${values}\b(?!\s*-?\s*${counted})`;

/** Another value of the same kind, in words that are not understood. */
const another = /\b(?:true|false|\d{1,9})\b/i;

const asJson = (text: string): Json => (/^\d/.test(text) ? Number(text) : text.toLowerCase() === 'true');

const fits = (value: Json, type: unknown): boolean =>
  type === 'boolean' ? typeof value === 'boolean' : typeof value === 'number';

/** What the words about a number or about what is true or false give as its value; null where they give none, or several. */
export function plainValue(words: string, type: unknown): PlainValue | null {
  if (words === '' || words.length > longest || !['boolean', 'integer', 'number'].includes(String(type))) return null;
  const pieces = words
    .split(/[.;](?:\s+|$)|\n+|,\s+|[()]|\s[–—-]\s/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  const found = pieces.flatMap((piece) => {
    const [, before, behind] = isOnly.exec(piece) ?? [];
    const said = before ?? behind;
    const alone = isAlone.exec(piece)?.[1];
    if (said !== undefined) return [{ piece, said, isSure: true, isAlone: true }];
    const shown = alone ?? mayBeOnly.exec(piece)?.[1];
    return shown === undefined ? [] : [{ piece, said: shown, isSure: false, isAlone: alone !== undefined }];
  });
  const [first] = found;
  if (!first || found.some(({ said }) => said.toLowerCase() !== first.said.toLowerCase())) return null;
  const value = asJson(first.said);
  if (!fits(value, type)) return null;
  const rest = pieces.filter((piece) => !found.some((one) => one.piece === piece));
  const isPlain = !rest.some((piece) => another.test(piece) || takesBack(piece));
  // Of what is true or false an example would be of no use.
  const isSure =
    found.some((one) => one.isSure) || (type === 'boolean' && rest.length === 0 && found.every((one) => one.isAlone));
  return isPlain && isSure ? { only: value } : { shown: value };
}

/** Characters of words that are looked at. */
const longest = 400;
