/** The lengths that the columns of a row give. */
import type { Schema } from '../../../formats/json.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { countsDigits } from '../values/attributes.ts';
import { formIn } from '../values/value-forms.ts';
import { isFixed, lengthsOf, wholeNumber } from '../values/values.ts';
import { type Columns, cell } from './columns.ts';
import { notedLengths } from './length-notations.ts';
import { mayBeAmount } from './length-words.ts';

/** A head that says that its column counts characters. */
const ofLength = /len|panjang|size|ukuran|char|karakter|digit/i;

/** The bounds that columns without such a head give to a number; null where a cell holds anything else. */
function boundsOf(least: string, most: string): Schema | null {
  const [minimum, maximum] = [wholeNumber(least), wholeNumber(most)];
  const isRead = (text: string, value: number | null): boolean => value !== null || isEmpty(text);
  if (!isRead(least, minimum) || !isRead(most, maximum)) return null;
  return { ...(minimum === null ? {} : { minimum }), ...(maximum === null ? {} : { maximum }) };
}

const isEmpty = (text: string): boolean => ['', '-', '–', 'n/a'].includes(text.toLowerCase());

/**
 * The lengths of a row, or the bounds of its number; null where a cell gives one that cannot be read, or gives it to what has none.
 * @param head the heads of the columns
 * @param name that of the field, which tells of what a column of nothing but numbers is
 */
export function sizeOf(row: string[], columns: Columns, schema: Schema, head: string[], name: string): Schema | null {
  const least = cell(row, columns.least);
  const most = cell(row, columns.most);
  const length = cell(row, columns.length);
  const given = [least, most, length].filter((text) => !isEmpty(text));
  if (given.length === 0) return {};
  const isBare = [columns.least, columns.most].every((at) => at === undefined || !ofLength.test(head[at] ?? ''));
  const isNumber = schema['type'] === 'integer' || schema['type'] === 'number';
  if (isNumber && isBare && length === '') return boundsOf(least, most);
  if (schema['type'] !== undefined && schema['type'] !== 'string') return null;
  // Both may bound an amount as well, which is written as a text.
  if (isBare && length === '' && mayBeAmount(name, cell(row, columns.notes), !isEmpty(least))) return null;
  // The words beside a number may say that it is the only one.
  const isExact =
    wholeNumber(length) !== null &&
    cell(row, columns.notes)
      .split(/[.,;]\s*/)
      .some((one) => isFixed.test(one.trim()));
  // What counts digits of a text gives the only length there is.
  const digits = schema['type'] === 'string' && countsDigits.test(length) ? formIn(length, '') : {};
  if (digits['pattern'] !== undefined && given.length === 1) return digits;
  const read = [
    length === '' ? {} : (lengthsOf(isExact ? `exactly ${length}` : length) ?? notedLengths(length)),
    wholeNumber(least) === null ? (least === '' || least === '-' ? {} : null) : { minLength: wholeNumber(least) ?? 0 },
    wholeNumber(most) === null
      ? most === '' || most === '-'
        ? {}
        : lengthsOf(most)
      : { maxLength: wholeNumber(most) ?? 0 },
  ];
  if (read.includes(null)) return null;
  const whole: Schema = Object.assign({}, ...read);
  if (whole['minLength'] === 0) delete whole['minLength'];
  return whole;
}

/** Whether the column of lengths gives another one than the type. */
export const sizesDiffer = (schema: Schema, size: Schema | null): boolean =>
  ['minLength', 'maxLength'].some(
    (keyword) => size?.[keyword] !== undefined && schema[keyword] !== undefined && size[keyword] !== schema[keyword],
  );

/** A cell that gives the most, or a range. */
const isOfMost = pattern`\b${oneOf('maximally', word.atMost, 'hingga', 'sampai')}\b|^\W*\.{2,}|[<≤]|\d\s*(?:-|–|\.{2,}|\bto\b|\bs/?d\b)\s*\d`;

/** A cell that is a number, with or without what it counts. */
const isNumberAlone = pattern`^\d{1,4}(?: ${oneOf(word.character, 'bytes?', 'huruf')})?$`;

/**
 * The question about lengths that stand bare in a column which calls others the most: they may be the only ones. None where
 * the column has one way alone, as most have.
 */
export function bareLengths(rows: string[][], columns: Columns, nameOf: (row: string[]) => string): string | null {
  const given = rows.map((row) => ({ row, length: cell(row, columns.length) }));
  const bare = given.filter(({ row, length }) => isNumberAlone.test(length) && !isFixed.test(cell(row, columns.notes)));
  const most = given.find(({ length }) => isOfMost.test(length));
  if (!most || bare.length === 0) return null;
  const named = bare.map(({ row, length }) => `${nameOf(row)} (${length})`).join(', ');
  return `whether the lengths of ${named} are the only ones: the column calls that of ${nameOf(most.row)} "${most.length}", and the draft takes each for the most`;
}
