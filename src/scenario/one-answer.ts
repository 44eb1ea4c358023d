/**
 * One request, one answer: demands that send a value of another form and those that send another credential may send the same
 * bytes, so that what refuses the one is as right for the other.
 */
import { schemaOf } from '../contract/part-schema.ts';
import { faults } from '../contract/schema.ts';
import {
  type AnswerMatch,
  type Clause,
  type Contract,
  type DemandClause,
  isUntestable,
  type Part,
  type Refusal,
} from '../contract/types.ts';
import { sameHeader } from '../formats/header-name.ts';
import type { Schema } from '../formats/json.ts';
import { isText, type RequestDraft, type TextJson } from './draft.ts';
import { nearMisses } from './near-misses.ts';
import { operationOf, type Scenario } from './plan.ts';

/** Ways that send no other value: nothing, or the same once more. */
const valueless: ReadonlySet<string> = new Set(['absent', 'null', 'other-name', 'repeated', 'reused']);

const waysOf = ({ request: { ways, deep } }: DemandClause): string[] => [...ways, ...deep];

const isDemand = (clause: Clause | null): clause is DemandClause =>
  clause !== null && !isUntestable(clause) && clause.kind === 'demand';

/** Ways that send another value of the documented form, which is as unknown to the provider as a near miss is. */
const others: readonly string[] = ['unknown', 'other-value'];

const isOfCredential = (demand: DemandClause): boolean =>
  waysOf(demand).some((way) => way in nearMisses || others.includes(way));
const isOfForm = (demand: DemandClause): boolean =>
  waysOf(demand).some((way) => way !== 'empty' && !valueless.has(way));

/** The demands on the part that a scenario changes which put another value in its place. */
function onSame(contract: Contract, { change, operation }: Scenario): DemandClause[] {
  const { part, name = '' } = change ?? {};
  const isSame = ({ request }: DemandClause): boolean =>
    request.part === part && (part === 'header' ? sameHeader(request.name, name) : request.name === name);
  return contract.clauses
    .filter(isDemand)
    .filter((one) => one.operations.includes(operation) && isSame(one))
    .filter((one) => waysOf(one).some((way) => !valueless.has(way)));
}

/**
 * The refusals that the demands on a credential name for another value of it, the demand's own among them: those of another
 * credential, and those of another form, or else of an empty one. None where no other demand names one.
 */
function refusalsOf(contract: Contract, scenario: Scenario): Refusal[] {
  if (!isDemand(scenario.clause) || valueless.has(scenario.change?.way ?? 'absent')) return [];
  const demands = onSame(contract, scenario);
  const credential = demands.filter(isOfCredential);
  const ofOthers = demands.filter((one) => !isOfCredential(one));
  const form = ofOthers.some(isOfForm) ? ofOthers.filter(isOfForm) : ofOthers;
  // By their names: of a contract that was handed to another process each demand has a refusal of its own.
  const refusals = new Map([...credential, ...form].map(({ refusal }) => [refusal.name, refusal]));
  return credential.length > 0 && refusals.size > 1 && refusals.has(scenario.clause.refusal.name)
    ? [...refusals.values()]
    : [];
}

const forms = new WeakMap<Schema, Schema>();

/** What a schema says of the form of a text: neither which values there are, nor that it is a text. */
function formOf(schema: Schema): Schema {
  const { const: _const, enum: _enum, type: _type, ...form } = schema;
  const known = forms.get(schema) ?? form;
  forms.set(schema, known);
  return known;
}

const parts: Partial<
  Record<Part, (draft: Pick<RequestDraft, 'fields' | 'headers' | 'query'>, name: string) => TextJson[]>
> = {
  field: ({ fields }, name) => fields.flatMap(([field, value]) => (field === name ? [value] : [])),
  header: ({ headers }, name) => headers.flatMap(([header, value]) => (sameHeader(header, name) ? [value] : [])),
  parameter: ({ query }, name) => query.flatMap(([key, value]) => (key.value === name ? [value] : [])),
};

/** Whether the text that a scenario sends in place of a credential breaks its documented form, for which another demand names a refusal. */
export function breaksForm(
  scenario: Scenario,
  contract: Contract,
  draft: Pick<RequestDraft, 'fields' | 'headers' | 'query'>,
): boolean {
  const { change, operation } = scenario;
  if (!change || refusalsOf(contract, scenario).length === 0) return false;
  const [sent, ...more] = parts[change.part]?.(draft, change.name) ?? [];
  const value = isText(sent) ? sent.value : sent;
  if ((typeof value !== 'string' && typeof value !== 'number') || value === '' || more.length > 0) return false;
  return faults(formOf(schemaOf(operationOf(contract, operation), change.part, change.name)), value).length > 0;
}

/** Ways that make a text too long of a credential which is as long as it may be, and one too short of the shortest. */
const alike: readonly (readonly string[])[] = [
  ['lengthened', 'blank-before', 'blank-after', 'blank-inside', 'too-long'],
  ['shortened', 'too-short'],
];

/** The answers of another demand's refusal that are about what a way sends: those to certain ways are about no other. */
function toWay(matches: readonly AnswerMatch[], way: string): AnswerMatch[] {
  const same = alike.find((ways) => ways.includes(way)) ?? [];
  return matches
    .filter(({ ways }) => ways.length === 0 || ways.some((one) => same.includes(one)))
    .map((match) => ({ ...match, ways: [] }));
}

/**
 * A contract and a scenario of it as what was sent is judged by them: where it broke the documented form of a credential, the
 * demand is met by each refusal that a demand on that credential names.
 */
export function asSent(
  contract: Contract,
  scenario: Scenario,
  { request }: { request: { breaksForm?: true } },
): { contract: Contract; scenario: Scenario } {
  const { clause } = scenario;
  const refusals = request.breaksForm ? refusalsOf(contract, scenario) : [];
  if (!isDemand(clause) || refusals.length === 0) return { contract, scenario };
  const others = refusals.filter(({ name }) => name !== clause.refusal.name);
  const way = scenario.change?.way ?? '';
  const { statement, documented, tolerated } = clause.refusal;
  const refusal: Refusal = {
    ...clause.refusal,
    statement: [statement, ...others.map((one) => one.statement)].join(', or '),
    documented: [...documented, ...others.flatMap((one) => toWay(one.documented, way))],
    tolerated: [...tolerated, ...others.flatMap((one) => toWay(one.tolerated, way))],
  };
  const demand = { ...clause, refusal };
  const clauses = contract.clauses.map((one) => (one.id === clause.id ? demand : one));
  return { contract: { ...contract, clauses }, scenario: { ...scenario, clause: demand } };
}
