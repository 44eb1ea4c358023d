import { readFileSync, statSync } from 'node:fs';
import { CORE_SCHEMA, load } from 'js-yaml';

/** Largest file the mock reads, in bytes. */
const mostBytes = 16 * 1024 * 1024;

/** Most values of a file, one under an alias counted as often as it is used. */
const mostValues = 2_000_000;

/** Reads a YAML file in the core schema of YAML 1.2. Throws where it is too large, or an alias makes it so. */
export function readYaml(file: string): unknown {
  if (statSync(file).size > mostBytes) throw new Error(`${file}: larger than ${mostBytes} bytes`);
  const value: unknown = load(readFileSync(file, 'utf8'), { schema: CORE_SCHEMA });
  const open: unknown[] = [value];
  let seen = 0;
  for (let here = open.pop(); open.length > 0 || here !== undefined; here = open.pop()) {
    if (++seen > mostValues) throw new Error(`${file}: more than ${mostValues} values, aliases followed`);
    if (typeof here === 'object' && here !== null) for (const item of Object.values(here)) open.push(item);
  }
  return value;
}

/** The keys of a JSON pointer, their escapes undone. */
export function keysOf(pointer: string): string[] {
  const raw = pointer.split('/').slice(1);
  return raw.map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}
