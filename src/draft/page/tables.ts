/** What a table of a page states. */

import type { Schema } from '../../formats/json.ts';
import { isUrl } from '../../formats/url.ts';
import type { Todo } from '../facts/facts.ts';
import { sameAddress } from './address.ts';
import type { Block } from './blocks.ts';
import type { Context } from './context.ts';
import { addFields, isPlace } from './fields.ts';
import { isLabel, isMethod, readLabels, server } from './labels.ts';
import { createReading, type Field, type Reading, shownBlock } from './reading.ts';
import { attributesOf, lengthsOf, wholeNumber } from './values.ts';
import { type Column, columnsOf, saysRequired } from './words.ts';

type Columns = Partial<Record<Column, number>>;

type TableBlock = Extract<Block, { kind: 'table' }>;

const cell = (row: string[], index: number | undefined): string =>
  index === undefined ? '' : (row[index] ?? '').replace(/\s*\n\s*/g, ' ').trim();

/** Reads a table. One that gives no fact says why, and is left to a person. */
export function readTable(block: TableBlock, context: Context): Reading {
  const reading = createReading(block, 'table');
  const { columns, unknown } = columnsOf(block.head);
  const { type } = columns;
  // `Parameter Type` may be the JSON type, or the place of the parameter.
  if (type !== undefined && block.rows.length > 0 && block.rows.every((row) => isPlace(cell(row, type)))) {
    columns.place ??= type;
    delete columns.type;
  }
  const named = columns.name !== undefined || columns.header !== undefined;
  if (columns.url !== undefined && (columns.method !== undefined || columns.environment !== undefined || !named))
    endpoints(block, columns, reading);
  else if (isVertical(block, columns)) vertical(block, reading);
  else if (columns.scope !== undefined && !named) scopes(block, columns, reading);
  else if (columns.status !== undefined && (!named || columns.type === undefined)) statuses(block, columns, reading);
  else if (named && hasWords(columns)) {
    const place = columns.header !== undefined ? 'header' : context.place;
    addFields(fieldsOf(block, columns, reading), { ...context, place, side: sideOf(context, columns) }, reading);
    if (unknown.length > 0)
      reading.todos.push({
        name: `columns ${block.title} ${block.line}`,
        what: `what the columns ${unknown.map((head) => `"${head.slice(0, 40)}"`).join(', ')} of ${shownBlock(block)} state; they were not read`,
      });
  } else reading.why = `its heads say nothing we know: ${block.head.join(', ').slice(0, 120)}`;
  if (reading.used === 0 && reading.todos.length === 0 && reading.why === '')
    reading.why = 'no row of it could be read';
  return reading;
}

/** Whether a table says anything about its names. */
const hasWords = ({ type, required, optional, value, notes, example, length, most, place }: Columns): boolean =>
  [type, required, optional, value, notes, example, length, most, place].some((column) => column !== undefined);

// A table of headers that says nothing else is about the request: headers of an answer say so.
const sideOf = ({ side }: Context, { header }: Columns): Context['side'] =>
  side ?? (header === undefined ? null : 'request');

/** Whether each row of a table is a label and its value, its head included. */
function isVertical({ head, rows }: TableBlock, { type, required, header }: Columns): boolean {
  if (head.length !== 2 || type !== undefined || required !== undefined || header !== undefined) return false;
  const labelled = [head, ...rows].filter(([label = '']) => isLabel(label)).length;
  return labelled >= 2 || (labelled > 0 && labelled >= rows.length);
}

function vertical({ head, rows, title }: TableBlock, reading: Reading): void {
  for (const [label = '', value = ''] of [head, ...rows]) {
    if (!isLabel(label)) continue;
    reading.used++;
    readLabels([`${label}: ${value}`], title, reading.statement);
  }
}

function place(block: TableBlock, columns: Columns, row: string[], index: number, name: string): string {
  return columns.number === undefined
    ? `${block.title}, ${name}`
    : `${block.title}, row ${cell(row, columns.number) || index + 1}`;
}

/** Rows that are about one operation; where a table lists several, those of the only one that speaks of tokens. */
function endpointRows(rows: string[][], columns: Columns): string[][] | null {
  const addressOf = (row: string[]): { method: string | null; path: string | null } => {
    const url = cell(row, columns.url).replace(/^<|>$/g, '');
    const method = cell(row, columns.method).toUpperCase();
    const path = url.startsWith('/') ? url : isUrl(url) ? new URL(url).pathname : '/';
    return { method: isMethod(method) ? method : null, path: path === '/' ? null : path };
  };
  const [first, ...others] = rows;
  if (!first || others.every((row) => sameAddress(addressOf(first), addressOf(row)))) return rows;
  const telling = rows.filter(
    (row) => /token|oauth/i.test(addressOf(row).path ?? '') && !/revoke|refresh|introspect/i.test(row.join(' ')),
  );
  const [one, ...more] = telling;
  return one && more.every((row) => sameAddress(addressOf(one), addressOf(row))) ? telling : null;
}

function endpoints(block: TableBlock, columns: Columns, reading: Reading): void {
  const { statement } = reading;
  const rows = endpointRows(block.rows, columns);
  if (!rows) reading.why = 'it lists several operations, and none is clearly the one that issues tokens';
  for (const row of rows ?? []) {
    const label = cell(row, columns.environment);
    const url = cell(row, columns.url).replace(/^<|>$/g, '');
    const method = cell(row, columns.method).toUpperCase();
    if (isMethod(method)) statement.method ??= { value: method, at: `${block.title}, Method` };
    if (url.startsWith('/')) statement.path ??= { value: url, at: `${block.title}, URL` };
    else if (isUrl(url)) server(url, null, label, `${block.title}, ${label || 'URL'}`, statement);
    else continue;
    reading.used++;
  }
}

function scopes(block: TableBlock, columns: Columns, reading: Reading): void {
  for (const row of block.rows) {
    const name = cell(row, columns.scope);
    if (name === '') continue;
    reading.statement.scopes.push({ name, at: block.title });
    reading.used++;
  }
}

function statuses(block: TableBlock, columns: Columns, reading: Reading): void {
  for (const row of block.rows) {
    const status = wholeNumber(cell(row, columns.status).split(' ')[0] ?? '');
    if (status === null || status < 200 || status > 599) continue;
    reading.used++;
    if (!reading.statement.answers.some((answer) => answer.status === status))
      reading.statement.answers.push({ status, at: `${block.title}, ${status}`, origin: 'table', members: [] });
  }
}

/** A name as a cell writes it, with the marks around it: `> access_token*`, `grant_type (required)`. */
function nameOf(written: string): { name: string; depth: number; required: boolean | null } | null {
  const [, marks = '', name = '', rest = ''] = /^([\s>»↳└├─·•-]*)[`'"]?([^\s`'"*(]+)[`'"]?(.*)$/.exec(written) ?? [];
  const depth = [...marks].filter((mark) => mark.trim() !== '').length;
  const note = rest.replace(/[()[\]]/g, ' ').trim();
  const required = note.startsWith('*') ? true : note === '' ? null : saysRequired(note);
  if (name === '' || (note !== '' && required === null) || !/^[\w$@.:/[\]-]+$/.test(name) || name.includes('[]'))
    return null;
  return { name, depth, required };
}

function fieldsOf(block: TableBlock, columns: Columns, reading: Reading): Field[] {
  const lengths: string[] = [];
  const unread: string[] = [];
  const fields = block.rows.flatMap((row, index): Field[] => {
    const written = cell(row, columns.name ?? columns.header);
    if (written === '') return [];
    const named = nameOf(written);
    if (!named) {
      unread.push(written.slice(0, 40));
      return [];
    }
    const { name } = named;
    const at = place(block, columns, row, index, name);
    const notes = cell(row, columns.notes);
    const words = attributesOf(cell(row, columns.type));
    const schema = schemaOf(row, columns, name, at, reading.todos);
    const size = sizeOf(row, columns, schema);
    if (size === null) lengths.push(name);
    return [
      {
        name,
        at,
        depth: named.depth,
        place: cell(row, columns.place),
        required: requiredOf(row, columns, words.required ?? named.required, notes),
        schema: { ...schema, ...size },
        value: cell(row, columns.value ?? columns.example),
        example: columns.value === undefined,
        notes,
      },
    ];
  });
  const open = (name: string, what: string, names: string[]): void => {
    if (names.length > 0)
      reading.todos.push({ name: `${name} ${block.title} ${block.line}`, what: `${what} ${names.join(', ')}` });
  };
  open('lengths', `the lengths that ${shownBlock(block)} gives to`, lengths);
  open('rows', `what ${shownBlock(block)} says in rows whose name cannot be read:`, unread);
  return fields;
}

function requiredOf(row: string[], columns: Columns, otherwise: boolean | null, notes: string): boolean | null {
  if (columns.required !== undefined) return saysRequired(cell(row, columns.required));
  if (columns.optional !== undefined) return saysRequired(cell(row, columns.optional)) === false;
  if (otherwise !== null) return otherwise;
  const first = /^[([]?\s*(required|mandatory|optional|wajib|opsional)\b(?!\s+(if|when|for|only|jika))/i.exec(
    notes,
  )?.[1];
  return first === undefined ? null : saysRequired(first);
}

function schemaOf(row: string[], columns: Columns, name: string, at: string, todos: Todo[]): Schema {
  if (columns.type === undefined) return columns.header !== undefined ? { type: 'string' } : {};
  const word = cell(row, columns.type);
  const { schema, rest } = attributesOf(word);
  if (schema && rest.length === 0) return schema;
  todos.push({
    name: `${name} type`,
    what: schema
      ? `the type of ${name} (${at}): the page says "${word.slice(0, 60)}", of which "${rest.join(', ').slice(0, 40)}" was not read`
      : `the JSON type of ${name} (${at}); the page says "${word.slice(0, 40)}"`,
  });
  return schema ?? {};
}

/** The lengths of a row; null where a cell gives one that cannot be read, or gives it to what has none. */
function sizeOf(row: string[], columns: Columns, schema: Schema): Schema | null {
  const least = cell(row, columns.least);
  const most = cell(row, columns.most);
  const length = cell(row, columns.length);
  const given = [least, most, length].filter((text) => !['', '-', '–', 'n/a'].includes(text.toLowerCase()));
  if (given.length === 0) return {};
  if (schema['type'] !== undefined && schema['type'] !== 'string') return null;
  const read = [
    length === '' ? {} : lengthsOf(length),
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
