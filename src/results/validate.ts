import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { faults } from '../contract/schema.ts';
import type { Schema } from '../formats/json.ts';
import type { Results } from '../formats/results.ts';
import { packageFolder } from '../package/place.ts';

const schema: Schema = JSON.parse(readFileSync(join(packageFolder, 'formats/results.schema.json'), 'utf8'));

function problemsOf(value: unknown): string[] {
  return faults(schema, value);
}

/** Whether a value is a results file of this format version. */
export function isResults(value: unknown): value is Results {
  return problemsOf(value).length === 0;
}

/** Whether a value is a results file of this format version; what is wrong with it, one line each, where it is not. */
export function validateResults(value: unknown): { results: Results } | { problems: string[] } {
  return isResults(value) ? { results: value } : { problems: problemsOf(value) };
}
