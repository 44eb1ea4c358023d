/** Whether an answer with a status of success has the body that the contract describes for a refusal. */

import { faults } from '../contract/schema.ts';
import { isSuccess } from '../contract/status.ts';
import { type AnswerMatch, isUntestable, type PromiseClause, tokenOperationId } from '../contract/types.ts';
import type { Schema } from '../formats/json.ts';
import { atPointer, isObject } from '../formats/json.ts';
import { type CheckResult, type Evidence, says } from './checks/check.ts';
import { repeatsStatus } from './checks/repeats-status.ts';
import { value } from './checks/value.ts';
import { lenient } from './lenient.ts';

const about = { value, 'repeats-status': repeatsStatus };

/** Checks that describe a body member by member. */
const isDescribing = (check: string): check is keyof typeof about => Object.hasOwn(about, check);

const isError = (one: PromiseClause['on'][number]): one is number => typeof one === 'number' && one >= 400;

function promises({ contract, scenario }: Evidence): PromiseClause[] {
  return contract.clauses.filter(
    (clause): clause is PromiseClause =>
      clause.kind === 'promise' &&
      !isUntestable(clause) &&
      clause.request === null &&
      clause.operations.includes(scenario.operation),
  );
}

const pointerOf = ({ parameters }: PromiseClause): string => String(parameters['at']);

/**
 * The clauses that describe the members of a grant. Those about the whole body do not separate a grant from a refusal.
 */
function grantMembers(evidence: Evidence): PromiseClause[] {
  return promises(evidence).filter(
    (clause) => clause.check === 'value' && clause.on.includes('granted') && pointerOf(clause) !== '',
  );
}

/** The pointers of the members that the clauses about refusals describe. */
function refusedPointers(evidence: Evidence): Set<string> {
  const about = ({ check, on }: PromiseClause): boolean =>
    check === 'value' && (on.some(isError) || on.includes('refused'));
  return new Set(promises(evidence).filter(about).map(pointerOf));
}

/**
 * Whether the values at these pointers belong to a refusal and not to a grant: at least one of them fits no grant, and
 * no member occurs in grants alone. Where a token could be granted and is not, the other members of a grant prove
 * nothing.
 */
function isRefusalBody(evidence: Evidence, pointers: string[]): boolean {
  const members = grantMembers(evidence);
  const fits = (clause: PromiseClause): boolean =>
    atPointer(evidence.json, pointerOf(clause)) !== undefined &&
    value(evidence, clause.parameters, clause.statement).verdict === 'pass';
  const refused = refusedPointers(evidence);
  const isHolder = (pointer: string): boolean => members.some((one) => pointerOf(one).startsWith(`${pointer}/`));
  const only =
    evidence.scenario.operation === tokenOperationId
      ? []
      : members.filter((clause) => {
          const pointer = pointerOf(clause);
          return !pointers.includes(pointer) && !refused.has(pointer) && !isHolder(pointer);
        });
  const fitsNoGrant = pointers.some((pointer) => {
    const grants = members.filter((clause) => pointerOf(clause) === pointer);
    return grants.length === 0 || !grants.every(fits);
  });
  return fitsNoGrant && !only.some(fits);
}

/** Every error status: a body that repeats the status in a member may name any of them. */
const statuses = Array.from({ length: 200 }, (_, index) => 400 + index);

/** Whether a schema allows only certain values, so that a body with one of them identifies the refusal. */
const isExact = (schema: Schema): boolean => 'const' in schema || 'enum' in schema;

/** Whether a body that must repeat an error status does so. */
function repeatsError(evidence: Evidence): boolean {
  const clauses = promises(evidence).filter(({ check, on }) => check === 'repeats-status' && on.some(isError));
  const repeats = ({ parameters, statement }: PromiseClause): boolean =>
    statuses.some((status) => {
      const answered = { ...evidence, response: { ...evidence.response, status } };
      return repeatsStatus(answered, parameters, statement).verdict !== 'fail';
    });
  return clauses.every(repeats);
}

function matchesBody(evidence: Evidence, { body }: AnswerMatch): boolean {
  const members = Object.entries(body);
  // A member of the wrong form does not change that it is a refusal: a number for a code, a text for a boolean.
  const holds = ([pointer, schema]: [string, Schema]): boolean => {
    const member = atPointer(evidence.json, pointer);
    return member !== undefined && [member, ...lenient(member)].some((one) => faults(schema, one).length === 0);
  };
  return (
    members.length > 0 &&
    members.every(holds) &&
    (Object.values(body).every(isExact) || repeatsError(evidence)) &&
    isRefusalBody(evidence, Object.keys(body))
  );
}

/**
 * Whether the body has what the clauses about an answer with this status describe, and one of these members is
 * mandatory.
 */
function matchesClauses(evidence: Evidence, status: number): boolean {
  const clauses = promises(evidence).filter(
    ({ check, on, level }) =>
      level === 'must' && isDescribing(check) && (on.includes(status) || on.includes('refused')),
  );
  const holds = (clause: PromiseClause, as: number): boolean => {
    if (!isDescribing(clause.check)) return true;
    const answered = { ...evidence, response: { ...evidence.response, status: as } };
    const { verdict } = about[clause.check](answered, clause.parameters, clause.statement);
    return verdict === 'pass' || verdict === 'inapplicable';
  };
  const required = clauses.filter(({ check, parameters }) => check === 'value' && parameters['required'] === true);
  return (
    required.length > 0 &&
    required.every((clause) => holds(clause, status)) &&
    [status, ...statuses].some((as) => clauses.every((clause) => holds(clause, as))) &&
    isRefusalBody(evidence, required.map(pointerOf))
  );
}

/** The result for each answer, kept because every promise about grants asks for it. */
const found = new WeakMap<Evidence, number | null>();

/**
 * The error status for which the contract describes this body of a 2xx answer; null for any other body, and one with a
 * token.
 */
export function describedStatus(evidence: Evidence): number | null {
  const known = found.get(evidence);
  if (known !== undefined) return known;
  const status = findStatus(evidence);
  found.set(evidence, status);
  return status;
}

function findStatus(evidence: Evidence): number | null {
  const { contract, json, response, scenario } = evidence;
  if (!isObject(json) || !isSuccess(response.status)) return null;
  const token = scenario.operation === tokenOperationId ? atPointer(json, contract.token.value) : undefined;
  if (says(token)) return null;
  const matches = Object.values(contract.refusals).flatMap(({ documented, tolerated }) => [
    ...documented,
    ...tolerated,
  ]);
  // A tolerated answer with a status of success is a grant.
  for (const match of matches) {
    const status = match.status === 'probe' ? undefined : match.status.find(isError);
    if (status !== undefined && matchesBody(evidence, match)) return status;
  }
  const errors = new Set(promises(evidence).flatMap(({ on }) => on.filter(isError)));
  return [...errors].find((status) => matchesClauses(evidence, status)) ?? null;
}

/**
 * The one result of such an answer: by the clause about the status of refusals, else of grants; null without either.
 */
export function statusResult(evidence: Evidence, described: number): ({ clause: string } & CheckResult) | null {
  const all = promises(evidence);
  const clause = all.find(({ check }) => check === 'client-error') ?? all.find(({ check }) => check === 'status');
  if (!clause) return null;
  const received = `HTTP status ${evidence.response.status}, with a body that is documented for ${described}`;
  return { clause: clause.id, verdict: 'fail', documented: clause.statement, received };
}
