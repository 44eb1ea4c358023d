import { defineConfig } from '@playwright/test';
import { beginCommand, failCommand, hintOfRun, withdrawRun } from './src/playwright/begin.ts';
import { asksForDeep, onlyOwnTests, ownProjects } from './src/playwright/command.ts';
import { currentRunId, ownRun } from './src/playwright/current.ts';
import { contractsOfRun, leaveResolved, resolvedBefore } from './src/playwright/resolved.ts';
import type { TargetProject } from './src/playwright/selection.ts';
import type { CommandIdentity } from './src/results/identity.ts';

// Before anything is loaded that may fail: the gate must not decide by an earlier run where this one could not begin.
const command = beginCommand(process.argv);
// The workers read the profile from their environment: they have no command line.
if (asksForDeep(command)) process.env['CONFORMANCE_PROFILE'] = 'deep';

/** Bad input and faults of ours end the command with one message and exit code 3, before any request. */
async function targets(): Promise<TargetProject[]> {
  try {
    const before = resolvedBefore();
    if (before) return before.projects;
    const { selectTargets, wantedOf } = await import('./src/playwright/selection.ts');
    const { variables } = await import('./src/target/variables.ts');
    const selected = selectTargets(command, variables());
    const isRun = command.mode === 'run' && !onlyOwnTests(command);
    const wanted = wantedOf(command.projects, selected);
    if (isRun && wanted.length === 0) withdrawRun();
    else if (isRun) await requirePrevious();
    const run = ownRun();
    if (run) leaveResolved(run.scratch, await contractsOfRun(), wanted);
    if (run && command.grep !== '') hintOfRun(await shownInstead(wanted));
    return selected;
  } catch (error) {
    return failCommand(error, command);
  }
}

/** What shows the clauses that --grep names and no test bears. */
async function shownInstead(wanted: readonly TargetProject[]): Promise<string> {
  const { whereShown } = await import('./src/run/where-shown.ts');
  const contracts = await contractsOfRun();
  const providers = [...new Set(wanted.map(({ meta }) => meta.provider))];
  return whereShown(
    command.grep,
    providers.flatMap((provider) => contracts[provider] ?? []),
  );
}

/** Results that are named to compare with have to be there. */
async function requirePrevious(): Promise<void> {
  const { namedPrevious } = await import('./src/results/folder.ts');
  const { compareRole, readResults } = await import('./src/results/read.ts');
  const previous = namedPrevious();
  if (previous !== undefined) readResults(previous, compareRole);
}

const selected = await targets();
const { noBrowser } = await import('./src/playwright/no-browser.ts');

/** A target's scenarios are told by their findings; the project's own tests, and a list of either, by Playwright. */
const told = command.mode === 'run' && !onlyOwnTests(command);

/** A worker reads this file too, and need not know which run it is of: the process that began it reports. */
const isWorker = process.env['TEST_WORKER_INDEX'] !== undefined;
const run = isWorker ? null : await identity();

async function identity(): Promise<CommandIdentity | null> {
  try {
    const { contractsFolder } = await import('./src/judge/catalogue.ts');
    const { runIdentity } = await import('./src/playwright/identity.ts');
    const { variables } = await import('./src/target/variables.ts');
    const folder = contractsFolder() ?? import.meta.dirname;
    return runIdentity({ id: currentRunId(), argv: process.argv, variables: variables(), folder });
  } catch (error) {
    return failCommand(error, command);
  }
}

export default defineConfig({
  outputDir: 'test-results',
  timeout: 120_000,
  // One worker sends the requests of one target; the targets run side by side.
  workers: 4,
  retries: 0,
  reporter: [[told ? './reporters/progress.ts' : 'list'], ['./reporters/conformance.ts']],
  projects: [
    ...selected.map(({ name, default: byDefault, environment, timeout, meta }) => ({
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
    ...ownProjects.map((name) => ({
      name,
      default: false,
      testDir: `tests/${name}`,
      // Only what hangs takes so long: a test is never red because the machine has other work.
      timeout: 450_000,
      expect: { timeout: 60_000 },
      // Not fully parallel: a file is one worker's, so that what it loads, mints and runs once serves all of its tests.
    })),
  ],
});
