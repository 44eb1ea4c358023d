/** Keywords of a description that cannot mean what they say as they stand: no clause may be made of them. */
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { patternFault } from '../../contract/pattern.ts';
import { faults } from '../../contract/schema.ts';
import type { Json, JsonObject, Schema } from '../../formats/json.ts';
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
  const odd = type === undefined ? [] : given.filter((value) => faults({ type }, value).length > 0);
  if (odd.length === 0) return found;
  const { const: _only, enum: _values, ...rest } = found.schema;
  found.wrong.push(`the type is ${[type].flat().join(' or ')}, and ${JSON.stringify(odd.slice(0, 3))} is none`);
  return { ...found, schema: rest };
}

const limits = keywords.filter((name) => name !== 'type' && name !== 'contentEncoding');

/** What an example of a value breaks of its own schema, in words; its type is a matter of its own. */
export function brokenBy(schema: Schema, example: Json | undefined): string | null {
  const { type } = schema;
  const isShortened = typeof example === 'string' && (isPlaceholder(example) || /\*{2}/.test(example));
  if (example === undefined || isShortened || (type !== undefined && faults({ type }, example).length > 0)) return null;
  const broken = limits.find((name) => {
    const value = schema[name];
    return value !== undefined && faults({ [name]: value }, example).length > 0;
  });
  return broken === undefined
    ? null
    : `${broken} ${JSON.stringify(schema[broken])}, which its own example ${JSON.stringify(example).slice(0, 60)} breaks`;
}
