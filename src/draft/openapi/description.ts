/** An OpenAPI description in one piece, and the operation in it that issues tokens. */

import $RefParser from '@apidevtools/json-schema-ref-parser';
import { InputError } from '../../contract/problems.ts';
import type { Json, JsonObject } from '../../formats/json.ts';
import { atPointer, isObject } from '../../formats/json.ts';
import { camel, kebab } from '../page/words.ts';

/** An OpenAPI description whose references all point into itself. */
export type Description = JsonObject;

/** Whether some reference leads out of the description. The bundler goes as deep as references do; most need none of it. */
function refersElsewhere(description: Json): boolean {
  const open: Json[] = [description];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (value === null || typeof value !== 'object') continue;
    const reference = Array.isArray(value) ? undefined : value['$ref'];
    if (typeof reference === 'string' && !reference.startsWith('#')) return true;
    open.push(...Object.values(value));
  }
  return false;
}

/** @throws InputError where a description is no object. */
function descriptionOf(value: unknown, base: string): Description {
  if (isObject(value)) return value;
  throw new InputError(`The OpenAPI description of ${base} cannot be read:`, ['it is no object']);
}

/**
 * Resolves the references of a description to other files, relative to `file`, or to other pages, relative to a URL.
 * @throws InputError for a reference that leads nowhere.
 */
export async function bundle(description: Json, base: string): Promise<Description> {
  if (!refersElsewhere(description)) return descriptionOf(description, base);
  const remote = URL.canParse(base) && base.startsWith('http');
  try {
    const parser = new $RefParser();
    const resolve = remote ? { file: false as const } : { http: false as const };
    return descriptionOf(
      await parser.bundle(base, descriptionOf(structuredClone(description), base), { resolve }),
      base,
    );
  } catch (error) {
    if (error instanceof InputError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError(`The OpenAPI description of ${base} cannot be read:`, [reason]);
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

const name = ({ method, path }: OperationName): string => `${method} ${path}`;

function operationId(api: Description, { method, path }: OperationName): string {
  return String(atPointer(api, `${pathPointer(path)}/${method.toLowerCase()}/operationId`) ?? '');
}

/** The operation a person calls `POST /path`, or by its operationId. */
function operationCalled(api: Description, all: OperationName[], wanted: string): OperationName | undefined {
  return (
    all.find((one) => name(one).toLowerCase() === wanted.toLowerCase()) ??
    all.find((one) => operationId(api, one) === wanted)
  );
}

/**
 * Operations beside the one that issues tokens, with the ids a contract calls them by; `all` asks for every one.
 * @throws InputError for one that is not there.
 */
export function otherOperations(api: Description, token: OperationName, wanted: string[]): [OperationName, string][] {
  const all = operationsOf(api);
  const asked = wanted.includes('all')
    ? all
    : wanted.map((one) => {
        const found = operationCalled(api, all, one);
        if (found) return found;
        throw new InputError(`There is no operation "${one}".`, [
          `correct --with; there is: ${all.slice(0, 8).map(name).join(', ') || 'none'}`,
        ]);
      });
  const others = asked.filter((one) => name(one) !== name(token));
  const taken = new Set(['token', 'probe']);
  return others.map((one) => {
    const given = kebab(operationId(api, one) || name(one));
    const wanted = /^[a-z]/.test(given) ? given : `operation-${given}`;
    let id = wanted;
    for (let count = 2; taken.has(id); count++) id = `${wanted}-${count}`;
    taken.add(id);
    return [one, camel(id)];
  });
}

const telling = ['access-token', 'access_token', 'oauth', 'token'];

/**
 * The operation that issues tokens: the one that is asked for, the only one, or the one whose path and id say so.
 * @throws InputError that lists the candidates where none or several do.
 */
export function findTokenOperation(api: Description, wanted?: string): OperationName {
  const all = operationsOf(api);
  const idOf = (one: OperationName): string => operationId(api, one);
  const asked = wanted === undefined ? undefined : operationCalled(api, all, wanted);
  if (asked) return asked;
  const [only] = all;
  if (wanted === undefined && only && all.length === 1) return only;
  const score = (one: OperationName): number => {
    const { method, path } = one;
    if (idOf(one) === 'token') return 10;
    return (method === 'POST' ? 1 : 0) + telling.filter((word) => path.toLowerCase().includes(word)).length;
  };
  const ranked = all.map((one) => ({ one, points: score(one) })).sort((a, b) => b.points - a.points);
  const [first, second] = ranked;
  if (wanted === undefined && first && first.points > 1 && first.points !== second?.points) return first.one;
  throw new InputError(
    wanted === undefined
      ? 'Several operations could be the one that issues tokens:'
      : `There is no operation "${wanted}".`,
    [
      `choose one with --operation; there is: ${
        ranked
          .slice(0, 8)
          .map(({ one }) => name(one))
          .join(', ') || 'none'
      }`,
    ],
  );
}
