import { faultsBy } from '../contract/schema.ts';
import type { Results } from '../formats/results.ts';
import { formatOf } from '../formats/validators.ts';

const problemsOf = (value: unknown): string[] => faultsBy(formatOf('results'), value);

/** Whether a value is a results file of this format version. */
export function isResults(value: unknown): value is Results {
  return problemsOf(value).length === 0;
}

/** Whether a value is a results file of this format version; what is wrong with it, one line each, where it is not. */
export function validateResults(value: unknown): { results: Results } | { problems: string[] } {
  return isResults(value) ? { results: value } : { problems: problemsOf(value) };
}
