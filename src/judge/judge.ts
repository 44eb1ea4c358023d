import { type Clause, type Contract, isUntestable, type On, type PromiseClause } from '../contract/types.ts';
import type { Observation } from '../results/format.ts';
import type { Scenario } from '../scenario/plan.ts';
import { type Exchange, headerValues, type Response } from '../wire/exchange.ts';
import { jsonOf } from '../wire/record.ts';
import { withCauses } from './because.ts';
import type { Evidence, Finding } from './checks/check.ts';
import { checks } from './checks/index.ts';
import { isFromTheFront, isToleratedGrant, judgeRefusal, matches } from './refusal.ts';

export type Judged = Omit<Observation, 'exchange'>;

/** Seconds by which the provider's clock is ahead, from the Date header; 0 when it tells no difference beyond its whole seconds. */
export function skewOf(exchange: Exchange): number {
  const [date] = exchange.response ? headerValues(exchange.response, 'Date') : [];
  const provider = date === undefined ? Number.NaN : Date.parse(date);
  if (Number.isNaN(provider)) return 0;
  const roundTrip = exchange.attempts.at(-1)?.ms ?? 0;
  const ahead = (provider + 500 - (exchange.answeredAt.getTime() - roundTrip / 2)) / 1000;
  return Math.abs(ahead) <= 1.5 ? 0 : Math.round(ahead);
}

/** What the judge knows beside the exchange. */
export type Background = Pick<Evidence, 'probeRefused' | 'earlier' | 'grants' | 'mockHost'>;

const nothing: Background = { probeRefused: [], earlier: null, grants: [] };

/** What the checks see of an exchange; null when no answer came. */
export function evidenceOf(
  contract: Contract,
  scenario: Scenario,
  exchange: Exchange,
  secrets: string[],
  background: Background = nothing,
): Evidence | null {
  const { response, request } = exchange;
  if (!response) return null;
  const texts = [request.target, ...request.headers.map(([, value]) => value), ...(request.body ? [request.body] : [])];
  return {
    contract,
    scenario,
    exchange,
    response,
    json: response.bodyFault ? undefined : jsonOf(response.body),
    requestedScopes: requestedScopes(exchange),
    secrets: [...secrets, ...texts.flatMap((text) => text.secrets)],
    skew: skewOf(exchange),
    ...background,
  };
}

function requestedScopes({ request }: Exchange): string[] {
  const scope = request.body === null ? null : new URLSearchParams(request.body.value).get('scope');
  return scope === null ? [] : scope.split(' ').filter((item) => item !== '');
}

function isSuccess(response: Response): boolean {
  return response.status >= 200 && response.status < 300;
}

/** Whether the answer is one of those a promise is made about. */
function concerns(on: On, evidence: Evidence): boolean {
  const { response, scenario } = evidence;
  const success = isSuccess(response);
  const refusal = scenario.clause && 'refusal' in scenario.clause ? scenario.clause.refusal : null;
  return on.some((one) => {
    switch (one) {
      case 'any':
        return true;
      case 'granted':
        return success && (scenario.expects === 'granted' || (refusal !== null && isToleratedGrant(evidence, refusal)));
      case 'refused':
        return scenario.expects === 'refused' && !success;
      default:
        if (scenario.expects !== 'refused' || response.status !== one) return false;
        return refusal === null || !isFromTheFront(evidence, refusal);
    }
  });
}

/** The judgement of a demand, in a table of its own so that the proof can switch it off as it does any check. */
export const demandChecks = { refusal: judgeRefusal };

function runCheck(clause: PromiseClause, evidence: Evidence): Finding {
  const check = checks[clause.check];
  if (!check) throw new Error(`no check "${clause.check}"`);
  return check(evidence, clause.parameters, clause.statement);
}

function judgeClause(clause: Clause, evidence: Evidence): Finding | null {
  if (isUntestable(clause)) return null;
  const own = evidence.scenario.clause?.id === clause.id;
  if (clause.kind === 'demand') return own ? demandChecks.refusal(evidence, clause.refusal) : null;
  if (clause.request) return own ? runCheck(clause, evidence) : null;
  const about = clause.operations.includes(evidence.scenario.operation);
  return about && concerns(clause.on, evidence) ? runCheck(clause, evidence) : null;
}

/** An observation of the clause, its fault our own when the check throws. */
function observe(clause: Clause, evidence: Evidence): Judged[] {
  const base = { clause: clause.id, scenario: evidence.scenario.id };
  try {
    const finding = judgeClause(clause, evidence);
    return finding ? [{ ...base, ...finding }] : [];
  } catch (error) {
    const received = `the check failed: ${error instanceof Error ? error.message : String(error)}`;
    return [{ ...base, verdict: 'error', documented: clause.statement, received }];
  }
}

/** Why the exchange shows nothing of the provider; null when it does. */
export function whyInconclusive(contract: Contract, exchange: Exchange, evidence: Evidence | null): string | null {
  if (exchange.trouble) return exchange.trouble.cause;
  const blocked = evidence && contract.blocked.find((match) => matches(evidence, match));
  return blocked ? blocked.reason : null;
}

/** Clauses a scenario without a readable exchange leaves unjudged: its own, or for a control all that rests on it. */
export function unjudged(contract: Contract, scenario: Scenario, cause: string): Judged[] {
  const rests = (clause: Clause): boolean =>
    clause.kind === 'promise' &&
    !isUntestable(clause) &&
    !clause.request &&
    clause.operations.includes(scenario.operation);
  const clauses = scenario.clause ? [scenario.clause] : contract.clauses.filter(rests);
  return clauses.map((clause) => ({
    clause: clause.id,
    scenario: scenario.id,
    verdict: 'inconclusive',
    documented: clause.statement,
    received: cause,
  }));
}

/** Judges every clause that applies to one exchange. Nothing network-shaped is a deviation. */
export function judge(
  contract: Contract,
  scenario: Scenario,
  exchange: Exchange,
  secrets: string[],
  background: Background = nothing,
): Judged[] {
  const evidence = evidenceOf(contract, scenario, exchange, secrets, background);
  const cause = whyInconclusive(contract, exchange, evidence);
  if (cause !== null || !evidence) return unjudged(contract, scenario, cause ?? 'no answer came');
  return withCauses(
    contract,
    contract.clauses.flatMap((clause) => observe(clause, evidence)),
  );
}

/** Why the control is not granted, in one line; null when it is, whatever its answer holds. */
export function whyNotGranted(contract: Contract, scenario: Scenario, exchange: Exchange): string | null {
  const evidence = evidenceOf(contract, scenario, exchange, []);
  const cause = whyInconclusive(contract, exchange, evidence);
  if (cause !== null || !evidence) return cause ?? 'no answer came';
  if (isSuccess(evidence.response)) return null;
  const body = evidence.response.body.subarray(0, 200).toString('utf8').replace(/\s+/g, ' ');
  return `the provider answered ${evidence.response.status}: ${body}`;
}
