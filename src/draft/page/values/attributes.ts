/** What a cell or the words behind a name say of a value all at once: its type, whether it is mandatory, and its lengths. */
import { patternFault } from '../../../contract/pattern.ts';
import type { Schema } from '../../../formats/json.ts';
import { everywhere, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { remembered } from '../words/remembered.ts';
import { isRequiredWord, saysRequired } from '../words/words.ts';
import { isBracketed, withLists } from './list-notations.ts';
import { iso8583, iso20022 } from './type-notations.ts';
import { formIn } from './value-forms.ts';
import { isFixed, isLengthPart, lengthsOf, typeWord } from './values.ts';

/** What a cell or the words behind a name say of a value: `String (Mandatory)`, `an..18`, `String(18)`, `string, required, max 18`. */
export interface Attributes {
  schema: Schema | null;
  required: boolean | null;
  /** Pieces that were not understood. */
  rest: string[];
}

/** Reads attributes; each piece between commas, parentheses and dashes is a type, a word for mandatory, or a length or a part of one. */
export function attributesOf(cell: string): Attributes {
  const { schema, required, rest } = known(cell);
  return { schema: schema && { ...schema }, required, rest: [...rest] };
}

/** A cell with a comma before what stands behind a type without one. */
function withCommas(cell: string): string {
  const parted = cell.replace(/^(\p{L}+)\s+(?=\d+$)/u, '$1, ');
  if (!/[<[=]/.test(parted)) return parted;
  return (
    parted
      // The format of a string that is none we know says nothing we read.
      .replace(/\bstring\s+<\s?([\w-]+)\s?>/gi, (_, format: string) =>
        typeWord(format)?.['format'] === undefined ? 'string' : `string, ${format}`,
      )
      .replace(/(?<=\w)\s+<\s?([\w-]+)\s?>/g, ', $1')
      // As Redoc writes them: `string [ 1 .. 20 ] characters`, `string <= 20 characters`, `string = 20 characters`.
      .replace(/\s\[ ?(\d+) ?\.\. ?(\d+) ?\] (?=char)/g, ', $1..$2 ')
      .replace(/\s([<>]=) (\d+) (?=char)/g, ', $1 $2 ')
      .replace(/\s= (\d+) (?=char)/g, ', exactly $1 ')
  );
}

const asksPresence = everywhere`\b(${word.mandatory}|${word.optional}): (\p{L}+)(?=\s*(?:$|[,;()[\]|/]))`;

/** A cell whose words before a colon say what is asked, with the answers alone: `Type: String, Required: No`. */
const withAnswers = (cell: string): string =>
  cell.includes(':')
    ? cell
        .replace(/\b(?:(?:data )?type|tipe(?: data)?): /gi, '')
        .replace(asksPresence, (whole, asked: string, said: string) => {
          const [one, answer] = [saysRequired(asked), saysRequired(said)];
          return one === null || answer === null ? whole : one === answer ? 'required' : 'optional';
        })
    : cell;

/** The length that two pieces give together, a number and the word for what it bounds; null where they give none. */
function joined(one: string, other: string): string | null {
  const [part, number] = isLengthPart(one) ? [one, other] : [other, one];
  if (!isLengthPart(part) || isLengthPart(number) || !/\d/.test(number)) return null;
  const length = `${isFixed.test(part) ? 'fixed' : part} ${number}`;
  return lengthsOf(length) === null ? null : length;
}

/** Pieces of a cell, with the two that are parts of one length as one: `Fixed`, `18` as `fixed 18`. */
export function withParts(pieces: string[]): string[] {
  const whole: string[] = [];
  for (let index = 0; index < pieces.length; index++) {
    const [piece = '', next = ''] = pieces.slice(index, index + 2);
    const both = joined(piece, next);
    whole.push(both ?? piece);
    if (both !== null) index++;
  }
  return whole;
}

/** The lengths that pieces of a cell give, and the pieces that give none beside them. */
function sizesIn(given: string[]): { lengths: Schema; rest: string[] } {
  let lengths: Schema = {};
  const rest: string[] = [];
  for (const piece of withParts(given)) {
    const found = isLengthPart(piece) ? null : lengthsOf(piece);
    if (found && !Object.keys(found).some((keyword) => keyword in lengths)) lengths = { ...lengths, ...found };
    else rest.push(piece);
  }
  // A number may be the bound of a word that was left without one.
  const isOpen = rest.some((piece) => isLengthPart(piece) && !isFixed.test(piece));
  return isOpen ? { lengths: {}, rest: given } : { lengths, rest };
}

/** Whether a word says nothing of a value, whatever stands beside it: most words of sentences do not. */
const isStrange = remembered(
  (word: string): boolean =>
    known(word).rest.length > 0 && !isLengthPart(word) && lengthsOf(word) === null && !widths.test(word),
);

/** A piece that counts digits, and bounds nothing. */
export const countsDigits = pattern`^(?:(?:${word.exactly}|${word.always}) )?\d{1,4} ${word.digit}$`;

/** Words that go with a number before them. */
const widths = /^(?:int|float|double)\d*$/i;

/** A cell of words alone, as `String Mandatory Fixed 18`, where each of them is understood; null for any other. */
function withoutSigns(cell: string): Attributes | null {
  if (!/^\p{L}+(?: [\p{L}\d]+){1,5}$/u.test(cell)) return null;
  if (cell.split(' ').some(isStrange)) return null;
  const apart = known(cell.replaceAll(' ', ', '));
  return apart.schema !== null && apart.required !== null && apart.rest.length === 0 ? apart : null;
}

const withNull = pattern`^(?:null\s*(?:${word.or}|\||/)\s*([\w-]+)|([\w-]+)\s*(?:${word.or}|\||/|,)\s*null)$`;

/** The type that a cell gives beside null, as `string or null` and `null | integer`; null for any other. */
function nullable(cell: string): Schema | null {
  const [, first = '', behind = ''] = withNull.exec(cell.replaceAll('`', '').trim()) ?? [];
  const schema = typeWord(first || behind);
  return typeof schema?.['type'] === 'string' ? { ...schema, type: [schema['type'], 'null'] } : null;
}

/** A range behind the type of a number, with nothing behind it that would be counted: `integer [ 60 .. 3600 ]`, `number > 0`. */
const range = /\s(?:([[(]) ?(-?\d{1,15}) ?\.\. ?(-?\d{1,15}) ?([\])])|([<>]=?) ?(-?\d{1,15}))$/;

/** Characters of a cell with a range: a type, a word for mandatory, and the range. */
const longestRanged = 60;

/** The bounds that a range gives; a round bracket and a sign alone leave the bound itself out. */
function boundsOf([, open = '', least, most, close = '', sign = '', only]: string[]): Schema {
  if (least === undefined || most === undefined)
    return {
      [`${sign.endsWith('=') ? 'm' : 'exclusiveM'}${sign.startsWith('>') ? 'inimum' : 'aximum'}`]: Number(only),
    };
  if (Number(least) > Number(most)) return {};
  return {
    [open === '[' ? 'minimum' : 'exclusiveMinimum']: Number(least),
    [close === ']' ? 'maximum' : 'exclusiveMaximum']: Number(most),
  };
}

/** A cell of a number with a range behind it; null for any other. */
function ranged(cell: string): Attributes | null {
  const found = cell.length > longestRanged ? null : range.exec(cell);
  if (found === null) return null;
  const before = known(cell.slice(0, found.index));
  const bounds = boundsOf(found);
  const isNumber = ['integer', 'number'].includes(String(before.schema?.['type']));
  if (!isNumber || before.rest.length > 0 || Object.keys(bounds).length === 0) return null;
  return { ...before, schema: { ...before.schema, ...bounds } };
}

/** A pattern behind the type of a text, as Redoc writes it: `string [ 3 .. 10 ] characters ^[A-Z0-9]+$`. */
const patternBehind = /\s`?(\^\S{1,200}\$)`?$/;

/** A cell of a text with a pattern behind what else is said of it; null for any other. */
function patterned(cell: string): Attributes | null {
  const found = patternBehind.exec(cell);
  const [, form = ''] = found ?? [];
  if (found === null || patternFault(form) !== null) return null;
  const before = known(cell.slice(0, found.index).replace(/[,;:]?(?: pattern| matching)?:?$/i, ''));
  if (before.schema?.['type'] !== 'string' || before.rest.length > 0) return null;
  return { ...before, schema: { ...before.schema, pattern: form } };
}

/** Whether a piece is a number that is a value, and no length: one that is too long for that, or one beside others between which it says `or`. */
export const isCode = (piece: string, pieces: readonly string[]): boolean =>
  /^\d+$/.test(piece) && (piece.length > digitsOfLength || pieces.some((other) => severalNumbers.test(other)));
const digitsOfLength = 6;
const severalNumbers = pattern`^\d+ (?:${word.or}|${word.and}) \d+$`;

const known = remembered((written: string): Attributes => {
  const found: Attributes = { schema: null, required: null, rest: [] };
  // What a list of values holds is read by itself, and what stands behind it is not of that.
  const listed = withLists(written);
  const cell = listed.replace(/\barray of (?:\w+-)?\w+(?=\s*[,;(|/!?)])/gi, 'array');
  const whole = (cell === listed ? typeWord(cell) : null) ?? nullable(cell);
  if (whole) return { ...found, schema: whole };
  const alone = iso20022(cell) ?? iso8583(cell);
  if (alone) return { ...found, schema: alone };
  const whollySaid = withoutSigns(cell) ?? ranged(cell) ?? patterned(cell);
  if (whollySaid) return whollySaid;
  const sizes: string[] = [];
  let formed: Schema | null = null;
  // What a list holds has lengths of its own, and `max 5` behind it counts items.
  const pieces = withCommas(
    withAnswers(cell)
      .replace(/\b\w+ ?\[\]/g, 'array')
      .replace(/\bs\/d\b/g, 'sampai'),
  )
    .split(/[,;()[\]|/]|\s[-–—]\s|:\s/)
    .map((piece) => piece.trim());
  for (const piece of pieces.filter((one) => one !== '')) {
    const type = found.schema === null ? (typeWord(piece) ?? iso8583(piece)) : null;
    // A number between parentheses is a length; alone it may be a cardinality.
    const required = /^\d+$/.test(piece) && piece !== cell.trim() ? null : saysRequired(piece);
    // What counts digits alone gives the only length there is.
    const form = found.schema?.['type'] === 'string' && countsDigits.test(piece) ? formIn(piece, '', cell) : {};
    const isSize =
      type === null &&
      required === null &&
      !isCode(piece, pieces) &&
      (isLengthPart(piece) || lengthsOf(piece) !== null);
    const format = found.schema?.['type'] === 'string' ? typeWord(piece)?.['format'] : undefined;
    const isWidth = ['integer', 'number'].includes(String(found.schema?.['type'])) && widths.test(piece);
    if (type) found.schema = type;
    else if (isWidth) continue;
    else if (form['pattern'] !== undefined && sizes.length === 0 && formed === null) formed = form;
    else if (format !== undefined) found.schema = { ...found.schema, format };
    else if (required !== null && found.required === null && piece !== '-') found.required = required;
    else if (isSize) sizes.push(piece);
    else if (!/^(?:in )?(seconds?|secs?|detik)$/i.test(piece) && !isRequiredWord(piece)) found.rest.push(piece);
  }
  const { lengths, rest } = sizesIn(sizes);
  // A length beside it makes both a question.
  found.rest.push(...rest, ...(formed !== null && sizes.length > 0 ? [cell.trim()] : []));
  // `String(16,2)` gives digits before and behind a point, and no lengths.
  const isDecimal = /\(\s*\d+\s*,\s*\d+\s*\)/.test(cell);
  if (isDecimal) found.rest.push(cell.trim());
  else if (found.schema?.['type'] === 'string')
    found.schema = { ...found.schema, ...lengths, ...(sizes.length === 0 ? formed : {}) };
  else if (Object.keys(lengths).length > 0) found.rest.push(cell.trim());
  return isOpen(cell, found) ? { ...found, schema: null, rest: [...found.rest, cell.trim()] } : found;
});

/** Whether the type of a cell stays open: a list beside another type may be one of it or the choice between both, and brackets around several pieces those of a list. */
const isOpen = (cell: string, { schema, required, rest }: Attributes): boolean => {
  const isHolder = (type: unknown): boolean => type === 'array';
  const others = rest.flatMap((piece) => typeWord(piece)?.['type'] ?? []);
  if (schema !== null && others.some((type) => isHolder(type) !== isHolder(schema['type']))) return true;
  return schema !== null && required === null && isBracketed(cell);
};

/** The keywords that a type cell means, `String(18)` included; null for a word we do not know. */
export function typeOf(cell: string): Schema | null {
  // Each word of a page is asked for; one of letters or digits alone is the word for a type, or none.
  if (/^(?:\p{L}+|\d+)$/u.test(cell)) return typeWord(cell);
  if (!/[\s,;()[\]|/<=:]/.test(cell)) return typeWord(cell) ?? iso20022(cell) ?? iso8583(cell);
  const { schema, rest } = attributesOf(cell);
  return rest.length > 0 ? null : schema;
}

/** Whether words that are no type name one all the same, as `set of string` does. */
export const namesType = (words: string): boolean =>
  words.split(/\s+/).some((word) => word.length > 2 && typeOf(word) !== null);
