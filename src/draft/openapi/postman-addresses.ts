/** The addresses of the requests of a collection. */
import type { Json, JsonObject } from '../../formats/json.ts';
import { atPointer, isObject } from '../../formats/json.ts';
import { isUrl } from '../../formats/url.ts';
import { pathOf } from '../page/values/address.ts';

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

/** The key under which the address of a request has what the variable at its begin stands for. */
const baseOfAddress = 'x-base';

/** An address with what the variable at its begin stands for, where that is a server with a path of its own. */
export function withBase(url: Json, heldBy: (variable: string) => string | undefined): Json {
  const raw = isObject(url) ? url['raw'] : url;
  const [, variable] = (typeof raw === 'string' && /^(\{\{[^{}]{1,80}\}\})\/[^?#]/.exec(raw)) || [];
  const base = variable === undefined ? undefined : heldBy(variable);
  if (!isObject(url) || base === undefined || !isUrl(base) || pathOf(base) === '/') return url;
  return { ...url, [baseOfAddress]: base.replace(/\/+$/, '') };
}

/** The path of an operation with its base: the server, as the variable of the collection has it. */
interface Based {
  path: string;
  method: string;
  operation: Json;
  base: string | null;
}

function basedIn(paths: JsonObject, requestOf: (operation: JsonObject) => JsonObject | undefined): Based[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(isObject(item) ? item : {}).map(([method, operation]): Based => {
      const base = isObject(operation) ? atPointer(requestOf(operation), `/request/url/${baseOfAddress}`) : undefined;
      const isBelow = typeof base === 'string' && path.startsWith(`${pathOf(base)}/`);
      return { path, method, operation, base: isBelow ? base : null };
    }),
  );
}

/**
 * Paths of a collection that begin behind the variable which holds the server, and that server with each of them. A path stays
 * whole where another operation would be at the same one without it.
 */
export function behindBases(
  paths: JsonObject,
  requestOf: (operation: JsonObject) => JsonObject | undefined,
): JsonObject {
  const all = basedIn(paths, requestOf);
  const shortOf = ({ path, base }: Based): string => (base === null ? path : path.slice(pathOf(base).length));
  const keyOf = (one: Based): string => `${one.method} ${shortOf(one)}`;
  const counts = new Map<string, number>();
  for (const one of all) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
  const found: JsonObject = {};
  for (const one of all) {
    const isMoved = one.base !== null && counts.get(keyOf(one)) === 1;
    const path = isMoved ? shortOf(one) : one.path;
    const item = found[path];
    const operation =
      isMoved && isObject(one.operation) ? { ...one.operation, servers: [{ url: one.base }] } : one.operation;
    found[path] = { ...(isObject(item) ? item : {}), [one.method]: operation };
  }
  return found;
}

/** Marks an operation whose whole address is one variable: neither a path nor a scheme is given, though the converter writes both. */
export function markWhole(operation: JsonObject, { request }: JsonObject): void {
  const url = isObject(request) ? request['url'] : request;
  const raw = String((isObject(url) ? url['raw'] : url) ?? '');
  const [, variable] = /^(\{\{[^{}]{1,80}\}\})\/?(?:[?#]|$)/.exec(raw.trim()) ?? [];
  if (variable !== undefined) operation[wholeAddress] = variable;
}

/** The hosts of the requests of one address, each once; empty where one of them begins with a variable that nothing fills in. */
function ownHosts(items: JsonObject[]): string[] {
  const urls = items.map(({ request }) => {
    const url = isObject(request) ? request['url'] : request;
    return String((isObject(url) ? url['raw'] : url) ?? '').split(/[?#]/)[0] ?? '';
  });
  const hosts = urls.map((url) => /^(https?:\/\/[^/{}:]+(?::\d+)?)(?:\/|$)/i.exec(url)?.[1]);
  return hosts.includes(undefined) ? [] : [...new Set(hosts.filter((one) => one !== undefined))];
}

/** Gives an operation the hosts of its own requests: the converter gives each those of all. A base with a path stays. */
export function noteServers(operation: JsonObject, items: JsonObject[]): void {
  const hosts = ownHosts(items);
  const given = [operation['servers'] ?? []].flat().filter(isObject);
  const hasBase = given.some(({ url }) => isUrl(String(url)) && pathOf(String(url)) !== '/');
  if (hosts.length > 0 && !hasBase) operation['servers'] = hosts.map((url) => ({ url }));
}
