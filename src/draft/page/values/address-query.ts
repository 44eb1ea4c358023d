/** The query of an address that a page shows. */
import type { Statement } from '../../facts/facts.ts';
import { isPlaceholder } from './values.ts';

/** Reads the parameters of a query, as `mode=a` in `/token?mode=a`; whether each request has them stays open. */
export function readQuery(query: string, at: string, statement: Statement): void {
  for (const [name, value] of new URLSearchParams(query)) {
    if (statement.queries.some((known) => known.name === name)) continue;
    const known = isPlaceholder(value) ? {} : { example: value };
    statement.queries.push({ name, at, origin: 'sample', required: null, schema: { type: 'string' }, ...known });
  }
}
