/**
 * What is wrong with an answer in words that are the same wherever it is wrong: a promise about grants and one about refusals
 * fail for one fault where the same member, or the same header, is wrong alike in both.
 */
import { faults } from '../contract/schema.ts';
import { type Clause, type Contract, isUntestable, type PromiseClause } from '../contract/types.ts';
import type { Json, Schema } from '../formats/json.ts';
import { atPointer, isObject, own, shownPointer, typeOfJson, typesNamed } from '../formats/json.ts';
import { headerValues } from '../wire/exchange.ts';
import type { Evidence } from './checks/check.ts';
import type { Judged } from './observation.ts';

type Values = Json[];

const isPromise = (clause: Clause): clause is PromiseClause => clause.kind === 'promise' && !isUntestable(clause);

const schemaOf = ({ parameters: { schema } }: PromiseClause): Schema => (isObject(schema) ? schema : {});

/** The values that a schema allows where it lists them; null where it does not. */
function listed(schema: Schema): Values | null {
  if (schema['const'] !== undefined) return [schema['const']];
  return Array.isArray(schema['enum']) ? schema['enum'] : null;
}

/** The JSON types that a schema allows; none where it does not say. */
const typesOf = (schema: Schema): string[] => listed(schema)?.map(typeOfJson) ?? typesNamed(schema);

/** What is known of the member at a pointer: the promises about it, and the values that some answers have there. */
interface Known {
  about: PromiseClause[];
  right: Values[];
}

function knownOf({ clauses, refusals }: Contract, pointer: string): Known {
  const about = clauses
    .filter(isPromise)
    .filter(({ check, parameters }) => ['value', 'repeats-status'].includes(check) && parameters['at'] === pointer);
  const schemas = [
    ...about.filter(({ check }) => check === 'value').map(schemaOf),
    ...Object.values(refusals)
      .flatMap(({ documented }) => documented.map(({ body }) => own(body, pointer)))
      .filter((schema) => schema !== undefined),
  ];
  const right = schemas.flatMap((schema) => {
    const values = listed(schema);
    return values ? [values] : [];
  });
  return { about, right };
}

/**
 * The first promise about a member that holds of every kind of answer and does not hold of this value; null where none is
 * so. One that states the value of one kind of answer alone says nothing of the others.
 */
function brokenGeneral(contract: Contract, pointer: string, value: Json, failing: ReadonlySet<string>): string | null {
  const { about, right } = knownOf(contract, pointer);
  const broken = about.find((promise) => {
    if (promise.check === 'repeats-status') return failing.has(promise.id);
    const schema = schemaOf(promise);
    const accepts = (one: Json): boolean => faults(schema, one).length === 0;
    return !accepts(value) && right.every((values) => values.some(accepts));
  });
  return broken?.id ?? null;
}

/**
 * The characters in which a text differs from the documented one that it is nearest to, as `6=9, 7=9`; empty where most of it
 * differs, or its last character alone: codes that are mixed up differ so by chance.
 */
function differences(found: Json, values: Values): string {
  if (typeof found !== 'string') return '';
  const near = values
    .flatMap((value) => (typeof value === 'string' && value.length === found.length ? [value] : []))
    .map((value) => [...found].flatMap((character, at) => (character === value[at] ? [] : [`${at + 1}=${character}`])))
    .filter((others) => others.length <= found.length / 2 && others.join() !== `${found.length}=${found.at(-1)}`)
    .sort((one, other) => one.length - other.length)[0];
  return near?.join(', ') ?? '';
}

/**
 * What is wrong with the value at a pointer that a schema does not allow, in words that hold for any kind of answer: it is
 * absent, of another type, not as a promise about all kinds says, or differs from what is documented in certain characters.
 * Empty where only this kind of answer is wrong so.
 */
export function wrongValue(
  { contract, json }: Pick<Evidence, 'contract' | 'json'>,
  pointer: string,
  schema: Schema,
  failing: ReadonlySet<string>,
): string {
  const found = atPointer(json, pointer);
  const name = shownPointer(pointer);
  if (found === undefined) return `${name} is absent`;
  const types = typesOf(schema);
  if (types.length > 0 && !types.includes(typeOfJson(found))) return `${name} is of type ${typeOfJson(found)}`;
  const general = brokenGeneral(contract, pointer, found, failing);
  if (general !== null) return `${name} is not as ${general} says`;
  const characters = differences(found, listed(schema) ?? []);
  return characters === '' ? '' : `${name} has other characters than are documented: ${characters}`;
}

/**
 * What is wrong in a promise that is no other's member: a header that no answer has, or what several operations promise alike,
 * which is the check, what it asks for, and the header that was sent.
 */
function wrongAlike(promise: PromiseClause, { contract, response }: Evidence, { header, received }: Judged): string {
  if (header !== undefined && headerValues(response, header).length === 0) return `no ${header}`;
  const asked = JSON.stringify(promise.parameters);
  const isTwin = (other: Clause): boolean =>
    other !== promise &&
    isPromise(other) &&
    other.check === promise.check &&
    JSON.stringify(other.parameters) === asked;
  if (!contract.clauses.some(isTwin)) return '';
  return [promise.check, ...(header === undefined ? [] : [received])].join(': ');
}

/** The observations of one exchange; a promise that fails for a cause of its own names the fault that others may share. */
export function withPromiseFaults(clauses: Clause[], evidence: Evidence, observations: Judged[]): Judged[] {
  const failing = new Set(observations.flatMap(({ clause, verdict }) => (verdict === 'fail' ? [clause] : [])));
  if (failing.size === 0) return observations;
  const promises = new Map(clauses.filter(isPromise).map((clause) => [clause.id, clause]));
  return observations.map((one) => {
    const promise = promises.get(one.clause);
    if (!promise || one.verdict !== 'fail' || one.cause !== undefined || one.fault !== undefined) return one;
    const isMember = ['value', 'repeats-status'].includes(promise.check);
    const fault = isMember
      ? wrongValue(evidence, String(promise.parameters['at']), schemaOf(promise), failing)
      : wrongAlike(promise, evidence, one);
    return fault === '' ? one : { ...one, fault };
  });
}
