import { InputError } from '../src/contract/problems.ts';

/** Exit code of bad input, and of what fails in the suite itself. */
export const ownFault = 3;

/** Ends the process with the exit code that a command gives; with 3 and one message where it throws. */
export async function endWith(command: () => number | Promise<number>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    // What a person gave is told by its message alone; a fault of ours with where it is.
    console.error(error instanceof InputError ? error.message : error);
    process.exitCode = ownFault;
  }
}
