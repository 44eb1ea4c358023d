/** The type that a row of a table gives to its field, and what stays open of it. */
import type { Schema } from '../../../formats/json.ts';
import type { Todo } from '../../facts/facts.ts';
import { listType } from '../blocks/items.ts';
import { isHeaderName } from '../blocks/sides.ts';
import { attributesOf } from '../values/attributes.ts';
import { isBracketed } from '../values/list-notations.ts';
import { behindType, isTimeForm } from './cell-rest.ts';
import { saysDigits } from './character-sets.ts';
import { type Columns, cell } from './columns.ts';

/** Whether all types of a table are in brackets, so that those of each one may be no list. */
export function allBracketed(rows: string[][], columns: Columns): boolean {
  const filled = rows.map((row) => cell(row, columns.type)).filter((one) => one !== '');
  return filled.length > 1 && filled.every(isBracketed);
}

/**
 * The keywords that the cell of a type means; null where there is none. What was not understood is a question.
 * @param of.set a word of the column for characters of another field, where the column is one of these
 */
export function schemaOf(
  row: string[],
  columns: Columns,
  { name, at, isOpen, set }: { name: string; at: string; isOpen: boolean; set: string | null },
  todos: Todo[],
): Schema | null {
  if (columns.type === undefined) return columns.header !== undefined ? { type: 'string' } : null;
  const word = cell(row, columns.type);
  if (set !== null && saysDigits(word)) {
    const what = `whether ${name} (${at}) is a number or a string of digits: the page says "${word.slice(0, 40)}", beside "${set}" of another field`;
    todos.push({ name: `${name} type`, what });
    return {};
  }
  const { schema, rest } = isOpen ? { schema: null, rest: [] } : attributesOf(word);
  if (isTimeForm(word) || (word === '' && columns.header !== undefined)) return { type: 'string' };
  const known = schema?.['type'] === 'array' ? { ...schema, ...listType(word) } : schema;
  if (known && (rest.length === 0 || behindType(row, columns) !== '')) return known;
  todos.push(
    known
      ? notRead(name, at, word, rest)
      : {
          name: `${name} type`,
          what: `the ${columns.header === undefined && !isHeaderName(name) ? 'JSON type' : 'form and length'} of ${name} (${at}); the page says "${word.slice(0, 40)}"`,
        },
  );
  return known ?? {};
}

/** The question about attributes of which some pieces were not understood. */
export const notRead = (name: string, at: string, word: string, rest: string[]): Todo => ({
  name: `${name} type`,
  what: `the type of ${name} (${at}): the page says "${word.slice(0, 60)}", of which "${rest.join(', ').slice(0, 40)}" was not read`,
});

const unread = /of which "[^"]*\d|says "(?!sha|md|rsa|aes|utf)[a-z]{1,4}\s?[=.(]*\d{1,3}\)?"/i;

/** Whether a question about a type is about a length in it, or about a notation that may hold one, as `n6` is. */
export const isOfLength = (what: string): boolean => unread.test(what);
