/** The servers that statements give together, and the contradiction where two put the endpoint elsewhere. */

import { escapedPattern } from '../../formats/pattern.ts';
import { isUrl } from '../../formats/url.ts';
import { origins, type PageReading, type Said, type ServerFact, type Statement, type Todo } from '../facts/facts.ts';
import { isCaseOf, pathOf } from '../page/values/address.ts';

interface Sink {
  contradictions: PageReading[];
  todos: Todo[];
}

/** Hosts that documentation uses for nobody's server. */
const placeholder = (url: string): boolean => {
  const { hostname } = isUrl(url) ? new URL(url) : { hostname: '' };
  const own = /^(?:127(?:\.\d+){3}|0\.0\.0\.0|\[::1?\])$/.test(hostname);
  return (
    own ||
    ['example.com', 'example.org', 'example.net', 'localhost'].some(
      (name) => hostname === name || hostname.endsWith(`.${name}`),
    )
  );
};

/** What paths of several environments end with, each behind a prefix of its own. */
function commonEnd(paths: string[]): string | null {
  const [first = [], ...others] = [...new Set(paths)].map((path) => path.split('/').filter((part) => part !== ''));
  if (others.length === 0) return null;
  let count = 0;
  while (count < first.length && others.every((other) => other.at(-1 - count) === first.at(-1 - count))) count++;
  return count > 1 ? `/${first.slice(-count).join('/')}` : null;
}

/** The address that gives the path: one of an endpoint, or of an environment where all of those end as an endpoint of tokens does. */
export function locatedOf(servers: ServerFact[]): ServerFact | undefined {
  const whole = servers.find(({ path }) => path !== undefined);
  const end = whole && commonEnd(servers.flatMap(({ path }) => (path === undefined ? [] : [path])));
  if (end) return { ...whole, path: end };
  const places = new Set(servers.map(({ url }) => pathOf(url)));
  const [place = ''] = places;
  const [first] = servers;
  if (whole || !first || places.size !== 1) return whole;
  return /(?:token|oauth|auth|authenticate|authorize|login|session)s?\/?$|\btoken\b/i.test(place)
    ? { ...first, path: place }
    : undefined;
}

/** The path of each statement, without those of samples that are another one behind the path of a server. */
export function pathsOf(statements: Statement[]): (Said | undefined)[] {
  const stated = statements.filter(({ origin }) => origin !== 'sample');
  const bases = stated.flatMap(({ servers }) =>
    servers.filter(({ path }) => path === undefined).map(({ url }) => pathOf(url).replace(/\/+$/, '')),
  );
  const whole = new Set(stated.flatMap(({ path }) => (path ? bases.map((base) => `${base}${path.value}`) : [])));
  const paths = new Set(stated.map(({ path }) => path?.value));
  return statements.map(({ origin, path }) =>
    origin === 'sample' && path && whole.has(path.value) && !paths.has(path.value) ? undefined : path,
  );
}

/** A server whose label does not say whether its address is that of the endpoint: one that ends with the path is. */
function endpointAt(server: ServerFact, path: string): ServerFact {
  const pathname = pathOf(server.url);
  const isWhole = server.path === undefined && path !== '/' && path !== '' && pathname.endsWith(path);
  return isWhole ? { ...server, url: new URL(server.url).origin, path: pathname } : server;
}

/** What the end of a server's path and the begin of the endpoint's have in common: `/v2` of `https://a.test/v2` and `/v2/token`. */
function doubledIn(url: string, path: string): string {
  const own = pathOf(url)
    .split('/')
    .filter((part) => part !== '');
  const parts = path.split('/').filter((part) => part !== '');
  for (let count = Math.min(own.length, parts.length - 1); count > 0; count--)
    if (own.slice(-count).every((part, at) => part === parts[at])) return `/${parts.slice(0, count).join('/')}`;
  return '';
}

/** Servers without what the path of the endpoint begins with as well, and the question whether both are meant; a description joins them. */
function onceOf(servers: ServerFact[], path: string, { todos }: Sink): ServerFact[] {
  const doubled = servers.flatMap((server) => {
    const part = doubledIn(server.url, path);
    return part === '' ? [] : [{ server, part }];
  });
  const [first] = doubled;
  if (!first) return servers;
  const once = ({ server, part }: (typeof doubled)[number]): ServerFact =>
    server.origin === 'openapi' ? server : { ...server, url: server.url.replace(/\/+$/, '').slice(0, -part.length) };
  todos.push({
    name: 'doubled path',
    what: `whether ${first.part} is twice in the address of the token endpoint: it ends that of the server (${first.server.at}) and begins the path ${path}; the draft has ${once(first).url}${path}`,
  });
  return servers.map((server) => {
    const found = doubled.find((one) => one.server === server);
    return found ? once(found) : server;
  });
}

/**
 * Servers without the hosts alone of a table or list that has none of those at which the page puts the whole address of the endpoint:
 * those are a question.
 */
function ofEndpoint(all: ServerFact[], { todos }: Sink): ServerFact[] {
  const hostOf = ({ url }: ServerFact): string => new URL(url).host;
  const known = new Set(all.filter(({ path, origin }) => path !== undefined && origin !== 'sample').map(hostOf));
  const passageOf = ({ at, label }: ServerFact): string => at.replace(`, ${label}`, '');
  const isBare = ({ url, path, origin }: ServerFact): boolean =>
    path === undefined && origin === 'table' && pathOf(url) === '/';
  if (known.size === 0) return all;
  const own = new Set(all.filter((one) => known.has(hostOf(one))).map(passageOf));
  const left = all.filter((one) => isBare(one) && one.label !== '' && !own.has(passageOf(one)));
  if (left.length > 0)
    todos.push({
      name: 'other hosts',
      what: `whether the endpoint is served at ${left.map(({ url, at }) => `${url} (${at})`).join(', ')} as well: the page gives its whole address at ${[...known].join(', ')}; a live server has x-production: true in the spec`,
    });
  return all.filter((one) => !left.includes(one));
}

/** Addresses without those that samples alone write with http, where the page has the same host with https: these are a question. */
function securelyOf(all: ServerFact[], { todos }: Sink): ServerFact[] {
  const safe = new Set(all.flatMap(({ url }) => (url.startsWith('https:') ? [new URL(url).host] : [])));
  const isBeside = ({ url, origin }: ServerFact): boolean =>
    origin === 'sample' && url.startsWith('http:') && safe.has(new URL(url).host);
  const [left] = all.filter(isBeside);
  if (!left) return all;
  const { origin, host } = new URL(left.url);
  todos.push({
    name: 'http in samples',
    what: `whether the endpoint is served at ${origin} as well: ${left.at} alone has it without TLS, and the draft has https://${host}`,
  });
  return all.filter((one) => !isBeside(one));
}

/** Servers with the path of the endpoint taken off; a contradiction where two statements put it elsewhere. */
export function serversOf(statements: Statement[], path: string, sink: Sink): ServerFact[] {
  const given = statements.flatMap(({ servers }) => servers);
  const all = ofEndpoint(securelyOf(given, sink), sink)
    .map((server) => endpointAt(server, path))
    .flatMap((server): ServerFact[] => {
      if (server.path === undefined) return [server];
      if (server.path.endsWith(path))
        return [{ ...server, url: `${server.url}${server.path.slice(0, -path.length)}`.replace(/\/+$/, '') }];
      // A sample has values in its path.
      if (isCaseOf(path, server.path)) return [server];
      const what = `the path: ${path}, or ${server.path} (${server.at})`;
      sink.todos.push({ name: 'path', what, ask: { about: 'path' } });
      return [];
    });
  const told = all.filter(({ origin, url }) => origin !== 'sample' && !placeholder(url));
  const sampled = all.filter(
    ({ origin, url, path: whole }) =>
      origin === 'sample' && !placeholder(url) && (whole !== undefined || told.length === 0),
  );
  const listed = onceOf([...told, ...sampled], path, sink);
  const byOrigin = origins
    .map((origin) => listed.filter((server) => server.origin === origin))
    .filter((group) => group.length > 0);
  const [first = [], ...rest] = byOrigin;
  const [one] = first;
  const [odd] = rest.find((group) => group.every(({ url }) => !first.some((known) => known.url === url))) ?? [];
  if (one && odd) sink.contradictions.push(addressContradiction(one, odd, path));
  const unique = new Map<string, ServerFact>();
  for (const server of listed) if (!unique.has(server.url)) unique.set(server.url, server);
  return [...unique.values()];
}

function addressContradiction(one: ServerFact, other: ServerFact, path: string): PageReading {
  const prefix = ({ url }: ServerFact): string => new URL(url).pathname.replace(/\/+$/, '');
  const samePrefix = prefix(one) === prefix(other);
  const option = (server: ServerFact) => ({
    name: server.origin,
    documented: samePrefix
      ? `${server.at} gives the host ${new URL(server.url).host}.`
      : `${server.at} puts the path ${prefix(server) === '' ? 'at the root' : `under ${prefix(server)}`}.`,
    url: samePrefix
      ? `^https?://${escapedPattern(new URL(server.url).host)}/`
      : `^https?://[^/]+${escapedPattern(prefix(server) + path)}`,
  });
  return {
    name: 'base url',
    statement: 'Which of the addresses on the page the endpoint is served at.',
    at: `${one.at}, and ${other.at}`,
    options: [option(one), option(other)],
  };
}
