/** Keywords of a description that cannot mean what they say as they stand: no clause may be made of them. */
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { patternFault, patternOf } from '../../contract/pattern.ts';
import { faults } from '../../contract/schema.ts';
import type { Json, JsonObject, Schema } from '../../formats/json.ts';
import { typeOfJson } from '../../formats/json.ts';
import { keywords } from '../facts/facts.ts';
import { isPlaceholder, typeOf } from '../page/values.ts';

/** The keywords that stand, and what is wrong with the others, in words. */
export interface Sound {
  schema: Schema;
  wrong: string[];
}

const types = ['string', 'integer', 'number', 'boolean', 'object', 'array', 'null'];

/** A type as JSON Schema calls it: generators write `String`, `int` and `date-time`. */
function typesOf(type: Json): Schema | null {
  if (Array.isArray(type)) return type.every((one) => types.includes(String(one))) ? { type } : null;
  return types.includes(String(type)) ? { type } : typeOf(String(type));
}

/** Whether a value is of a type, or of one of several; any is of none that is named. */
function isOfType(type: Json | undefined, value: Json): boolean {
  if (type === undefined) return true;
  const own = typeOfJson(value);
  return [type].flat().some((one) => one === own || (one === 'integer' && Number.isInteger(value)));
}

const counting = ['minLength', 'maxLength', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'];

/** A keyword with its value as it can be used; a text says what is wrong with it, and null that it states nothing. */
function keyword(name: string, value: Json): Schema | string | null {
  const shown = `${name} ${JSON.stringify(value)}`;
  if (name === 'type') return typesOf(value) ?? `${shown} is no type of JSON`;
  if (name === 'pattern') {
    if (typeof value === 'string' && /^\/.*\/[a-z]*$/.test(value))
      return `${shown} has the slashes of another language`;
    const fault = typeof value === 'string' ? patternFault(value) : 'is no text';
    return fault === null ? { pattern: value } : `${shown} ${fault}`;
  }
  // A format that no validator knows says nothing that could be judged.
  if (name === 'format') return typeof value === 'string' && value in fullFormats ? { format: value } : null;
  if (name === 'enum')
    return Array.isArray(value) && value.length > 0 ? { enum: value } : `${shown} is no list of values`;
  if (!counting.includes(name)) return { [name]: value };
  const count = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof count === 'number' && Number.isFinite(count) ? { [name]: count } : `${shown} is no number`;
}

/** The keywords of a schema that state a fact of its own and can be used. */
export function soundOf(schema: JsonObject): Sound {
  const found: Sound = { schema: {}, wrong: [] };
  for (const name of keywords) {
    const value = schema[name];
    const said = value === undefined ? null : keyword(name, value);
    if (typeof said === 'string') found.wrong.push(said);
    else found.schema = { ...said, ...found.schema };
  }
  for (const [least, most] of [
    ['minLength', 'maxLength'],
    ['minimum', 'maximum'],
  ] as const) {
    const [from, to] = [found.schema[least], found.schema[most]];
    if (typeof from !== 'number' || typeof to !== 'number' || from <= to) continue;
    found.wrong.push(`${least} ${from} is more than ${most} ${to}`);
    delete found.schema[least];
    delete found.schema[most];
  }
  const { type, const: only, enum: values } = found.schema;
  const given = [...(only === undefined ? [] : [only]), ...(Array.isArray(values) ? values : [])];
  const odd = given.filter((value) => !isOfType(type, value));
  if (odd.length === 0) return found;
  const { const: _only, enum: _values, ...rest } = found.schema;
  found.wrong.push(`the type is ${[type].flat().join(' or ')}, and ${JSON.stringify(odd.slice(0, 3))} is none`);
  return { ...found, schema: rest };
}

const equal = (one: Json, other: Json | undefined): boolean => JSON.stringify(one) === JSON.stringify(other);

const formats = new Map<string, Schema>();

/** The schema of a format, the same object each time: a schema is compiled once. */
function formatSchema(name: string): Schema {
  const schema = formats.get(name) ?? { format: name };
  formats.set(name, schema);
  return schema;
}

/** Whether a value keeps to a keyword; one that is of another type has nothing to do with it. */
const keeps: Record<string, (limit: Json, value: Json) => boolean> = {
  const: equal,
  enum: (limit, value) => Array.isArray(limit) && limit.some((one) => equal(one, value)),
  minLength: (limit, value) => typeof value !== 'string' || [...value].length >= Number(limit),
  maxLength: (limit, value) => typeof value !== 'string' || [...value].length <= Number(limit),
  pattern: (limit, value) => typeof value !== 'string' || patternOf(String(limit)).test(value),
  format: (limit, value) => faults(formatSchema(String(limit)), value).length === 0,
  minimum: (limit, value) => typeof value !== 'number' || value >= Number(limit),
  maximum: (limit, value) => typeof value !== 'number' || value <= Number(limit),
  exclusiveMinimum: (limit, value) => typeof value !== 'number' || value > Number(limit),
  exclusiveMaximum: (limit, value) => typeof value !== 'number' || value < Number(limit),
};

/** What an example of a value breaks of its own schema, in words; its type is a matter of its own. */
export function brokenBy(schema: Schema, example: Json | undefined): string | null {
  const isShortened = typeof example === 'string' && (isPlaceholder(example) || /\*{2}/.test(example));
  if (example === undefined || isShortened || !isOfType(schema['type'], example)) return null;
  const broken = Object.entries(schema).find(([name, limit]) => keeps[name]?.(limit, example) === false);
  return broken === undefined
    ? null
    : `${broken[0]} ${JSON.stringify(broken[1])}, which its own example ${JSON.stringify(example).slice(0, 60)} breaks`;
}
