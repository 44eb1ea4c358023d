/** Whether the server of a draft may be the one where money moves. */
import type { Facts, Todo } from '../../facts/facts.ts';
import { mayBeLive } from '../../page/sentences/other-hosts.ts';

/** The question about the only known server, where the page speaks of several environments and names it none of them. */
export function serverTodos({ servers, written = '' }: Pick<Facts, 'servers' | 'written'>): Todo[] {
  const found = mayBeLive(servers, written);
  const [server] = found?.unnamed ?? [];
  if (!found || !server) return [];
  const shown = found.unnamed.map(({ url, at }) => `${url} (${at})`).join(', ');
  const which =
    found.said === null
      ? `whether ${shown} is live: other servers of the page have the name of an environment`
      : `whether ${shown}, the only server that was read, is the live one: the page speaks of "${found.said}"`;
  const what = `${which}; a live one has x-production: true in the spec, and tests need the address of another`;
  return [{ name: 'live server', what }];
}
