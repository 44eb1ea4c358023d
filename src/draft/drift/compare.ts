/** A page beside a contract: what was added, removed and changed, fact by fact. Pure. */
import type { Json } from '../../formats/json.ts';
import { own, pointerOf } from '../../formats/json.ts';
import type { Fact } from '../facts/facts.ts';
import { isOfItems } from '../facts/list-items.ts';
import type { Decision } from './decisions.ts';

/** One difference between what a page says and what the contract took from it. */
export interface Change {
  kind: 'added' | 'removed' | 'changed';
  fact: string;
  /** Clause that states the fact, or one about the same part; empty where there is none. */
  clause: string;
  /** The operation it is about, and where the contract says it: a pointer into the spec, or a place in contract.yaml. */
  operation: string;
  place: string;
  /** What the contract took from the page, or what the page said when it was derived. */
  contract: Json | undefined;
  /** Whose word that is. */
  before: 'contract' | 'then';
  page: Json | undefined;
  /** Place on the page, or in the contract where the page has it no more. */
  at: string;
  /** Whether more or less is allowed than before; empty where it cannot be told. */
  effect: 'allows more' | 'allows less' | '';
}

const covers = (decision: Decision, key: string): boolean =>
  key === decision.fact || key.startsWith(`${decision.fact} `);

/** The value with the order of a list of types or of an enumeration left out. */
const canonical = (value: Json | undefined): string =>
  JSON.stringify(Array.isArray(value) ? [...value].map((one) => JSON.stringify(one)).sort() : (value ?? null));

/** Whether two values of a fact say the same. */
export function same(one: Json | undefined, other: Json | undefined): boolean {
  return canonical(one) === canonical(other);
}

/** The part a fact is about: `200 /expiresIn type` → `200 /expiresIn`; a fact of one word is about itself. */
const subject = (key: string): string => key.split(' ').slice(0, -1).join(' ') || key;

/** Whether a limit allows more where it is higher, or where it is lower. */
const more: Record<string, 1 | -1> = {
  ...{ maxLength: 1, maximum: 1, exclusiveMaximum: 1 },
  ...{ minLength: -1, minimum: -1, exclusiveMinimum: -1 },
};

function effectOf(key: string, before: Json | undefined, after: Json | undefined): Change['effect'] {
  const keyword = key.split(' ').at(-1) ?? '';
  if (keyword === 'required') return after === undefined ? 'allows more' : 'allows less';
  const direction = own(more, keyword);
  if (direction !== undefined) {
    if (after === undefined) return 'allows more';
    if (before === undefined) return 'allows less';
    return (Number(after) - Number(before)) * direction > 0 ? 'allows more' : 'allows less';
  }
  if (['const', 'pattern', 'format', 'enum'].includes(keyword)) {
    if (after === undefined) return 'allows more';
    if (before === undefined) return 'allows less';
  }
  return '';
}

/** Whether an OpenAPI file has to say it of each answer, whether the page does or not. */
const isForm = (key: string): boolean => /(^| )\d{3} media-type$/.test(key);

/** Facts about the headers of an answer: an OpenAPI file may describe some that no clause is about. */
const ofAnswerHeader = /(?:^|: )\d{3} header /;

/** What the contract took from the page, decisions undone: what the page should still say. */
function expected(contract: Map<string, Fact>, decisions: Decision[], key: string): Json | undefined {
  const exact = decisions.find((decision) => decision.fact === key);
  if (exact) return exact.page;
  if (decisions.some((decision) => covers(decision, key))) return undefined;
  return contract.get(key)?.value;
}

/** Differences between a page and a contract, in the order of their facts. */
export function differences(page: Map<string, Fact>, contract: Map<string, Fact>, decisions: Decision[]): Change[] {
  const clauses = clausesBySubject(contract);
  const keys = [...new Set([...contract.keys(), ...page.keys(), ...decisions.map(({ fact }) => fact)])];
  return keys.flatMap((key): Change[] => {
    const known = contract.get(key);
    const found = page.get(key);
    const wanted = expected(contract, decisions, key);
    // What another source states is not lost when the page does not say it.
    if (
      same(wanted, found?.value) ||
      (found === undefined && (isForm(key) || (ofAnswerHeader.test(key) && known?.clause === undefined))) ||
      (known?.cites !== undefined && (found === undefined || same(known.value, found.value)))
    )
      return [];
    const kind = wanted === undefined ? 'added' : found === undefined ? 'removed' : 'changed';
    return [
      {
        kind,
        fact: key,
        clause: known?.clause ?? clauses.get(subject(key)) ?? '',
        ...placeOf(key, contract),
        contract: wanted,
        before: 'contract',
        page: found?.value,
        at: found?.at ?? known?.at ?? '',
        effect: effectOf(key, wanted, found?.value),
      },
    ];
  });
}

/** Where the spec says what a fact of an operation begins with. */
const places: readonly (readonly [RegExp, (found: RegExpExecArray) => string[]])[] = [
  [/^(?:path|method)$/, () => []],
  [/^(?:media-type|request body|request \/)/, () => ['requestBody']],
  [/^request (?:header|query|path)/, () => ['parameters']],
  [/^(\d{3}) /, ([, status = '']) => ['responses', status]],
];

/** The operation that a fact is about, and where the contract says it. */
function placeOf(key: string, contract: Map<string, Fact>): Pick<Change, 'operation' | 'place'> {
  const [, other, rest = key] = /^([A-Z]+ \S+): (.*)$/.exec(key) ?? [];
  const token = [contract.get('method')?.value, contract.get('path')?.value].filter((one) => one !== undefined);
  const operation = other ?? token.join(' ');
  if (rest.startsWith('server ')) return { operation, place: 'spec#/servers' };
  if (rest === 'lifetime most') return { operation, place: 'contract.yaml#/clauses' };
  if (rest === 'lifetime unit') return { operation, place: 'contract.yaml#/token/lifetimeUnit' };
  if (rest === 'security' || isBeside(rest) || rest.startsWith('scope '))
    return { operation, place: 'contract.yaml#/control/auth' };
  const [method = '', named = ''] = operation.split(' ');
  // The facts of another operation have no names of the parameters in its path.
  const path = String(contract.get(`${other}: path`)?.value ?? named);
  const found = places.flatMap(([pattern, names]) => {
    const match = pattern.exec(rest);
    return match ? [names(match)] : [];
  });
  return { operation, place: `spec#${pointerOf(['paths', path, method.toLowerCase(), ...(found[0] ?? [])])}` };
}

/** Facts of other operations that no draft states, and that earlier records have not got. */
const unstated = /^[A-Z]+ \S+: (?:security scopes|\S+ body)$/;

/** Whether a fact is of what a page says and no schema holds: its signature, the unit of the lifetime, what stays open. */
export const isBeside = (fact: string): boolean =>
  unstated.test(fact) || /^(?:[A-Z]+ \S+: )?(?:signature |lifetime (?:unit|most)$|authentication$)/.test(fact);

/** The clause that is about each part, by the facts of a contract. */
function clausesBySubject(contract: Map<string, Fact>): Map<string, string> {
  const named = [...contract].filter(([, { clause }]) => clause !== undefined);
  return new Map(named.map(([key, { clause }]) => [subject(key), clause ?? '']));
}

/** Differences between a page and what it said when the contract was derived; clauses are those of the contract. */
export function changesSince(
  page: Map<string, Fact>,
  then: Record<string, Json>,
  contract: Map<string, Fact>,
): Change[] {
  const clauses = clausesBySubject(contract);
  // A record of an earlier form holds nothing of what no schema says.
  const isCompared = Object.keys(then).some(isBeside);
  const isStated = Object.keys(then).some((key) => unstated.test(key));
  // Nor of the headers of answers.
  const isHeaded = Object.keys(then).some((key) => ofAnswerHeader.test(key));
  // Nor of the items of lists.
  const isListed = Object.keys(then).some(isOfItems);
  return [...new Set([...Object.keys(then), ...page.keys()])].flatMap((key): Change[] => {
    const [before, found] = [own(then, key), page.get(key)];
    if (same(before, found?.value) || (!isCompared && isBeside(key)) || (!isStated && unstated.test(key))) return [];
    // An earlier record has no life in words.
    if (key === 'lifetime most' && before === undefined) return [];
    if ((!isListed && isOfItems(key)) || (!isHeaded && ofAnswerHeader.test(key))) return [];
    return [
      {
        kind: before === undefined ? 'added' : found === undefined ? 'removed' : 'changed',
        fact: key,
        clause: contract.get(key)?.clause ?? clauses.get(subject(key)) ?? '',
        ...placeOf(key, contract),
        ...{ contract: before, before: 'then', page: found?.value },
        at: found?.at ?? contract.get(key)?.at ?? 'contract.yaml',
        effect: effectOf(key, before, found?.value),
      },
    ];
  });
}

/** Decisions that change nothing: the contract says what they say the page does, or no fact is about it. */
export function staleDecisions(contract: Map<string, Fact>, decisions: Decision[]): string[] {
  return decisions.flatMap(({ fact, page, where }) => {
    const exact = contract.get(fact)?.value;
    const beginning = [...contract.keys()].some((key) => key.startsWith(`${fact} `));
    if (page === undefined && exact === undefined && !beginning)
      return [`${where}: the contract has no fact "${fact}"; delete the decision or correct it`];
    return page !== undefined && same(exact, page)
      ? [`${where}: the contract says what the page says about "${fact}"; delete the decision`]
      : [];
  });
}

const shown = (value: Json | undefined): string => (value === undefined ? 'nothing' : JSON.stringify(value));

/** A difference as one line. */
export function changeText({
  kind,
  fact,
  clause,
  operation,
  place,
  contract,
  before,
  page,
  at,
  effect,
}: Change): string {
  const told = effect === '' ? '' : `; the page ${effect} now`;
  return `${kind.padEnd(8)}${clause === '' ? `${operation} (${place})` : clause}: ${fact}: ${before === 'contract' ? 'contract' : 'then'} ${shown(contract)}, page ${shown(page)} (${at})${told}`;
}
