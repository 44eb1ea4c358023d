/** Judges recorded exchanges again with today's contracts; no request is sent. */
import { InputError } from '../contract/problems.ts';
import type { Contract } from '../contract/types.ts';
import { checks } from '../judge/checks/index.ts';
import { type Background, judge, unjudged, whyNotGranted } from '../judge/judge.ts';
import type { ExchangeRecord, Observation, Results, TargetResult } from '../results/format.ts';
import { isPartial, recordedSelection } from '../results/identity.ts';
import { exitCodeOf, ledgerOf } from '../results/ledger.ts';
import { metaOf, type TargetMeta } from '../results/meta.ts';
import { contradictions } from '../results/sound.ts';
import { deepened } from '../scenario/families/deepen.ts';
import { isControl, plan, type Scenario } from '../scenario/plan.ts';
import { loadEnvironment } from '../target/environment.ts';
import type { Exchange } from '../wire/exchange.ts';
import { createRedactor, type Redactor } from '../wire/redact.ts';
import { whyNothingRests } from './controls.ts';
import type { ControlState, Outcome } from './outcome.ts';
import { exchangeOf, requirePossible, standIn } from './restore.ts';

/** Checks that need what was not recorded, or what came before: their recorded observations stay. */
const kept = Object.keys(checks).filter((name) => checks[name]?.needsRawBytes);

/** What the records of a target are judged with. */
interface Bench {
  contract: Contract;
  target: TargetResult;
  background: Background;
  /** Takes the stand-ins of secrets out of a finding. */
  redact: Redactor;
  /** Recorded observations of clauses whose judgement stays, by exchange. */
  keeps: ReadonlyMap<string, Observation[]>;
  keptClauses: ReadonlySet<string>;
}

/** Path and query of a recorded request, behind its base URL. */
function pathOf({ request }: ExchangeRecord, { operation }: Contract): string {
  const at = request.url.indexOf(operation.path);
  // As it was recorded: what was redacted in it is longer where a parser escapes it.
  const [origin = request.url] = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(request.url) ?? [];
  return request.url.slice(at < 0 ? origin.length : at);
}

function controlState(contract: Contract, scenario: Scenario, exchange: Exchange | null): ControlState | null {
  if (!isControl(scenario) || !exchange || exchange.trouble) return null;
  const reason = whyNotGranted(contract, scenario, exchange);
  return reason === null ? { granted: true } : { granted: false, reason: whyNothingRests(scenario.operation, reason) };
}

function outcomeOf(bench: Bench, scenario: Scenario, record: ExchangeRecord): Outcome {
  const { contract, target, background, redact, keeps, keptClauses } = bench;
  const exchange = exchangeOf(record, pathOf(record, contract));
  const control = controlState(contract, scenario, exchange);
  const cause = !exchange ? 'the recorded body was cut' : control?.granted === false ? control.reason : null;
  const judged =
    cause === null && exchange
      ? judge(contract, scenario, exchange, [], background)
      : unjudged(contract, scenario, cause ?? 'the recorded body was cut');
  const anew = judged
    // That it says nothing of an answer is seen without what was not recorded, and so is the failure that hides it.
    .filter(({ clause, verdict }) => !keptClauses.has(clause) || verdict === 'inapplicable')
    .map((one) => ({ ...one, received: redact(one.received), exchange: record.id }));
  return {
    ...nothing(target, scenario.id),
    exchange: record,
    observations: [...anew, ...(keeps.get(record.id) ?? []).filter((one) => one.scenario === scenario.id)],
    readings: target.readings.filter(({ exchange: id }) => id === record.id),
    ...(control ? { control } : {}),
    requests: record.attempts.length,
  };
}

function nothing(target: TargetResult, scenario: string): Outcome {
  const empty = { exchange: null, observations: [], readings: [], incident: null, notSent: null, requests: 0 };
  return { target: target.target, scenario, notes: target.notes, ...empty };
}

function unsent({ contract, target }: Bench, scenario: Scenario): Outcome[] {
  return (target.notSent ?? [])
    .filter((one) => one.scenario === scenario.id)
    .map(({ kind, text }) => {
      const verdict = kind === 'control' || kind === 'stopped' ? ('inconclusive' as const) : ('inapplicable' as const);
      const observations = unjudged(contract, scenario, text).map((one) => ({ ...one, verdict, exchange: '' }));
      return { ...nothing(target, scenario.id), observations, notSent: { kind, text } };
    });
}

function benchOf(target: TargetResult, contract: Contract, scenarios: readonly Scenario[]): Bench {
  const keptClauses = new Set(
    contract.clauses.flatMap((clause) => ('check' in clause && kept.includes(clause.check) ? [clause.id] : [])),
  );
  const keeps = new Map<string, Observation[]>();
  for (const { id, observations } of target.clauses)
    for (const one of keptClauses.has(id) ? observations : [])
      keeps.set(one.exchange, [...(keeps.get(one.exchange) ?? []), { clause: id, ...one }]);
  // What the protected resource refuses a request without a token with, it may refuse others with.
  const bare = new Set(scenarios.filter(({ change }) => change?.way === 'no-token').map(({ id }) => id));
  const refused = target.exchanges.flatMap(({ scenario, response }) =>
    bare.has(scenario) && response ? [response.status] : [],
  );
  return {
    contract,
    target,
    background: { probeRefused: refused.filter((status) => status >= 400 && status < 500), earlier: null, grants: [] },
    redact: createRedactor(
      [],
      target.exchanges.flatMap(({ response }) => (response?.redacted ?? []).map(standIn)),
    ),
    keeps,
    keptClauses,
  };
}

/**
 * The ledger of a recorded target under today's contract: every exchange of it is judged. What needs bytes that were never
 * recorded keeps its recorded observation; scenarios that today's plan adds are not exercised.
 * @throws InputError when it holds an exchange that no run can have recorded.
 */
export function rejudge(target: TargetResult, contract: Contract, meta: TargetMeta, day: string): TargetResult {
  requirePossible(target.exchanges);
  const scenarios = plan(contract);
  const bench = benchOf(target, contract, scenarios);
  const outcomes = scenarios.flatMap((scenario) => {
    const records = target.exchanges.filter((one) => one.scenario === scenario.id);
    const found = [...records.map((record) => outcomeOf(bench, scenario, record)), ...unsent(bench, scenario)];
    const incident = target.incidents.find((one) => one.scenario === scenario.id) ?? null;
    return found.map((outcome, index) => (index === 0 ? { ...outcome, incident } : outcome));
  });
  const planned = new Set(scenarios.map(({ id }) => id));
  const [lost, notRun] = [target.lost ?? [], target.notRun ?? []].map((ids) => ids.filter((id) => planned.has(id)));
  const selected = [...new Set([...outcomes.map(({ scenario }) => scenario), ...(lost ?? []), ...(notRun ?? [])])];
  const run = { meta, selected, outcomes, lost: lost ?? [], notRun: notRun ?? [], durationMs: target.durationMs, day };
  return {
    ...ledgerOf(run),
    requests: target.requests,
    ...(target.clockSkew === undefined ? {} : { clockSkew: target.clockSkew }),
  };
}

/**
 * The results of a run under today's contracts, by provider.
 * @throws InputError when they contradict themselves, or name a provider or an environment that is not there.
 */
export function rejudgeResults(
  recorded: Results,
  contracts: Readonly<Record<string, Contract>>,
  file: string,
): Results {
  const faults = recorded.digest === undefined ? [] : contradictions(recorded);
  if (faults.length > 0) throw new InputError(`${file} contradicts itself:`, faults.slice(0, 5));
  const targets = recorded.targets.map((target) => {
    const known = Object.hasOwn(contracts, target.provider) ? contracts[target.provider] : undefined;
    // The clauses of another profile than the recorded one were never asked about.
    const contract = known && target.profile === 'deep' ? deepened(known) : known;
    if (!contract)
      throw new InputError(`${file} holds ${target.target}.`, [`there is no contract of ${target.provider} any more`]);
    const environment = loadEnvironment(target.environmentFile ?? target.environment, contracts);
    const meta = { ...metaOf(contract, environment), target: target.target, baseUrl: target.baseUrl };
    try {
      return rejudge(target, contract, meta, recorded.startedAt.slice(0, 10));
    } catch (error) {
      if (error instanceof InputError) throw error;
      // Whatever a file can hold that no check of ours foresees: it is the file that cannot be judged.
      throw new InputError(`${file}: ${target.target} cannot be judged again:`, [String(error)]);
    }
  });
  const { digest: _digest, run, ...rest } = recorded;
  const partial = targets.some(isPartial);
  const selection = partial ? (run?.selection ?? { name: recordedSelection }) : null;
  const told = exitCodeOf(targets, recorded.problems);
  // What failed the run as a whole, such as an interruption, stands whatever its targets show.
  const whole = recorded.exitCode !== exitCodeOf(recorded.targets, recorded.problems);
  const exitCode = whole && told !== 1 ? recorded.exitCode : told;
  return { ...rest, ...(run ? { run: { ...run, selection } } : {}), exitCode, targets };
}
