/** What one scenario shows at once, before the ledger of the whole run is known. */
import { weigh } from '../judge/weigh.ts';
import type { Outcome } from '../run/session.ts';
import type { ClauseResult, Observation } from './format.ts';
import type { TargetMeta } from './meta.ts';
import { flat } from './target-run.ts';

/** A clause that fails, as far as a terminal tells of it. */
export type Finding = Pick<
  ClauseResult,
  'id' | 'statement' | 'sourceTitle' | 'at' | 'impact' | 'kind' | 'effect' | 'observations'
>;

/** What one scenario shows, and the controls that were sent for it. */
export function observationsOf(outcome: Outcome): Observation[] {
  return flat([outcome]).flatMap(({ observations }) => observations);
}

/** The clauses that fail in one scenario and that the run is told of; waivers hold as of `day`, YYYY-MM-DD. */
export function findingsOf(outcome: Outcome, meta: TargetMeta, day: string): Finding[] {
  return weigh(observationsOf(outcome), meta, day).flatMap(({ clause: id, effect, statement: _said, ...seen }) => {
    const clause = meta.clauses.find((one) => one.id === id);
    if (!clause || seen.verdict !== 'fail' || effect === 'none') return [];
    const { statement, sourceTitle, at, impact, kind } = clause;
    return [{ id, statement, sourceTitle, at, kind, effect, observations: [seen], ...(impact ? { impact } : {}) }];
  });
}

/** Why a scenario could not be judged, beside what rests on a waived clause; null when it was. */
export function unjudgedOf(outcome: Outcome, meta: TargetMeta, day: string): string | null {
  const open = weigh(observationsOf(outcome), meta, day).find(
    ({ verdict, effect }) => verdict === 'error' || (verdict === 'inconclusive' && effect !== 'waived'),
  );
  return open?.received ?? null;
}
