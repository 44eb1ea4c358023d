/** One wrong status, one finding: what fails on a refusal only because it has another status than it is meant to have. */
import { isSuccess } from '../contract/status.ts';
import { type Clause, type DemandClause, isUntestable } from '../contract/types.ts';
import type { CheckResult, Evidence } from './checks/check.ts';
import { describedStatus } from './described.ts';
import type { Judged } from './observation.ts';

/** Judges a clause on other evidence; null where it is not about that answer. */
export type JudgeAgain = (clause: Clause, evidence: Evidence) => CheckResult | null;

/** The statuses that are documented for a refusal. */
function documentedStatuses({ probeRefused }: Evidence, { refusal }: DemandClause): number[] {
  const all = refusal.documented.flatMap(({ status }) => (status === 'probe' ? probeRefused : status));
  return [...new Set(all)].filter((one) => one >= 400);
}

/** The failed clauses that do not fail with another status; `holds` where they are about an answer with it. */
function freedBy(failed: Clause[], evidence: Evidence, status: number, again: JudgeAgain) {
  const meant = { ...evidence, response: { ...evidence.response, status } };
  return failed.flatMap((clause) => {
    const verdict = again(clause, meant)?.verdict;
    return verdict === 'fail' ? [] : [{ id: clause.id, holds: verdict === 'pass' }];
  });
}

/**
 * The observations of one exchange. Promises that would hold with a documented status, or would then not be about the
 * answer, name the clause that reports the status: the first of them that would hold, else the demand. A demand that fails
 * by a status that is not documented for it names that fault, by which the ledger gathers the demands that fail so.
 */
export function withWrongStatus(
  clauses: Clause[],
  evidence: Evidence,
  observations: Judged[],
  again: JudgeAgain,
): Judged[] {
  const { clause: demand } = evidence.scenario;
  const { status } = evidence.response;
  if (!demand || isUntestable(demand) || demand.kind !== 'demand') return observations;
  if (isSuccess(status) && describedStatus(evidence) === null) return observations;
  const failing = new Set(observations.flatMap(({ clause, verdict }) => (verdict === 'fail' ? [clause] : [])));
  if (failing.size === 0) return observations;
  const documented = documentedStatuses(evidence, demand);
  const failed = clauses.filter(({ id }) => failing.has(id) && id !== demand.id);
  const [freed = []] = documented
    .filter((other) => other !== status)
    .map((other) => freedBy(failed, evidence, other, again))
    .sort((one, other) => other.length - one.length);
  const isFault = failing.has(demand.id) && !documented.includes(status);
  const root = freed.find(({ holds }) => holds)?.id ?? (isFault ? demand.id : null);
  if (root === null) return observations;
  const hidden = new Set([...(isFault ? [demand.id] : []), ...freed.map(({ id }) => id)]);
  const fault = `status ${status}`;
  return observations.map((one) => {
    if (one.verdict !== 'fail' || !hidden.has(one.clause)) return one;
    const named = one.clause === demand.id || root === demand.id ? { ...one, fault } : one;
    return one.clause === root ? named : { ...named, cause: root };
  });
}
