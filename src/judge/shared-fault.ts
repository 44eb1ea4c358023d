/**
 * One fault of an answer, one finding: what fails only because the status is another than it is meant to be, and what a
 * demand shares with others that fail alike.
 */
import { isSuccess } from '../contract/status.ts';
import { type Clause, type Contract, type DemandClause, isUntestable, tokenOperationId } from '../contract/types.ts';
import { grantedFault } from '../scenario/granted-part.ts';
import { sendsToken } from '../scenario/sends-token.ts';
import { bodyText } from '../wire/clear/charset.ts';
import { tokensIn } from '../wire/clear/tokens.ts';
import type { CheckResult, Evidence } from './checks/check.ts';
import { describedStatus } from './described.ts';
import type { Judged } from './observation.ts';
import { isOfOtherStatus, wrongBody } from './refusal.ts';

/** Judges a clause on other evidence; null where it is not about that answer. */
export type JudgeAgain = (clause: Clause, evidence: Evidence) => CheckResult | null;

/** The statuses that are documented for a refusal. */
function refusalStatuses({ probeRefused }: Evidence, { refusal }: DemandClause): number[] {
  const all = refusal.documented.flatMap(({ status }) => (status === 'probe' ? probeRefused : status));
  return [...new Set(all)].filter((one) => one >= 400);
}

/** The statuses that an answer is meant to have: those of the broken demand, or those that failed promises of a grant state. */
function meantStatuses(evidence: Evidence, demand: DemandClause | null, failed: Clause[]): number[] {
  if (demand) return refusalStatuses(evidence, demand);
  return failed.flatMap((clause) =>
    'check' in clause && clause.check === 'status' ? [Number(clause.parameters['equals'])] : [],
  );
}

/** The failed clauses that do not fail with another status; `holds` where they are about an answer with it. */
function freedBy(failed: Clause[], evidence: Evidence, status: number, again: JudgeAgain) {
  const meant = { ...evidence, response: { ...evidence.response, status } };
  const isBodiless = evidence.response.status === 204;
  return failed.flatMap((clause) => {
    const verdict = again(clause, meant)?.verdict;
    const isBody = isBodiless && 'check' in clause && clause.check === 'json-object';
    return verdict === 'fail' && !isBody ? [] : [{ id: clause.id, holds: verdict === 'pass' }];
  });
}

/** Whether an answer to a broken request grants what was asked for: a token, or what a token is for. */
function grants(evidence: Evidence): boolean {
  const { response, json, scenario } = evidence;
  if (!isSuccess(response.status) || describedStatus(evidence) !== null) return false;
  return scenario.operation !== tokenOperationId || tokensIn(bodyText(response), json).length > 0;
}

const isOf = ({ clauses }: Contract, id: string, check: string): boolean =>
  clauses.some((clause) => clause.id === id && 'check' in clause && clause.check === check);

/** The demand that a granted request breaks, with the fault that its grant shows. */
function withGrantedFault(one: Judged, demand: DemandClause, { contract, scenario, exchange }: Evidence): Judged {
  if (one.verdict !== 'fail') return one;
  // A token that is granted for one may be the same, or begin alike.
  if (one.clause !== demand.id)
    return sendsToken(contract, scenario) && isOf(contract, one.clause, 'no-echo') ? { ...one, cause: demand.id } : one;
  const at =
    scenario.operation === tokenOperationId ? tokenOperationId : (exchange.request.target.shown.split('?', 1)[0] ?? '');
  const { fault, impliedBy } = grantedFault(contract, scenario, at);
  const implied = [...(one.impliedBy ?? []), ...impliedBy];
  return {
    ...one,
    ...(fault === undefined ? {} : { fault }),
    ...(implied.length > 0 ? { impliedBy: implied } : {}),
  };
}

/**
 * The observations of one exchange. Promises that would hold with the meant status, or would then not be about the answer,
 * name the clause that reports the status: the first of them that would hold, else the demand. A demand that fails by its
 * status or its body names that fault, by which the ledger gathers the demands that fail so.
 */
export function withSharedFault(
  clauses: Clause[],
  evidence: Evidence,
  observations: Judged[],
  again: JudgeAgain,
): Judged[] {
  const { clause: own } = evidence.scenario;
  const { status } = evidence.response;
  const demand = own && !isUntestable(own) && own.kind === 'demand' ? own : null;
  const failing = new Map(observations.flatMap((one) => (one.verdict === 'fail' ? [[one.clause, one]] : [])));
  if (failing.size === 0) return observations;
  if (demand && grants(evidence)) return observations.map((one) => withGrantedFault(one, demand, evidence));
  const failed = clauses.filter(({ id }) => failing.has(id) && id !== demand?.id);
  const meant = meantStatuses(evidence, demand, failed);
  const [freed = []] = meant
    .filter((other) => other !== status)
    .map((other) => freedBy(failed, evidence, other, again))
    .sort((one, other) => other.length - one.length);
  const isFault = demand !== null && failing.has(demand.id) && !meant.includes(status);
  const root = freed.find(({ id, holds }) => holds && !failing.get(id)?.cause)?.id ?? (isFault ? demand.id : null);
  const hidden = new Set([...(isFault ? [demand.id] : []), ...(root === null ? [] : freed.map(({ id }) => id))]);
  const body = demand && !isFault ? wrongBody(evidence, demand.refusal, new Set(failing.keys())) : '';
  const ofOther = body !== '' && demand !== null && isOfOtherStatus(evidence, demand.refusal);
  const isServerError = (id: string): boolean =>
    failed.some((clause) => clause.id === id && 'check' in clause && clause.check === 'client-error');
  return observations.map((one) => {
    if (one.verdict !== 'fail') return one;
    const isHidden = hidden.has(one.clause);
    const isDemand = one.clause === demand?.id;
    const ofStatus = (isHidden && (isDemand || root === demand?.id)) || isServerError(one.clause);
    const fault = ofStatus ? `status ${status}` : isDemand ? body : '';
    const implied = isDemand && ofOther ? { impliedBy: [`status ${status}`] } : {};
    const named = fault === '' ? one : { ...one, fault, ...implied };
    const isNamed = one.cause === undefined ? isHidden : hidden.has(one.cause);
    return one.clause === root || root === null || !isNamed ? named : { ...named, cause: root };
  });
}
