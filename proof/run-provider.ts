/** Runs scenarios of a provider in this process, against a mock, over the wire. */
import { baseUrls, type Mock } from '../mock/server.ts';
import type { Contract, Profile } from '../src/contract/types.ts';
import type { TargetResult } from '../src/formats/results.ts';
import { catalogue } from '../src/judge/catalogue.ts';
import { ledgerOf } from '../src/results/ledger.ts';
import { memoryStore, openSession, type SessionOptions } from '../src/run/session.ts';
import { plan, type Scenario } from '../src/scenario/plan.ts';
import { type Environment, loadEnvironment } from '../src/target/environment.ts';
import { metaOf, type TargetMeta } from '../src/target/meta.ts';
import { resolveTarget, type Target } from '../src/target/target.ts';
import { type IsEnough, runUntil } from './until.ts';

export interface RunOptions extends SessionOptions {
  profile?: Profile;
  /** Which scenarios are sent; all without it. */
  select?: (scenario: Scenario) => boolean;
  target?: Partial<Target>;
  /** Whether each scenario has a worker of its own, as after a red test. */
  workers?: boolean;
  /** What the environment says otherwise: its strictness, its waivers. */
  meta?: Partial<TargetMeta>;
  baseUrl?: string;
  isEnough?: IsEnough;
}

const environments = new WeakMap<Record<string, Contract>, Environment>();

/** The environment of the mock, read once for the contracts of a process. */
function mockEnvironment(known: Record<string, Contract>): Environment {
  const environment = environments.get(known) ?? loadEnvironment('mock', known);
  environments.set(known, environment);
  return environment;
}

/** The ledger of one provider after a run in this process. */
export async function runProvider(
  mock: Mock | null,
  provider: string,
  options: RunOptions = {},
): Promise<TargetResult> {
  return (await observeProvider(mock, provider, options))(options.meta);
}

/** Runs one provider in this process; gives its ledger for what the environment says otherwise, which changes no request. */
export async function observeProvider(
  mock: Mock | null,
  provider: string,
  options: RunOptions = {},
): Promise<(said?: Partial<TargetMeta>) => TargetResult> {
  const known = catalogue(undefined, options.profile ?? 'default');
  const contract = known[provider];
  if (!contract) throw new Error(`no contract of ${provider}`);
  const environment = mockEnvironment(known);
  const target = { ...resolveTarget(environment, contract, {}), ...options.target };
  const baseUrl = options.baseUrl ?? `${mock?.url}${baseUrls[provider]}`;
  const store = memoryStore();
  const scenarios = plan(contract).filter(options.select ?? (() => true));
  const selected = new Set(scenarios.map(({ id }) => id));
  const open = () => openSession(target, baseUrl, store, { selected, ...options });
  let session = open();
  const ofAWorker = async () => {
    await session.close();
    session = open();
    return session;
  };
  const sent = await runUntil(options.workers ? ofAWorker : async () => session, scenarios, options.isEnough);
  await session.close();
  const meta = metaOf(contract, environment);
  return (said) => ledgerOf({ meta: { ...meta, ...said }, ...sent, durationMs: 0, day: '2026-11-23' });
}

/** Ids of the clauses with the verdict, in order. */
export function withVerdict(result: TargetResult, ...verdicts: string[]): string[] {
  return result.clauses.filter(({ verdict }) => verdicts.includes(verdict)).map(({ id }) => id);
}
