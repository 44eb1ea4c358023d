import type { Effect } from '../formats/results.ts';
import { failureEffect } from '../results/conclude.ts';
import type { TargetMeta } from '../results/meta.ts';
import { isWaived } from '../results/waivers.ts';
import type { Observation } from './observation.ts';

/** Each observation with its clause's statement and what its failure does to the run on that day, waivers included. */
export function weigh(
  observations: Observation[],
  meta: TargetMeta,
  day: string,
): (Observation & { statement: string; effect: Effect })[] {
  const clauses = new Map(meta.clauses.map((clause) => [clause.id, clause]));
  return observations.map((observation) => {
    const clause = clauses.get(observation.clause);
    if (!clause) throw new Error(`no clause "${observation.clause}" at ${meta.target}`);
    // What a failure beside it kept from being judged is waived with that failure.
    const carrier = observation.verdict === 'inconclusive' ? observation.because : clause.id;
    const waived = carrier !== undefined && isWaived(carrier, meta, day);
    const effect = failureEffect(clause, meta.strictness, waived, observation.tolerated);
    return { ...observation, statement: clause.statement, effect };
  });
}
