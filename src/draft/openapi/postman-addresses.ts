/** The addresses of the requests of a collection. */
import type { Json, JsonObject } from '../../formats/json.ts';
import { isObject } from '../../formats/json.ts';

/** The key under which an operation has the variable that stands for its whole address. */
export const wholeAddress = 'x-whole-address';

const joined = (parts: Json | undefined, between: string): string =>
  (Array.isArray(parts) ? parts : [parts ?? '']).map((one) => String(isObject(one) ? one['value'] : one)).join(between);

/** The query of an address as a list, where the converter looks for it. */
const queryOf = (raw: string): Json[] =>
  [...new URLSearchParams(/\?([^#]*)/.exec(raw)?.[1] ?? '')].map(([key, value]) => ({ key, value }));

/** An address as one text, which exports may give in parts alone. */
export function rawOf(url: Json): Json {
  if (typeof url === 'string') return rawOf({ raw: url });
  if (!isObject(url)) return url;
  if (typeof url['raw'] === 'string') return url['query'] === undefined ? { ...url, query: queryOf(url['raw']) } : url;
  const { protocol, host, port, path, query } = url;
  const name = joined(host, '.');
  // A variable for a host holds the whole address as a rule.
  const scheme = protocol === undefined && name.startsWith('{{') ? '' : `${protocol ?? 'https'}://`;
  const parameters = (Array.isArray(query) ? query.filter(isObject) : []).map(({ key, value }) => `${key}=${value}`);
  const asked = parameters.length > 0 ? `?${parameters.join('&')}` : '';
  const at = port === undefined || port === '' ? '' : `:${port}`;
  return { ...url, raw: `${scheme}${name}${at}/${joined(path, '/').replace(/^\//, '')}${asked}` };
}

/** Marks an operation whose whole address is one variable: neither a path nor a scheme is given, though the converter writes both. */
export function markWhole(operation: JsonObject, { request }: JsonObject): void {
  const url = isObject(request) ? request['url'] : request;
  const raw = String((isObject(url) ? url['raw'] : url) ?? '');
  const [, variable] = /^(\{\{[^{}]{1,80}\}\})\/?(?:[?#]|$)/.exec(raw.trim()) ?? [];
  if (variable !== undefined) operation[wholeAddress] = variable;
}
