/** What several schemas say of one value together. */
import { isDeepStrictEqual } from 'node:util';
import type { Json, JsonObject } from '../../formats/json.ts';
import { isObject, own } from '../../formats/json.ts';

const lower = (one: number, other: number): number => Math.min(one, other);
const higher = (one: number, other: number): number => Math.max(one, other);

/** Of two limits a value keeps to the narrower one. */
const narrower: Record<string, (one: number, other: number) => number> = {
  maxLength: lower,
  maximum: lower,
  exclusiveMaximum: lower,
  minLength: higher,
  minimum: higher,
  exclusiveMinimum: higher,
};

function bothValues(keyword: string, one: Json, other: Json): Json {
  const limit = own(narrower, keyword);
  if (limit && typeof one === 'number' && typeof other === 'number') return limit(one, other);
  if (keyword === 'required' && Array.isArray(one) && Array.isArray(other)) return [...new Set([...other, ...one])];
  if (keyword === 'enum' && Array.isArray(one) && Array.isArray(other)) {
    const shared = one.filter((value) => other.some((more) => isDeepStrictEqual(value, more)));
    return shared.length > 0 ? shared : one;
  }
  if (keyword === 'properties' && isObject(one) && isObject(other)) {
    const joined = Object.entries(one).map(([name, member]): [string, Json] => {
      const more = own(other, name);
      return [name, more === undefined || isDeepStrictEqual(more, member) ? member : { allOf: [member, more] }];
    });
    return { ...other, ...Object.fromEntries(joined) };
  }
  return one;
}

/** Two schemas as one; in what only one of them can say, the first stands before the second. */
export function both(one: JsonObject, other: JsonObject): JsonObject {
  const said = Object.entries(other).map(([keyword, value]): [string, Json] => {
    const known = own(one, keyword);
    return [keyword, known === undefined ? value : bothValues(keyword, known, value)];
  });
  return { ...one, ...Object.fromEntries(said) };
}

/** Schemas that are joined one after the other. */
const few = 20;

/** The members of many schemas; one that several describe keeps to them all. Those of later schemas stand first, as `both` has them. */
function membersOfAll(schemas: JsonObject[]): JsonObject {
  const found = new Map<string, Json[]>();
  for (const { properties } of schemas.toReversed())
    for (const [name, member] of Object.entries(isObject(properties) ? properties : {})) {
      const known = found.get(name);
      if (known === undefined) found.set(name, [member]);
      else if (!isDeepStrictEqual(known.at(-1) ?? null, member)) known.push(member);
    }
  const whole = ([only, ...others]: Json[]): Json =>
    only !== undefined && others.length === 0 ? only : { allOf: [only ?? null, ...others].reverse() };
  return Object.fromEntries([...found].map(([name, said]) => [name, whole(said)]));
}

function inHalves(schemas: JsonObject[]): JsonObject {
  if (schemas.length <= few) return schemas.reduce(both, {});
  const middle = schemas.length >> 1;
  return both(inHalves(schemas.slice(0, middle)), inHalves(schemas.slice(middle)));
}

/** What many schemas say together. One after the other, all members so far would be copied for each that follows. */
export function joined(schemas: JsonObject[]): JsonObject {
  const holding = schemas.filter(({ properties }) => properties !== undefined);
  const isSound = holding.length > 0 && holding.every(({ properties }) => isObject(properties));
  if (schemas.length <= few || !isSound) return inHalves(schemas);
  const beside = inHalves(schemas.map(({ properties: _members, ...rest }) => rest));
  return { ...beside, properties: membersOfAll(holding) };
}

/** Whether a schema allows null alone. */
export const isNull = (schema: JsonObject): boolean =>
  schema['type'] === 'null' ||
  schema['const'] === null ||
  (Array.isArray(schema['enum']) && isDeepStrictEqual(schema['enum'], [null]));

/** Keywords that say nothing of a value itself. */
const aside = ['title', 'description', 'example', 'examples', 'deprecated'];

const sayOnly = (forms: JsonObject[], keyword: string): boolean =>
  forms.every((form) => keyword in form && Object.keys(form).every((key) => key === keyword || aside.includes(key)));

/** The forms of a value as one schema, where one keyword says them all: types, or values that are listed one by one. */
function together(forms: JsonObject[]): JsonObject | null {
  if (sayOnly(forms, 'type')) return { type: [...new Set(forms.flatMap(({ type }) => type ?? []))] };
  if (sayOnly(forms, 'const')) return { enum: forms.map(({ const: value }) => value ?? null) };
  return null;
}

/**
 * A schema whose choices are gone where they are none: a form beside null, or forms that one keyword says.
 * @param formOf a form with its references followed
 */
export function withoutChoice(schema: JsonObject, formOf: (form: Json) => JsonObject | null): JsonObject {
  const { oneOf, anyOf, ...rest } = schema;
  const given = [oneOf, anyOf].find(Array.isArray);
  if (!given) return schema;
  const forms = given.map(formOf).filter((form) => form !== null);
  const values = forms.filter((form) => !isNull(form));
  const [only, ...others] = values;
  const whole = only && others.length === 0 ? only : together(values);
  if (whole === null || values.length === 0) return schema;
  return { ...both(rest, whole), ...(values.length < forms.length ? { nullable: true } : {}) };
}

const isLimit = (value: Json | undefined): value is number => typeof value === 'number';

/** A schema of 3.0, or of a generator with keywords of its own, in the form of 3.1. */
export function modern({ nullable, 'x-nullable': isNullable, ...schema }: JsonObject): JsonObject {
  for (const [exclusive, limit] of [
    ['exclusiveMinimum', 'minimum'],
    ['exclusiveMaximum', 'maximum'],
  ] as const) {
    const bound = schema[limit];
    if (schema[exclusive] === true && isLimit(bound)) {
      schema[exclusive] = bound;
      delete schema[limit];
    } else if (typeof schema[exclusive] === 'boolean') delete schema[exclusive];
  }
  const { type, enum: values } = schema;
  if (Array.isArray(type) && type.length === 1 && type[0] !== undefined) schema['type'] = type[0];
  const listsNull = Array.isArray(values) && values.includes(null);
  const mayBeNull = nullable === true || isNullable === true || listsNull;
  if (mayBeNull && typeof type === 'string' && type !== 'null') schema['type'] = [type, 'null'];
  if (mayBeNull && Array.isArray(values) && !listsNull) schema['enum'] = [...values, null];
  const [only, ...others] = Array.isArray(schema['enum']) ? schema['enum'] : [];
  if (only !== undefined && others.length === 0 && schema['const'] === undefined) schema['const'] = only;
  // A list without the one value that is allowed is a contradiction, which stays to be seen.
  const { const: constant } = schema;
  if (
    constant !== undefined &&
    [only, ...others].some((value) => value !== undefined && isDeepStrictEqual(value, constant))
  )
    delete schema['enum'];
  return schema;
}
