/** The values of a member as its type has them: a page writes each as text, and what its type cannot be is asked. */
import type { Json, Schema } from '../../formats/json.ts';
import type { Todo } from '../facts/facts.ts';

const written: Record<string, RegExp> = {
  integer: /^-?(?:0|[1-9]\d{0,14})$/,
  number: /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/,
  boolean: /^(?:true|false)$/i,
};

/** A text as a value of a type; null where it is none, and nothing is known of other types. */
function typed(value: Json, type: string): Json | null {
  if (typeof value !== 'string') return value;
  if (!written[type]?.test(value)) return null;
  return type === 'boolean' ? value.toLowerCase() === 'true' : Number(value);
}

/** The schema of a member with its only value, or all that it may have, of its type; without them where one cannot be. */
export function withTypedValues(name: string, at: string, schema: Schema, todos: Todo[]): Schema {
  const [type, ...others] = [schema['type'] ?? []].flat().filter((one) => one !== 'null');
  const { const: only, enum: listed, ...rest } = schema;
  if (others.length > 0 || !Object.hasOwn(written, String(type))) return schema;
  const values = [only ?? listed ?? []].flat();
  const found = values.map((value) => (value === null ? null : typed(value, String(type))));
  if (values.every((value, index) => value === found[index])) return schema;
  const odd = values.filter((value, index) => value !== null && found[index] === null);
  if (odd.length === 0) return { ...rest, ...(only === undefined ? { enum: found } : { const: found[0] ?? null }) };
  todos.push({
    name: `${name} value`,
    kind: { of: 'keywords' },
    what: `which values ${name} has (${at}): the page calls it ${type}, and ${JSON.stringify(odd.slice(0, 3))} is none; the draft has the type alone`,
  });
  return rest;
}
