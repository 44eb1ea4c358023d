/** An OpenAPI description in one piece, and the operation in it that issues tokens. */

import { InputError } from '../../contract/problems.ts';
import type { Json, JsonObject } from '../../formats/json.ts';
import { atPointer, isObject } from '../../formats/json.ts';
import { isUrl } from '../../formats/url.ts';
import { freeName, numbered } from '../facts/free-name.ts';
import { camel } from '../page/words/spellings.ts';
import { asReferences, deadReferences, refersElsewhere, withoutDead } from './dead-references.ts';

/** An OpenAPI description whose references all point into itself. */
export type Description = JsonObject;

/** The key under which a description says what it was before it was converted. */
export const convertedFrom = 'x-converted-from';

/** The key under which a description says that it names hosts without a scheme. */
export const withoutScheme = 'x-without-scheme';

/** @throws InputError where a description is no object. */
function descriptionOf(value: unknown, base: string): Description {
  if (isObject(value)) return value;
  throw new InputError(`The OpenAPI description of ${base} cannot be read:`, ['it is no object']);
}

/** The description with each path that refers to one among its components as that one, with what the path says of its own. */
function withPathItems(api: Description): Description {
  const { paths } = api;
  if (!isObject(paths)) return api;
  const whole = (item: Json): Json => {
    const reference = isObject(item) ? item['$ref'] : undefined;
    const found = typeof reference === 'string' ? atPointer(api, reference.replace(/^#/, '')) : undefined;
    if (!isObject(item) || !isObject(found)) return item;
    const { $ref: _reference, ...own } = item;
    return { ...found, ...own };
  };
  return { ...api, paths: Object.fromEntries(Object.entries(paths).map(([path, item]) => [path, whole(item)])) };
}

/**
 * Resolves the references of a description to other files, relative to `file`, or to other pages, relative to a URL. Those of a
 * file that lead nowhere are left as ones to what is not there: nobody may need what they name.
 * @throws InputError where the description cannot be read without them either.
 */
export async function bundle(description: Json, base: string): Promise<Description> {
  if (!refersElsewhere(description)) return withPathItems(descriptionOf(description, base));
  const remote = isUrl(base) && base.startsWith('http');
  // Most pages hold no description, and most descriptions refer to nothing else.
  const { default: $RefParser } = await import('@apidevtools/json-schema-ref-parser');
  const resolve = remote ? { file: false as const } : { http: false as const };
  const followed = async (value: Json): Promise<Description> =>
    descriptionOf(await new $RefParser().bundle(base, descriptionOf(structuredClone(value), base), { resolve }), base);
  try {
    return withPathItems(await followed(description));
  } catch (error) {
    if (error instanceof InputError) throw error;
    const isFollowed = (value: Json): Promise<boolean> =>
      followed(value).then(
        () => true,
        () => false,
      );
    // Each address would be asked once more.
    const rest = remote ? null : await withoutDead(description, isFollowed);
    if (rest !== null && (await isFollowed(rest))) return withPathItems(asReferences(await followed(rest)));
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError(
      `The OpenAPI description of ${base} cannot be read:`,
      deadReferences(description, base, reason),
    );
  }
}

/** An operation of a description: `POST /path`. */
export interface OperationName {
  method: string;
  path: string;
}

const methods = ['get', 'put', 'post', 'delete', 'patch'];

/** Every operation of a description. */
export function operationsOf(api: Description): OperationName[] {
  const paths = isObject(api['paths']) ? api['paths'] : {};
  return Object.entries(paths).flatMap(([path, item]) =>
    isObject(item)
      ? methods.filter((method) => isObject(item[method])).map((method) => ({ method: method.toUpperCase(), path }))
      : [],
  );
}

/** Pointer of a path in a description. */
export function pathPointer(path: string): string {
  return `/paths/${path.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** How a person calls an operation: `POST /path`. */
export const operationName = ({ method, path }: OperationName): string => `${method} ${path}`;

/** The operationId of an operation; empty where it has none. */
export function operationId(api: Description, { method, path }: OperationName): string {
  return String(atPointer(api, `${pathPointer(path)}/${method.toLowerCase()}/operationId`) ?? '');
}

const withoutNames = (name: string): string => name.replace(/[?#].*$/, '').replace(/\{[^}]*\}/g, '{}');

const unnamed = (name: string): string => withoutNames(name).toLowerCase();

/** The operation a person calls `POST /path`, whatever the parameters in the path are called, and without what stands behind it, or by its operationId. */
export function operationCalled(api: Description, all: OperationName[], wanted: string): OperationName | undefined {
  return (
    all.find((one) => operationName(one).toLowerCase() === wanted.toLowerCase()) ??
    all.find((one) => operationId(api, one) === wanted) ??
    all.find((one) => unnamed(operationName(one)) === unnamed(wanted))
  );
}

/** An operation beside the one that issues tokens, with the id a contract calls it by. */
export interface OtherOperation {
  api: Description;
  one: OperationName;
  id: string;
  /** Where else it is described. */
  again: Pick<OtherOperation, 'api' | 'one'>[];
}

/** An operation as a contract can hold it once: whatever the parameters in its path are called, and what stands behind it. */
const sameKey = (one: OperationName): string => withoutNames(operationName(one));

/** The id that a contract gives to an operation beside the token's, by what a page or a description calls it. */
export function idBeside(name: string, isTaken: (id: string) => boolean): string {
  const given = camel(name);
  const wanted = /^[a-z]/.test(given) ? given : `operation${given}`;
  return freeName([wanted], isTaken, '') ?? numbered('operation', isTaken, '');
}

/** Whether one of the operations of a description is called so. */
export function hasOperation(api: Description, wanted: string): boolean {
  return operationCalled(api, operationsOf(api), wanted) !== undefined;
}

/** Operations of some descriptions beside the one that issues tokens; `all` asks for every one, and one that is not there is left out. */
export function otherOperations(apis: Description[], token: OperationName | null, wanted: string[]): OtherOperation[] {
  const all = apis.flatMap((api) => operationsOf(api).map((one) => ({ api, one })));
  const asked = wanted.includes('all')
    ? all
    : wanted.flatMap((name) => {
        const found = apis.flatMap((api) => {
          const one = operationCalled(api, operationsOf(api), name);
          return one ? [{ api, one }] : [];
        });
        const [first] = found;
        return first ? found.filter(({ one }) => sameKey(one) === sameKey(first.one)) : [];
      });
  const byKey = new Map<string, typeof all>();
  for (const found of asked) {
    const key = sameKey(found.one);
    byKey.set(key, [...(byKey.get(key) ?? []), found]);
  }
  if (token) byKey.delete(sameKey(token));
  const taken = new Set(['token', 'probe']);
  const isTaken = (id: string): boolean => taken.has(id);
  return [...byKey.values()].flatMap(([first, ...more]) => {
    if (!first) return [];
    const { api, one } = first;
    const again = more.filter((other) => other.api !== api || operationName(other.one) !== operationName(one));
    const id = idBeside(operationId(api, one) || operationName(one), isTaken);
    taken.add(id);
    return [{ api, one, id, again }];
  });
}
