import { InputError } from '../contract/problems.ts';
import { readWhole } from '../files/read.ts';
import { whyDamaged } from '../formats/digest.ts';
import type { Results } from '../formats/results.ts';
import { whyNoResults } from './mark.ts';
import { validateResults } from './validate.ts';

/** The role of a results file that a command compares with. */
export const compareRole = 'compare with';

/**
 * Reads the results.json of a run.
 * @throws InputError when the file is absent, not JSON, not results of this format version, damaged, or of an
 * unfinished run.
 */
export function readResults(file: string, role = 'read'): Results {
  const unfinished = whyNoResults(file);
  if (unfinished !== null) throw new InputError(`Cannot ${role} ${file}:`, [unfinished]);
  let value: unknown;
  try {
    value = JSON.parse(readWhole(file).toString('utf8'));
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new InputError(`Cannot ${role} ${file}:`, [
      `${missing ? 'there is no such file' : 'it cannot be read as JSON'}; name the results.json of a run`,
    ]);
  }
  return resultsIn(value, file);
}

/**
 * The results in a value that was read from a file of that name.
 * @throws InputError when it is not results of this format version, or damaged.
 */
export function resultsIn(value: unknown, file: string): Results {
  const checked = checkedAs(value, file);
  if ('results' in checked) return checked.results;
  throw new InputError(`${file} is not a results.json of format version 1:`, [
    ...checked.problems.slice(0, 5),
    'name the results.json of a run',
  ]);
}

function checkedAs(value: unknown, file: string): ReturnType<typeof validateResults> {
  const checked = validateResults(value);
  const damage = 'results' in checked ? whyDamaged(checked.results) : null;
  if (damage === null) return checked;
  throw new InputError(`${file} is not as it was written:`, [`${damage}; name the results.json of a run`]);
}

/** The results of an earlier run in a file; null when there are none of this format. */
export function kept(file: string): Results | null {
  try {
    return readResults(file);
  } catch (error) {
    // A file of another tool or a torn write holds nothing to compare with.
    if (error instanceof InputError) return null;
    throw error;
  }
}
