/** Judges the recorded exchanges of one target again with a contract. */
import type { Contract } from '../contract/types.ts';
import type { ExchangeRecord } from '../formats/exchange-record.ts';
import type { TargetResult } from '../formats/results.ts';
import { checks } from '../judge/checks/index.ts';
import { type Background, judge, withoutVerdict } from '../judge/judge.ts';
import type { Observation } from '../judge/observation.ts';
import { judgeRefusedControl } from '../judge/refused-control.ts';
import { whyFirstRefused, whyNotJudged } from '../run/controls.ts';
import { isTimed } from '../run/life.ts';
import { leavesOpen } from '../run/not-sent.ts';
import { type ClearedEvidence, clearedResult } from '../run/outcome.ts';
import { pathPattern } from '../scenario/at-path.ts';
import { controlId, isControl, isResourceControl, plan, type Scenario } from '../scenario/plan.ts';
import type { TargetMeta } from '../target/meta.ts';
import type { Cleared } from '../wire/clear/cleared.ts';
import { createGate, type Gate, type GateOptions, textsOf } from '../wire/clear/gate.ts';
import { innocentParts } from '../wire/clear/known.ts';
import type { Exchange } from '../wire/exchange.ts';
import { clearedRecord } from '../wire/record.ts';
import { ledgerOf } from './ledger.ts';
import { exchangeOf, requirePossible, standIn } from './restore.ts';

/** Checks that need more than a record holds: their recorded observations stay. */
const kept = Object.keys(checks).filter((name) => checks[name]?.needsRawBytes);

/** The material for judging the records of a target. */
interface Bench {
  contract: Contract;
  target: TargetResult;
  /** Where its operations are. */
  baseUrl: string;
  background: Background;
  /** Masks the stand-ins of tokens in a finding, and the secrets where they are known. */
  gate: Gate;
  /** Recorded observations that stay as they are, by exchange. */
  keeps: ReadonlyMap<string, Observation[]>;
  keptClauses: ReadonlySet<string>;
}

/**
 * The base URL of the records of a target: the address that its environment gives, or else what stands before the path of its
 * token operation; empty where neither shows it.
 */
function baseUrlOf({ baseUrl, exchanges }: TargetResult, { operation: { path } }: Contract): string {
  const given = baseUrl.replace(/\/+$/, '');
  if (exchanges.some(({ request }) => request.url.startsWith(`${given}/`))) return given;
  const ending = new RegExp(`^([a-z][a-z0-9+.-]*://[^/?#]+.*?)${pathPattern(path)}$`, 'i');
  const basesIn = (records: readonly ExchangeRecord[]): string[] =>
    records.flatMap(({ request }) => ending.exec(request.url.split(/[?#]/, 1)[0] ?? '')?.[1] ?? []);
  // Another spelling of the path may end in it too, so the good request is asked first.
  const ofControl = basesIn(exchanges.filter(({ scenario }) => scenario === controlId));
  const bases = ofControl.length > 0 ? ofControl : basesIn(exchanges);
  return bases.reduce((least, base) => (base.length < least.length ? base : least), bases[0] ?? '');
}

/** Path and query of a recorded request, after its base URL. */
function pathOf({ request }: ExchangeRecord, baseUrl: string): string {
  if (baseUrl !== '' && request.url.startsWith(baseUrl)) return request.url.slice(baseUrl.length);
  // Taken from the text: a parser would escape, and so lengthen, what was redacted in it.
  const [origin = request.url] = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(request.url) ?? [];
  return request.url.slice(origin.length);
}

type ControlState = NonNullable<ClearedEvidence['control']>;

function controlState(bench: Bench, scenario: Scenario, exchange: Exchange | null, id: string): ControlState | null {
  const { contract, gate, target } = bench;
  if (!isControl(scenario) || !exchange || exchange.trouble) return null;
  const reason = whyFirstRefused(contract, scenario, exchange, gate);
  if (reason === null) return { granted: true };
  // That it was granted before, the run said with it.
  const first = target.exchanges.find((one) => one.scenario === controlId);
  if (scenario.id === controlId && first?.id !== id && target.control?.state === 'refused')
    return { granted: false, reason: gate.clear(target.control.reason) };
  return { granted: false, reason: whyNotJudged(scenario.operation, reason, gate) };
}

function outcomeOf(bench: Bench, scenario: Scenario, record: ExchangeRecord): ClearedEvidence {
  const { contract, target, background, gate, keeps, keptClauses } = bench;
  const exchange = exchangeOf(record, pathOf(record, bench.baseUrl));
  const control = controlState(bench, scenario, exchange, record.id);
  const judged = !exchange
    ? withoutVerdict(contract, scenario, 'the recorded body was cut')
    : control?.granted === false
      ? judgeRefusedControl(contract, scenario, exchange, control.reason, gate)
      : judge(contract, scenario, exchange, gate, background);
  const anew = judged
    // That a check does not apply, and which failure hides it, is known without the unrecorded parts.
    .filter(({ clause, verdict }) => !keptClauses.has(clause) || verdict === 'inapplicable')
    .map((one) => ({ ...one, exchange: record.id }));
  const before = (keeps.get(record.id) ?? []).filter((one) => one.scenario === scenario.id);
  return {
    ...nothing(bench, scenario.id),
    exchange: clearedRecord(record, gate),
    observations: [...anew, ...before].map((one) => ({ ...clearedResult(one, gate), exchange: one.exchange })),
    readings: target.readings.filter(({ exchange: id }) => id === record.id),
    ...(control ? { control } : {}),
    requests: record.attempts.length,
  };
}

function nothing({ target, gate }: Bench, scenario: string): ClearedEvidence {
  const empty = { exchange: null, observations: [], readings: [], incident: null, notSent: null, requests: 0 };
  return { target: target.target, scenario, notes: target.notes.map((note) => gate.clear(note)), ...empty };
}

/** The recorded observations of an exchange whose scenario today's plan no longer has: nothing judges it again. */
function asRecorded({ target, gate, ...bench }: Bench, record: ExchangeRecord): ClearedEvidence {
  const observations = target.clauses.flatMap(({ id, observations }) =>
    observations
      .filter(({ exchange }) => exchange === record.id)
      .map((one) => ({ ...clearedResult({ clause: id, ...one }, gate), exchange: one.exchange })),
  );
  const own = nothing({ target, gate, ...bench }, record.scenario);
  return { ...own, exchange: clearedRecord(record, gate), observations, requests: record.attempts.length };
}

/** The note about exchanges whose scenario today's plan no longer has; none where there are none. */
function orphanNotes(orphans: readonly ExchangeRecord[], gate: Gate): Cleared[] {
  if (orphans.length === 0) return [];
  const names = [...new Set(orphans.map(({ scenario }) => scenario))].join(', ');
  return [gate.clear(`judged as it was recorded, since the plan of today has no such scenario: ${names}`)];
}

function unsent(bench: Bench, scenario: Scenario): ClearedEvidence[] {
  const { contract, target, gate } = bench;
  return (target.notSent ?? [])
    .filter((one) => one.scenario === scenario.id)
    .map(({ kind, text }) => {
      const verdict = leavesOpen({ kind, text }) ? ('inconclusive' as const) : ('inapplicable' as const);
      const observations = withoutVerdict(contract, scenario, text).map((one) => ({
        ...clearedResult(one, gate),
        verdict,
        exchange: '',
      }));
      return { ...nothing(bench, scenario.id), observations, notSent: { kind, text: gate.clear(text) } };
    });
}

/** Shortest stand-in that is masked: a shorter one may be part of an innocent word. */
const leastStandIn = 8;

function gateOfRecord(target: TargetResult, contract: Contract, secrets: GateOptions['secrets']): Gate {
  const gate = createGate({ secrets, innocent: innocentParts(textsOf([contract.token, contract.operations])) });
  for (const value of target.exchanges.flatMap(({ response }) => response?.redacted ?? [])) {
    const replacement = standIn(value);
    if (replacement.length >= leastStandIn) gate.known.add(replacement, 'token', 'token', value.sha256);
  }
  return gate;
}

function benchOf(
  target: TargetResult,
  contract: Contract,
  scenarios: readonly Scenario[],
  secrets: GateOptions['secrets'],
): Bench {
  // A record of one exchange does not show whether a fresh token was accepted, and how old another one was.
  const followed = scenarios.filter((scenario) => isTimed(scenario) || isResourceControl(scenario));
  const keptClauses = new Set([
    ...contract.clauses.flatMap((clause) => ('check' in clause && kept.includes(clause.check) ? [clause.id] : [])),
    ...followed.flatMap(({ clause }) => (clause ? [clause.id] : [])),
  ]);
  const keeps = new Map<string, Observation[]>();
  for (const { id, observations } of target.clauses)
    for (const one of keptClauses.has(id) ? observations : [])
      keeps.set(one.exchange, [...(keeps.get(one.exchange) ?? []), { clause: id, ...one }]);
  // The protected resource may refuse other requests for the same reason as a request without a token.
  const bare = new Set(scenarios.filter(({ change }) => change?.way === 'no-token').map(({ id }) => id));
  const refused = target.exchanges.flatMap(({ scenario, response }) =>
    bare.has(scenario) && response ? [response.status] : [],
  );
  return {
    contract,
    target,
    baseUrl: baseUrlOf(target, contract),
    background: { probeRefused: refused.filter((status) => status >= 400 && status < 500), earlier: null, grants: [] },
    gate: gateOfRecord(target, contract, secrets),
    keeps,
    keptClauses,
  };
}

/**
 * The scenarios that the run selected: what it recorded without the controls that it sent only because the others rest on
 * them. A record names no selection and says how many it holds.
 */
function selectedOf(
  { scenarios: recorded }: TargetResult,
  ids: readonly string[],
  planned: readonly Scenario[],
): string[] {
  const all = new Set(ids);
  if (recorded === undefined) return [...all];
  for (const scenario of planned)
    if (all.size > recorded.selected && (isControl(scenario) || isResourceControl(scenario))) all.delete(scenario.id);
  return [...all];
}

/**
 * The ledger of a recorded target under today's contract: each of its exchanges is judged. Clauses that need unrecorded
 * bytes keep their recorded observations; scenarios that are new in today's plan are not exercised.
 * @throws InputError when it holds an exchange that no run can have recorded.
 */
export function rejudge(
  target: TargetResult,
  contract: Contract,
  meta: TargetMeta,
  day: string,
  secrets: GateOptions['secrets'] = [],
): TargetResult {
  requirePossible(target.exchanges);
  const scenarios = plan(contract);
  const bench = benchOf(target, contract, scenarios, secrets);
  const outcomes = scenarios.flatMap((scenario) => {
    const records = target.exchanges.filter((one) => one.scenario === scenario.id);
    const found = [...records.map((record) => outcomeOf(bench, scenario, record)), ...unsent(bench, scenario)];
    const trouble = target.incidents.find((one) => one.scenario === scenario.id);
    const incident = trouble ? { ...trouble, cause: bench.gate.clear(trouble.cause) } : null;
    return found.map((outcome, index) => (index === 0 ? { ...outcome, incident } : outcome));
  });
  const planned = new Set(scenarios.map(({ id }) => id));
  const orphans = target.exchanges.filter(({ scenario }) => !planned.has(scenario));
  for (const record of orphans) {
    const outcome = asRecorded(bench, record);
    outcomes.push({ ...outcome, notes: [...outcome.notes, ...orphanNotes(orphans, bench.gate)] });
  }
  const [lost, notRun] = [target.lost ?? [], target.notRun ?? []].map((ids) => ids.filter((id) => planned.has(id)));
  const ids = [...outcomes.map(({ scenario }) => scenario), ...(lost ?? []), ...(notRun ?? [])];
  const selected = selectedOf(target, ids, scenarios);
  const run = { meta, selected, outcomes, lost: lost ?? [], notRun: notRun ?? [], durationMs: target.durationMs, day };
  return {
    ...ledgerOf(run),
    requests: target.requests,
    ...(target.clockSkew === undefined ? {} : { clockSkew: target.clockSkew }),
    ...(target.facts === undefined ? {} : { facts: target.facts }),
  };
}
