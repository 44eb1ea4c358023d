/** The provider that a proof is about: its contract and target, and the real mock that serves it on a port of its own. */
import { genericProvider } from '../mock/generic.ts';
import { askingTls } from '../mock/mutual-tls.ts';
import { baseUrls, type Mock, startMock } from '../mock/server.ts';
import { InputError } from '../src/contract/problems.ts';
import type { Contract, Profile } from '../src/contract/types.ts';
import { catalogue } from '../src/judge/catalogue.ts';
import { accountOf, trusting } from '../src/target/account.ts';
import { type Environment, loadEnvironment } from '../src/target/environment.ts';
import { resolveTarget, type Target } from '../src/target/target.ts';

/** What is proven otherwise than by default. */
export interface ProofOptions {
  /** Milliseconds since the epoch, for the mock and for whoever sends. */
  clock?: () => number;
  profile?: Profile;
  environment?: string;
  /** Holds the contract, where that is not one of the project's. */
  folder?: string;
}

/** A provider with the mock that serves it. */
export interface ProvenProvider {
  contract: Contract;
  environment: Environment;
  target: Target;
  mock: Mock;
  /** Where the mock serves the provider. */
  baseUrl: string;
}

/**
 * Serves a provider for a proof. One that the mock does not know is served from its contract, with the credentials of the
 * environment.
 * @throws InputError where the environment does not hold the provider.
 */
export async function serveProvider(provider: string, options: ProofOptions): Promise<ProvenProvider> {
  const contracts = catalogue(options.folder, options.profile ?? 'default');
  const whole = contracts[provider];
  if (!whole) throw new Error(`no provider ${provider}`);
  // A token's life is proven on a clock of its own, in life.ts.
  const contract = { ...whole, clauses: whole.clauses.filter(({ needs }) => needs === undefined) };
  const environment = loadEnvironment(options.environment ?? 'mock', contracts);
  if (!environment.providers[provider])
    throw new InputError(`${provider} cannot be proven:`, [
      `${environment.file} does not hold it; add its credentials there, with any values`,
    ]);
  const resolved = { ...resolveTarget(environment, contract, {}), maxRequests: Number.POSITIVE_INFINITY };
  const known = Object.hasOwn(baseUrls, provider) ? baseUrls[provider] : undefined;
  const served =
    known === undefined ? genericProvider({ contract: contract.file, account: accountOf(resolved) }) : null;
  const asking = served && askingTls(served);
  const mock = await startMock({
    ...(options.clock && { clock: options.clock }),
    ...(served && { more: [served] }),
    ...(asking && { tls: asking.tls }),
  });
  const baseUrl = `${mock.url}${known ?? served?.basePath ?? ''}`;
  return { contract, environment, target: trusting(resolved, asking?.ca ?? null), mock, baseUrl };
}
