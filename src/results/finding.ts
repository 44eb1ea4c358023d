/** The findings of one test, which are reported at once, before the ledger of the whole run exists. */

import type { ClauseResult } from '../formats/results.ts';
import { withEffects } from '../judge/effect.ts';
import type { Observation } from '../judge/observation.ts';
import type { ScenarioEvidence } from '../run/outcome.ts';
import type { TargetMeta } from '../target/meta.ts';
import { flat } from './target-run.ts';

/** A clause that fails, with what a terminal shows of it. */
export type Finding = Pick<
  ClauseResult,
  'id' | 'statement' | 'sourceTitle' | 'at' | 'impact' | 'kind' | 'effect' | 'observations'
>;

/** The observations of one scenario, and of the controls that were sent for it. */
export function observationsOf(outcome: ScenarioEvidence): Observation[] {
  return flat([outcome]).flatMap(({ observations }) => observations);
}

/**
 * The clauses that fail in the scenarios of one test with an effect on the run, each with all of its failures; waivers
 * hold as of `day`, YYYY-MM-DD. A clause whose failure has another of them as its cause is left to the ledger.
 */
export function findingsOf(outcomes: readonly ScenarioEvidence[], meta: TargetMeta, day: string): Finding[] {
  const observations = outcomes.flatMap(observationsOf);
  const failed = withEffects(observations, meta, day).filter(
    ({ verdict, effect }) => verdict === 'fail' && effect !== 'none',
  );
  const effects = new Map(failed.map(({ clause, effect }) => [clause, effect]));
  const findings = new Map<string, Finding>();
  for (const { clause: id, effect, statement: _said, ...seen } of failed) {
    const clause = meta.clauses.find((one) => one.id === id);
    const effectOfCause = seen.cause === undefined ? undefined : effects.get(seen.cause);
    if (!clause || effectOfCause === 'fails' || (effectOfCause !== undefined && effectOfCause === effect)) continue;
    const { statement, sourceTitle, at, impact, kind } = clause;
    const known = findings.get(id);
    if (known) known.observations.push(seen);
    else
      findings.set(id, {
        id,
        statement,
        sourceTitle,
        at,
        kind,
        effect,
        observations: [seen],
        ...(impact ? { impact } : {}),
      });
  }
  return [...findings.values()];
}

/** Why a scenario could not be judged, except for clauses that rest on a waived one; null when it was judged. */
export function notJudgedReason(outcome: ScenarioEvidence, meta: TargetMeta, day: string): string | null {
  const open = withEffects(observationsOf(outcome), meta, day).find(
    ({ verdict, effect }) => verdict === 'error' || (verdict === 'inconclusive' && effect !== 'waived'),
  );
  return open?.received ?? null;
}
