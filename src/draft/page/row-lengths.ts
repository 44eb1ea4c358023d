/** The lengths that the columns of a row give. */
import type { Schema } from '../../formats/json.ts';
import { type Columns, cell } from './columns.ts';
import { isFixed, lengthsOf, wholeNumber } from './values.ts';

/** The lengths of a row; null where a cell gives one that cannot be read, or gives it to what has none. */
export function sizeOf(row: string[], columns: Columns, schema: Schema): Schema | null {
  const least = cell(row, columns.least);
  const most = cell(row, columns.most);
  const length = cell(row, columns.length);
  const given = [least, most, length].filter((text) => !['', '-', '–', 'n/a'].includes(text.toLowerCase()));
  if (given.length === 0) return {};
  if (schema['type'] !== undefined && schema['type'] !== 'string') return null;
  // The words beside a number may say that it is the only one.
  const isExact =
    wholeNumber(length) !== null &&
    cell(row, columns.notes)
      .split(/[.,;]\s*/)
      .some((one) => isFixed.test(one.trim()));
  const read = [
    length === '' ? {} : lengthsOf(isExact ? `exactly ${length}` : length),
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
