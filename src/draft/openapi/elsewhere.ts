/** What a draft misses where references of its description lead nowhere. */
import { InputError } from '../../contract/problems.ts';
import { atPointer, isObject, type Json, type JsonObject, pointerOf } from '../../formats/json.ts';
import type { Todo } from '../facts/facts.ts';
import { cited } from './cited.ts';
import { leadsNowhere, linesOf, type Outward, referencesIn } from './dead-references.ts';
import { type Description, type OperationName, pathPointer } from './description.ts';
import { missingFrom } from './follow.ts';

/** The references that lead nowhere and that are reached from a value. */
const deadFrom = (api: Description, node: Json): string[] =>
  missingFrom(api, node).flatMap((reference) => leadsNowhere(reference) ?? []);

const isRefusal = (status: string, statuses: string[]): boolean =>
  /^[45]/.test(status) || (status === 'default' && statuses.some((one) => one.startsWith('2')));

/** The references of a description that lead nowhere, as it has them. */
export const deadIn = (api: Description): Outward[] =>
  referencesIn(api, (reference) => leadsNowhere(reference) !== null).map(({ reference, at }) => ({
    reference: leadsNowhere(reference) ?? reference,
    at,
  }));

/** An operation that issues tokens, as far as a token depends on it: without its refusals, and without what it calls itself. */
function neededOf(api: Description, item: JsonObject, operation: JsonObject): Json[] {
  const { callbacks: _callbacks, responses: all, ...own } = operation;
  const responses = isObject(all) ? all : {};
  const granted = Object.entries(responses).filter(([status]) => !isRefusal(status, Object.keys(responses)));
  const wanted = operation['security'] ?? api['security'];
  const schemes = (Array.isArray(wanted) ? wanted : []).filter(isObject).flatMap(Object.keys);
  return [
    ...[own, item['parameters'] ?? []],
    ...granted.map(([, answer]) => (isObject(answer) ? { ...answer, links: {} } : answer)),
    ...schemes.map((name) => atPointer(api, `/components/securitySchemes${pointerOf([name])}`) ?? null),
  ];
}

/** Whether a reference stands for all operations of a path: that which issues tokens may be among them. */
const isPath = ({ at }: Outward): boolean => at[0] === 'paths' && at.length === 3;

/**
 * Requires all that an operation says of its request and of the answer that grants.
 * @param isChosen whether a person chose the operation, so that no other may be the one that issues tokens
 * @throws InputError for a reference that leads nowhere, and that may hold some of it
 */
export function requireWhole(api: Description, base: string, token: OperationName | null, isChosen: boolean): void {
  const all = deadIn(api);
  if (all.length === 0) return;
  const item = token === null ? undefined : atPointer(api, pathPointer(token.path));
  const operation = token === null ? undefined : atPointer(item, `/${token.method.toLowerCase()}`);
  const isFound = isObject(item) && isObject(operation);
  const needed = new Set(isFound ? neededOf(api, item, operation).flatMap((node) => deadFrom(api, node)) : []);
  const missing = all.filter((one) => !isFound || needed.has(one.reference) || (isPath(one) && !isChosen));
  if (missing.length === 0) return;
  throw new InputError(
    `The OpenAPI description of ${base} cannot be read:`,
    linesOf(missing, base, 'what it names may be a part of the request for a token, or of the answer that grants it'),
  );
}

/** The question about each answer of an operation of which some part leads nowhere. */
export function elsewhereTodos(api: Description, operation: JsonObject): Todo[] {
  const responses = operation['responses'];
  return Object.entries(isObject(responses) ? responses : {}).flatMap(([status, answer]): Todo[] => {
    const dead = deadFrom(api, answer).map((one) => `"${one}"`);
    const what = `what the answer ${status} holds (${cited(api, 'response', status)}): it refers to ${dead.join(', ')}, which leads to nothing that can be read; the draft has nothing of what that names`;
    return dead.length === 0 ? [] : [{ name: `answer elsewhere ${status}`, what }];
  });
}
