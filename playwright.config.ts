import { defineConfig } from '@playwright/test';
import { contractsFolder } from './src/catalogue.ts';
import { InputError } from './src/contract/problems.ts';
import { printError } from './src/output/print.ts';
import { namedPrevious, reportFolder, retireResults } from './src/results/folder.ts';
import { compareRole, readResults } from './src/results/read.ts';
import { currentRunId, runIdentity } from './src/run/identity.ts';
import { noBrowser } from './src/run/no-browser.ts';
import { onlyOwnTests, readCommand, selectTargets, type TargetProject, unitProject } from './src/run/selection.ts';
import { variables } from './src/target/environment.ts';

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
    printError(error.message);
    process.exit(3);
  }
}

/** A target's scenarios are told by their findings; the project's own tests, and a list of either, by Playwright. */
const told = readCommand(process.argv).runs && !onlyOwnTests(process.argv);

/** A worker reads this file too, and need not know which run it is of: the process that began it reports. */
const isWorker = process.env['TEST_WORKER_INDEX'] !== undefined;
const run = isWorker
  ? null
  : runIdentity({
      id: currentRunId(),
      argv: process.argv,
      variables: variables(),
      folder: contractsFolder() ?? import.meta.dirname,
    });

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
      metadata: { environment, target: meta, run },
    })),
    { name: unitProject, default: false, testDir: 'tests/unit', fullyParallel: true },
  ],
});
