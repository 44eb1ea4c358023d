import { readFileSync } from 'node:fs';
import { faults } from '../contract/schema.ts';
import type { Json, JsonObject } from '../contract/types.ts';
import type { Results } from './format.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../contracts/formats/results.schema.json', import.meta.url), 'utf8'),
) as JsonObject;

/** Whether a value is a results file of this format version; what is wrong with it, one line each, where it is not. */
export function validateResults(value: unknown): { results: Results } | { problems: string[] } {
  const problems = faults(schema, value as Json);
  return problems.length === 0 ? { results: value as Results } : { problems };
}
