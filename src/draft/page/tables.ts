/** What the tables and the `label - value` lines of a page state. */
import type { Schema } from '../../formats/json.ts';
import { ignoredHeaders, type Member, nothing, type Statement, type Todo } from '../facts/facts.ts';
import type { Block } from './page.ts';
import { type Column, columnsOf, isProduction, lengthsOf, saysRequired, typeOf, wholeNumber } from './words.ts';

type Columns = Partial<Record<Column, number>>;

/** What a heading says the block below it is about. */
export interface Context {
  side: 'request' | 'response' | null;
  status: number | null;
  header: boolean;
  error: boolean;
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Reads a heading: which side of the exchange, which status, headers or body. */
export function contextOf(title: string): Context {
  const words = title.toLowerCase().split(/[^a-z0-9]+/);
  const has = (...any: string[]): boolean => any.some((word) => words.includes(word));
  const status = words.map(wholeNumber).find((number) => number !== null && number >= 200 && number <= 599) ?? null;
  const error = has('error', 'errors', 'failed', 'failure', 'refused', 'unauthorized');
  const response = has('response', 'responses', 'output', 'result', 'answer') || status !== null || error;
  const request = has('request', 'requests', 'form', 'input', 'body', 'parameters', 'payload');
  return { side: response ? 'response' : request ? 'request' : null, status, header: has('header', 'headers'), error };
}

/** Reads the tables and label lines of a page, in reading order. What they leave open goes to `todos`. */
export function fromTables(blocks: Block[], todos: Todo[]): { table: Statement; text: Statement } {
  const table = nothing('table');
  const text = nothing('text');
  let status: number | null = null;
  let side: Context['side'] = null;
  for (const block of blocks) {
    const context = contextOf(block.title);
    if (block.kind === 'heading') {
      status = context.status;
      side = context.side ?? side;
      endpointHeading(block.title, text);
      table.title ??= block.title;
    }
    if (block.kind === 'lines') status = labels(block.lines, block.title, text) ?? status;
    if (block.kind !== 'table') continue;
    const columns = columnsOf(block.head);
    const about = { ...context, status: context.status ?? status, side: context.side ?? side };
    if (columns.url !== undefined && (columns.method !== undefined || columns.environment !== undefined))
      endpoints(block, columns, table);
    else if (columns.header !== undefined || (context.header && columns.name !== undefined))
      headers(block, columns, about, table, todos);
    else if (columns.scope !== undefined && columns.name === undefined) scopes(block, columns, table);
    else if (columns.name !== undefined && (columns.type !== undefined || columns.required !== undefined))
      fields(block, columns, about, table, todos);
    else if (columns.status !== undefined) statuses(block, columns, table);
  }
  return { table, text };
}

type TableBlock = Extract<Block, { kind: 'table' }>;

const cell = (row: string[], index: number | undefined): string =>
  index === undefined ? '' : (row[index] ?? '').trim();

function place(block: TableBlock, columns: Columns, row: string[], index: number, name: string): string {
  return columns.number === undefined
    ? `${block.title}, ${name}`
    : `${block.title}, row ${cell(row, columns.number) || index + 1}`;
}

function endpointHeading(title: string, statement: Statement): void {
  const [method = '', path = '', ...rest] = title.split(' ');
  if (methods.includes(method) && path.startsWith('/') && rest.length === 0) {
    statement.method ??= { value: method, at: `Heading ${title}` };
    statement.path ??= { value: path, at: `Heading ${title}` };
  }
}

const split = (line: string): [string, string] | null => {
  for (const separator of [' - ', ' – ', ': ']) {
    const at = line.indexOf(separator);
    if (at > 0)
      return [
        line.slice(0, at).replaceAll('*', '').trim().toLowerCase(),
        line
          .slice(at + separator.length)
          .replaceAll('*', '')
          .replaceAll('`', '')
          .trim(),
      ];
  }
  return null;
};

/** Reads `label - value` lines; returns the status that such a line gives to what follows. */
function labels(lines: string[], title: string, statement: Statement): number | null {
  let status: number | null = null;
  for (const line of lines) {
    const [label, value] = split(line) ?? [];
    if (label === undefined || value === undefined) continue;
    const at = `${title}, ${label}`;
    if (label === 'method' || label === 'http method') statement.method ??= { value: value.toUpperCase(), at };
    if (['url path', 'path', 'endpoint', 'url', 'token url', 'token endpoint'].includes(label))
      address(value, at, statement);
    if (['base url', 'server', 'host'].includes(label) && URL.canParse(value)) server(value, '', label, at, statement);
    if (['status code', 'status', 'http status'].includes(label)) status = wholeNumber(value.split(' ')[0] ?? '');
  }
  return status;
}

/** A path, a URL, or either behind a method. */
function address(value: string, at: string, statement: Statement): void {
  const parts = value.split(' ');
  const [method, place] = parts.length === 2 && methods.includes(parts[0] ?? '') ? [parts[0], parts[1]] : [null, value];
  if (method) statement.method ??= { value: method, at };
  if (place?.startsWith('/')) statement.path ??= { value: place, at };
  else if (place !== undefined && URL.canParse(place)) server(place, null, '', at, statement);
}

/** A server whose path is all of its URL's (`null`), or none of it. */
function server(url: string, path: '' | null, label: string, at: string, statement: Statement): void {
  const { origin, pathname } = new URL(url);
  const shown = path === null ? { url: origin, path: pathname } : { url: url.replace(/\/+$/, '') };
  statement.servers.push({ ...shown, label, production: isProduction(label), at, origin: statement.origin });
}

function endpoints(block: TableBlock, columns: Columns, statement: Statement): void {
  for (const row of block.rows) {
    const label = cell(row, columns.environment);
    const url = cell(row, columns.url);
    const method = cell(row, columns.method).toUpperCase();
    if (methods.includes(method)) statement.method ??= { value: method, at: `${block.title}, Method` };
    if (url.startsWith('/')) statement.path ??= { value: url, at: `${block.title}, URL` };
    else if (URL.canParse(url)) server(url, null, label, `${block.title}, ${label || 'URL'}`, statement);
  }
}

function headers(block: TableBlock, columns: Columns, context: Context, statement: Statement, todos: Todo[]): void {
  // What an answer's headers hold is no demand; the contract has header clauses of its own for it.
  if (context.side === 'response') return;
  for (const [index, row] of block.rows.entries()) {
    const name = cell(row, columns.header ?? columns.name);
    const value = cell(row, columns.value ?? columns.notes);
    if (name === '') continue;
    const at = place(block, columns, row, index, name);
    if (name.toLowerCase() === 'content-type' && value.includes('/'))
      statement.mediaType ??= { value: value.split(';')[0]?.trim().toLowerCase() ?? '', at };
    if (name.toLowerCase() === 'authorization') {
      const scheme = value.split(' ')[0]?.toLowerCase() ?? '';
      if (['basic', 'bearer'].includes(scheme)) statement.security ??= { value: scheme, at };
    }
    if (ignoredHeaders.includes(name.toLowerCase())) continue;
    const said = columns.required === undefined ? true : saysRequired(cell(row, columns.required));
    if (said === null) conditional(name, at, todos);
    const schema = schemaOf(row, columns, name, at, todos);
    statement.headers.push({ name, at, origin: 'table', required: said, schema, ...(value ? { value } : {}) });
  }
}

function conditional(name: string, at: string, todos: Todo[]): void {
  todos.push({ name: `${name} mandatory`, what: `whether ${name} is mandatory (${at}); the table calls it neither` });
}

function schemaOf(row: string[], columns: Columns, name: string, at: string, todos: Todo[]): Schema {
  if (columns.type === undefined) return { type: 'string' };
  const word = cell(row, columns.type);
  const schema = typeOf(word);
  if (!schema) {
    todos.push({
      name: `${name} type`,
      what: `the JSON type of ${name} (${at}); the table says "${word.slice(0, 40)}"`,
    });
    return {};
  }
  if (schema['type'] !== 'string') return schema;
  const least = wholeNumber(cell(row, columns.least));
  const most = wholeNumber(cell(row, columns.most));
  return {
    ...schema,
    ...lengthsOf(cell(row, columns.length)),
    ...(least ? { minLength: least } : {}),
    ...(most === null ? {} : { maxLength: most }),
  };
}

function scopes(block: TableBlock, columns: Columns, statement: Statement): void {
  for (const row of block.rows) {
    const name = cell(row, columns.scope);
    if (name !== '') statement.scopes.push({ name, at: block.title });
  }
}

function fields(block: TableBlock, columns: Columns, context: Context, statement: Statement, todos: Todo[]): void {
  if (context.side === null) {
    todos.push({
      name: `table ${block.title}`,
      what: `whether the table "${block.title}" is about the request or the response`,
    });
    return;
  }
  const parents: string[] = [];
  const members = block.rows.flatMap((row, index): Member[] => {
    const written = cell(row, columns.name);
    // A member of a member is written data.token, or below its parent behind one mark for each level.
    const name = written.replace(/^[\s>»↳·•-]+/, '');
    if (name === '') return [];
    const depth = [...written.slice(0, written.length - name.length)].filter((mark) => mark !== ' ').length;
    const path = [...parents.slice(0, depth), ...name.split('.')];
    parents.splice(0, parents.length, ...path);
    const at = place(block, columns, row, index, name);
    const said =
      columns.required !== undefined
        ? saysRequired(cell(row, columns.required))
        : columns.optional !== undefined
          ? saysRequired(cell(row, columns.optional)) === false
          : null;
    if (said === null) conditional(name, at, todos);
    const schema = schemaOf(row, columns, name, at, todos);
    const notes = cell(row, columns.notes);
    return [
      { pointer: `/${path.join('/')}`, at, origin: 'table', required: said, schema, ...(notes ? { notes } : {}) },
    ];
  });
  if (context.side === 'request') {
    statement.request.push(...members);
    if (context.status === null && block.title.toLowerCase().split(' ').includes('form'))
      statement.mediaType ??= { value: 'application/x-www-form-urlencoded', at: block.title };
  } else {
    const status = context.status ?? (context.error ? null : 200);
    if (status === null)
      todos.push({ name: `table ${block.title}`, what: `which status the answers of "${block.title}" have` });
    else
      statement.answers.push({
        status,
        at: block.title,
        origin: 'table',
        members,
        ...(context.status === null ? { assumed: true } : {}),
      });
  }
}

function statuses(block: TableBlock, columns: Columns, statement: Statement): void {
  for (const row of block.rows) {
    const status = wholeNumber(cell(row, columns.status).split(' ')[0] ?? '');
    if (status === null || status < 200 || status > 599) continue;
    if (!statement.answers.some((answer) => answer.status === status))
      statement.answers.push({ status, at: `${block.title}, ${status}`, origin: 'table', members: [] });
  }
}
