import { createRequire } from 'node:module';
import type FastCheck from 'fast-check';
import type { Row } from './generic-contract.ts';
import { at } from './generic-contract.ts';
import { keysOf } from './yaml.ts';

const candidates = ['Bearer', 'bearer', '900', '2007300', '4007300', 'sample', 'Sample', 'a'];

/** A value of each format that a schema may name. */
const ofFormat: Record<string, string> = {
  'date-time': '2026-01-02T08:00:00Z',
  'iso-date-time': '2026-01-02T08:00:00Z',
  date: '2026-01-02',
  time: '08:00:00Z',
  duration: 'PT15M',
  uri: 'https://provider.test/',
  url: 'https://provider.test/',
  email: 'someone@provider.test',
  hostname: 'provider.test',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  uuid: '0b0e7a54-6a4b-4c1e-9d0a-1f2e3d4c5b6a',
  byte: 'c2FtcGxl',
};

// Few contracts have a pattern that none of the candidates fits.
const loadFastCheck = (): typeof FastCheck => createRequire(import.meta.url)('fast-check');

/** Texts that a pattern matches, the same for one seed. */
function matching(pattern: string, seed: number): string[] {
  const { sample, stringMatching } = loadFastCheck();
  return sample(stringMatching(new RegExp(pattern, 'u')), { seed, numRuns: 50 });
}

/** Whether a text has the length and the pattern that a schema wants. */
export function fits(schema: Row, value: string): boolean {
  const least = Number(schema['minLength'] ?? 0);
  const most = Number(schema['maxLength'] ?? Number.POSITIVE_INFINITY);
  const { pattern } = schema;
  const isMatched = typeof pattern !== 'string' || new RegExp(pattern, 'u').test(value);
  return isMatched && value.length >= least && value.length <= most;
}

/** A text that a schema accepts; with a seed of its own, one that no other seed gives where its pattern allows that. */
export function text(schema: Row, name: string, seed?: number): string {
  const { pattern } = schema;
  const usual = ofFormat[String(schema['format'])];
  const plain = [...candidates, 'x'.repeat(Math.max(Number(schema['minLength'] ?? 0), 1))];
  const known = seed !== undefined ? [] : usual === undefined ? plain : [usual];
  const made = (): string[] => (typeof pattern === 'string' ? matching(pattern, seed ?? 1) : plain);
  const fitting = [...known, ...(known.some((one) => fits(schema, one)) ? [] : made())].find((one) =>
    fits(schema, one),
  );
  if (fitting === undefined) throw new Error(`The mock finds no value for ${name}; give the schema "examples"`);
  return fitting;
}

/** A number as near to `wanted` as the schema allows. */
export function numberOf(schema: Row, wanted: number): number {
  const [only] = [schema['const'] ?? schema['enum'] ?? []].flat().map(Number).filter(Number.isFinite);
  if (only !== undefined) return only;
  const limit = (name: string, exclusive: string, step: number, none: number): number =>
    Number(schema[name] ?? (schema[exclusive] === undefined ? none : Number(schema[exclusive]) + step));
  const least = limit('minimum', 'exclusiveMinimum', 1, Number.NEGATIVE_INFINITY);
  return Math.min(Math.max(wanted, least), limit('maximum', 'exclusiveMaximum', -1, Number.POSITIVE_INFINITY));
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
      return numberOf(schema, 1);
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
