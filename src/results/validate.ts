import { faultsBy } from '../contract/schema.ts';
import { isDeeper } from '../formats/json.ts';
import type { Results } from '../formats/results.ts';
import { formatOf } from '../formats/validators.ts';

/** Deepest nesting of results: of the claims of a token that a provider made, and of what holds them. */
const mostDepth = 250;

const problemsOf = (value: unknown): string[] =>
  isDeeper(value, mostDepth) ? [`it is nested deeper than ${mostDepth} levels`] : faultsBy(formatOf('results'), value);

/** Whether a value is a results file of this format version. */
export function isResults(value: unknown): value is Results {
  return problemsOf(value).length === 0;
}

/** Whether a value is a results file of this format version; what is wrong with it, one line each, where it is not. */
export function validateResults(value: unknown): { results: Results } | { problems: string[] } {
  return isResults(value) ? { results: value } : { problems: problemsOf(value) };
}
