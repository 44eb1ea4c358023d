import type { ExchangeRecord } from '../formats/exchange-record.ts';
import type { ClauseResult, ClauseVerdict, Results, TargetResult } from '../formats/results.ts';
import { type HistoryLine, seenOf } from './history.ts';
import { medianLatency } from './outcome.ts';

/** A clause whose verdict changed since the earlier run; `absent` where a run does not hold the clause. */
export interface ClauseChange {
  clause: string;
  statement: string;
  before: ClauseVerdict | 'absent';
  after: ClauseVerdict | 'absent';
  /** Why it could not be judged, or what was received; empty when the run does not say. */
  detail: string;
}

/** A clause that failed before and fails now. */
export interface StillFailing extends ClauseChange {
  /** startedAt of the first run known to fail. */
  since: string;
}

/** A change in the provider's behaviour that no clause forbids. */
export interface BehaviourChange {
  kind: 'reading' | 'status' | 'header' | 'slower';
  subject: string;
  before: string;
  after: string;
  /** Number of scenarios that show it. */
  scenarios: number;
}

/** What changed at one target. */
export interface TargetChanges {
  target: string;
  newlyFailing: ClauseChange[];
  fixed: ClauseChange[];
  stillFailing: StillFailing[];
  /** Clauses that the earlier run judged and this one did not. */
  noLongerJudged: ClauseChange[];
  changed: BehaviourChange[];
}

/** What changed between two runs. */
export interface Changes {
  /** startedAt of the earlier run. */
  since: string;
  targets: TargetChanges[];
  /** Targets that only this run holds. */
  added: string[];
  /** Targets that only the earlier run holds. */
  removed: string[];
}

/** Milliseconds from which on a doubled median is reported: below them, a doubling is noise. */
const SLOWER_FLOOR_MS = 50;

/** Headers that are compared by value, not only by presence: they steer clients and do not vary between answers. */
const STEERING_HEADERS: ReadonlySet<string> = new Set(['content-type', 'cache-control', 'pragma', 'www-authenticate']);

/** Compares two runs, target by target; `history` dates what still fails. */
export function compare(previous: Results, current: Results, history: readonly HistoryLine[] = []): Changes {
  const before = new Map(previous.targets.map((target) => [target.target, target]));
  const now = new Set(current.targets.map((target) => target.target));
  return {
    since: previous.startedAt,
    targets: current.targets.flatMap((target) => {
      const earlier = before.get(target.target);
      return earlier ? [compareTarget(earlier, target, previous.startedAt, history)] : [];
    }),
    added: [...now].filter((name) => !before.has(name)),
    removed: [...before.keys()].filter((name) => !now.has(name)),
  };
}

/** Whether a target changed in a way that matters to a reader. */
export function hasNews(changes: TargetChanges): boolean {
  return [changes.newlyFailing, changes.fixed, changes.noLongerJudged, changes.changed].some((list) => list.length > 0);
}

function compareTarget(
  previous: TargetResult,
  current: TargetResult,
  startedAt: string,
  history: readonly HistoryLine[],
): TargetChanges {
  const pairs = pairUp(previous.clauses, current.clauses);
  const failing = pairs.filter((pair) => pair.after === 'fail');
  return {
    target: current.target,
    newlyFailing: failing.filter((pair) => pair.before !== 'fail'),
    stillFailing: failing
      .filter((pair) => pair.before === 'fail')
      .map((pair) => ({ ...pair, since: earliest(firstOf(pair.clause, current, history), startedAt) })),
    // A client that was locked out is refused whatever it sends.
    fixed: pairs.filter(
      (pair) => current.control?.state !== 'refused' && pair.before === 'fail' && pair.after === 'pass',
    ),
    noLongerJudged: pairs.filter((pair) => isJudged(pair.before) && !isJudged(pair.after)),
    changed: [...readings(previous, current), ...answers(previous, current), ...latency(previous, current)],
  };
}

/** startedAt of the first run known to fail: as the run recorded it, else by the history. */
function firstOf(
  clause: string,
  { target, clauses }: TargetResult,
  history: readonly HistoryLine[],
): string | undefined {
  return clauses.find(({ id }) => id === clause)?.standing?.since ?? seenOf(history, target, clause)?.first;
}

function pairUp(previous: readonly ClauseResult[], current: readonly ClauseResult[]): ClauseChange[] {
  const before = new Map(previous.map((clause) => [clause.id, clause]));
  const now = new Map(current.map((clause) => [clause.id, clause]));
  return [...new Set([...now.keys(), ...before.keys()])].map((id) => ({
    clause: id,
    statement: now.get(id)?.statement ?? before.get(id)?.statement ?? '',
    before: before.get(id)?.verdict ?? 'absent',
    after: now.get(id)?.verdict ?? 'absent',
    detail: detailOf(now.get(id)),
  }));
}

function detailOf(clause: ClauseResult | undefined): string {
  if (clause === undefined) return '';
  return clause.reason || (clause.observations.find((seen) => seen.verdict === clause.verdict)?.received ?? '');
}

function isJudged(verdict: ClauseChange['before']): boolean {
  return verdict === 'pass' || verdict === 'fail';
}

function earliest(first: string | undefined, startedAt: string): string {
  return first !== undefined && first < startedAt ? first : startedAt;
}

function readings(previous: TargetResult, current: TargetResult): BehaviourChange[] {
  const before = new Map(previous.readings.map((reading) => [reading.id, reading.follows]));
  return current.readings.flatMap(({ id, follows }) => {
    const earlier = before.get(id);
    if (earlier === undefined || earlier === follows || earlier === 'unknown' || follows === 'unknown') return [];
    return [{ kind: 'reading', subject: id, before: earlier, after: follows, scenarios: 1 } as const];
  });
}

function latency(previous: TargetResult, current: TargetResult): BehaviourChange[] {
  const before = medianLatency(previous);
  const after = medianLatency(current);
  if (before === null || after === null || after < before * 2 || after - before < SLOWER_FLOOR_MS) return [];
  const words = { before: `${Math.round(before)} ms`, after: `${Math.round(after)} ms` };
  return [{ kind: 'slower', subject: 'median time of an answer', ...words, scenarios: current.exchanges.length }];
}

function byScenario({ exchanges }: TargetResult): Map<string, ExchangeRecord[]> {
  const groups = new Map<string, ExchangeRecord[]>();
  for (const exchange of exchanges) {
    const known = groups.get(exchange.scenario);
    if (known) known.push(exchange);
    else groups.set(exchange.scenario, [exchange]);
  }
  return groups;
}

/** A scenario may have been sent several times: each answer unlike all earlier ones is a change against the first. */
function changesOf(earlier: ExchangeRecord[], now: ExchangeRecord[]): BehaviourChange[] {
  return now.flatMap((exchange) => {
    const changes = earlier.map((one) => answerChanges(one, exchange));
    return changes.some((found) => found.length === 0) ? [] : (changes[0] ?? []);
  });
}

/** Many scenarios may show the same change, so changes are grouped by what changed. */
function answers(previous: TargetResult, current: TargetResult): BehaviourChange[] {
  const before = byScenario(previous);
  const counted = new Map<string, BehaviourChange>();
  for (const [scenario, exchanges] of byScenario(current)) {
    const shown = new Set<string>();
    for (const change of changesOf(before.get(scenario) ?? [], exchanges)) {
      const key = JSON.stringify([change.kind, change.subject, change.before, change.after]);
      const known = counted.get(key);
      if (known && !shown.has(key)) known.scenarios += 1;
      else if (!known) counted.set(key, change);
      shown.add(key);
    }
  }
  return [...counted.values()];
}

function answerChanges(previous: ExchangeRecord, current: ExchangeRecord): BehaviourChange[] {
  if (previous.response === null || current.response === null) return [];
  const before = previous.response;
  const after = current.response;
  if (before.status !== after.status) {
    // Another status brings other headers with it: listing them too would hide the cause.
    const words = { before: String(before.status), after: String(after.status) };
    return [{ kind: 'status', subject: 'status of the answer', ...words, scenarios: 1 }];
  }
  const [old, fresh] = [headerMap(before.headers), headerMap(after.headers)];
  return [...new Set([...old.keys(), ...fresh.keys()])]
    .filter((name) => old.get(name) !== fresh.get(name))
    .map((name) => ({
      kind: 'header',
      subject: name,
      before: old.get(name) ?? 'not sent',
      after: fresh.get(name) ?? 'not sent',
      scenarios: 1,
    }));
}

function headerMap(headers: readonly (readonly [string, string])[]): Map<string, string> {
  const map = new Map<string, string>();
  for (const [name, value] of headers) {
    const key = name.toLowerCase();
    const shown = STEERING_HEADERS.has(key) ? value : 'sent';
    const known = map.get(key);
    map.set(key, known === undefined || known === shown ? shown : `${known}, ${shown}`);
  }
  return map;
}
