/** An operation as its OpenAPI file documents it, and what that file leaves undecided. */

import type { Json, Schema } from '../formats/json.ts';
import { isObject, keysOf, own, pointerOf, typeOfJson, typesNamed } from '../formats/json.ts';
import type { Operation } from './types.ts';

/** An operation of an OpenAPI file with what only the loader asks of it. */
export interface Documented extends Omit<Operation, 'control'> {
  /** The schema of each documented answer that has one. */
  answers: { status: number; schema: Schema }[];
}

const combining = ['allOf', 'anyOf', 'oneOf'];

function branches(schema: Schema): Schema[] {
  return combining.flatMap((keyword) => (Array.isArray(schema[keyword]) ? schema[keyword] : [])).filter(isObject);
}

/** Whether a schema names members, so that any other member is undocumented. */
function namesMembers(schema: Schema): boolean {
  return isObject(schema['properties']) || branches(schema).some(namesMembers);
}

function mayHold(schema: Json | undefined, [key, ...rest]: string[]): boolean {
  if (key === undefined || !isObject(schema) || schema['$ref'] !== undefined) return true;
  if (branches(schema).some((branch) => namesMembers(branch) && mayHold(branch, [key, ...rest]))) return true;
  const properties = isObject(schema['properties']) ? schema['properties'] : {};
  const member = own(properties, key);
  if (member !== undefined) return mayHold(member, rest);
  if (schema['items'] !== undefined && /^\d+$/.test(key)) return mayHold(schema['items'], rest);
  const others = schema['additionalProperties'];
  return !namesMembers(schema) || schema['patternProperties'] !== undefined || others === true || isObject(others);
}

/** Whether one of the schemas names the member at the pointer, or leaves the members undecided. */
export function isDocumented(schemas: readonly Schema[], pointer: string): boolean {
  return schemas.length === 0 || schemas.some((schema) => mayHold(schema, keysOf(pointer)));
}

/** Names of the members that schemas document, for a message: `/data`, `/error`. */
export function membersOf(schemas: readonly Schema[]): string[] {
  const walk = (schema: Schema, pointer: string, depth: number): string[] => {
    const properties = isObject(schema['properties']) ? schema['properties'] : {};
    const named = Object.entries(properties).flatMap(([name, member]) => {
      const here = `${pointer}${pointerOf([name])}`;
      return [here, ...(isObject(member) && depth < 3 ? walk(member, here, depth + 1) : [])];
    });
    return [...named, ...(depth < 3 ? branches(schema).flatMap((branch) => walk(branch, pointer, depth + 1)) : [])];
  };
  return [...new Set(schemas.flatMap((schema) => walk(schema, '', 0)))];
}

/** Why a value of the good request does not fit its schema; null when its type and constant fit. */
export function misfit(schema: Schema, value: Json): string | null {
  const types = typesNamed(schema);
  if (types.length > 0 && !types.includes(typeOfJson(value))) return `is no ${[schema['type']].flat().join(' or ')}`;
  const constant = schema['const'];
  return constant !== undefined && JSON.stringify(constant) !== JSON.stringify(value)
    ? `is not ${JSON.stringify(constant)}`
    : null;
}
