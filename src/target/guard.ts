/** Keeps a run away from real money. */

import { relative, resolve } from 'node:path';
import type { Contract } from '../contract/types.ts';
import { isUrl } from '../formats/url.ts';
import { hostOf, isLoopback, isSameHost, isSameServer } from '../wire/address.ts';
import { type Environment, environmentFile, isNamed } from './environment.ts';
import { productionAddresses } from './production.ts';

/** How every reason begins that the guard gives for scenarios it held back. */
export const onlyControlSent = 'only the control was sent';

/**
 * Why only the control may be sent; null when everything may. Fails closed: ALLOW_PRODUCTION must name this very file,
 * by its name where it is under environments/, by its path elsewhere.
 */
export function productionGuard(
  environment: Pick<Environment, 'name' | 'kind' | 'file'>,
  variables: Record<string, string | undefined>,
): string | null {
  const { kind, name, file } = environment;
  if (kind !== 'production') return null;
  const allowed = variables['ALLOW_PRODUCTION'] ?? '';
  if (allowed !== '' && environmentFile(allowed) === resolve(file)) return null;
  const path = relative(process.cwd(), file);
  const called = isNamed(file) ? name : path.startsWith('..') ? file : path;
  return `${onlyControlSent}: the environment ${name} has kind: production; ALLOW_PRODUCTION=${called} sends the rest`;
}

/** Why the deep profile may not be sent to an environment; empty where it may. No variable allows it in production. */
export function profileFault({ profile }: Contract, { name, kind }: Pick<Environment, 'name' | 'kind'>): string[] {
  if (profile !== 'deep' || kind !== 'production') return [];
  return [
    `the environment ${name} has kind: production, where the deep profile is never sent; unset CONFORMANCE_PROFILE, or choose a sandbox`,
  ];
}

function isDocumented(url: URL, contracts: Record<string, Contract>, production: boolean): boolean {
  const servers = Object.values(contracts).flatMap((contract) => contract.servers);
  return servers.some(
    (server) => (!production || server.production) && isUrl(server.url) && isSameHost(new URL(server.url), url),
  );
}

/** Why an address is production, and an environment of another kind may not use it; empty where it may. */
export function productionFault(url: URL, environment: Environment, variables: Record<string, string>): string[] {
  const { kind, contracts, file } = environment;
  if (kind === 'production') return [];
  const host = hostOf(url);
  const reached = `a ${kind} environment may not reach it`;
  if (isDocumented(url, contracts, true)) return [`${host} is a documented production host; ${reached}`];
  const { addresses, faults } = productionAddresses(file, variables);
  const same = addresses.filter((address) => isSameServer(url, address.url));
  const production = same.find(({ meaning }) => meaning === 'production');
  if (production) return [`${host} is the production host of ${production.where}; ${reached}`];
  const [unclear] = same;
  if (unclear)
    return [
      `${host} may be production: ${unclear.where} names it, and the kind of that file is not mock, sandbox or production; correct it there`,
    ];
  return isLoopback(url.href)
    ? []
    : faults.map((fault) => `this address may be production, which cannot be ruled out: ${fault}`);
}

/** Whether an environment names the host of an address as that of a mock. */
export function isMockHost(address: string, { kind, mockHosts }: Pick<Environment, 'kind' | 'mockHosts'>): boolean {
  const host = hostOf(new URL(address));
  return kind === 'mock' && mockHosts.some((named) => hostOf(new URL(`http://${named}`)) === host);
}

/** Why an environment of kind mock may not use an address; empty where it may, and for every other kind. */
export function mockFault(url: URL, environment: Environment): string[] {
  if (environment.kind !== 'mock' || isLoopback(url.href)) return [];
  const host = hostOf(url);
  if (isDocumented(url, environment.contracts, false))
    return [`${host} is a documented host of the provider; an environment of kind mock may not reach it`];
  return isMockHost(url.href, environment)
    ? []
    : [`${host} is not this machine; an environment of kind mock reaches loopback, or a host that mockHosts names`];
}
