/** What keeps a run away from real money. */
import type { Contract } from '../contract/types.ts';
import type { EnvironmentKind } from '../results/format.ts';

/** How every reason begins that tells that the guard held scenarios back. */
export const onlyControlSent = 'only the control was sent';

/** Why only the control may be sent; null when all may. Fails closed: ALLOW_PRODUCTION has to name this very environment. */
export function productionGuard(
  environment: { name: string; kind: EnvironmentKind },
  variables: Record<string, string | undefined>,
): string | null {
  if (environment.kind !== 'production' || variables['ALLOW_PRODUCTION'] === environment.name) return null;
  return `${onlyControlSent}: ${environment.name} is production; ALLOW_PRODUCTION=${environment.name} sends the rest`;
}

// The dot at the end of a host name is its root and changes nothing of where it leads; neither does the port.
const hostOf = (url: URL): string => url.hostname.replace(/\.+$/, '');

/** Why an address may not be in an environment of this kind; null when it may. */
export function misplacedHost(url: URL, kind: EnvironmentKind, contract: Contract): string | null {
  const host = hostOf(url);
  const known = contract.servers.filter((server) => hostOf(new URL(server.url)) === host);
  if (kind !== 'production' && known.some(({ production }) => production))
    return `${host} is a documented production host; a ${kind} environment may not reach it`;
  if (kind === 'mock' && known.length > 0)
    return `${host} is a documented host of the provider; an environment of kind mock may not reach it`;
  return null;
}
