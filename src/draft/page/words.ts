/** The words pages use in the heads and cells of their tables. */

import type { Schema } from '../../formats/json.ts';
import { keysIn } from '../../formats/json.ts';

/** What a column of a table holds. */
export type Column =
  | 'number'
  | 'name'
  | 'header'
  | 'value'
  | 'type'
  | 'required'
  | 'optional'
  | 'least'
  | 'most'
  | 'length'
  | 'notes'
  | 'environment'
  | 'method'
  | 'url'
  | 'scope'
  | 'status';

const heads: Record<Column, readonly string[]> = {
  number: ['no', 'nr', '#', 'number'],
  name: [
    'name',
    'parameter',
    'parameter key',
    'parameter name',
    'field',
    'field name',
    'key',
    'attribute',
    'member',
    'property',
    'element',
  ],
  header: ['header', 'header name', 'header key', 'http header'],
  value: ['value', 'header value', 'sample value', 'example', 'sample'],
  type: ['type', 'data type', 'parameter data type', 'field type', 'datatype', 'format'],
  required: [
    'mandatory',
    'required',
    'm/o',
    'm/o/c',
    'mandatory/optional',
    'required?',
    'presence',
    'is required',
    'is mandatory',
    'req',
  ],
  optional: ['optional'],
  least: ['min length', 'min', 'minimum length', 'min. length', 'minlength', 'min len'],
  most: ['max length', 'max', 'maximum length', 'max. length', 'maxlength', 'max len'],
  length: ['length', 'size', 'len'],
  notes: ['description', 'notes', 'note', 'remarks', 'remark', 'comment', 'comments', 'details', 'meaning'],
  environment: ['environment', 'env', 'stage'],
  method: ['method', 'http method', 'verb'],
  url: ['url', 'uri', 'endpoint', 'address', 'base url', 'path', 'url path'],
  scope: ['scope', 'scope name'],
  status: ['http status', 'status', 'status code', 'http status code', 'http code'],
};

const columns = new Map(
  keysIn(heads).flatMap((column) => heads[column].map((word): [string, Column] => [word, column])),
);

/** What the columns of a table hold, by their heads; an unknown head holds nothing we read. */
export function columnsOf(head: string[]): Partial<Record<Column, number>> {
  const found: Partial<Record<Column, number>> = {};
  for (const [index, cell] of head.entries()) {
    const column = columns.get(cell.trim().toLowerCase().replace(/[.:]$/, ''));
    if (column !== undefined && found[column] === undefined) found[column] = index;
  }
  return found;
}

const yes = ['m', 'y', 'yes', 'required', 'mandatory', 'true', '✓', '✔', '✅', 'must', 'r'];
const no = ['o', 'n', 'no', 'optional', 'false', '-', '–', '', '✗', '❌'];

/** Whether a cell says that something is mandatory; null where it says neither, as `Conditional` does. */
export function saysRequired(cell: string): boolean | null {
  const word = cell.trim().toLowerCase();
  if (yes.includes(word)) return true;
  return no.includes(word) ? false : null;
}

const types: Record<string, Schema> = {
  string: { type: 'string' },
  str: { type: 'string' },
  text: { type: 'string' },
  varchar: { type: 'string' },
  char: { type: 'string' },
  alphanumeric: { type: 'string' },
  enum: { type: 'string' },
  integer: { type: 'integer' },
  int: { type: 'integer' },
  long: { type: 'integer' },
  number: { type: 'number' },
  numeric: { type: 'number' },
  decimal: { type: 'number' },
  float: { type: 'number' },
  double: { type: 'number' },
  boolean: { type: 'boolean' },
  bool: { type: 'boolean' },
  object: { type: 'object' },
  array: { type: 'array' },
  list: { type: 'array' },
  datetime: { type: 'string', format: 'date-time' },
  'date-time': { type: 'string', format: 'date-time' },
  timestamp: { type: 'string', format: 'date-time' },
  date: { type: 'string', format: 'date' },
  uuid: { type: 'string', format: 'uuid' },
  uri: { type: 'string', format: 'uri' },
  url: { type: 'string', format: 'uri' },
};

/** The keywords a type cell stands for, `String(18)` included; null for a word we do not know. */
export function typeOf(cell: string): Schema | null {
  const [word = '', size = ''] = cell.trim().toLowerCase().split('(');
  const known = types[word.trim()];
  if (!known) return null;
  const most = wholeNumber(size.replace(')', ''));
  return most !== null && known['type'] === 'string' ? { ...known, maxLength: most } : { ...known };
}

/** The whole number a cell is; null for anything else. */
export function wholeNumber(cell: string): number | null {
  const text = cell.trim().replaceAll(',', '');
  return /^\d+$/.test(text) ? Number(text) : null;
}

/** The lengths a cell gives: `18`, `1-18`, `max 18`. */
export function lengthsOf(cell: string): Schema {
  const [first = '', second] = cell.split(/[-–]|\.\./);
  const least = wholeNumber(first);
  const most = second === undefined ? wholeNumber(first.toLowerCase().replace('max', '')) : wholeNumber(second);
  if (second !== undefined)
    return { ...(least === null ? {} : { minLength: least }), ...(most === null ? {} : { maxLength: most }) };
  return most === null ? {} : { maxLength: most };
}

/** Whether a text holds the value as a word of its own. */
export function names(text: string, value: string): boolean {
  return value.length > 1 && text.split(/[\s"'`.,;:()[\]]+/).includes(value);
}

/** A name in kebab-case. */
export function kebab(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** A name in camelCase. */
export function camel(name: string): string {
  return kebab(name).replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** Whether a label or URL names the environment where money moves. */
export function isProduction(label: string): boolean {
  return ['production', 'prod', 'live'].includes(label.trim().toLowerCase());
}
