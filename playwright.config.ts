import { defineConfig } from '@playwright/test';
import { InputError } from './src/contract/problems.ts';
import { namedPrevious, reportFolder, retireResults } from './src/results/folder.ts';
import { compareRole, readResults } from './src/results/read.ts';
import { noBrowser } from './src/run/no-browser.ts';
import {
  asksForDeep,
  onlyOwnTests,
  readCommand,
  selectTargets,
  type TargetProject,
  unitProject,
} from './src/run/selection.ts';
import { variables } from './src/target/environment.ts';

// The workers read the profile from their environment: they have no command line.
if (asksForDeep(process.argv)) process.env['CONFORMANCE_PROFILE'] = 'deep';

/** Bad input ends the command with one message and exit code 3, before any request. */
function targets(): TargetProject[] {
  try {
    const selected = selectTargets(process.argv, variables());
    const previous = namedPrevious();
    if (previous !== undefined && readCommand(process.argv).runs) readResults(previous, compareRole);
    return selected;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    // The gate must not decide by an earlier run where this one could not begin.
    if (readCommand(process.argv).runs) retireResults(reportFolder());
    console.error(error.message);
    process.exit(3);
  }
}

/** A target's scenarios are told by their findings; the project's own tests, and a list of either, by Playwright. */
const told = readCommand(process.argv).runs && !onlyOwnTests(process.argv);

export default defineConfig({
  outputDir: 'test-results',
  timeout: 120_000,
  // One worker sends the requests of one target; the targets run side by side.
  workers: 4,
  retries: 0,
  reporter: [[told ? './reporters/progress.ts' : 'list'], ['./reporters/conformance.ts']],
  projects: [
    ...targets().map(({ name, default: byDefault, environment, timeout, meta }) => ({
      name,
      default: byDefault,
      testDir: 'tests',
      testMatch: 'conformance.spec.ts',
      grep: new RegExp(`@${meta.provider}(?![\\w-])`),
      workers: 1,
      timeout,
      use: { ...noBrowser, trace: 'off' as const },
      metadata: { environment, target: meta },
    })),
    { name: unitProject, default: false, testDir: 'tests/unit', fullyParallel: true },
  ],
});
