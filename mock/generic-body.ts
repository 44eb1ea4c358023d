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

/** Texts that a pattern matches, always the same. */
function matching(pattern: RegExp): string[] {
  const { sample, stringMatching } = loadFastCheck();
  return sample(stringMatching(pattern), { seed: 1, numRuns: 50 });
}

function text(schema: Row, name: string): string {
  const least = Number(schema['minLength'] ?? 0);
  const most = Number(schema['maxLength'] ?? Number.POSITIVE_INFINITY);
  const pattern = typeof schema['pattern'] === 'string' ? new RegExp(schema['pattern'], 'u') : null;
  const fits = (value: string): boolean =>
    value.length >= least && value.length <= most && (pattern === null || pattern.test(value));
  const usual = ofFormat[String(schema['format'])];
  const known = usual === undefined ? [...candidates, 'x'.repeat(Math.max(least, 1))] : [usual];
  const fitting = known.find(fits) ?? (pattern && matching(pattern).find(fits));
  if (fitting === undefined || fitting === null)
    throw new Error(`The mock finds no value for ${name}; give the schema "examples"`);
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
