import { InputError } from '../contract/problems.ts';
import { readWhole } from '../files/read.ts';
import { whyDamaged } from '../formats/digest.ts';
import type { Results } from '../formats/results.ts';
import { whyNoResults } from './mark.ts';
import { validateResults } from './validate.ts';

/** What a file named to compare with was to be. */
export const compareRole = 'the results of the run to compare with';

/**
 * Reads the results.json of a run.
 * @throws InputError when the file is absent, no JSON, no results of this format version, not as it was written, or of a run that has not ended.
 */
export function readResults(file: string, role = 'the results of a run'): Results {
  const unfinished = whyNoResults(file);
  if (unfinished !== null) throw new InputError(`${file} was to be ${role}:`, [unfinished]);
  let value: unknown;
  try {
    value = JSON.parse(readWhole(file).toString('utf8'));
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new InputError(`${file} was to be ${role}:`, [
      `${missing ? 'there is no such file' : 'it cannot be read as JSON'}; name the results.json of a run`,
    ]);
  }
  return resultsIn(value, file);
}

/**
 * The results that a value is, read from a file of that name.
 * @throws InputError when it is no results of this format version, or not as it was written.
 */
export function resultsIn(value: unknown, file: string): Results {
  const checked = checkedAs(value, file);
  if ('results' in checked) return checked.results;
  throw new InputError(`${file} is no results.json of format version 1:`, [
    ...checked.problems.slice(0, 5),
    'name the results.json of a run',
  ]);
}

function checkedAs(value: unknown, file: string): ReturnType<typeof validateResults> {
  try {
    const checked = validateResults(value);
    const damage = 'results' in checked ? whyDamaged(checked.results) : null;
    if (damage === null) return checked;
    throw new InputError(`${file} is not as it was written:`, [`${damage}; name the results.json of a run`]);
  } catch (error) {
    // Nesting beyond any sane depth ends the stack.
    if (error instanceof RangeError) return { problems: [`it cannot be read: ${error.message}`] };
    throw error;
  }
}

/** The results of an earlier run in a file; null when there are none of this format. */
export function kept(file: string): Results | null {
  try {
    return readResults(file);
  } catch (error) {
    // What another tool or a torn write left there is nothing to compare with.
    if (error instanceof InputError) return null;
    throw error;
  }
}
