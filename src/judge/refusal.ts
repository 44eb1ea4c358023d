import { faults } from '../contract/schema.ts';
import { isSuccess } from '../contract/status.ts';
import type { AnswerMatch, Refusal } from '../contract/types.ts';
import { atPointer } from '../formats/json.ts';
import { bodyText } from '../wire/clear/charset.ts';
import { tokensIn } from '../wire/clear/tokens.ts';
import { bodyStart, type CheckResult, type Evidence, show, unreadText } from './checks/check.ts';
import { grantedScopes } from './granted-scopes.ts';
import { acceptedLate } from './late.ts';
import { wrongValue } from './promise-fault.ts';

/**
 * Whether the answer says that it grants the documented part of the scope asked for, or a default where no part is
 * documented (RFC 6749, 3.3). An answer that names no scope counts only where the match allows an empty grant.
 */
function isNarrowed(evidence: Evidence, { nothing }: AnswerMatch): boolean {
  const { scopes } = evidence.contract.operation;
  const asked = evidence.requestedScopes.filter((scope) => scopes.includes(scope));
  const allowed = asked.length > 0 ? asked : scopes;
  const granted = grantedScopes(evidence) ?? [];
  const token = atPointer(evidence.json, evidence.contract.token.value);
  if (typeof token !== 'string' || token === '') return false;
  return granted.every((scope) => allowed.includes(scope)) && (nothing || granted.length > 0);
}

function bodyFaults({ json }: Evidence, match: AnswerMatch): string[] {
  return Object.entries(match.body).flatMap(([pointer, schema]) => {
    const found = atPointer(json, pointer);
    const wrong = found === undefined ? ['is absent'] : faults(schema, found);
    return wrong.length > 0 ? [`${pointer} is ${show(found)}`] : [];
  });
}

/** Whether an answer is right but for its status: it has the body that is documented for another one. */
export function isOfOtherStatus(evidence: Evidence, { documented }: Refusal): boolean {
  return documented.some(
    (match) =>
      Object.keys(match.body).length > 0 && !hasStatus(evidence, match) && bodyFaults(evidence, match).length === 0,
  );
}

/**
 * What is wrong with the body of a refusal whose status is documented; empty where nothing is, or its status is not.
 * `failing` are the ids of the clauses that fail on the same answer.
 */
export function wrongBody(evidence: Evidence, { documented }: Refusal, failing: ReadonlySet<string>): string {
  const match = evidence.unread === null ? documented.find((one) => hasStatus(evidence, one)) : undefined;
  return Object.entries(match?.body ?? {})
    .flatMap(([pointer, schema]) => {
      const found = atPointer(evidence.json, pointer);
      if (found !== undefined && faults(schema, found).length === 0) return [];
      return [wrongValue(evidence, pointer, schema, failing) || `${pointer} is ${show(found)}`];
    })
    .join(', ');
}

function hasStatus({ response, probeRefused }: Evidence, { status }: AnswerMatch): boolean {
  return (status === 'probe' ? probeRefused : status).includes(response.status);
}

/** Whether an answer has the described status, for a description that applies to the way the request was broken. */
export function isAnswerTo(evidence: Evidence, match: AnswerMatch): boolean {
  const way = evidence.scenario.change?.way ?? '';
  return (match.ways.length === 0 || match.ways.includes(way)) && hasStatus(evidence, match);
}

/** Whether an answer is the described one, including its body. */
export function matches(evidence: Evidence, match: AnswerMatch): boolean {
  return (
    isAnswerTo(evidence, match) &&
    bodyFaults(evidence, match).length === 0 &&
    (!match.narrowed || isNarrowed(evidence, match))
  );
}

/** The tolerated answer that grants, if this is it: its promises are judged like those of any grant. */
export function isToleratedGrant(evidence: Evidence, refusal: Refusal): boolean {
  // A grant without a scope grants nothing: one clause reports that, and the others do not judge it as a grant.
  const named = (grantedScopes(evidence) ?? []).length > 0;
  return (
    isSuccess(evidence.response.status) &&
    refusal.tolerated.some((match) => matches(evidence, match) && (named || !match.nothing))
  );
}

/**
 * Whether the answer is tolerated by its status alone, as that of a server in front: the page says nothing about its
 * form.
 */
export function isFromTheFront(evidence: Evidence, refusal: Refusal): boolean {
  const holds = (match: AnswerMatch): boolean => matches(evidence, match);
  const bodyless = (match: AnswerMatch): boolean => Object.keys(match.body).length === 0 && !match.narrowed;
  const first = refusal.documented.some(holds) ? undefined : refusal.tolerated.find(holds);
  return first !== undefined && refusal.tolerated.filter(holds).every(bodyless);
}

/**
 * Judges an answer to a request with one demand broken: it must refuse, for the documented reason, in the documented
 * way.
 */
export function judgeRefusal(evidence: Evidence, refusal: Refusal): CheckResult {
  const { response } = evidence;
  const documented = refusal.statement;
  if (refusal.documented.some((match) => matches(evidence, match))) {
    return { verdict: 'pass', documented, received: `refused with ${response.status}` };
  }
  const tolerated = refusal.tolerated.find((match) => matches(evidence, match));
  const success = isSuccess(response.status);
  if (success && evidence.followed) return acceptedLate(evidence, evidence.followed, documented);
  if (tolerated) {
    const what = success ? `granted (${response.status}), with a token` : `refused with ${response.status}`;
    if (tolerated.effect === 'notes') return { verdict: 'pass', documented, received: what, note: tolerated.note };
    const received = success ? what : `${what}: ${bodyStart(evidence)}`;
    return { verdict: 'fail', documented, received, note: tolerated.note, tolerated: true };
  }
  if (success) {
    const withToken = tokensIn(bodyText(response), evidence.json).length > 0;
    if (refusal.mayAnswer && !withToken)
      return { verdict: 'pass', documented, received: `answered with ${response.status}, without a token` };
    return {
      verdict: 'fail',
      documented,
      received: withToken
        ? `granted (${response.status}), with a token`
        : `HTTP status ${response.status}: ${bodyStart(evidence)}`,
    };
  }
  const sameStatus = [...refusal.documented, ...refusal.tolerated].find((match) => hasStatus(evidence, match));
  if (sameStatus && evidence.unread !== null)
    return { verdict: 'inconclusive', documented, received: unreadText(evidence.unread) };
  if (response.status >= 500)
    return {
      verdict: 'fail',
      documented,
      received: `the server failed with ${response.status}: ${bodyStart(evidence)}`,
    };
  const wrong = sameStatus ? bodyFaults(evidence, sameStatus) : [];
  const received = `refused with ${response.status}${wrong.length > 0 ? `, but ${wrong.join(', ')}` : ''}: ${bodyStart(evidence)}`;
  return { verdict: 'fail', documented, received };
}
