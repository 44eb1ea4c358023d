/** Runs of a whole plan on a clock that only waiting moves. */
import { type Accounts, baseUrls, type Call, type Intercept, type Mock, startMock } from '../../mock/server.ts';
import type { TargetResult } from '../../src/formats/results.ts';
import { ledgerOf } from '../../src/results/ledger.ts';
import { memoryStore, openSession, type ScenarioEvidence, type SessionOptions } from '../../src/run/session.ts';
import { plan, type Scenario } from '../../src/scenario/plan.ts';
import { metaOf } from '../../src/target/meta.ts';
import type { Target } from '../../src/target/target.ts';

/** A clock that only waiting moves, shared by the provider and the run. */
export function standingClock() {
  let now = Date.UTC(2026, 10, 23, 10);
  return {
    now: () => now,
    options: {
      clock: () => new Date(now),
      sleep: async (ms: number) => {
        now += ms;
      },
    },
  };
}

interface Run {
  result: TargetResult;
  outcomes: ScenarioEvidence[];
  calls: Call[];
}

interface Circumstances {
  /** Whether each scenario has a session of its own. */
  fresh?: boolean;
  windowSeconds?: number;
  accounts?: Accounts;
  /** Which scenarios are sent; all without it. */
  select?: (scenario: Scenario) => boolean;
  /** Ends attempts; the system's timer without it. */
  deadline?: SessionOptions['deadline'];
}

/** Runs a plan against a provider that answers by `intercept`, on a clock that only waits move. */
export async function runAgainst(
  target: Target,
  intercept: (call: Call, now: number) => ReturnType<Intercept>,
  { fresh = false, windowSeconds = 300, accounts, select = () => true, deadline }: Circumstances = {},
): Promise<Run> {
  const time = standingClock();
  const own = accounts ? { accounts } : {};
  const mock: Mock = await startMock({ clock: time.now, timestampWindowSeconds: windowSeconds, ...own });
  const calls: Call[] = [];
  mock.intercept = (call) => {
    calls.push(call);
    return intercept(call, time.now());
  };
  const store = memoryStore();
  const options = { ...time.options, ...(deadline ? { deadline } : {}) };
  const open = () => openSession(target, `${mock.url}${baseUrls[target.contract.provider]}`, store, options);
  const outcomes: ScenarioEvidence[] = [];
  let session = open();
  const scenarios = plan(target.contract).filter(select);
  for (const scenario of scenarios) {
    outcomes.push(await session.run(scenario));
    if (!fresh) continue;
    await session.close();
    session = open();
  }
  await session.close();
  await mock.close();
  const meta = metaOf(target.contract, target.environment);
  const selected = scenarios.map(({ id }) => id);
  const result = ledgerOf({ meta, selected, outcomes, durationMs: 0, day: '2026-11-23' });
  return { result, outcomes, calls };
}

/** Ids of the clauses that failed. */
export const failed = ({ clauses }: TargetResult): string[] =>
  clauses.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id);

/** A pace without a limit. */
export const unlimited = { perSecond: null, timeout: 5 };
