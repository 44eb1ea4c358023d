/**
 * The parts of undici that send. Its index also loads caches, mocks and fetch: a hundred modules instead of twenty, in
 * every worker, and Playwright starts a new one after each red test. They are CommonJS, so an import of undici as a
 * whole shares them.
 */
import { createRequire } from 'node:module';
import type * as undici from 'undici';

const load = createRequire(import.meta.url);

/** A connection to one origin, as undici exports it. */
export const Client = load('undici/lib/dispatcher/client.js') as typeof undici.Client;

const sendOn = load('undici/lib/api/api-request.js') as (
  this: undici.Dispatcher,
  options: undici.Dispatcher.RequestOptions,
) => Promise<undici.Dispatcher.ResponseData>;

/** Sends one request to an address, like `request` of undici. @throws TypeError for an invalid address, and undici's errors. */
export async function send(
  client: undici.Client,
  address: string,
  options: Omit<undici.Dispatcher.RequestOptions, 'origin' | 'path'>,
): Promise<undici.Dispatcher.ResponseData> {
  const { origin, pathname, search } = new URL(address);
  return sendOn.call(client, { ...options, origin, path: `${pathname}${search}` });
}
