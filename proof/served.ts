/** Runs a provider that is data alone against the mock served from its contract. */
import { genericProvider } from '../mock/generic.ts';
import { askingTls } from '../mock/mutual-tls.ts';
import { type Intercept, type MockOptions, startMock } from '../mock/server.ts';
import type { Contract } from '../src/contract/types.ts';
import type { TargetResult } from '../src/formats/results.ts';
import { catalogue } from '../src/judge/catalogue.ts';
import { ledgerOf } from '../src/results/ledger.ts';
import { memoryStore, openSession } from '../src/run/session.ts';
import { plan, type Scenario } from '../src/scenario/plan.ts';
import { accountOf, trusting } from '../src/target/account.ts';
import { loadEnvironment } from '../src/target/environment.ts';
import { metaOf } from '../src/target/meta.ts';
import { resolveTarget, type Target } from '../src/target/target.ts';
import { type IsEnough, runUntil } from './until.ts';

/** What is sent, and how the mock answers otherwise than from the contract. */
export interface ServedOptions {
  intercept?: Intercept;
  select?: (scenario: Scenario) => boolean;
  isEnough?: IsEnough;
  /** Seconds a token lives; two unless given. */
  life?: number;
  /** What its TLS does otherwise, where a client certificate authenticates the client. */
  tls?: Partial<NonNullable<MockOptions['tls']>>;
  /** Seconds that pass with each request; none unless given. */
  pace?: number;
  /** Milliseconds since the epoch at which its clock stands at first; `servedFrom` unless given. */
  from?: number;
  target?: (target: Target) => Partial<Target>;
}

/** Milliseconds since the epoch at which the clock of a served mock stands at first. */
export const servedFrom = Date.parse('2026-01-02T08:00:00Z');

/**
 * The ledger of a provider at the mock served from its contract, on a clock that only waiting moves; its tokens live two
 * seconds unless `life` says otherwise. `file` is the environment file.
 */
export async function runServed(contract: Contract, file: string, options: ServedOptions = {}): Promise<TargetResult> {
  // The environment of a team holds all of its providers.
  const environment = loadEnvironment(file, { ...catalogue(undefined, 'default'), [contract.provider]: contract });
  const resolved = resolveTarget(environment, contract, {});
  const served = genericProvider({ contract: contract.file, account: accountOf(resolved) });
  const asking = askingTls(served);
  const trusted = trusting(resolved, asking?.ca ?? null);
  const target = { ...trusted, ...options.target?.(trusted) };
  const { intercept, life = 2, pace = 0, from = servedFrom } = options;
  let now = from;
  const mock = await startMock({
    more: [served],
    clock: () => now,
    lifeSeconds: life,
    ...(asking ? { tls: { ...asking.tls, ...options.tls } } : {}),
    intercept: async (call) => {
      const reply = (await intercept?.(call)) ?? call.answer();
      now += pace * 1000;
      return reply;
    },
  });
  const session = openSession(target, `${mock.url}${served.basePath}`, memoryStore(), {
    clock: () => new Date(now),
    sleep: async (ms) => {
      now += ms;
    },
  });
  try {
    const scenarios = plan(contract).filter(options.select ?? (() => true));
    const sent = await runUntil(async () => session, scenarios, options.isEnough);
    return ledgerOf({ meta: metaOf(contract, environment), ...sent, durationMs: 0, day: '2026-01-02' });
  } finally {
    await session.close();
    await mock.close();
  }
}
