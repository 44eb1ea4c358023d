/** Tables that list the addresses of operations or of environments. */
import { isUrl } from '../../../formats/url.ts';
import { namesToken } from '../blocks/beside.ts';
import type { ListedOperation, Reading } from '../blocks/reading.ts';
import { isMethod, server } from '../sentences/labels.ts';
import { isForPeople } from '../tables/addresses-beside.ts';
import { type Columns, cell, type TableBlock } from '../tables/columns.ts';
import { pathOf, sameAddress } from '../values/address.ts';
import { readMediaType } from '../words/content-types.ts';
import { isEnvironment } from '../words/environments.ts';
import { readsKeys } from '../words/other-tokens.ts';
import { isBase } from '../words/server-words.ts';

/** The address of a row; one cell may hold the method and the path, as `**POST** /token`. */
function addressIn(row: string[], columns: Columns): { url: string; method: string } {
  const text = cell(row, columns.url)
    .replace(/^<|>$/g, '')
    // A page may show the pattern that its server matches a path with.
    .replace(/^\^\/?([\w{}/.-]+)\$?$/, '/$1');
  const [, method = '', url = ''] = /^[*\s]*([A-Z]{3,6})[*\s]+(\S+)$/.exec(text) ?? [];
  return isMethod(method)
    ? { url, method }
    : { url: text, method: cell(row, columns.method).replaceAll('*', '').toUpperCase() };
}

/** Rows that are about one operation; where a table lists several, those of the only one that speaks of tokens. */
function endpointRows(rows: string[][], columns: Columns): string[][] | null {
  const addressOf = (row: string[]): { method: string | null; path: string | null } => {
    const { url, method } = addressIn(row, columns);
    const path = url.startsWith('/') ? url : isUrl(url) ? pathOf(url) : '/';
    return { method: isMethod(method) ? method : null, path: path === '/' ? null : path };
  };
  const [first, ...others] = rows;
  if (!first || others.every((row) => sameAddress(addressOf(first), addressOf(row)))) return rows;
  const grants = (pattern: RegExp): string[][] =>
    rows.filter(
      (row) =>
        pattern.test(addressOf(row).path ?? '') &&
        !readsKeys(addressOf(row)) &&
        !/revoke|refresh|introspect|cabut|perbarui/i.test(row.join(' ')),
    );
  const named = grants(/token|oauth/i);
  // Where none speaks of tokens, what is posted to open a session does.
  const telling =
    named.length > 0
      ? named
      : grants(/^[^{:]*(?:login|sessions?|auth\w*)\/?$/i).filter((row) => addressOf(row).method === 'POST');
  const [one, ...more] = telling;
  return one && more.every((row) => sameAddress(addressOf(one), addressOf(row))) ? telling : null;
}

/** The operations that a table lists, by what stands in the first of its columns that is none of their address. */
function operationsIn({ head, rows }: TableBlock, columns: Columns): ListedOperation[] {
  const name = head.findIndex((_, index) => ![columns.url, columns.method, columns.environment].includes(index));
  return rows.flatMap((row) => {
    const { url, method } = addressIn(row, columns);
    const path = url.startsWith('/') ? url : isUrl(url) ? pathOf(url) : '/';
    const called = name < 0 ? '' : cell(row, name);
    return path === '/' || called === '' ? [] : [{ name: called, method: isMethod(method) ? method : null, path }];
  });
}

/**
 * The rows of the servers that issue tokens, where a column says what each of several servers of an environment is for, and one
 * of each is called so; all of them in any other table.
 */
function servedRows({ head, rows }: TableBlock, columns: Columns): string[][] {
  const { environment, url, method } = columns;
  const environments = rows.map((row) => cell(row, environment));
  if (environment === undefined || new Set(environments).size === rows.length) return rows;
  for (const index of head.keys()) {
    if ([environment, url, method].includes(index)) continue;
    const own = rows.filter((row) => namesToken(cell(row, index)));
    const isEach = new Set(own.map((row) => cell(row, environment))).size === own.length;
    if (own.length > 0 && own.length === new Set(environments).size && isEach) return own;
  }
  return rows;
}

/** Whether each row is another environment with the address of its server: what is called a base has any path. */
function areEnvironments(rows: string[][], columns: Columns): boolean {
  const environments = rows.map((row) => cell(row, columns.environment).replaceAll('*', ''));
  const isEach = new Set(environments).size === rows.length && environments.every(isEnvironment);
  return isEach && columns.method === undefined && rows.every((row) => isUrl(addressIn(row, columns).url));
}

/** The head of a column of media types. */
const isMediaHead = /^\W*(?:content|media)[ -]?type\W*$/i;

/** Reads a table that lists addresses, with methods or environments. */
export function endpoints(block: TableBlock, columns: Columns, again: number[], reading: Reading): void {
  const { statement } = reading;
  const isOfBases = isBase.test(block.head[columns.url ?? -1] ?? '');
  const path = isOfBases ? '' : null;
  const served = servedRows(block, columns);
  const rows = isOfBases && areEnvironments(served, columns) ? served : endpointRows(served, columns);
  if (!rows) reading.why = 'it lists several operations, and none is clearly the one that issues tokens';
  if ((rows?.length ?? 0) < block.rows.length) reading.listed = operationsIn(block, columns);
  const media = block.head.findIndex((head) => isMediaHead.test(head));
  for (const row of rows ?? []) {
    const label = cell(row, columns.environment);
    const { url, method } = addressIn(row, columns);
    if (isForPeople(label) && isUrl(url) && new URL(url).pathname === '/') {
      reading.used++;
      continue;
    }
    // A path may stand beside the server that it is of.
    const host = again.map((index) => cell(row, index)).find((text) => isUrl(text));
    if (host !== undefined && url.startsWith('/'))
      server(host, '', label, `${block.title}, ${label || 'server'}`, statement);
    if (isMethod(method)) statement.method ??= { value: method, at: `${block.title}, Method` };
    if (media >= 0) readMediaType(cell(row, media), `${block.title}, ${block.head[media]?.trim()}`, statement);
    if (url.startsWith('/')) statement.path ??= { value: url, at: `${block.title}, URL` };
    else if (isUrl(url)) server(url, path, label, `${block.title}, ${label || 'URL'}`, statement);
    else continue;
    reading.used++;
  }
}
