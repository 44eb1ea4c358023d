import type { Effect, Observation } from '../results/format.ts';
import type { TargetMeta } from '../results/meta.ts';
import { effectOf, waiverRow } from './verdict.ts';

/** Each observation with its clause's statement and what its failure does to the run on that day, waivers included. */
export function weigh(
  observations: Observation[],
  meta: TargetMeta,
  day: string,
): (Observation & { statement: string; effect: Effect })[] {
  return observations.map((observation) => {
    const clause = meta.clauses.find(({ id }) => id === observation.clause);
    if (!clause) throw new Error(`no clause "${observation.clause}" at ${meta.target}`);
    // What a failure beside it kept from being judged is waived with that failure.
    const carrier = observation.verdict === 'inconclusive' ? observation.because : clause.id;
    const waived = carrier !== undefined && waiverRow(meta.waivers, carrier, day) !== undefined;
    const effect = effectOf(clause, meta.strictness, observation.tolerated);
    return { ...observation, statement: clause.statement, effect: waived && effect !== 'none' ? 'waived' : effect };
  });
}
