/**
 * The parts of undici that send. Its index loads its caches, mocks and fetch as well: a hundred modules where these are
 * twenty, in every worker, and Playwright starts one anew after each red test. They are CommonJS, so that whoever imports
 * undici as a whole has the same ones.
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

/** Sends one request to an address, as `request` of undici does. @throws TypeError where the address is none, and what undici throws. */
export async function send(
  client: undici.Client,
  address: string,
  options: Omit<undici.Dispatcher.RequestOptions, 'origin' | 'path'>,
): Promise<undici.Dispatcher.ResponseData> {
  const { origin, pathname, search } = new URL(address);
  return sendOn.call(client, { ...options, origin, path: `${pathname}${search}` });
}
