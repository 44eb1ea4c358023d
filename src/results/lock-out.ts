/**
 * What a client that was locked out may have been told: where the good request, granted before, is refused, each refusal since
 * the last grant that has its status says nothing of the request that it answers. Pure: rejudge comes to the same.
 */
import { isSuccess } from '../contract/status.ts';
import type { ScenarioEvidence } from '../run/session.ts';
import { controlId } from '../scenario/plan.ts';
import type { ClauseMeta, TargetMeta } from '../target/meta.ts';

const statusOf = ({ exchange }: ScenarioEvidence): number | undefined => exchange?.response?.status;
const timeOf = ({ exchange }: ScenarioEvidence): string => exchange?.attempts[0]?.startedAt ?? '';

/** Whether an outcome shows that the client is let in. */
function isGrant(outcome: ScenarioEvidence, clause: ClauseMeta | undefined): boolean {
  if (outcome.scenario === controlId) return outcome.control?.granted === true;
  if (clause?.kind !== 'promise' || clause.operations || !isSuccess(statusOf(outcome) ?? 0)) return false;
  return outcome.observations.some((one) => one.clause === clause.id && one.verdict === 'pass');
}

/** The outcomes of a target, those not judged that a lock-out may explain. */
export function withoutLockedOut(outcomes: ScenarioEvidence[], { clauses }: Pick<TargetMeta, 'clauses'>) {
  const made = new Map(clauses.flatMap((clause) => clause.scenarios.map((id) => [id, clause] as const)));
  const grants = outcomes.filter((one) => isGrant(one, made.get(one.scenario))).map(timeOf);
  const lost = outcomes.filter(
    (one) =>
      one.scenario === controlId && one.control?.granted === false && grants.some((granted) => granted <= timeOf(one)),
  );
  if (lost.length === 0) return outcomes;
  /** Whether a grant stands between two instants; one at the first of them may have come before. */
  const isBetween = (one: string, other: string): boolean =>
    grants.some((granted) => (one < other ? granted > one && granted <= other : granted > other && granted < one));
  return outcomes.map((outcome): ScenarioEvidence => {
    const { observations, scenario } = outcome;
    // What a grant promises was judged on the grant.
    if (lost.includes(outcome)) return { ...outcome, observations: observations.filter(isFailed) };
    const clause = made.get(scenario);
    if (clause?.kind !== 'demand' || outcome.exchange === null) return outcome;
    const at = timeOf(outcome);
    const why = lost.find((one) => statusOf(one) === statusOf(outcome) && !isBetween(at, timeOf(one)))?.control;
    if (!why || why.granted) return outcome;
    const received = `refused with ${statusOf(outcome)}, as a client is after a lock-out, whatever it sends: ${why.reason}`;
    const own = observations.filter((one) => one.clause === clause.id);
    return {
      ...outcome,
      observations: own.map((one) =>
        one.verdict !== 'pass' && one.verdict !== 'fail'
          ? one
          : {
              ...{ clause: one.clause, scenario: one.scenario, exchange: one.exchange },
              ...{ verdict: 'inconclusive', documented: one.documented, received },
            },
      ),
    };
  });
}

const isFailed = ({ verdict }: { verdict: string }): boolean => verdict === 'fail';
