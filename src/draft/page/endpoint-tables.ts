/** Tables that list the addresses of operations or of environments. */
import { isUrl } from '../../formats/url.ts';
import { sameAddress } from './address.ts';
import { type Columns, cell, type TableBlock } from './columns.ts';
import { isMethod, server } from './labels.ts';
import type { Reading } from './reading.ts';

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

/** Reads a table that lists addresses, with methods or environments. */
export function endpoints(block: TableBlock, columns: Columns, reading: Reading): void {
  const { statement } = reading;
  // What is called the base of an address has no path of an operation.
  const path = /\b(base|host|server|domain)\b/i.test(block.head[columns.url ?? -1] ?? '') ? '' : null;
  const rows = endpointRows(block.rows, columns);
  if (!rows) reading.why = 'it lists several operations, and none is clearly the one that issues tokens';
  for (const row of rows ?? []) {
    const label = cell(row, columns.environment);
    const url = cell(row, columns.url).replace(/^<|>$/g, '');
    const method = cell(row, columns.method).toUpperCase();
    if (isMethod(method)) statement.method ??= { value: method, at: `${block.title}, Method` };
    if (url.startsWith('/')) statement.path ??= { value: url, at: `${block.title}, URL` };
    else if (isUrl(url)) server(url, path, label, `${block.title}, ${label || 'URL'}`, statement);
    else continue;
    reading.used++;
  }
}
