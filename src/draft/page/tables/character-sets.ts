/** Columns that say of which characters each value is made, and not of which type of JSON it is. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { type Columns, cell } from './columns.ts';

/** Words for digits alone, which may be sent as a number or as text. */
const digits = pattern`^(?:numeric|numerik|numeris|angka|digits?)(?: ${oneOf(word.only, 'saja')})?$`;

/** Words for other characters, which no type of JSON is called by. */
const others = pattern`^(?:alpha[- ]?numeric|alfa[- ]?numerik|alphabet(?:ic)?|alfabet(?:is)?|alpha|hex(?:a?de[cs]imal|a)?|huruf|letters?|base64)$`;

/** Words for types of JSON beside which a word for digits is one as well. */
const types = /^(?:string|str|text|teks|varchar|integer|int|number|boolean|bool|decimal|float|double)\b/i;

const bare = (text: string): string =>
  text
    .replace(/[`*]/g, '')
    .replace(/\s*\(.*$/, '')
    .trim();

/** The first word for other characters in the column of types of such a table; null for any other table. */
export function characterSet(rows: string[][], { type }: Columns): string | null {
  const cells = rows.map((row) => bare(cell(row, type)));
  return cells.some((text) => types.test(text)) ? null : (cells.find((text) => others.test(text)) ?? null);
}

/** Whether the cell of a type says in such a table that a value is made of digits, and leaves open as what these are sent. */
export const saysDigits = (text: string): boolean => digits.test(bare(text));
