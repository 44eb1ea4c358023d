/** Scenarios of one provider run in one session, and whether a verdict was earned. */
import { baseUrls, type Intercept, type Mock, startMock } from '../../mock/server.ts';
import { contractNamed, contracts } from '../../proof/run.ts';
import type { TargetResult } from '../../src/formats/results.ts';
import { ledgerOf } from '../../src/results/ledger.ts';
import { memoryStore, openSession, type ScenarioEvidence } from '../../src/run/session.ts';
import { plan, type Scenario } from '../../src/scenario/plan.ts';
import { loadEnvironment } from '../../src/target/environment.ts';
import { metaOf } from '../../src/target/meta.ts';
import { resolveTarget, type Target } from '../../src/target/target.ts';

/** The provider that these runs are of, its plan, and what the mock's environment makes of it. */
export const contract = contractNamed('pyng');
export const environment = loadEnvironment('mock', contracts);
export const meta = metaOf(contract, environment);
export const everything = plan(contract);
/** A scenario by its id. */
export const named = (id: string): Scenario => everything.find((scenario) => scenario.id === id) ?? everything[0];
/** Why a run of production sends the control alone. */
export const guard =
  'only the control was sent: the environment live has kind: production; ALLOW_PRODUCTION=live sends the rest';

interface Setup {
  mock: Mock;
  intercept?: Intercept | undefined;
  target?: Partial<Target>;
  /** Number of scenarios after which the run is stopped. */
  stopAfter?: number;
}

/** Runs scenarios in one session, as one worker does. */
export async function run(scenarios: Scenario[], { mock, intercept, target = {}, stopAfter }: Setup) {
  mock.intercept = intercept;
  const resolved = { ...resolveTarget(environment, contract, {}), ...target };
  const session = openSession(resolved, `${mock.url}${baseUrls['pyng']}`, memoryStore());
  const outcomes: ScenarioEvidence[] = [];
  for (const scenario of scenarios.slice(0, stopAfter)) outcomes.push(await session.run(scenario));
  await session.close();
  const selected = [...new Set(scenarios.map(({ id }) => id))];
  const notRun = selected.filter((id) => !outcomes.some(({ scenario }) => scenario === id));
  const result = ledgerOf({ meta, selected, outcomes, notRun, durationMs: 0, day: '2026-11-23' });
  return { result, outcomes, mock };
}

/** Starts a mock whose tokens outlive the test, and ends it. */
export async function withMock<T>(use: (mock: Mock) => Promise<T>): Promise<T> {
  const mock = await startMock({ lifeSeconds: 600 });
  try {
    return await use(mock);
  } finally {
    await mock.close();
  }
}

/** Whether the verdict was earned, looked up apart from the code that decides it. */
export function isEarned({ clauses, exchanges }: TargetResult): boolean {
  const granted = exchanges.filter(
    ({ scenario, response }) => scenario === 'control' && response !== null && response.status < 300,
  );
  const judged = clauses.some(({ observations }) =>
    observations.some(({ exchange, verdict }) => verdict === 'pass' && granted.some(({ id }) => id === exchange)),
  );
  return judged && clauses.some(({ level, verdict }) => level === 'must' && verdict === 'pass');
}
