import type { Profile } from '../src/contract/types.ts';
import type { TargetResult } from '../src/formats/results.ts';
import { catalogue } from '../src/judge/catalogue.ts';
import { ledgerOf } from '../src/results/ledger.ts';
import { memoryStore, openSession, type ScenarioEvidence } from '../src/run/session.ts';
import { plan } from '../src/scenario/plan.ts';
import { loadEnvironment } from '../src/target/environment.ts';
import { metaOf } from '../src/target/meta.ts';
import { resolveTarget, type Target } from '../src/target/target.ts';
import type { Row } from './table.ts';

/** The target of a provider with the account of the mock. */
export function targetOf(provider: string, profile: Profile = 'default'): Target {
  const contracts = catalogue(undefined, profile);
  const contract = contracts[provider];
  if (!contract) throw new Error(`no provider ${provider}`);
  // These servers guard nothing that a token could be tried at.
  const target = resolveTarget(loadEnvironment('mock', contracts), contract, {});
  // These servers grant tokens and no more: what the operations beside it take is optional, and is not given.
  const credentials = Object.entries(target.credentials).filter(([name]) => !contract.credentials[name]?.optional);
  return { ...target, probe: null, credentials: Object.fromEntries(credentials) };
}

/** Runs every scenario of a target against a server. */
export async function runAgainst(target: Target, url: string): Promise<TargetResult> {
  const session = openSession(target, url, memoryStore());
  const outcomes: ScenarioEvidence[] = [];
  for (const scenario of plan(target.contract)) outcomes.push(await session.run(scenario));
  await session.close();
  return ledgerOf({
    meta: metaOf(target.contract, target.environment),
    selected: outcomes.map(({ scenario }) => scenario),
    outcomes,
    durationMs: 0,
    day: '2000-01-01',
  });
}

/** One clause that does not hold, and the scenarios that show it, in their order. */
export interface Deviation {
  clause: string;
  effect: string;
  scenarios: string[];
  received: string[];
}

/** Everything in a ledger that is no pass. */
export function deviations({ clauses }: TargetResult): Deviation[] {
  return clauses.flatMap(({ id, verdict, effect, observations }) => {
    const bad = observations.filter((one) => one.verdict !== 'pass' && one.verdict !== 'inapplicable');
    const scenarios = bad.map(({ scenario }) => scenario);
    const received = bad.map((one) => one.received);
    return bad.length === 0 ? [] : [{ clause: id, effect: verdict === 'fail' ? effect : verdict, scenarios, received }];
  });
}

/** The scenarios a row of the table means, at this server. */
export function scenariosOf(row: Row, result: TargetResult, target: Target): string[] {
  const { at } = row;
  if (Array.isArray(at)) return at.map((way) => (way.includes('/') ? way : `${row.clause}/${way}`));
  const scenarios = plan(target.contract).filter(({ id, expects }) => {
    const status = result.exchanges.find(({ scenario }) => scenario === id)?.response?.status;
    return at === 'granted' ? expects === 'granted' && status !== undefined : status === at;
  });
  return scenarios.map(({ id }) => id);
}
