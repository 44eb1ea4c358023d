import { genericProvider } from './generic.ts';
import type { Account } from './generic-contract.ts';
import { askingTls } from './mutual-tls.ts';
import { baseUrls, type MockOptions, startMock } from './server.ts';

/** The mock that is started for one target. */
export interface EmbeddedMock {
  baseUrl: string;
  /** PEM text of the authority of its certificate; null where it is served without TLS. */
  ca: string | null;
  close(): Promise<void>;
}

/**
 * Starts the mock for a provider; one that it does not know is served from its contract.
 *
 * @example
 * ```ts
 * import { startEmbedded } from 'payment-token-conformance/mock';
 * const mock = await startEmbedded('acme', 'contracts/acme/contract.yaml', { clientId: 'any', clientSecret: 'any' });
 * export const answer = await fetch(mock.baseUrl);
 * await mock.close();
 * ```
 */
export async function startEmbedded(
  provider: string,
  contract: string,
  account: Account,
  options: MockOptions = {},
): Promise<EmbeddedMock> {
  const known = Object.hasOwn(baseUrls, provider) ? baseUrls[provider] : undefined;
  const served = known === undefined ? genericProvider({ contract, account }) : null;
  const asking = served && askingTls(served);
  const mock = await startMock({
    ...options,
    ...(served ? { more: [served] } : {}),
    ...(asking ? { tls: asking.tls } : {}),
  });
  return {
    baseUrl: `${mock.url}${known ?? served?.basePath}`,
    ca: asking?.ca ?? null,
    close: () => mock.close(),
  };
}
