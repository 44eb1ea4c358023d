/** Yes and no of descriptions, as YAML 1.1 writes them: a reader of YAML 1.2 takes `required: yes` for a text. */
import type { Json } from '../../formats/json.ts';

/** What OpenAPI has as true or false; a member of an object may have the same name, and its value is a schema then. */
const flags: ReadonlySet<string> = new Set([
  ...['required', 'nullable', 'readOnly', 'writeOnly', 'deprecated', 'uniqueItems', 'allowEmptyValue', 'explode'],
  ...['exclusiveMinimum', 'exclusiveMaximum', 'additionalProperties'],
]);

/** What holds values of the provider and nothing that OpenAPI defines. */
const values: ReadonlySet<string> = new Set(['example', 'examples', 'default', 'enum', 'const', 'value']);

const meant: ReadonlyMap<string, boolean> = new Map([
  ...['yes', 'y', 'on', 'true'].map((word): [string, boolean] => [word, true]),
  ...['no', 'n', 'off', 'false'].map((word): [string, boolean] => [word, false]),
]);

/** Puts true and false into a description where a word stands for them. */
export function readFlags(description: Json): void {
  const left: Json[] = [description];
  const seen = new WeakSet<object>();
  for (let one = left.pop(); one !== undefined; one = left.pop()) {
    // What an anchor names is one value at each of its aliases.
    if (typeof one !== 'object' || one === null || seen.has(one)) continue;
    seen.add(one);
    if (Array.isArray(one)) left.push(...one);
    else
      for (const [key, own] of Object.entries(one)) {
        const flag = typeof own === 'string' && flags.has(key) ? meant.get(own.toLowerCase()) : undefined;
        if (flag !== undefined) one[key] = flag;
        else if (!values.has(key)) left.push(own);
      }
  }
}
