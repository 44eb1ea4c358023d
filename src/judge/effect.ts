/**
 * What the failure of a clause does to the run. Its level, its source, the strictness of the environment and waivers
 * decide.
 */
import type { Clause } from '../contract/types.ts';
import { keysIn } from '../formats/json.ts';
import type { ClauseResult, Effect, Level, Strictness } from '../formats/results.ts';
import type { TargetMeta } from '../target/meta.ts';
import type { Observation } from './observation.ts';

/** The effect before waivers; `tolerated` where the answer is tolerated though another is documented. */
function effectOf(
  level: Level,
  source: { page: boolean; named: boolean },
  strictness: Strictness,
  tolerated = false,
): Effect {
  if (level === 'may') return 'none';
  if (level === 'should' || (tolerated && strictness !== 'exact')) return 'warns';
  if (source.page) return 'fails';
  return source.named && strictness !== 'page' ? 'fails' : 'warns';
}

const strictnesses: Record<Strictness, true> = { standard: true, page: true, exact: true };
const weight: Record<Effect, number> = { none: 0, waived: 0, warns: 1, fails: 2 };

/** Whether the failure of one clause has at least the effect of another's, in any environment. */
export function weighsAtLeast(one: Clause, other: Clause): boolean {
  const weightOf = ({ level, source }: Clause, strictness: Strictness): number =>
    weight[effectOf(level, { page: source.key === 'page', named: source.named }, strictness)];
  return keysIn(strictnesses).every((how) => weightOf(one, how) >= weightOf(other, how));
}

/** The parts of a clause that decide whether it is binding. */
export type Binding = Pick<ClauseResult, 'level' | 'source' | 'named'>;

/** The effect of a failed clause, with and without a waiver, and for a tolerated answer. */
export function failureEffect(clause: Binding, strictness: Strictness, waived: boolean, tolerated = false): Effect {
  const source = { page: clause.source === 'page', named: clause.named ?? false };
  const effect = effectOf(clause.level, source, strictness, tolerated);
  return waived && effect !== 'none' ? 'waived' : effect;
}

/** The waiver that covers a clause on a day, YYYY-MM-DD; undefined where none does. */
export function waiverOn(clause: string, { waivers }: Pick<TargetMeta, 'waivers'>, day: string) {
  return waivers.find((waiver) => waiver.clause === clause && waiver.until >= day);
}

/** Each observation with its clause's statement and the effect of its failure on that day, waivers included. */
export function withEffects(
  observations: Observation[],
  meta: TargetMeta,
  day: string,
): (Observation & { statement: string; effect: Effect })[] {
  const clauses = new Map(meta.clauses.map((clause) => [clause.id, clause]));
  return observations.map((observation) => {
    const clause = clauses.get(observation.clause);
    if (!clause) throw new Error(`no clause "${observation.clause}" at ${meta.target}`);
    // What a failure on the same answer kept from being judged is waived together with that failure.
    const carrier = observation.verdict === 'inconclusive' ? observation.because : clause.id;
    const waived = carrier !== undefined && waiverOn(carrier, meta, day) !== undefined;
    const effect = failureEffect(clause, meta.strictness, waived, observation.tolerated);
    return { ...observation, statement: clause.statement, effect };
  });
}
