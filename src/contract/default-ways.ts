/** The ways to break a demand that a node of an OpenAPI file states, where its clause mark names no others. */
import { type Json, type JsonObject, own } from '../formats/json.ts';
import { waysBeyond } from './limits.ts';

/** What the keywords of a field demand, one clause for each group. */
export const groups = ['required', 'type', 'length', 'value'] as const;
export type Group = (typeof groups)[number];

/**
 * When a mark states a group of keywords: always; where it has one refusal for all of them or names that of the group, since a
 * mark with a refusal for each may be older than the ways; or only where it names that of the group.
 */
export type Stated = 'always' | 'alike' | 'named';

/** Ways to break a demand, and those that only a longer profile tries. */
export interface Ways {
  break: string[];
  deep: string[];
  stated?: Stated;
}

/** Ways that every profile tries. */
export const all = (...ways: string[]): Ways => ({ break: ways, deep: [] });

/** Ways to break a body as a whole, by its format. */
export const bodyWays: Record<'json' | 'form', Ways> = {
  json: { break: ['malformed', 'trailing-garbage', 'no-content', 'array'], deep: ['string', 'null'] },
  form: { break: ['no-content', 'bad-escape'], deep: ['bad-utf8'] },
};

/**
 * Values of another type than that of a member of JSON. A server that compares loosely takes true for any word, and a list for
 * its only item. The deep ones pass only where a server ignores the value, or reads a type widely.
 */
const otherTypes: Record<string, Ways> = {
  string: { break: ['boolean', 'array'], deep: ['number', 'object'] },
  integer: { break: ['word', 'array'], deep: ['boolean', 'object'], stated: 'alike' },
  number: { break: ['word', 'array'], deep: ['boolean', 'object'], stated: 'alike' },
  boolean: { break: ['word', 'array'], deep: ['number', 'object'], stated: 'alike' },
  array: { break: ['word', 'boolean'], deep: ['number', 'object'], stated: 'alike' },
  object: { break: ['word', 'boolean'], deep: ['number', 'array'], stated: 'alike' },
};

const otherType = (type: Json | undefined): Ways => (typeof type === 'string' ? own(otherTypes, type) : null) ?? all();

/** A value that is sent as text has no type; that of a number is no word. */
const otherText = (type: Json | undefined): Ways =>
  type === 'integer' || type === 'number' ? { ...all('word'), stated: 'alike' } : all();

const typeWays = (format: 'json' | 'form', { type }: JsonObject): Ways =>
  format === 'json' ? otherType(type) : otherText(type);

/** Every way to send a value of another type. */
export function otherTypesOf(format: 'json' | 'form', schema: JsonObject): string[] {
  const { break: ways, deep } = typeWays(format, schema);
  return [...ways, ...deep];
}

/** Texts of which a field that is always sent is to be one: another text is none of them, and a number is another type. */
const isListOfTexts = (listed: Json | undefined): boolean =>
  Array.isArray(listed) && listed.every((one) => typeof one === 'string');

const lengthWays = (schema: JsonObject): Ways => ({
  ...all(...waysBeyond(schema, ['too-long', 'too-short'])),
  stated: schema['maxLength'] === undefined ? 'alike' : 'always',
});

/** Of a field that may be left out, a value out of its bounds may be disregarded as well, or taken for the nearest. */
const valueWays = (schema: JsonObject, required: boolean): Ways => {
  if (schema['const'] !== undefined) return all('other-value', 'other-case', 'padded');
  const listed = required && isListOfTexts(schema['enum']) ? ['other-value'] : [];
  const beyond = waysBeyond(schema, ['too-small', 'too-large', 'other-form']);
  return { ...all(...listed, ...beyond), stated: required ? 'alike' : 'named' };
};

/** Ways to break what the keywords of a field demand; none for a keyword that it does not have. */
export function fieldWays(format: 'json' | 'form', schema: JsonObject, required: boolean): Record<Group, Ways> {
  const json = format === 'json';
  return {
    required: required ? all('absent', ...(json ? ['null'] : []), ...(schema['minLength'] ? ['empty'] : [])) : all(),
    type: typeWays(format, schema),
    length: lengthWays(schema),
    value: valueWays(schema, required),
  };
}

/** Ways to break what the keywords of a mandatory header or parameter of the query demand. */
export function parameterWays(schema: JsonObject): Record<Group, Ways> {
  const stated = 'named';
  return {
    required: all('absent', 'empty'),
    type: { ...otherText(schema['type']), stated },
    length: { ...lengthWays(schema), stated },
    value: { ...all(...waysBeyond(schema, ['too-small', 'too-large', 'other-form'])), stated },
  };
}
