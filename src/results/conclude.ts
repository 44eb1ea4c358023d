/**
 * The consequences of what a run saw: the verdict and effect of a clause, the counts and the verdict of a target. Pure.
 */

import type {
  ClauseResult,
  ClauseVerdict,
  Counts,
  Effect,
  Strictness,
  TargetResult,
  TargetVerdict,
  Unexercised,
  Verdict,
} from '../formats/results.ts';
import { type Binding, failureEffect } from '../judge/effect.ts';
import type { Observation } from '../judge/observation.ts';
import { worst } from '../judge/verdict.ts';
import { controlId } from '../scenario/plan.ts';
import { causesText } from './causes.ts';

/** The verdict of a clause: the worst of its observations. Lost evidence or a stopped run cannot improve it. */
export function clauseVerdict(seen: {
  observations: readonly { verdict: Verdict }[];
  lost?: readonly string[];
  notRun?: readonly string[];
}): ClauseVerdict {
  const found = worst(seen.observations.map(({ verdict }) => verdict));
  if (found === 'fail') return found;
  if (seen.lost?.length) return 'error';
  return seen.notRun?.length && found !== 'error' ? 'inconclusive' : found;
}

const leavesGap: Record<Unexercised, boolean> = {
  untestable: false,
  absent: false,
  unreached: false,
  'not-selected': false,
  'only-control': false,
  'not-sent': false,
  interrupted: true,
  unshown: true,
};

const leftOutBySelection: readonly Unexercised[] = ['not-selected', 'only-control'];

/** Whether every failure of a clause is a tolerated answer: a single other one decides for all of them. */
function isTolerated(observations: readonly Pick<Observation, 'verdict' | 'tolerated'>[]): boolean {
  const failed = observations.filter(({ verdict }) => verdict === 'fail');
  return failed.length > 0 && failed.every(({ tolerated }) => tolerated === true);
}

/** The effect of a clause on the run. One that could not be judged is waived with the clause it rests on. */
export function clauseEffect(
  clause: Binding & Pick<ClauseResult, 'verdict' | 'waiver' | 'unexercised' | 'observations'>,
  strictness: Strictness,
): Effect {
  const waived = clause.waiver !== null;
  const unwaived = clause.level === 'must' ? 'fails' : 'none';
  const binds = waived && clause.level !== 'may' ? 'waived' : unwaived;
  const effects: Record<ClauseVerdict, Effect> = {
    pass: 'none',
    fail: failureEffect(clause, strictness, waived, isTolerated(clause.observations)),
    inconclusive: binds,
    'not-exercised': leavesGap[clause.unexercised ?? 'unshown'] ? binds : 'none',
    error: 'fails',
  };
  return effects[clause.verdict];
}

/** Clauses by verdict and effect. */
export function countsOf(clauses: readonly Pick<ClauseResult, 'verdict' | 'effect'>[]): Counts {
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

/** Ids of the clauses that the run's selection, or the guard of production, left out. */
export function leftOutOf(clauses: readonly Pick<ClauseResult, 'id' | 'unexercised'>[]): string[] {
  return clauses.flatMap(({ id, unexercised }) =>
    unexercised !== undefined && leftOutBySelection.includes(unexercised) ? [id] : [],
  );
}

/** Why an interrupted run is not whole. */
export function interruption(notRun: number, selected: number): string {
  return `the run was cut short: ${notRun} of ${selected} scenarios were not run`;
}

/** The reason for scenarios whose evidence is lost. */
export function lostReason(lost: readonly string[]): string {
  return `the evidence of ${lost.join(', ')} is lost: its test broke off before it attached it; run it again`;
}

/** Ids of the exchanges with an answer to the good request for a token. */
function answeredControls(exchanges: TargetResult['exchanges']): Set<string> {
  const answered = exchanges.filter(({ scenario, response }) => scenario === controlId && response !== null);
  return new Set(answered.map(({ id }) => id));
}

/** Whether an answer to the good request for a token was recorded, and clauses were judged on it. */
export function isControlJudged({ clauses, exchanges }: Pick<TargetResult, 'clauses' | 'exchanges'>): boolean {
  const ids = answeredControls(exchanges);
  return clauses.some(({ observations }) =>
    observations.some(({ exchange, verdict }) => ids.has(exchange) && (verdict === 'pass' || verdict === 'fail')),
  );
}

/** The facts that decide the verdict of a target. */
export type TargetFacts = Pick<
  TargetResult,
  'clauses' | 'exchanges' | 'control' | 'scenarios' | 'lost' | 'notRun' | 'notSent'
>;

function plural(list: readonly unknown[], what: string): string {
  return `${list.length} ${list.length === 1 ? 'clause' : 'clauses'} ${what}`;
}

/** Why nothing that was selected was sent, except for a control; null when something was. */
function whyNothingSent({ scenarios, exchanges, notSent = [] }: TargetFacts): string | null {
  const sent = new Set(exchanges.map(({ scenario }) => scenario));
  const unsent = notSent.filter(({ scenario }) => !sent.has(scenario));
  const all = scenarios !== undefined && new Set(unsent.map(({ scenario }) => scenario)).size >= scenarios.selected;
  return all && unsent[0] ? `nothing of what was selected was sent: ${unsent[0].text}` : null;
}

/** Why a target without a failure does not conform; null when it conforms. */
function whyUnearned(facts: TargetFacts): string | null {
  const { clauses, control } = facts;
  const unsent = whyNothingSent(facts);
  if (unsent !== null && control?.state === 'granted') return unsent;
  if (control && control.state !== 'granted') return control.reason;
  if (!isControlJudged(facts))
    return 'no answer to the control was judged, and everything else rests on it; run it again';
  if (clauses.some(({ level, verdict }) => level === 'must' && verdict === 'pass')) return null;
  return 'no clause of level must passed; select scenarios that show one';
}

/** Whether a refused control explains every failure: a refusal may come with a status that no refusal has. */
function isRefusedControl(fails: readonly ClauseResult[], { control, exchanges }: TargetFacts): boolean {
  const ids = answeredControls(exchanges);
  const failed = fails.flatMap(({ observations }) => observations).filter(({ verdict }) => verdict === 'fail');
  return control?.state === 'refused' && failed.every(({ exchange }) => ids.has(exchange));
}

/** The verdict of a target, and its reason in one sentence; empty where it conforms and nothing was left out. */
export function conclude(facts: TargetFacts): { verdict: TargetVerdict; reason: string } {
  const { clauses, control, scenarios, lost = [], notRun = [], notSent = [] } = facts;
  const failing = clauses.filter((clause) => clause.effect === 'fails');
  const of = (verdict: ClauseVerdict): ClauseResult[] => failing.filter((clause) => clause.verdict === verdict);
  const [fails, errors, inconclusive, gaps] = [of('fail'), of('error'), of('inconclusive'), of('not-exercised')];
  const interrupted = notRun.length > 0 ? interruption(notRun.length, scenarios?.selected ?? notRun.length) : null;
  const notJudged = (reason: string) => ({ verdict: 'not-judged' as const, reason });
  if (control?.state === 'refused' && interrupted === null && isRefusedControl(fails, facts))
    return notJudged(control.reason);
  if (fails.length > 0) {
    const named = `${plural(fails, fails.length === 1 ? 'fails' : 'fail')}: ${fails.map(({ id }) => id).join(', ')}`;
    const reason = causesText(clauses) || named;
    return { verdict: 'deviates', reason: interrupted === null ? reason : `${reason}; ${interrupted}` };
  }
  if (errors.length > 0) {
    const reason = `${plural(errors, 'could not be judged because the suite itself failed')}: ${errors[0]?.reason ?? ''}`;
    return { verdict: 'error', reason };
  }
  // A promise is judged on every answer, so the lost answer may be the one that broke it.
  if (lost.length > 0) return { verdict: 'error', reason: lostReason(lost) };
  if (interrupted !== null) return notJudged(interrupted);
  if (control?.state === 'refused') return notJudged(control.reason);
  if (inconclusive.length > 0)
    return notJudged(`${plural(inconclusive, 'could not be judged')}: ${inconclusive[0]?.reason ?? ''}`);
  if (gaps.length > 0) return notJudged(`${plural(gaps, 'not exercised')}: ${gaps.map(({ id }) => id).join(', ')}`);
  if (scenarios?.selected === 0) return notJudged('no scenario was run');
  const unearned = whyUnearned(facts);
  if (unearned !== null) return notJudged(unearned);
  const guard = notSent.find(({ kind }) => kind === 'only-control');
  if (guard) return { verdict: 'conforms', reason: guard.text };
  const part = scenarios && scenarios.selected < scenarios.planned;
  const were = scenarios?.selected === 1 ? 'was' : 'were';
  const reason = part ? `only ${scenarios.selected} of ${scenarios.planned} scenarios ${were} selected` : '';
  return { verdict: 'conforms', reason };
}
