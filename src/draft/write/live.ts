/** Whether the server of a draft may be the one where money moves. */
import type { Facts, Todo } from '../facts/facts.ts';
import { mayBeLive } from '../page/other-hosts.ts';

/** The question about the only known server, where the page speaks of several environments and names it none of them. */
export function serverTodos({ servers, written = '' }: Pick<Facts, 'servers' | 'written'>): Todo[] {
  const said = mayBeLive(servers, written);
  const [server] = servers;
  if (said === null || !server) return [];
  const what = `whether ${server.url} (${server.at}), the only server that was read, is the live one: the page speaks of "${said}"; a live one has x-production: true in the spec, and tests need the address of another`;
  return [{ name: 'live server', what }];
}
