import { InputError } from '../contract/problems.ts';
import { systemCode, whyNotWritten } from '../files/faults.ts';

/**
 * Does what writes to a path.
 * @throws InputError naming the path, where the system refuses.
 */
export function writing<T>(path: string, remedy: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    if (error instanceof InputError || systemCode(error) === null) throw error;
    throw new InputError(`${path} cannot be written:`, [`${whyNotWritten(error)}; ${remedy}`]);
  }
}
