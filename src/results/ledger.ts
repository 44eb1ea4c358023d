/** From the outcomes of a run to the ledger of a target. Pure: the same outcomes give the same ledger, in whatever order. */
import { effectOfAll, worst } from '../judge/verdict.ts';
import type { Outcome } from '../run/session.ts';
import { onlyControlSent } from '../target/guard.ts';
import { carrierFor } from './carried.ts';
import type {
  ClauseResult,
  Counts,
  Effect,
  ExitCode,
  Incident,
  Observation,
  ReadingResult,
  TargetResult,
  TargetVerdict,
} from './format.ts';
import type { ClauseMeta } from './meta.ts';
import { interruption, isCut, lostOf, lostReason, type TargetRun } from './target-run.ts';
import { waiverOf, waiversEndingSoon } from './waivers.ts';

/** Why the run sent the control alone; null when it was free to send all. */
function guardOf(run: TargetRun): string | null {
  return run.outcomes.find(({ notSent }) => notSent?.startsWith(onlyControlSent))?.notSent ?? null;
}

/** Why no observation of a clause judged it, and whether that is a gap. */
function whyNotExercised(
  clause: ClauseMeta,
  run: TargetRun,
  observations: Observation[],
): { reason: string; gap: boolean } {
  if (clause.untestable) return { reason: clause.untestable, gap: false };
  if (clause.absent) return { reason: clause.absent, gap: false };
  const [inapplicable] = observations;
  const able = clause.scenarios.length > 0 ? clause.scenarios : run.meta.scenarios;
  const left = able.filter((scenario) => !run.selected.includes(scenario));
  const guard = guardOf(run);
  if (guard !== null) return { reason: guard, gap: false };
  if (left.length === able.length) return { reason: 'not selected in this run', gap: false };
  if (isCut(able, run)) return { reason: interruption(run), gap: true };
  const unsent = inapplicable && inapplicable.exchange === '';
  if (unsent) return { reason: inapplicable.received, gap: false };
  if (clause.unreached) return { reason: clause.unreached, gap: false };
  if (left.length > 0) return { reason: 'the scenarios that show it are not selected in this run', gap: false };
  return { reason: inapplicable ? inapplicable.received : 'no answer showed it', gap: true };
}

function judged(clause: ClauseMeta, run: TargetRun): ClauseResult {
  const all = run.outcomes
    .flatMap((outcome) => outcome.observations)
    .filter((observation) => observation.clause === clause.id);
  const lost = lostOf(run).filter((scenario) => clause.scenarios.includes(scenario));
  const cut = isCut(clause.scenarios, run);
  const found = worst(all.map((one) => one.verdict));
  const verdict =
    found === 'fail' ? found : lost.length > 0 ? 'error' : cut && found !== 'error' ? 'inconclusive' : found;
  const missing = verdict === 'not-exercised' ? whyNotExercised(clause, run, all) : null;
  const open = verdict === found && (verdict === 'inconclusive' || missing?.gap === true);
  const carrier = open ? carrierFor(clause, verdict, all, run) : null;
  const waiver = verdict === 'fail' ? waiverOf(clause, run) : (carrier?.waiver ?? null);
  const failing = effectOfAll(clause, run.meta.strictness, all);
  const unjudged = carrier && clause.level !== 'may' ? 'waived' : null;
  const effects: Record<ClauseResult['verdict'], Effect> = {
    pass: 'none',
    fail: waiver && failing !== 'none' ? 'waived' : failing,
    inconclusive: unjudged ?? (clause.level === 'must' ? 'fails' : 'none'),
    'not-exercised': unjudged ?? (missing?.gap && clause.level === 'must' ? 'fails' : 'none'),
    error: 'fails',
  };
  const inconclusive = all.find((one) => one.verdict === 'inconclusive')?.received;
  const reasons: Partial<Record<ClauseResult['verdict'], string>> = {
    'not-exercised': missing?.reason ?? '',
    inconclusive: inconclusive ?? (cut ? interruption(run) : ''),
    error: lost.length > 0 ? lostReason(lost) : (all.find((one) => one.verdict === 'error')?.received ?? ''),
  };
  return {
    id: clause.id,
    kind: clause.kind,
    statement: clause.statement,
    level: clause.level,
    source: clause.source,
    sourceTitle: clause.sourceTitle,
    at: clause.at,
    url: clause.url,
    verdict,
    effect: effects[verdict],
    reason: carrier ? `${reasons[verdict]}; it rests on ${carrier.clause}, which is waived` : (reasons[verdict] ?? ''),
    ...(clause.impact ? { impact: clause.impact } : {}),
    waiver,
    observations: all.filter((one) => one.verdict !== 'inapplicable').map(({ clause: _id, ...rest }) => rest),
  };
}

function count(clauses: ClauseResult[]): Counts {
  const counts: Counts = {
    pass: 0,
    fail: 0,
    warning: 0,
    waived: 0,
    advice: 0,
    inconclusive: 0,
    notExercised: 0,
    error: 0,
  };
  const failed = { fails: 'fail', warns: 'warning', none: 'advice' } as const;
  for (const { verdict, effect } of clauses) {
    if (effect === 'waived') counts.waived++;
    else if (verdict === 'fail') counts[failed[effect]]++;
    else if (verdict === 'not-exercised') counts.notExercised++;
    else counts[verdict]++;
  }
  return counts;
}

function judgeTarget(clauses: ClauseResult[], run: TargetRun): { verdict: TargetVerdict; reason: string } {
  const failing = clauses.filter((clause) => clause.effect === 'fails');
  const of = (verdict: ClauseResult['verdict']): ClauseResult[] =>
    failing.filter((clause) => clause.verdict === verdict);
  const [fails, errors, inconclusive, gaps] = [of('fail'), of('error'), of('inconclusive'), of('not-exercised')];
  const plural = (list: ClauseResult[], what: string): string =>
    `${list.length} ${list.length === 1 ? 'clause' : 'clauses'} ${what}`;
  const interrupted = run.notRun?.length ? interruption(run) : null;
  if (fails.length > 0) {
    const reason = `${plural(fails, fails.length === 1 ? 'fails' : 'fail')}: ${fails.map(({ id }) => id).join(', ')}`;
    return { verdict: 'deviates', reason: interrupted === null ? reason : `${reason}; ${interrupted}` };
  }
  if (errors.length > 0)
    return {
      verdict: 'error',
      reason: `${plural(errors, 'could not be judged by our own fault')}: ${errors[0]?.reason ?? ''}`,
    };
  const lost = lostOf(run);
  // A promise is judged on every answer, so that an answer that is lost may be the one that broke it.
  if (lost.length > 0) return { verdict: 'error', reason: lostReason(lost) };
  if (interrupted !== null) return { verdict: 'not-judged', reason: interrupted };
  const notGranted = run.outcomes
    .flatMap((outcome) => outcome.observations)
    .find((one) => one.verdict === 'inconclusive' && /^the control( of \S+)? is not granted/.test(one.received));
  if (notGranted) return { verdict: 'not-judged', reason: notGranted.received };
  if (inconclusive.length > 0)
    return {
      verdict: 'not-judged',
      reason: `${plural(inconclusive, 'could not be judged')}: ${inconclusive[0]?.reason ?? ''}`,
    };
  if (gaps.length > 0)
    return {
      verdict: 'not-judged',
      reason: `${plural(gaps, 'not exercised')}: ${gaps.map(({ id }) => id).join(', ')}`,
    };
  if (run.outcomes.length === 0) return { verdict: 'not-judged', reason: 'no scenario was run' };
  const { selected, meta } = run;
  const partial = selected.length < meta.scenarios.length;
  return {
    verdict: 'conforms',
    reason:
      guardOf(run) ?? (partial ? `only ${selected.length} of ${meta.scenarios.length} scenarios were selected` : ''),
  };
}

function readingsOf(run: TargetRun): ReadingResult[] {
  return run.meta.readings.map((reading) => {
    const decided = run.outcomes.flatMap((outcome) => outcome.readings).find(({ id }) => id === reading.id);
    return { ...reading, follows: decided?.follows ?? 'unknown', exchange: decided?.exchange ?? '' };
  });
}

/** One incident for each scenario that met trouble: the control may have been sent several times, for others too. */
function incidentsOf(outcomes: Outcome[]): Incident[] {
  const met = new Map<string, Incident>();
  for (const { incident } of outcomes) {
    if (incident)
      met.set(incident.scenario, {
        ...incident,
        attempts: incident.attempts + (met.get(incident.scenario)?.attempts ?? 0),
      });
  }
  return [...met.values()];
}

/** The ledger of one target. */
export function ledgerOf(run: TargetRun): TargetResult {
  const order = new Map(run.meta.scenarios.map((scenario, index) => [scenario, index]));
  const outcomes = [...run.outcomes].sort((a, b) => (order.get(a.scenario) ?? 0) - (order.get(b.scenario) ?? 0));
  const ordered = { ...run, outcomes };
  const clauses = run.meta.clauses.map((clause) => judged(clause, ordered));
  const { meta } = run;
  return {
    target: meta.target,
    provider: meta.provider,
    title: meta.title,
    environment: meta.environment,
    environmentFile: meta.environmentFile,
    kind: meta.kind,
    baseUrl: meta.baseUrl,
    ...(meta.profile ? { profile: meta.profile } : {}),
    ...judgeTarget(clauses, ordered),
    requests: outcomes.reduce((sum, outcome) => sum + outcome.requests, 0),
    durationMs: run.durationMs,
    ...outcomes.flatMap(({ clockSkew }) => (clockSkew === undefined ? [] : [{ clockSkew }]))[0],
    counts: count(clauses),
    clauses,
    readings: readingsOf(ordered),
    notes: [...new Set(outcomes.flatMap((outcome) => outcome.notes)), ...waiversEndingSoon(run)],
    incidents: incidentsOf(outcomes),
    exchanges: outcomes.flatMap((outcome) => (outcome.exchange ? [outcome.exchange] : [])),
  };
}

/** Exit code of a run: 0 conforms, 1 deviates, 2 not judged, 3 error of ours. */
export function exitCodeOf(targets: TargetResult[], problems: string[]): ExitCode {
  const verdicts = targets.map(({ verdict }) => verdict);
  if (verdicts.includes('deviates') || problems.length > 0) return 1;
  if (verdicts.includes('error')) return 3;
  return verdicts.includes('not-judged') || targets.length === 0 ? 2 : 0;
}
