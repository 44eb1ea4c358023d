/** Keywords of a description that cannot mean what they say as they stand: no clause may be made of them. */
import { isDeepStrictEqual } from 'node:util';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { patternFault, patternOf } from '../../contract/pattern.ts';
import { faults } from '../../contract/schema.ts';
import type { Json, JsonObject, Schema } from '../../formats/json.ts';
import { typeOfJson } from '../../formats/json.ts';
import { keywords } from '../facts/keywords.ts';
import { typeOf } from '../page/values/attributes.ts';
import { isPlaceholder } from '../page/values/values.ts';

/** The keywords that stand, and what is wrong with the others, in words. */
export interface Sound {
  schema: Schema;
  wrong: string[];
}

const types = ['string', 'integer', 'number', 'boolean', 'object', 'array', 'null'];

/** A type as JSON Schema calls it: generators write `String`, `int` and `date-time`. */
function typesOf(type: Json): Schema | null {
  if (Array.isArray(type)) {
    const listed = [...new Set(type.map(String))];
    return listed.length > 0 && listed.every((one) => types.includes(one)) ? { type: listed } : null;
  }
  return types.includes(String(type)) ? { type } : typeOf(String(type));
}

/** Whether a value is of a type, or of one of several; any is of none that is named. */
function isOfType(type: Json | undefined, value: Json): boolean {
  if (type === undefined) return true;
  const own = typeOfJson(value);
  return [type].flat().some((one) => one === own || (one === 'integer' && Number.isInteger(value)));
}

const lengths = ['minLength', 'maxLength'];
const items = ['minItems', 'maxItems'];
const counting = [...lengths, ...items, 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'];

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
  if (name === 'format')
    return typeof value === 'string' && Object.hasOwn(fullFormats, value) ? { format: value } : null;
  if (name === 'enum')
    return Array.isArray(value) && value.length > 0 ? { enum: value } : `${shown} is no list of values`;
  if (name === 'contentEncoding') return typeof value === 'string' ? { [name]: value } : `${shown} is no text`;
  // A list whose items may be the same is any list.
  if (name === 'uniqueItems')
    return typeof value === 'boolean' ? (value ? { [name]: value } : null) : `${shown} is neither true nor false`;
  if (!counting.includes(name)) return { [name]: value };
  const count = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof count !== 'number' || !Number.isFinite(count)) return `${shown} is no number`;
  if ([...lengths, ...items].includes(name) && (!Number.isInteger(count) || count < 0)) return `${shown} is no length`;
  // The list of a good request has one item.
  if (name === 'minItems' && count > 1) return `${shown} is more than the one item that is sent`;
  return { [name]: count };
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
  for (const leave of [withoutEmptyRange, withoutOddValues]) {
    const { schema: left, wrong } = leave(found.schema);
    found.schema = left;
    found.wrong.push(...wrong);
  }
  return found;
}

const without = (schema: Schema, names: string[]): Schema =>
  Object.fromEntries(Object.entries(schema).filter(([name]) => !names.includes(name)));

/** Limits of one side: each keyword, and whether the limit itself is within. */
type Side = readonly (readonly [name: string, isWithin: boolean])[];

const ranges: readonly (readonly [least: Side, most: Side])[] = [
  [[['minLength', true]], [['maxLength', true]]],
  [
    [
      ['exclusiveMinimum', false],
      ['minimum', true],
    ],
    [
      ['exclusiveMaximum', false],
      ['maximum', true],
    ],
  ],
];

/** The narrowest of the limits of one side, of which the one that is not within itself comes first where two are equal. */
function narrowest(
  schema: Schema,
  side: Side,
  sign: 1 | -1,
): { name: string; limit: number; isWithin: boolean } | null {
  const [first] = side
    .flatMap(([name, isWithin]) => {
      const limit = schema[name];
      return typeof limit === 'number' ? [{ name, limit, isWithin }] : [];
    })
    .sort((a, b) => (b.limit - a.limit) * sign);
  return first ?? null;
}

/** The schema without the limits between which there is nothing. */
function withoutEmptyRange(schema: Schema): Sound {
  const wrong: string[] = [];
  let left = schema;
  const isWhole = [schema['type']].flat().every((type) => type === 'integer');
  for (const [lower, upper] of ranges) {
    const [least, most] = [narrowest(schema, lower, 1), narrowest(schema, upper, -1)];
    if (!least || !most) continue;
    // A whole number lies between two limits only where one lies between the whole numbers next to them.
    const from = isWhole ? (least.isWithin ? Math.ceil(least.limit) : Math.floor(least.limit) + 1) : least.limit;
    const to = isWhole ? (most.isWithin ? Math.floor(most.limit) : Math.ceil(most.limit) - 1) : most.limit;
    const isShut = !isWhole && !(least.isWithin && most.isWithin);
    if (isShut ? from < to : from <= to) continue;
    const [one, other] = [`${least.name} ${least.limit}`, `${most.name} ${most.limit}`];
    wrong.push(least.limit > most.limit ? `${one} is more than ${other}` : `nothing is between ${one} and ${other}`);
    left = without(
      left,
      [...lower, ...upper].map(([name]) => name),
    );
  }
  return { schema: left, wrong };
}

/** The schema without its listed values, where one is of another type, or none keeps to the other keywords. */
function withoutOddValues(schema: Schema): Sound {
  const { type, const: only, enum: values } = schema;
  const given = [...(only === undefined ? [] : [only]), ...(Array.isArray(values) ? values : [])];
  const odd = given.filter((value) => !isOfType(type, value));
  if (odd.length > 0) {
    const wrong = `the type is ${[type].flat().join(' or ')}, and ${JSON.stringify(odd.slice(0, 3))} is none`;
    return { schema: without(schema, ['const', 'enum']), wrong: [wrong] };
  }
  const listed = only === undefined ? given : [only];
  const others = Object.entries(without(schema, only === undefined ? ['enum'] : ['const']));
  const broken = others.find(([name, limit]) => listed.length > 0 && listed.every((one) => !isKept(name, limit, one)));
  if (!broken) return { schema, wrong: [] };
  const [name, limit] = broken;
  const shown = only === undefined ? `enum ${JSON.stringify(values)}` : `const ${JSON.stringify(only)}`;
  return {
    schema: without(schema, ['const', 'enum', name]),
    wrong: [`${shown} breaks ${name} ${JSON.stringify(limit)}`],
  };
}

const formats = new Map<string, Schema>();

/** The schema of a format, the same object each time: a schema is compiled once. */
function formatSchema(name: string): Schema {
  const schema = formats.get(name) ?? { format: name };
  formats.set(name, schema);
  return schema;
}

/** Whether a value keeps to a keyword; one that is of another type has nothing to do with it. */
const keeps: Record<string, (limit: Json, value: Json) => boolean> = {
  const: (limit, value) => isDeepStrictEqual(limit, value),
  enum: (limit, value) => Array.isArray(limit) && limit.some((one) => isDeepStrictEqual(one, value)),
  minLength: (limit, value) => typeof value !== 'string' || [...value].length >= Number(limit),
  maxLength: (limit, value) => typeof value !== 'string' || [...value].length <= Number(limit),
  pattern: (limit, value) => typeof value !== 'string' || patternOf(String(limit)).test(value),
  format: (limit, value) => faults(formatSchema(String(limit)), value).length === 0,
  minimum: (limit, value) => typeof value !== 'number' || value >= Number(limit),
  maximum: (limit, value) => typeof value !== 'number' || value <= Number(limit),
  exclusiveMinimum: (limit, value) => typeof value !== 'number' || value > Number(limit),
  exclusiveMaximum: (limit, value) => typeof value !== 'number' || value < Number(limit),
};

const isKept = (name: string, limit: Json, value: Json): boolean => keeps[name]?.(limit, value) !== false;

/** Whether a value stands for another or is cut, as `<token>` and `abc**` are: it shows nothing of what may stand there. */
export const isShortened = (value: Json): boolean =>
  typeof value === 'string' && (isPlaceholder(value) || /\*{2}/.test(value));

/** The keywords of a schema that a value breaks; its type is a matter of its own. */
export const brokenKeywords = (schema: Schema, value: Json): string[] =>
  Object.keys(schema).filter((name) => !isKept(name, schema[name] ?? null, value));

/** Whether an example of a value breaks its own schema; its type is a matter of its own. */
export const isBroken = (schema: Schema, example: Json | undefined): boolean =>
  example !== undefined &&
  !isShortened(example) &&
  isOfType(schema['type'], example) &&
  brokenKeywords(schema, example).length > 0;
