import { genericProvider } from './generic.ts';
import type { Account } from './generic-contract.ts';
import { baseUrls, type MockOptions, startMock } from './server.ts';

/** The mock that is started for one target. */
export interface EmbeddedMock {
  baseUrl: string;
  close(): Promise<void>;
}

/** Starts the mock for a provider; one that it does not know is served from its contract. */
export async function startEmbedded(
  provider: string,
  contract: string,
  account: Account,
  options: MockOptions = {},
): Promise<EmbeddedMock> {
  const known = Object.hasOwn(baseUrls, provider) ? baseUrls[provider] : undefined;
  const served = known === undefined ? genericProvider({ contract, account }) : null;
  const mock = await startMock({ ...options, ...(served ? { more: [served] } : {}) });
  return { baseUrl: `${mock.url}${known ?? served?.basePath}`, close: () => mock.close() };
}
