import type { Json, Schema } from '../formats/json.ts';
import { leastLength } from './limits.ts';

const typeWords: Record<string, string> = { boolean: 'true or false', integer: 'whole number' };

function words(type: Json | undefined): string {
  const types = Array.isArray(type) ? type : [type ?? 'value'];
  return types.map((one) => typeWords[String(one)] ?? String(one)).join(' or ');
}

function range(least: Json | undefined, most: Json | undefined, unit: string): string {
  if (least !== undefined && most !== undefined) return ` of ${least}–${most} ${unit}`;
  if (most !== undefined) return ` of at most ${most} ${unit}`;
  if (least === 1) return ', not empty';
  return least === undefined ? '' : ` of at least ${least} ${unit}`;
}

const listed = (values: Json | undefined): string =>
  [values]
    .flat()
    .map((value) => JSON.stringify(value))
    .join(', ');

/** The statement of a response member, made of its keywords: `accessToken: mandatory string of 1–3000 characters`. */
export function memberStatement(name: string, schema: Schema, mandatory: boolean): string {
  const parts = [`${name}: ${mandatory ? 'mandatory' : 'where given, a'} ${words(schema['type'])}`];
  parts.push(range(schema['minLength'], schema['maxLength'], 'characters'));
  if (schema['const'] !== undefined) parts.push(`, ${JSON.stringify(schema['const'])}`);
  if (Array.isArray(schema['enum'])) parts.push(`, one of ${listed(schema['enum'])}`);
  if (schema['pattern'] !== undefined) parts.push(` matching ${schema['pattern']}`);
  if (schema['minimum'] !== undefined || schema['maximum'] !== undefined) {
    parts.push(` from ${schema['minimum'] ?? '−∞'} to ${schema['maximum'] ?? '∞'}`);
  }
  if (schema['exclusiveMinimum'] !== undefined) parts.push(` above ${schema['exclusiveMinimum']}`);
  if (schema['exclusiveMaximum'] !== undefined) parts.push(` below ${schema['exclusiveMaximum']}`);
  if (schema['format'] !== undefined) parts.push(` in the format ${schema['format']}`);
  return parts.join('');
}

/** How long a value is to be, and what is refused. */
function lengths(least: number | null, most: Json | undefined): string {
  if (least === null) return `at most ${most} characters long: one more is refused`;
  if (most === undefined) return `at least ${least} characters long: one less is refused`;
  const allowed = least === most ? least : `${least} to ${most}`;
  return `${allowed} characters long: one more is refused, and so is one less`;
}

/** What values a field or header may have beside a fixed one. */
function allowedOf(schema: Schema): string {
  const { enum: values, pattern, minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  return [
    ...(Array.isArray(values) ? [`is one of ${listed(values)}`] : []),
    ...(minimum === undefined ? [] : [`is at least ${minimum}`]),
    ...(exclusiveMinimum === undefined ? [] : [`is above ${exclusiveMinimum}`]),
    ...(maximum === undefined ? [] : [`is at most ${maximum}`]),
    ...(exclusiveMaximum === undefined ? [] : [`is below ${exclusiveMaximum}`]),
    ...(pattern === undefined ? [] : [`matches ${pattern}`]),
  ].join(' and ');
}

/** The requests that are refused where a part is mandatory, by the ways that try them. */
function lacking(ways: readonly string[]): string {
  const [absent, ...others] = [
    'a request without it',
    ...(ways.includes('null') ? ['with null'] : []),
    ...(ways.includes('empty') ? ['with an empty one'] : []),
  ];
  return others.length === 0 ? `${absent}` : `${absent}, or ${others.join(', or ')},`;
}

/** The statements of the demands a request member or header makes, by group of keywords. */
export const demandStatements = {
  required: (name: string, _schema: Schema, ways: readonly string[]) =>
    `${name} is mandatory: ${lacking(ways)} is refused.`,
  type: (name: string, schema: Schema) =>
    `${name} is a ${words(schema['type'])}: a value of another JSON type is refused.`,
  length: (name: string, schema: Schema) => `${name} is ${lengths(leastLength(schema), schema['maxLength'])}.`,
  value: (name: string, schema: Schema) =>
    schema['const'] === undefined
      ? `${name} ${allowedOf(schema)}: any other value is refused.`
      : `${name} is ${JSON.stringify(schema['const'])}: any other value is refused.`,
  path: (name: string) => `${name} in the path is one that was issued: any other is refused.`,
  method: (method: string) => `The endpoint takes ${method} only.`,
  body: (mediaType: string) => `The request body is a well-formed ${mediaType} body: anything else is refused.`,
  'media-type': (mediaType: string) => `The media type of the request is ${mediaType}: another is refused.`,
} as const;
