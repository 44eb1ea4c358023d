/** Finds members that a schema requires but does not name: a typing mistake there silently makes a member optional. */

import type { Json } from '../formats/json.ts';
import { isObject } from '../formats/json.ts';
import { didYouMean } from './similar.ts';

type Keys = (string | number)[];

/** Keywords whose schemas are about the same value. */
const same = ['allOf', 'anyOf', 'oneOf', 'then', 'else'];
/** Keywords whose schemas are about a value inside. */
const inside = ['items', 'prefixItems', 'additionalProperties', 'contains'];
/** Keywords whose schemas are about values inside, each under a name of its own. */
const byName = ['properties', 'patternProperties', '$defs'];

/** The members that a schema and its branches name; null where it allows others as well. */
function namesOf(schema: Json | undefined): string[] | null {
  if (Array.isArray(schema)) return schema.map(namesOf).reduce(both, []);
  if (!isObject(schema)) return [];
  const own = isObject(schema['properties']) ? Object.keys(schema['properties']) : [];
  if (schema['patternProperties'] !== undefined || schema['$ref'] !== undefined) return null;
  if (isObject(schema['additionalProperties'])) return null;
  return same.map((keyword) => namesOf(schema[keyword])).reduce(both, own);
}

function both(a: string[] | null, b: string[] | null): string[] | null {
  return a === null || b === null ? null : [...a, ...b];
}

/** Every name under `required` that no `properties` beside it has: the keys that lead to it, and why it is refused. */
export function requiredFaults(root: Json | undefined): { keys: Keys; fault: string }[] {
  const found: { keys: Keys; fault: string }[] = [];
  const walk = (schema: Json | undefined, keys: Keys, outer: string[] | null): void => {
    if (Array.isArray(schema)) {
      for (const [index, one] of schema.entries()) walk(one, [...keys, index], outer);
      return;
    }
    if (!isObject(schema)) return;
    const known = both(outer, namesOf(schema));
    const required = Array.isArray(schema['required']) ? schema['required'] : [];
    // A schema that names no member leaves them to other schemas.
    if (known !== null && known.length > 0)
      for (const [index, name] of required.entries())
        if (typeof name === 'string' && !known.includes(name))
          found.push({
            keys: [...keys, 'required', index],
            fault: `requires "${name}", which properties does not name${didYouMean(name, known)}`,
          });
    for (const keyword of same) walk(schema[keyword], [...keys, keyword], known);
    for (const keyword of inside) walk(schema[keyword], [...keys, keyword], []);
    for (const keyword of byName) {
      const schemas = schema[keyword];
      if (isObject(schemas)) for (const [name, one] of Object.entries(schemas)) walk(one, [...keys, keyword, name], []);
    }
  };
  walk(root, [], []);
  return found;
}
