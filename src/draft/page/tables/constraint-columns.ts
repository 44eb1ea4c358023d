/** Columns of constraints beside the descriptions: lengths, bounds, forms and values, each cell with its own. */
import type { Schema } from '../../../formats/json.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { constantOf } from '../blocks/field-constants.ts';
import { sizedSchema } from '../blocks/said-schema.ts';
import { attributesOf } from '../values/attributes.ts';
import { lengthsOf, typeWord } from '../values/values.ts';
import { type Columns, cell, type TableBlock, words } from './columns.ts';
import { requiredOf } from './required-words.ts';

const rule = oneOf(
  ...['constraints?', 'restrictions?', 'rules?', 'validations?', 'limits?', 'limitations?', 'requirements?'],
  ...['batas(?:an)?', 'aturan', 'ketentuan', 'syarat', 'validasi'],
);
const heads = pattern`^\W*(?:(?:field|value|length|format|nilai|panjang)\W+(?:(?:and|dan)\W+)?)?${rule}(?:\W+(?:rules?|nilai))?\W*$`;

const mustNot = `${oneOf(word.must, 'may', 'can')} ${word.not} be`;
const lengthMust = pattern`^\W*(?:size|${word.length}) ${word.must} be (.*\d)(?: inclusive)?\W*$`;
const notNull = pattern`^\W*${mustNot} null\W*$`;
const notEmpty = pattern`^\W*${mustNot} ${word.empty}\W*$`;

/** A sentence of a validator about a text in the words that people use for its length. */
function inWords(sentence: string): string {
  if (notEmpty.test(sentence)) return 'at least 1 characters. ';
  const [, length] = lengthMust.exec(sentence) ?? [];
  if (length === undefined) return sentence;
  return `${/^\d+$/.test(length) ? 'exactly ' : ''}${length} characters. `;
}

/** What a cell says of the value of its field, beside the type; null where that is not understood. */
function saidIn(row: string[], index: number, columns: Columns): Schema | null {
  const { type, name, header } = columns;
  if (words(row, index) === '') return {};
  const { schema } = attributesOf(cell(row, type));
  const isString = [schema?.['type'] ?? 'string'].flat().includes('string');
  const sentences = (row[index] ?? '').split(/(?<=\n|[.;]\s)/);
  // What may be left out, and must not be null, may have to be there.
  const isThere = requiredOf(row, columns, null, '', false) === true;
  if (!isThere && sentences.some((one) => notNull.test(one) || notEmpty.test(one))) return null;
  const left = sentences.filter((one) => !notNull.test(one));
  if (left.length === 0) return {};
  const said = words([left.map((one) => (isString ? inWords(one) : one)).join('')], 0);
  // A dash and the like.
  if (Object.keys(lengthsOf(cell(row, index)) ?? { open: true }).length === 0) return {};
  const format = isString ? typeWord(cell(row, index))?.['format'] : undefined;
  if (format !== undefined) return { format };
  const field = { name: cell(row, name ?? header), value: '', notes: said, example: false };
  const sized = Object.entries(sizedSchema({ ...field, schema: schema ?? {} }, isString));
  const found: Schema = {
    ...Object.fromEntries(sized.filter(([key]) => schema?.[key] === undefined)),
    ...constantOf(field),
  };
  return Object.keys(found).length > 0 ? found : null;
}

/** What columns of constraints say of the field of each row; a column with a cell that gives nothing is asked about as well. */
export function constraintsIn(block: TableBlock, columns: Columns, unknown: string[]): Map<string[], Schema> {
  const found = new Map<string[], Schema>();
  for (const [index, title] of block.head.entries()) {
    const at = unknown.indexOf(title.trim());
    if (at < 0 || !heads.test(title)) continue;
    const said = block.rows.map((row) => saidIn(row, index, columns));
    for (const [number, row] of block.rows.entries()) found.set(row, { ...found.get(row), ...said[number] });
    if (!said.includes(null)) unknown.splice(at, 1);
  }
  return found;
}
