/** One cause, one finding: a fault of an answer is told by one of the clauses that it breaks, and the others name that one. */

import { faults } from '../contract/schema.ts';
import {
  type AnswerMatch,
  type Clause,
  type DemandClause,
  isUntestable,
  type PromiseClause,
} from '../contract/types.ts';
import type { Json, Schema } from '../formats/json.ts';
import { atPointer, isObject } from '../formats/json.ts';
import type { Evidence } from './checks/check.ts';
import { describedStatus } from './described.ts';
import { weighsAtLeast } from './effect.ts';
import { lenient } from './lenient.ts';
import type { Judged } from './observation.ts';
import { isAnswerTo } from './refusal.ts';

/** The schema that a promise of a value gives its check. */
const schemaOf = ({ parameters: { schema } }: PromiseClause): Schema => (isObject(schema) ? schema : {});

/** Whether a promise states what stands in a body, so that its failure may be the cause of others. */
const isTeller = (clause: Clause): boolean => 'check' in clause && ['json-object', 'value'].includes(clause.check);

/** Whether a promise tells what is wrong at a pointer: a value it forbids, whose reason cannot be read or is the right one. */
function tells(promise: PromiseClause, json: Json | undefined, pointer: string, wanted: Schema | null): boolean {
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

/** The promises that tell all that keeps an answer from being the one described; null where they do not tell it all. */
function tellersOf(evidence: Evidence, match: AnswerMatch, broken: PromiseClause[]): PromiseClause[] | null {
  if (!isAnswerTo(evidence, match) || match.narrowed) return null;
  const tellers = new Set<PromiseClause>();
  for (const [pointer, schema] of Object.entries(match.body)) {
    const found = atPointer(evidence.json, pointer);
    if (found !== undefined && faults(schema, found).length === 0) continue;
    const teller = broken.find((promise) => tells(promise, evidence.json, pointer, schema));
    if (!teller) return null;
    tellers.add(teller);
  }
  return [...tellers];
}

/**
 * A demand that fails, where the answer is refused with a status of its refusal and its body is wrong only in what other
 * clauses state and fail for: it is met. What tells one refusal from another stays the demand's, and so does what nothing
 * that weighs as much states.
 */
function metBut(evidence: Evidence, clause: DemandClause, broken: PromiseClause[], failure: Judged): Judged {
  const { status } = evidence.response;
  if (status < 400 || failure.tolerated) return failure;
  const binding = broken.filter((promise) => weighsAtLeast(promise, clause));
  const { documented, tolerated } = clause.refusal;
  for (const match of [...documented, ...tolerated]) {
    const tellers = tellersOf(evidence, match, binding);
    if (!tellers || tellers.length === 0) continue;
    const told = `its body is the matter of ${tellers.map(({ id }) => id).join(' and ')}`;
    const note = [match.note, told].filter((text) => text !== '').join(' ');
    const received = `refused with ${status}; ${told}`;
    // An answer that is tolerated though the page states another stays a warning.
    const warns = tolerated.includes(match) && match.effect !== 'notes';
    return warns ? { ...failure, received, note, tolerated: true } : { ...failure, verdict: 'pass', received, note };
  }
  return failure;
}

/** Whether a demand fails for what a promise tells: a status that is no refusal's, or the body of one with a documented status. */
function isTold(evidence: Evidence, { refusal }: DemandClause, promise: PromiseClause): boolean {
  const { status } = evidence.response;
  if (promise.check === 'client-error') return status >= 500 || describedStatus(evidence) !== null;
  if (status < 400) return false;
  const { documented, tolerated } = refusal;
  return promise.check === 'repeats-status' && promise.parameters['digits'] !== undefined
    ? [...documented, ...tolerated].some((match) => isButForStatus(evidence, match, String(promise.parameters['at'])))
    : documented.some((match) => (tellersOf(evidence, match, [promise]) ?? []).length > 0);
}

/** Whether an answer is the one described but for the first digits of a code, which are to be its status. */
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

/** Whether the failure of a clause is that of a promise: the same member, or the status of a server that failed. */
function isSameFault(evidence: Evidence, clause: Clause, { pointer }: Judged, promise: PromiseClause): boolean {
  if (isUntestable(clause)) return false;
  if (clause.kind === 'demand') return isTold(evidence, clause, promise);
  if (pointer === undefined || clause.check === 'no-token') return false;
  const wanted = clause.check === 'value' ? schemaOf(clause) : null;
  return tells(promise, evidence.json, pointer, wanted);
}

/**
 * The observations of one exchange, each fault told once: a demand is met where promises tell what is wrong, and of the
 * clauses that fail for the same fault the weightiest, then the first, is the cause that the others name.
 */
export function folded(clauses: Clause[], evidence: Evidence, observations: Judged[]): Judged[] {
  const failing = new Set(observations.flatMap(({ clause, verdict }) => (verdict === 'fail' ? [clause] : [])));
  const failed = clauses.filter(({ id }) => failing.has(id));
  const broken = failed.filter((one): one is PromiseClause => one.kind === 'promise' && !isUntestable(one));
  if (broken.length === 0) return observations;
  // One that tells of no fault is never the cause, wherever it stands.
  const isBefore = (one: Clause, other: Clause): boolean =>
    weighsAtLeast(one, other) &&
    (!weighsAtLeast(other, one) || !isTeller(other) || failed.indexOf(one) < failed.indexOf(other));
  const causes = new Map<string, string>();
  const judged = observations.map((one) => {
    const clause = failed.find(({ id }) => id === one.clause);
    if (!clause || one.verdict !== 'fail') return one;
    const demand = clause.kind === 'demand' && !isUntestable(clause);
    const met = demand ? metBut(evidence, clause, broken, one) : one;
    if (met.verdict !== 'fail') return met;
    const cause = broken.find(
      // What each weighs, the ledger knows: there a promise that only warns is no cause of a demand that fails.
      (promise) =>
        promise !== clause && (demand || isBefore(promise, clause)) && isSameFault(evidence, clause, one, promise),
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
