/** Keeps Playwright's list of the tests that failed, which --last-failed reads, over a run that selected none. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { given, type PlaywrightCommand } from './command.ts';

/** The list as it was when a run began. */
export interface LastFailed {
  file: string;
  text: string;
}

/**
 * The list of the run before, as Playwright finds it: it empties the folder before it knows whether any test is selected.
 * Null where there is none. `outputDir`: the folder of what tests leave, by the configuration.
 */
export function lastFailed(
  argv: readonly string[],
  { output }: PlaywrightCommand,
  outputDir: string,
): LastFailed | null {
  const named = given(argv.slice(3)).lastFailedFile ?? process.env['PLAYWRIGHT_LAST_RUN_OUTPUT_FILE'];
  const file = named ? resolve(named) : resolve(output ?? outputDir, '.last-run.json');
  return existsSync(file) ? { file, text: readFileSync(file, 'utf8') } : null;
}

/** Restores the list when this process ends, after Playwright wrote an empty one; where that cannot be, it stays empty. */
export function restoreAtEnd({ file, text }: LastFailed): void {
  process.once('exit', () => {
    try {
      writeFileSync(file, text);
    } catch {
      // Playwright could not write it either: the run ends as it would have without the list.
    }
  });
}
