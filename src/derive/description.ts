/** An OpenAPI description in one piece, and the operation in it that issues tokens. */
import $RefParser from '@apidevtools/json-schema-ref-parser';
import { isObject } from '../contract/openapi.ts';
import { InputError } from '../contract/problems.ts';
import { atPointer } from '../contract/schema.ts';
import type { Json, JsonObject } from '../contract/types.ts';

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

/**
 * Resolves the references of a description to other files, relative to `file`, or to other pages, relative to a URL.
 * @throws InputError for a reference that leads nowhere.
 */
export async function bundle(description: Json, base: string): Promise<Description> {
  if (!refersElsewhere(description)) return description as Description;
  const remote = URL.canParse(base) && base.startsWith('http');
  try {
    const parser = new $RefParser();
    const resolve = remote ? { file: false as const } : { http: false as const };
    return (await parser.bundle(base, structuredClone(description) as object, { resolve })) as Description;
  } catch (error) {
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

const telling = ['access-token', 'access_token', 'oauth', 'token'];

/**
 * The operation that issues tokens: the one that is asked for, the only one, or the one whose path and id say so.
 * @throws InputError that lists the candidates where none or several do.
 */
export function tokenOperation(api: Description, wanted?: string): OperationName {
  const all = operationsOf(api);
  const name = ({ method, path }: OperationName): string => `${method} ${path}`;
  const idOf = ({ method, path }: OperationName): string =>
    String(
      atPointer(
        api,
        `/paths/${path.replaceAll('~', '~0').replaceAll('/', '~1')}/${method.toLowerCase()}/operationId`,
      ) ?? '',
    );
  const asked =
    all.find((one) => name(one).toLowerCase() === wanted?.toLowerCase()) ??
    all.find((one) => wanted !== undefined && idOf(one) === wanted);
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
