import type { Row } from './generic-contract.ts';
import { at } from './generic-contract.ts';
import { keysOf } from './yaml.ts';

const candidates = ['Bearer', 'bearer', '900', '2007300', '4007300', 'sample', 'Sample', 'a'];

function text(schema: Row, name: string): string {
  const least = Number(schema['minLength'] ?? 0);
  const most = Number(schema['maxLength'] ?? Number.POSITIVE_INFINITY);
  const pattern = typeof schema['pattern'] === 'string' ? new RegExp(schema['pattern'], 'u') : null;
  const fitting = [...candidates, 'x'.repeat(Math.max(least, 1))].find(
    (value) => value.length >= least && value.length <= most && (pattern === null || pattern.test(value)),
  );
  if (fitting === undefined) throw new Error(`The mock finds no value for ${name}; give the schema "examples"`);
  return fitting;
}

/** A value that the schema accepts: its constant, its first example, or the plainest of its type. */
export function sampleOf(schema: Row, name = 'the body'): unknown {
  if (schema['const'] !== undefined) return schema['const'];
  for (const key of ['examples', 'enum']) {
    const values = schema[key];
    if (Array.isArray(values) && values.length > 0) return values[0];
  }
  const type = Array.isArray(schema['type']) ? schema['type'][0] : schema['type'];
  switch (type) {
    case 'string':
      return text(schema, name);
    case 'integer':
    case 'number':
      return Number(schema['minimum'] ?? 1);
    case 'boolean':
      return true;
    case 'array':
      return [];
    default:
      return Object.fromEntries(
        Object.entries(at(schema, 'properties')).map(([member, own]) => [member, sampleOf(own as Row, member)]),
      );
  }
}

/** Sets the value at a JSON pointer, making the objects on the way. */
export function setAt(body: Row, pointer: string, value: unknown): void {
  const keys = keysOf(pointer);
  const last = keys.pop();
  if (last === undefined) return;
  let here = body;
  for (const key of keys) {
    if (!Object.hasOwn(here, key) || typeof here[key] !== 'object' || here[key] === null) here[key] = {};
    here = here[key] as Row;
  }
  here[last] = value;
}

/** The schema of the member at a JSON pointer. */
export function schemaAt(schema: Row, pointer: string): Row {
  return keysOf(pointer).reduce((here, key) => at(here, 'properties', key), schema);
}
