/** What a test shows at once, before the ledger of the whole run is known. */

import type { ClauseResult } from '../formats/results.ts';
import { withEffects } from '../judge/effect.ts';
import type { Observation } from '../judge/observation.ts';
import type { ScenarioEvidence } from '../run/outcome.ts';
import type { TargetMeta } from '../target/meta.ts';
import { flat } from './target-run.ts';

/** A clause that fails, as far as a terminal tells of it. */
export type Finding = Pick<
  ClauseResult,
  'id' | 'statement' | 'sourceTitle' | 'at' | 'impact' | 'kind' | 'effect' | 'observations'
>;

/** What one scenario shows, and the controls that were sent for it. */
export function observationsOf(outcome: ScenarioEvidence): Observation[] {
  return flat([outcome]).flatMap(({ observations }) => observations);
}

/**
 * The clauses that fail in the scenarios of one test and that the run is told of, each with all of its failures; waivers
 * hold as of `day`, YYYY-MM-DD. A clause that fails for a fault which another of them tells is left to the ledger.
 */
export function findingsOf(outcomes: readonly ScenarioEvidence[], meta: TargetMeta, day: string): Finding[] {
  const observations = outcomes.flatMap(observationsOf);
  const failed = withEffects(observations, meta, day).filter(
    ({ verdict, effect }) => verdict === 'fail' && effect !== 'none',
  );
  const told = new Map(failed.map(({ clause, effect }) => [clause, effect]));
  const findings = new Map<string, Finding>();
  for (const { clause: id, effect, statement: _said, ...seen } of failed) {
    const clause = meta.clauses.find((one) => one.id === id);
    const teller = seen.cause === undefined ? undefined : told.get(seen.cause);
    if (!clause || teller === 'fails' || (teller !== undefined && teller === effect)) continue;
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

/** Why a scenario could not be judged, beside what rests on a waived clause; null when it was. */
export function unjudgedOf(outcome: ScenarioEvidence, meta: TargetMeta, day: string): string | null {
  const open = withEffects(observationsOf(outcome), meta, day).find(
    ({ verdict, effect }) => verdict === 'error' || (verdict === 'inconclusive' && effect !== 'waived'),
  );
  return open?.received ?? null;
}
