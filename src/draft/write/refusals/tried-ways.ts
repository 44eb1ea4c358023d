/** Which values that are none the demands of a draft send: a refusal that is of a way in which no demand is broken does not load. */
import { fieldWays, parameterWays } from '../../../contract/default-ways.ts';
import { isObject, type Json, type JsonObject } from '../../../formats/json.ts';

/** The ways that send no value, of which not every demand of a kind has each. */
const valueless = ['absent', 'empty', 'null'];

/** The ways in which a marked node is broken where nothing is sent in its place. */
function waysOf(node: JsonObject, { break: broken, deep = [] }: JsonObject, format: 'json' | 'form'): Json[] {
  if (broken !== undefined) return [broken, deep].flat();
  if (isObject(node['content'])) return format === 'json' ? ['null'] : [];
  const { schema } = node;
  // A media type, which is not that of a parameter.
  if (isObject(schema) && !('in' in node)) return ['absent'];
  const own = 'in' in node ? parameterWays(isObject(schema) ? schema : {}) : fieldWays(format, node, true);
  return [...own.required.break, ...own.required.deep, ...[deep].flat()];
}

/** Every object within some JSON. */
function within(value: Json): JsonObject[] {
  if (Array.isArray(value)) return value.flatMap(within);
  return isObject(value) ? [value, ...Object.values(value).flatMap(within)] : [];
}

/** The ways that the marks and the clauses of a draft try, by the refusals that they name. */
function triedIn(files: Json, clauses: JsonObject[], format: 'json' | 'form'): Map<Json, Set<Json>> {
  const tried = new Map<Json, Set<Json>>();
  const add = (refusal: Json | undefined, ways: Json[]): void => {
    const name = isObject(refusal) ? refusal['required'] : refusal;
    if (name !== undefined) tried.set(name, new Set([...(tried.get(name) ?? []), ...ways]));
  };
  for (const node of within(files)) {
    const mark = node['x-clause'];
    if (isObject(mark)) add(mark['refusal'], waysOf(node, mark, format));
  }
  for (const { demand, refusal } of clauses)
    if (isObject(demand)) add(refusal, [demand['break'] ?? [], demand['deep'] ?? []].flat());
  return tried;
}

/** Answers that a refusal takes, without the ways that are not tried. */
const withoutUntried = (taken: Json | undefined, tried: Set<Json> | undefined): JsonObject[] =>
  [taken ?? []].flat().flatMap((one): JsonObject[] => {
    if (!isObject(one) || one['ways'] === undefined) return isObject(one) ? [one] : [];
    const ways = [one['ways']].flat().filter((way) => !valueless.includes(String(way)) || tried?.has(way));
    return ways.length > 0 ? [{ ...one, ways }] : [];
  });

/** The refusals of a draft, each of the ways alone that a demand with it has. */
export function ofTriedWays(
  rows: Record<string, JsonObject>,
  files: Json,
  clauses: JsonObject[],
  format: 'json' | 'form',
): Record<string, JsonObject> {
  const tried = triedIn(files, clauses, format);
  return Object.fromEntries(
    Object.entries(rows).map(([name, row]) => {
      const { documented, tolerated, ...rest } = row;
      const left = withoutUntried(tolerated, tried.get(name));
      const own = withoutUntried(documented, tried.get(name));
      return [
        name,
        { ...rest, ...(own.length > 0 ? { documented: own } : {}), ...(left.length > 0 ? { tolerated: left } : {}) },
      ];
    }),
  );
}
