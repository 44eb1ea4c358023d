/** Makes the ledger of a target from the outcomes of a run. Pure: the order of the outcomes does not matter. */

import type {
  ClauseResult,
  ControlResult,
  ExitCode,
  Incident,
  ReadingResult,
  TargetResult,
} from '../formats/results.ts';
import type { Observation } from '../judge/observation.ts';
import type { ScenarioEvidence } from '../run/session.ts';
import { controlId } from '../scenario/plan.ts';
import type { ClauseMeta } from '../target/meta.ts';
import { carrierOf, hiddenBy } from './carried.ts';
import { clauseEffect, clauseVerdict, conclude, countsOf, isControlJudged, leftOutOf, lostReason } from './conclude.ts';
import { measuredIn } from './facts.ts';
import { limitNotes } from './limits.ts';
import { withoutLockedOut } from './lock-out.ts';
import { flat, lostOf, type TargetRun } from './target-run.ts';
import { interruptionOf, type Known, whyNotExercised } from './unexercised.ts';
import { waiverOf, waiversEndingSoon } from './waivers.ts';

function judged(clause: ClauseMeta, known: Known): ClauseResult {
  const all = known.observed.get(clause.id) ?? [];
  const lost = known.broken.filter((scenario) => clause.scenarios.includes(scenario));
  const notRun = clause.scenarios.filter((scenario) => known.cut.has(scenario));
  const observations = all.filter((one) => one.verdict !== 'inapplicable').map(({ clause: _id, ...rest }) => rest);
  const verdict = clauseVerdict({ observations, lost, notRun });
  const missing = verdict === 'not-exercised' ? whyNotExercised(clause, known, all) : null;
  const open = { verdict, notRun, ...(missing ? { unexercised: missing.unexercised } : {}) };
  const restsOn = hiddenBy(clause, open, all, known);
  const receivedFor = (wanted: ClauseResult['verdict']) => all.find((one) => one.verdict === wanted)?.received;
  const reasons: Partial<Record<ClauseResult['verdict'], string>> = {
    'not-exercised': missing?.reason ?? '',
    inconclusive: receivedFor('inconclusive') ?? (notRun.length > 0 ? interruptionOf(known) : ''),
    error: lost.length > 0 ? lostReason(lost) : (receivedFor('error') ?? ''),
  };
  const result = {
    id: clause.id,
    kind: clause.kind,
    statement: clause.statement,
    level: clause.level,
    source: clause.source,
    sourceTitle: clause.sourceTitle,
    named: clause.named,
    at: clause.at,
    url: clause.url,
    verdict,
    reason: reasons[verdict] ?? '',
    ...(clause.impact ? { impact: clause.impact } : {}),
    waiver: verdict === 'fail' ? waiverOf(clause, known) : null,
    ...(restsOn.length > 0 ? { restsOn } : {}),
    ...(missing ? { unexercised: missing.unexercised } : {}),
    ...(lost.length > 0 ? { lost } : {}),
    ...(notRun.length > 0 ? { notRun } : {}),
    observations,
  };
  return { ...result, effect: clauseEffect(result, known.meta.strictness) };
}

/** Waives the clauses that rest on waived ones alone. */
function carried(clauses: ClauseResult[], { meta }: TargetRun): ClauseResult[] {
  const known = new Map(clauses.map((clause) => [clause.id, clause]));
  return clauses.map((clause) => {
    const carrier = carrierOf(clause, known);
    if (!carrier) return clause;
    const reason = `${clause.reason}; it rests on ${carrier.id}, which is waived`;
    const waived = { ...clause, reason, waiver: carrier.waiver };
    return { ...waived, effect: clauseEffect(waived, meta.strictness) };
  });
}

function controlOf(outcomes: ScenarioEvidence[], judged: boolean, guard: string | null): ControlResult {
  const refused = outcomes.flatMap(({ control, notSent }) => {
    if (control?.granted === false) return [control.reason];
    return notSent?.kind === 'control' ? [notSent.text] : [];
  })[0];
  if (refused !== undefined) return { state: 'refused', reason: refused };
  const own = outcomes.filter(({ scenario }) => scenario === controlId);
  if (judged && own.some(({ control }) => control?.granted)) return { state: 'granted', reason: '' };
  if (guard !== null && own.length === 0) {
    const reason = 'the control was not selected, and no other request may go to production: select the control too';
    return { state: 'missing', reason };
  }
  const unsent = own.length === 0 ? outcomes.find(({ notSent }) => notSent !== null)?.notSent : null;
  const reason = unsent
    ? `nothing of what was selected was sent: ${unsent.text}`
    : 'the control was not sent and granted in this run, and everything else rests on it: run it too';
  return { state: 'missing', reason };
}

function readingsOf(run: TargetRun): ReadingResult[] {
  return run.meta.readings.map((reading) => {
    const decided = run.outcomes.flatMap((outcome) => outcome.readings).find(({ id }) => id === reading.id);
    return { ...reading, follows: decided?.follows ?? 'unknown', exchange: decided?.exchange ?? '' };
  });
}

/** One incident for each scenario with trouble: a control may have been sent several times, also for others. */
function incidentsOf(outcomes: ScenarioEvidence[]): Incident[] {
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

/**
 * Every outcome by itself, in the order of the plan and then of time, each exchange with an id of its own: a scenario may
 * be sent again, by a repeated or retried test and by the shards of a run.
 */
function ordered({ meta, outcomes }: TargetRun): ScenarioEvidence[] {
  const order = new Map(meta.scenarios.map((scenario, index) => [scenario, index]));
  const place = ({ scenario }: ScenarioEvidence): number => order.get(scenario) ?? meta.scenarios.length;
  const began = ({ exchange }: ScenarioEvidence): string => exchange?.attempts[0]?.startedAt ?? '';
  const sorted = flat(outcomes).sort((a, b) => place(a) - place(b) || began(a).localeCompare(began(b)));
  let exchanges = 0;
  return sorted.map((outcome) => {
    const id = outcome.exchange ? `ex-${++exchanges}` : '';
    const renamed = <T extends { exchange: string }>(one: T): T => ({
      ...one,
      exchange: one.exchange === '' ? '' : id,
    });
    return {
      ...outcome,
      exchange: outcome.exchange && { ...outcome.exchange, id },
      observations: outcome.observations.map(renamed),
      readings: outcome.readings.map(renamed),
    };
  });
}

function observedIn(outcomes: ScenarioEvidence[]): Map<string, Observation[]> {
  const observed = new Map<string, Observation[]>();
  for (const observation of outcomes.flatMap(({ observations }) => observations)) {
    const known = observed.get(observation.clause);
    if (known) known.push(observation);
    else observed.set(observation.clause, [observation]);
  }
  return observed;
}

/** Most keywords that a note names. */
const mostUntried = 10;

/** The note about what the sources say of a request and no request breaks: no green clause is about it. */
function untriedNotes({ untried = [] }: TargetRun['meta']): string[] {
  const more = untried.length > mostUntried ? [`${untried.length - mostUntried} more`] : [];
  const named = [...untried.slice(0, mostUntried), ...more].join(', ');
  return untried.length === 0 ? [] : [`documented of requests, and broken by none: ${named}`];
}

/** The ledger of one target. */
export function ledgerOf(run: TargetRun): TargetResult {
  const { meta, selected, notRun = [] } = run;
  const outcomes = withoutLockedOut(ordered(run), meta);
  const broken = lostOf({ ...run, outcomes });
  const guard = outcomes.find(({ notSent }) => notSent?.kind === 'only-control')?.notSent?.text ?? null;
  const known: Known = {
    ...run,
    outcomes,
    chosen: new Set(selected),
    cut: new Set(notRun),
    broken,
    observed: observedIn(outcomes),
    guard,
  };
  const clauses = carried(
    meta.clauses.map((clause) => judged(clause, known)),
    run,
  );
  const exchanges = outcomes.flatMap(({ exchange }) => (exchange ? [exchange] : []));
  const leftOut = leftOutOf(clauses);
  const facts = {
    control: controlOf(outcomes, isControlJudged({ clauses, exchanges }), guard),
    scenarios: { planned: meta.scenarios.length, selected: selected.length },
    notSent: outcomes.flatMap(({ scenario, notSent }) => (notSent ? [{ scenario, ...notSent }] : [])),
    lost: broken,
    notRun,
    clauses,
    exchanges,
  };
  return {
    target: meta.target,
    provider: meta.provider,
    title: meta.title,
    environment: meta.environment,
    environmentFile: meta.environmentFile,
    kind: meta.kind,
    baseUrl: meta.baseUrl,
    contractHash: meta.hashes.contract,
    judgedByHash: meta.hashes.judgedBy,
    environmentHash: meta.hashes.environment,
    strictness: meta.strictness,
    ...(meta.profile ? { profile: meta.profile } : {}),
    ...conclude(facts),
    requests: outcomes.reduce((sum, outcome) => sum + outcome.requests, 0),
    durationMs: run.durationMs,
    ...measuredIn(outcomes),
    counts: countsOf(clauses),
    ...facts,
    ...(leftOut.length > 0 ? { leftOut } : {}),
    readings: readingsOf(known),
    notes: [
      ...new Set(outcomes.flatMap((outcome) => outcome.notes)),
      ...limitNotes(outcomes),
      ...waiversEndingSoon(run),
      ...untriedNotes(meta),
    ],
    incidents: incidentsOf(outcomes),
  };
}

/** Exit code of a run: 0 conforms, 1 deviates, 2 not judged, 3 error of the suite. */
export function exitCodeOf(targets: readonly Pick<TargetResult, 'verdict'>[], problems: readonly string[]): ExitCode {
  const verdicts = targets.map(({ verdict }) => verdict);
  if (verdicts.includes('deviates') || problems.length > 0) return 1;
  if (verdicts.includes('error')) return 3;
  return verdicts.includes('not-judged') || targets.length === 0 ? 2 : 0;
}
