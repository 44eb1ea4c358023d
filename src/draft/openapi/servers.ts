import type { Json, JsonObject } from '../../formats/json.ts';
import { atPointer, isObject } from '../../formats/json.ts';
import { isUrl } from '../../formats/url.ts';
import type { ServerFact, Todo } from '../facts/facts.ts';
import { domainOf, pathOf } from '../page/values/address.ts';
import { environmentAddresses } from '../page/words/environment-addresses.ts';
import { isEnvironment, isProduction } from '../page/words/environments.ts';
import { cited } from './cited.ts';
import { convertedFrom, type Description } from './description.ts';

/** The description with its relative servers where its own address puts them, as OpenAPI has it. */
export function located(api: Description, base: string): Description {
  const servers = api['servers'];
  if (!Array.isArray(servers) || !isUrl(base)) return api;
  const locate = (server: Json): Json => {
    const url = isObject(server) ? server['url'] : undefined;
    // A template is filled in before it can be resolved, and is absolute as a rule.
    const relative = typeof url === 'string' && !url.includes('{') && !isUrl(url) && isUrl(url, base);
    return relative && isObject(server) ? { ...server, url: new URL(url, base).href } : server;
  };
  return { ...api, servers: servers.map(locate) };
}

/** Most addresses of one server that its variables are filled in for. */
const mostFilled = 12;

/** An address of a server, with the values of its variables where these are listed. */
interface Filled {
  url: string;
  values: string[];
}

/** The environment that the words about a variable give one of its values, as `8443 = staging` does; null where they do not. */
function environmentOf(value: string, said: string): string | null {
  const clauses = said.split(/[,;.]\s+|\n+|\s+(?:and|dan)\s+/);
  const own = clauses.flatMap((one) => {
    const [, name, rest = ''] =
      /^\s*[`"']?([\w.-]+?)[`"']?\s*(?:[=:–(-]+|\b(?:is|for|means|untuk|adalah|berarti)\b)\s*(.*?)\W*$/i.exec(one) ??
      [];
    return name === value && isEnvironment(rest) ? [rest] : [];
  });
  return own.length === 1 ? (own[0] ?? null) : null;
}

/** The name of an environment that is the first sentence of a longer label; null where it is none. */
function firstName(label: string): string | null {
  const [first = ''] = label.split(/[.;\n]\s|[.;]$/);
  return first.length <= 30 && isEnvironment(first) ? first : null;
}

/** The addresses of a server with its variables filled in: the defaults first. */
function filled(server: JsonObject): Filled[] {
  const variables = isObject(server['variables']) ? server['variables'] : {};
  let found: Filled[] = [{ url: String(server['url']), values: [] }];
  for (const [name, variable] of Object.entries(variables)) {
    const listed = atPointer(variable, '/enum');
    const usual = atPointer(variable, '/default');
    const all = [...new Set([...(usual === undefined ? [] : [usual]), ...(Array.isArray(listed) ? listed : [])])].map(
      String,
    );
    const said = String(atPointer(variable, '/description') ?? '');
    const isListed = all.length > 1 && found.length * all.length <= mostFilled;
    found = found.flatMap(({ url, values }) =>
      (isListed ? all : all.slice(0, 1)).map((value) => ({
        url: url.replaceAll(`{${name}}`, () => value),
        values: isListed ? [...values, environmentOf(value, said) ?? value] : values,
      })),
    );
  }
  return found;
}

const listOf = (node: JsonObject): JsonObject[] =>
  Array.isArray(node['servers']) ? node['servers'].filter(isObject) : [];

/** The servers that the nearest of some nodes gives: an operation, its path, the whole description. */
function nearest(nodes: JsonObject[]): JsonObject[] {
  return nodes.map(listOf).find((list) => list.length > 0) ?? [];
}

/** Characters of the words of a description that are looked at. */
const mostWords = 20_000;

/**
 * The servers of an operation whose whole addresses the words of a description give, where its own are relative: they end
 * with the relative one and the path, letter for letter.
 */
function serversSaid(api: Description, nodes: JsonObject[], path: string): ServerFact[] {
  const relative = nearest(nodes).flatMap((server) => filled(server).map(({ url }) => url.replace(/\/+$/, '')));
  const ends = relative.filter((url) => /^\/[^{}]+$/.test(url)).map((url) => `${url}${path}`);
  const words = nodes
    .flatMap((node) => [node['description'], atPointer(node, '/info/description')])
    .filter((text) => typeof text === 'string')
    .map((text) => text.slice(0, mostWords));
  const urls = words.flatMap((text) => text.match(/https?:\/\/[^\s<>"'`),\]]+/g) ?? []);
  const found = urls.map((url) => url.replace(/[.;:]+$/, '')).filter((url) => ends.some((end) => url.endsWith(end)));
  return [...new Set(found)]
    .filter((url) => isUrl(url) && !url.includes('{'))
    .map((url) => ({
      ...{ url: url.slice(0, -path.length), label: '', production: isProduction(url) },
      ...{ at: cited(api, 'description'), origin: 'openapi' as const },
    }));
}

/** The addresses that the words of a description give to environments, with the scheme of its own servers. */
function environmentsIn(api: Description, nodes: JsonObject[], own: ServerFact[]): Sited[] {
  const words = [atPointer(api, '/info/description'), ...nodes.map((node) => node['description'])];
  const scheme = own.some(({ url }) => url.startsWith('https:')) || own.length === 0 ? 'https' : 'http';
  const found = words
    .filter((text) => typeof text === 'string')
    .flatMap(environmentAddresses)
    .map(({ label, address }): Sited => {
      const isWhole = /^https?:/i.test(address);
      return { label, url: isWhole ? address : `${scheme}://${address}`, isWhole };
    });
  return found.filter(({ url }) => isUrl(url) && !url.includes('{'));
}

/** An address with the name of its environment; `isWhole` tells that its scheme is written. */
interface Sited {
  label: string;
  url: string;
  isWhole: boolean;
}

/** What a server has behind an address: the base of its path where that gives the host alone; null where it is another. */
const baseBehind = (own: string, url: string): string | null =>
  own === url
    ? ''
    : isUrl(own) && new URL(own).origin === new URL(url).origin && pathOf(url) === '/'
      ? pathOf(own)
      : null;

/**
 * The servers with those of the other environments, where one of the addresses of these is a server itself: the others are of
 * the same operations. Without a server the environments are all there is. Two addresses of one environment are a question.
 */
function withEnvironments(own: ServerFact[], sited: Sited[], at: string): ServerFact[] {
  const labels = sited.map(({ label }) => label.toLowerCase());
  const isClear = labels.every((label, index) => sited[labels.indexOf(label)]?.url === sited[index]?.url);
  const behind = own.flatMap(({ url }) => sited.flatMap((one) => baseBehind(url, one.url) ?? []));
  const [base] = own.length === 0 ? [''] : behind.toSorted((one, other) => one.length - other.length);
  const isOnlyNamed = own.length > 0 || sited.every(({ isWhole }) => isWhole);
  if (base === undefined || !isClear || !isOnlyNamed) return own;
  const more = sited.map(
    ({ label, url }): ServerFact => ({
      ...{ url: `${url.replace(/\/+$/, '')}${base}`, label, production: isProduction(label), at, origin: 'openapi' },
    }),
  );
  const named = own.map((server) => {
    const { label = '' } = more.find(({ url }) => url === server.url) ?? {};
    return server.label === '' ? { ...server, label, production: server.production || isProduction(label) } : server;
  });
  return [...named, ...more.filter(({ url }, index) => isFirst(more, index) && !own.some((one) => one.url === url))];
}

const isFirst = (all: ServerFact[], index: number): boolean =>
  all.findIndex(({ url }) => url === all[index]?.url) === index;

/** The question about addresses of environments that stand in words alone, beside servers of their domain, and were not taken. */
export function environmentTodos(api: Description, nodes: JsonObject[], path: string): Todo[] {
  const known = serversOf(api, nodes, path);
  const isNear = (url: string): boolean =>
    known.some((one) => {
      const [own, other] = [new URL(one.url).hostname, new URL(url).hostname];
      return other.endsWith(`.${domainOf(own)}`) || own.endsWith(`.${domainOf(other)}`);
    });
  // One with its scheme and the path of a server is asked with those of pages.
  const isAsked = ({ url, isWhole }: Sited): boolean =>
    isWhole && known.some((one) => pathOf(one.url).replace(/\/$/, '') === pathOf(url).replace(/\/$/, ''));
  const left = environmentsIn(api, nodes, known).filter(
    (one) => !known.some(({ url }) => new URL(url).host === new URL(one.url).host) && isNear(one.url) && !isAsked(one),
  );
  if (left.length === 0) return [];
  const shown = left.map(({ label, url }) => `${url} (${label})`).join(', ');
  const what = `whether the endpoint is served at ${shown} as well: ${cited(api, 'description')} names it; a live server has x-production: true in the spec`;
  return [{ name: 'other hosts', what }];
}

/** The addresses of a description that an operation has others in place of, as the nearer of its nodes give them. */
export function replacedServers(api: Description, nodes: JsonObject[]): string[] {
  // A converted collection gives each operation the servers of its own requests.
  if (api[convertedFrom] !== undefined || nodes.every((node) => listOf(node).length === 0)) return [];
  return listOf(api).flatMap((server) => filled(server).map(({ url }) => url));
}

/** The servers of an operation, with their variables filled in; one that is relative names no host, but its words may. */
export function serversOf(api: Description, nodes: JsonObject[], path: string): ServerFact[] {
  const servers = nearest(nodes).flatMap((server, index) =>
    filled(server).map(({ url, values }): ServerFact => {
      const label = [String(server['description'] ?? ''), ...values].filter((text) => text !== '').join(', ');
      return {
        // A variable may bring a slash of its own.
        url: url.replace(/(?<!:)\/{2,}/g, '/').replace(/\/+$/, ''),
        label: isProduction(label) || label.length <= 30 ? label : (firstName(label) ?? `Server ${index + 1}`),
        production: server['x-production'] === true || isProduction(label),
        at: cited(api, 'servers'),
        origin: 'openapi',
      };
    }),
  );
  const whole = servers.filter(({ url }) => isUrl(url) && !url.includes('{'));
  const own = whole.length > 0 ? whole : serversSaid(api, nodes, path);
  return withEnvironments(own, environmentsIn(api, nodes, own), cited(api, 'description'));
}

/** An address that a description gives and that is none: it has no host, or nothing for a part of it. */
export function brokenAddress(nodes: JsonObject[]): string | null {
  const urls = nearest(nodes).flatMap((server) => filled(server).map(({ url }) => url));
  return urls.find((url) => url !== '' && url !== '/' && (!isUrl(url) || url.includes('{'))) ?? null;
}
