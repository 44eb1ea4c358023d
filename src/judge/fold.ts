/**
 * One cause, one finding: of the clauses that one fault of an answer breaks, one reports the fault, and the others
 * name that clause as their cause.
 */

import { faults } from '../contract/schema.ts';
import {
  type AnswerMatch,
  type Clause,
  type DemandClause,
  isUntestable,
  type PromiseClause,
} from '../contract/types.ts';
import type { Json, Schema } from '../formats/json.ts';
import { atPointer, isObject, keysOf, pointerOf } from '../formats/json.ts';
import type { Evidence } from './checks/check.ts';
import { describedStatus } from './described.ts';
import { weighsAtLeast } from './effect.ts';
import { lenient } from './lenient.ts';
import type { Judged } from './observation.ts';
import { isAnswerTo } from './refusal.ts';

/** The schema that a promise of a value gives its check. */
const schemaOf = ({ parameters: { schema } }: PromiseClause): Schema => (isObject(schema) ? schema : {});

/** Whether a promise is about the content of a body, so that its failure may be the cause of others. */
const isAboutBody = (clause: Clause): boolean => 'check' in clause && ['json-object', 'value'].includes(clause.check);

/**
 * Whether a promise explains what is wrong at a pointer: it forbids a value that cannot be read, or that would be right
 * if read leniently.
 */
function explains(promise: PromiseClause, json: Json | undefined, pointer: string, wanted: Schema | null): boolean {
  if (promise.check === 'json-object') return !isObject(json);
  if (promise.check !== 'value') return false;
  const at = String(promise.parameters['at']);
  if (at !== pointer) {
    const holder = atPointer(json, at);
    return pointer.startsWith(`${at}/`) && (typeof holder !== 'object' || holder === null);
  }
  const found = atPointer(json, pointer);
  if (found === undefined) return true;
  const form = schemaOf(promise);
  const read = lenient(found).filter((value) => faults(form, value).length === 0);
  return read.length === 0 || (wanted !== null && read.some((value) => faults(wanted, value).length === 0));
}

/**
 * The promises that together explain everything in which an answer differs from the described one; null where some of
 * it is unexplained.
 */
function explainingOf(evidence: Evidence, match: AnswerMatch, broken: PromiseClause[]): PromiseClause[] | null {
  if (!isAnswerTo(evidence, match) || match.narrowed) return null;
  const explaining = new Set<PromiseClause>();
  for (const [pointer, schema] of Object.entries(match.body)) {
    const found = atPointer(evidence.json, pointer);
    if (found !== undefined && faults(schema, found).length === 0) continue;
    const promiseAt = broken.find((promise) => explains(promise, evidence.json, pointer, schema));
    if (!promiseAt) return null;
    explaining.add(promiseAt);
  }
  return [...explaining];
}

/**
 * Treats a failed demand as met where the answer refuses with a documented status, and its body is wrong only in what
 * other failing clauses of the same weight state. The demand still judges what separates one refusal from another, and
 * what no such clause states.
 */
function metBut(evidence: Evidence, clause: DemandClause, broken: PromiseClause[], failure: Judged): Judged {
  const { status } = evidence.response;
  if (status < 400 || failure.tolerated) return failure;
  const { documented, tolerated } = clause.refusal;
  for (const match of [...documented, ...tolerated]) {
    const explaining = explainingOf(evidence, match, broken);
    if (!explaining || explaining.length === 0) continue;
    if (!explaining.every((promise) => weighsAtLeast(promise, clause)))
      // What the sources only advise of a body binds no demand more than that.
      return explaining.every(({ level }) => level !== 'may') && documented.includes(match)
        ? { ...failure, tolerated: true }
        : failure;
    const explained = `its body is judged by ${explaining.map(({ id }) => id).join(' and ')}`;
    const note = [match.note, explained].filter((text) => text !== '').join(' ');
    const received = `refused with ${status}; ${explained}`;
    // A tolerated answer stays a warning where the page states another one.
    const warns = tolerated.includes(match) && match.effect !== 'notes';
    return warns ? { ...failure, received, note, tolerated: true } : { ...failure, verdict: 'pass', received, note };
  }
  return failure;
}

/**
 * Whether a promise explains the failure of a demand: a status that no refusal has, or the body of a documented status.
 */
function isExplainedBy(evidence: Evidence, { refusal }: DemandClause, promise: PromiseClause): boolean {
  const { status } = evidence.response;
  if (promise.check === 'client-error') return status >= 500 || describedStatus(evidence) !== null;
  if (status < 400) return false;
  const { documented, tolerated } = refusal;
  return promise.check === 'repeats-status' && promise.parameters['digits'] !== undefined
    ? [...documented, ...tolerated].some((match) => isButForStatus(evidence, match, String(promise.parameters['at'])))
    : documented.some((match) => (explainingOf(evidence, match, [promise]) ?? []).length > 0);
}

/** Whether an answer is the described one except for the first digits of a code, which must be its status. */
function isButForStatus(evidence: Evidence, match: AnswerMatch, at: string): boolean {
  const code = String(atPointer(evidence.json, at) ?? '');
  const meant = `${evidence.response.status}${code.slice(3)}`;
  return (
    at in match.body &&
    isAnswerTo(evidence, match) &&
    Object.entries(match.body).every(([pointer, schema]) => {
      const found = pointer === at ? meant : atPointer(evidence.json, pointer);
      return found !== undefined && faults(schema, found).length === 0;
    })
  );
}

/** The holder of a member that a promise makes mandatory; null for any other promise. */
function holderOf({ check, parameters: { at, required } }: PromiseClause): string | null {
  return check === 'value' && required === true ? pointerOf(keysOf(String(at)).slice(0, -1)) : null;
}

/** Whether two mandatory members of one object are missing, as are all others that it must have. */
function isMissingTogether(
  { json }: Evidence,
  clause: PromiseClause,
  promise: PromiseClause,
  holders: ReadonlySet<string>,
): boolean {
  const holder = holderOf(clause);
  const isMissing = ({ parameters: { at } }: PromiseClause): boolean => (atPointer(json, String(at)) ?? null) === null;
  return (
    holder !== null && holder === holderOf(promise) && !holders.has(holder) && isMissing(clause) && isMissing(promise)
  );
}

/** Whether a promise of another kind fails for the fault that this one reports. */
function isOfOtherKind({ unread, contract }: Evidence, { check }: PromiseClause, promise: PromiseClause): boolean {
  // What is no JSON says so in its type as well.
  if (check === 'media-type') return promise.check === 'json-object' && unread !== null;
  // What is not even written as a token is no JWT.
  if (check === 'jwt') return promise.check === 'value' && promise.parameters['at'] === contract.token.value;
  // Scopes that nobody documents were not asked for either, and stand where others were.
  if (check === 'scope-within-request' || check === 'scope-granted') return promise.check === 'scope-documented';
  // The end of a token cannot agree with a lifetime that cannot be meant.
  return check === 'claims-expiry' && promise.check === 'lifetime';
}

/**
 * Whether a clause fails for the same reason as a promise: the same member, members that are missing together, or the
 * status of a server that failed. `holders` are the objects that have a member which they must have.
 */
function isSameFault(
  evidence: Evidence,
  clause: Clause,
  { pointer }: Judged,
  promise: PromiseClause,
  holders: ReadonlySet<string>,
): boolean {
  if (isUntestable(clause)) return false;
  if (clause.kind === 'demand') return isExplainedBy(evidence, clause, promise);
  if (isOfOtherKind(evidence, clause, promise) || isMissingTogether(evidence, clause, promise, holders)) return true;
  if (pointer === undefined || clause.check === 'no-token') return false;
  const wanted = clause.check === 'value' ? schemaOf(clause) : null;
  return explains(promise, evidence.json, pointer, wanted);
}

/**
 * The observations of one exchange, with each fault reported once. A demand is met where promises explain what is
 * wrong. Of the clauses that fail for the same fault, the one with the strongest effect, then the first, is the cause
 * of the others.
 */
export function folded(clauses: Clause[], evidence: Evidence, observations: Judged[]): Judged[] {
  const failing = new Set(observations.flatMap(({ clause, verdict }) => (verdict === 'fail' ? [clause] : [])));
  const failed = clauses.filter(({ id }) => failing.has(id));
  const broken = failed.filter((one): one is PromiseClause => one.kind === 'promise' && !isUntestable(one));
  if (broken.length === 0) return observations;
  // A clause that is not about the body is never the cause.
  const isBefore = (one: Clause, other: Clause): boolean =>
    weighsAtLeast(one, other) &&
    (!weighsAtLeast(other, one) || !isAboutBody(other) || failed.indexOf(one) < failed.indexOf(other));
  const passing = new Set(observations.flatMap(({ clause, verdict }) => (verdict === 'pass' ? [clause] : [])));
  const holders = new Set(
    clauses.flatMap((one) =>
      one.kind === 'promise' && !isUntestable(one) && passing.has(one.id) ? (holderOf(one) ?? []) : [],
    ),
  );
  const causes = new Map<string, string>();
  const judged = observations.map((one) => {
    const clause = failed.find(({ id }) => id === one.clause);
    if (!clause || one.verdict !== 'fail') return one;
    const demand = clause.kind === 'demand' && !isUntestable(clause);
    const met = demand ? metBut(evidence, clause, broken, one) : one;
    if (met.verdict !== 'fail') return met;
    const cause = broken.find(
      // The ledger decides the effect of each: there, a promise that only warns does not count as the cause of a
      // failing demand.
      (promise) =>
        promise !== clause &&
        (demand || isBefore(promise, clause)) &&
        isSameFault(evidence, clause, one, promise, holders),
    );
    if (cause) causes.set(clause.id, cause.id);
    return met;
  });
  const rootOf = (id: string): string => {
    const cause = causes.get(id);
    return cause === undefined ? id : rootOf(cause);
  };
  return judged.map((one) =>
    causes.has(one.clause) && one.verdict === 'fail' ? { ...one, cause: rootOf(one.clause) } : one,
  );
}
