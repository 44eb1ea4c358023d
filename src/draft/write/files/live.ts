/** Whether the server of a draft may be the one where money moves. */
import { isUrl } from '../../../formats/url.ts';
import type { Facts, Todo } from '../../facts/facts.ts';
import { mayBeLive } from '../../page/sentences/other-hosts.ts';
import { domainOf, isPlaceholderHost, sameAddress } from '../../page/values/address.ts';
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

/**
 * The question about addresses of the endpoint that the page has somewhere, at hosts that no reader took for servers: those
 * with its path, and those beside a server that was read.
 */
export function addressTodos({ servers, path, written = '' }: Pick<Facts, 'servers' | 'path' | 'written'>): Todo[] {
  if (servers.length === 0 || !path) return [];
  const read = servers.flatMap(({ url }) => (isUrl(url) ? [new URL(url)] : []));
  const known = new Set(read.map(({ host }) => host));
  const whole = [...written.matchAll(address)]
    .map(([found]) => found.replace(/[.,;:*_]+$/, ''))
    .filter((url) => isUrl(url));
  const left = new Map<string, string>();
  for (const url of whole) {
    const one = new URL(url);
    const { host, origin, pathname } = one;
    if (known.has(host) || isPlaceholderHost(url) || left.has(host)) continue;
    const isEndpoint = sameAddress({ method: null, path: pathname }, { method: null, path: path.value });
    if (isEndpoint || isBeside(one, read)) left.set(host, origin);
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
