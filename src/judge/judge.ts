import { isSuccess } from '../contract/status.ts';
import {
  type Clause,
  type Contract,
  isUntestable,
  type On,
  type PromiseClause,
  probeOperationId,
} from '../contract/types.ts';
import { own } from '../formats/json.ts';
import { isAtPath } from '../scenario/at-path.ts';
import { asSent } from '../scenario/one-answer.ts';
import type { Scenario } from '../scenario/plan.ts';
import { oneLine } from '../wire/clear/cleared.ts';
import { type Gate, gateOf } from '../wire/clear/gate.ts';
import { noteSent } from '../wire/clear/sent.ts';
import { type Exchange, headerValues } from '../wire/exchange.ts';
import { notJson, readBody } from '../wire/json.ts';
import { pageIn } from '../wire/page.ts';
import { withCauses } from './because.ts';
import type { CheckEntry, CheckResult, Evidence } from './checks/check.ts';
import { checks } from './checks/index.ts';
import { describedStatus } from './described.ts';
import { folded } from './fold.ts';
import { isTurnedAway, judgeTurnedAway } from './handshake.ts';
import type { Judged } from './observation.ts';
import { withPromiseFaults } from './promise-fault.ts';
import { isFromTheFront, isToleratedGrant, judgeRefusal, matches } from './refusal.ts';
import { withSharedFault } from './shared-fault.ts';

/**
 * Seconds by which the provider's clock is ahead, from the Date header; 0 when the difference is within its whole
 * seconds.
 */
export function skewOf(exchange: Exchange): number {
  const [date] = exchange.response ? headerValues(exchange.response, 'Date') : [];
  const provider = date === undefined ? Number.NaN : Date.parse(date);
  if (Number.isNaN(provider)) return 0;
  const roundTrip = exchange.attempts.at(-1)?.ms ?? 0;
  const ahead = (provider + 500 - (exchange.answeredAt.getTime() - roundTrip / 2)) / 1000;
  return Math.abs(ahead) <= 1.5 ? 0 : Math.round(ahead);
}

/** What the judge knows in addition to the exchange. */
export type Background = Pick<Evidence, 'probeRefused' | 'earlier' | 'followed' | 'grants' | 'mockHost'>;

const nothing: Background = { probeRefused: [], earlier: null, grants: [] };

/** Most characters that are shown of a body that is not JSON. */
const mostStart = 60;

/**
 * What the checks see of an exchange; null when no answer came. `known` is the gate of the run, or else the secrets.
 */
export function evidenceOf(
  contract: Contract,
  scenario: Scenario,
  exchange: Exchange,
  known: string[] | Gate,
  background: Background = nothing,
): Evidence | null {
  const { response } = exchange;
  if (!response) return null;
  const gate = gateOf(known);
  const body = readBody(response);
  return {
    contract,
    scenario,
    exchange,
    response,
    json: body.json,
    unread: body.fault === notJson ? `${notJson}: ${gate.cut(oneLine(gate.body(response)), mostStart)}` : body.fault,
    requestedScopes: requestedScopes(exchange),
    atPath: isAtPath(contract, scenario, exchange.request),
    gate,
    sent: noteSent(gate.known, exchange),
    skew: skewOf(exchange),
    ...background,
  };
}

function requestedScopes({ request }: Exchange): string[] {
  const scope = request.body === null ? null : new URLSearchParams(request.body.value).get('scope');
  return scope === null ? [] : scope.split(' ').filter((item) => item !== '');
}

/** Whether a promise is about this answer. */
function concerns(on: On, evidence: Evidence): boolean {
  const { response, scenario } = evidence;
  const success = isSuccess(response.status);
  const refusal = scenario.clause && 'refusal' in scenario.clause ? scenario.clause.refusal : null;
  // What refuses at another spelling of the path need not know how the operation refuses.
  const refuses = scenario.expects === 'refused' && evidence.atPath;
  return on.some((one) => {
    switch (one) {
      case 'any':
        return true;
      case 'granted':
        if (!success || describedStatus(evidence) !== null) return false;
        return scenario.expects === 'granted' || (refusal !== null && isToleratedGrant(evidence, refusal));
      case 'refused':
        // A refusal with a status of success is still a refusal.
        return refuses && (!success || describedStatus(evidence) !== null);
      default:
        if (!refuses || response.status !== one) return false;
        return refusal === null || !isFromTheFront(evidence, refusal);
    }
  });
}

/** What judges a clause by an answer: the check that a promise names, and what a demand wants of a refusal. */
export interface Judges {
  checks: Readonly<Record<string, CheckEntry>>;
  refusal: typeof judgeRefusal;
}

/** The judges of every run. */
export const ownJudges: Judges = { checks, refusal: judgeRefusal };

function runCheck(clause: PromiseClause, evidence: Evidence, judges: Judges): CheckResult {
  const entry = own(judges.checks, clause.check);
  if (!entry) throw new Error(`no check "${clause.check}"`);
  return entry.check(evidence, clause.parameters, clause.statement);
}

function judgeClause(clause: Clause, evidence: Evidence, judges: Judges): CheckResult | null {
  if (isUntestable(clause)) return null;
  const made = evidence.scenario.clause?.id === clause.id;
  if (clause.kind === 'demand') return made ? judges.refusal(evidence, clause.refusal) : null;
  if (clause.request) return made ? runCheck(clause, evidence, judges) : null;
  const about = clause.operations.includes(evidence.scenario.operation);
  return about && concerns(clause.on, evidence) ? runCheck(clause, evidence, judges) : null;
}

/** An observation of the clause, null where the exchange shows nothing of it; an error of ours where the check throws. */
function observe(clause: Clause, evidence: Evidence, judges: Judges): Judged | null {
  try {
    const result = judgeClause(clause, evidence, judges);
    return result && { clause: clause.id, scenario: evidence.scenario.id, ...result };
  } catch (error) {
    const received = `the check failed: ${error instanceof Error ? error.message : String(error)}`;
    const { id, statement } = clause;
    return { clause: id, scenario: evidence.scenario.id, verdict: 'error', documented: statement, received };
  }
}

/**
 * The exchange without its trouble where the contract documents this answer to the broken request: it is then the
 * provider's.
 */
export function ownAnswer(
  loaded: Contract,
  planned: Scenario,
  exchange: Exchange,
  known: string[] | Gate,
  background: Background = nothing,
): Exchange {
  const { contract, scenario } = asSent(loaded, planned, exchange);
  const { clause } = scenario;
  if (isTurnedAway(scenario, exchange)) return { ...exchange, trouble: null, turnedAway: true };
  if (!exchange.trouble?.front || !clause || isUntestable(clause) || clause.kind !== 'demand') return exchange;
  const evidence = evidenceOf(contract, scenario, exchange, known, background);
  const { documented, tolerated } = clause.refusal;
  const own = evidence !== null && [...documented, ...tolerated].some((match) => matches(evidence, match));
  return own ? { ...exchange, trouble: null } : exchange;
}

/** Whether a grant is a whole HTML page in place of JSON, as a server in front sends during maintenance. */
function isPage({ response, scenario: { operation, clause } }: Evidence): boolean {
  // What may be answered in any way, as OPTIONS, may be answered with a page.
  const mayAnswer = clause !== null && 'refusal' in clause && clause.refusal.mayAnswer === true;
  return isSuccess(response.status) && !mayAnswer && operation !== probeOperationId && pageIn(response.body) !== null;
}

/** Why the exchange shows nothing of the provider; null when it shows something. */
export function whyInconclusive(contract: Contract, exchange: Exchange, evidence: Evidence | null): string | null {
  if (exchange.trouble) return exchange.trouble.cause;
  if (evidence && isPage(evidence))
    return `the answer ${evidence.response.status} is an HTML page in place of JSON: a server in front of the provider sent it`;
  const blocked = evidence && contract.blocked.find((match) => matches(evidence, match));
  return blocked ? blocked.reason : null;
}

/**
 * Observations without a verdict for a scenario without a readable exchange: its own clause, or all that a control
 * carries.
 */
export function withoutVerdict(contract: Contract, scenario: Scenario, cause: string): Judged[] {
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
  loaded: Contract,
  planned: Scenario,
  exchange: Exchange,
  known: string[] | Gate,
  background: Background = nothing,
  judges: Judges = ownJudges,
): Judged[] {
  const { contract, scenario } = asSent(loaded, planned, exchange);
  const answered = ownAnswer(contract, scenario, exchange, known, background);
  const evidence = evidenceOf(contract, scenario, answered, known, background);
  const turnedAway = judgeTurnedAway(scenario, answered);
  if (turnedAway) return turnedAway;
  const cause = whyInconclusive(contract, answered, evidence);
  if (cause !== null || !evidence) return withoutVerdict(contract, scenario, cause ?? 'no answer came');
  const observations = contract.clauses
    .map((clause) => observe(clause, evidence, judges))
    .filter((one) => one !== null);
  const { clauses } = contract;
  const again = (clause: Clause, other: Evidence): CheckResult | null => judgeClause(clause, other, judges);
  const judged = withSharedFault(clauses, evidence, folded(clauses, evidence, observations), again);
  return withCauses(contract, withPromiseFaults(clauses, evidence, judged));
}
