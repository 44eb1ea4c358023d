/** Whether the server of a draft may be the one where money moves. */
import { isUrl } from '../../../formats/url.ts';
import type { Facts, Todo } from '../../facts/facts.ts';
import { mayBeLive } from '../../page/sentences/other-hosts.ts';
import { givesEnvironment } from '../../page/tables/environments-beside.ts';
import { domainOf, isPlaceholderHost, providerOf, sameAddress } from '../../page/values/address.ts';
import { isEnvironmentWord } from '../../page/words/environments.ts';

/** An address in the text of a page, up to what cannot be part of it. */
const address = /https?:\/\/[^\s"'`<>()[\]|\\]+/g;

const pathOf = ({ pathname }: URL): string => pathname.replace(/\/$/, '');

/** Whether an address is where a server is in another environment of its provider, by its path and by the name of its host. */
function isBeside(one: URL, servers: URL[]): boolean {
  return servers.some((server) => {
    const domain = domainOf(server.hostname);
    const name = one.hostname.endsWith(`.${domain}`) ? one.hostname.slice(0, -domain.length) : '';
    return pathOf(server) === pathOf(one) && name.split(/[.-]/).some(isEnvironmentWord);
  });
}

/** Names of hosts that people open, and where nothing is called. */
const openedByPeople =
  /^(?:docs?|developers?|dev-?portal|portal|dashboard|console|www|status|support|help|cdn|static)\b/i;

/** Whether an address is one of the provider of some servers, with nothing or the path of one of them behind its host. */
function isOfProvider(one: URL, servers: URL[]): boolean {
  const isAlone = pathOf(one) === '' || servers.some((server) => pathOf(server) === pathOf(one));
  const domains = servers.map(({ hostname }) => providerOf(hostname));
  return isAlone && domains.includes(providerOf(one.hostname)) && !openedByPeople.test(one.hostname);
}

/**
 * The question about addresses of the endpoint that the page has somewhere, at hosts that no reader took for servers: those
 * with its path, those beside a server that was read, and those that words give to an environment.
 */
export function addressTodos({
  servers,
  path,
  written = '',
  replaced = [],
  todos = [],
}: Pick<Facts, 'servers' | 'path' | 'written' | 'replaced'> & Partial<Pick<Facts, 'todos'>>): Todo[] {
  if (servers.length === 0 || !path) return [];
  const read = servers.flatMap(({ url }) => (isUrl(url) ? [new URL(url)] : []));
  const others = replaced.flatMap((url) => (isUrl(url) ? [new URL(url)] : []));
  const known = new Set([...read, ...others].map(({ host }) => host));
  const whole = [...written.matchAll(address)]
    .map(({ 0: found, index }) => ({ url: found.replace(/[.,;:*_]+$/, ''), index }))
    .filter(({ url }) => isUrl(url));
  const asked = todos.map(({ what }) => what).join('\n');
  const left = new Map<string, string>();
  for (const { url, index } of whole) {
    const one = new URL(url);
    const { host, origin, pathname } = one;
    if (known.has(host) || isPlaceholderHost(url) || left.has(host)) continue;
    const isEndpoint = sameAddress({ method: null, path: pathname }, { method: null, path: path.value });
    const isSited = isOfProvider(one, read) && !asked.includes(host) && givesEnvironment(written, index, url.length);
    // What stands before the path of the endpoint is a part of the address.
    const hasPath = pathname.endsWith(path.value);
    const base = hasPath ? pathname.slice(0, -path.value.length) : pathname;
    const isBase = hasPath || read.some((server) => pathOf(server) === pathOf(one));
    if (isEndpoint || isBeside(one, read) || isSited)
      left.set(host, isBase ? `${origin}${base.replace(/\/$/, '')}` : origin);
  }
  if (left.size === 0) return [];
  const what = `whether the endpoint is served at ${[...left.values()].slice(0, mostShown).join(', ')} as well, and which address is live: the page has such an address as well; a live one has x-production: true in the spec`;
  return [{ name: 'other addresses', what }];
}

/** Addresses that the question shows. */
const mostShown = 5;

/** The question which server is live, where some have no name of an environment, or the page speaks of several and names the only one none of them. */
export function serverTodos({ servers, written = '' }: Pick<Facts, 'servers' | 'written'>): Todo[] {
  const found = mayBeLive(servers, written);
  const [server] = found?.unnamed ?? [];
  if (!found || !server) return [];
  const shown = found.unnamed.map(({ url, at }) => `${url} (${at})`).join(', ');
  const isOfNone = found.unnamed.length === servers.length;
  const among = isOfNone
    ? `which of ${shown} is live: the page gives none of them the name of an environment that was read`
    : `whether ${shown} is live: other servers of the page have the name of an environment`;
  const which =
    found.said === null
      ? among
      : `whether ${shown}, the only server that was read, is the live one: the page speaks of "${found.said}"`;
  const what = `${which}; a live one has x-production: true in the spec, and tests need the address of another`;
  return [{ name: 'live server', what }];
}
