import { availableParallelism } from 'node:os';
import { noBrowser } from './src/playwright/no-browser.ts';
import { fresh, notLoaded } from './tools/fresh.ts';

const { defineConformance } = await fresh<typeof import('./src/index.ts')>('src/index').catch(notLoaded);

/** What all projects of this package's own tests have. */
const ownTests = {
  default: false,
  testDir: 'tests',
  // Only what hangs takes so long: a test is never red because the machine has other work.
  timeout: 450_000,
  expect: { timeout: 60_000 },
};

const withoutBrowser = { ...noBrowser, trace: 'off' } as const;

export default defineConformance(
  { root: import.meta.dirname, contracts: './contracts', specs: './specs', environments: './environments' },
  {
    // Tests of whole runs wait for the programs they start, and targets for their providers: one worker more than processors.
    workers: Math.max(3, availableParallelism() + 1),
    // Not fully parallel: a file is one worker's, so that what it loads, mints and runs once serves all of its tests.
    projects: [
      { ...ownTests, name: 'browser', testMatch: /tests\/browser\/.*\.spec\.ts$/ },
      // One project of three folders: each has workers of its own, which would load and compile the same modules anew. The
      // folder with the longest tests comes first, so that none of them is left to one worker while the others are idle.
      { ...ownTests, name: 'node', testMatch: /tests\/(e2e|sweeps|unit)\/.*\.spec\.ts$/, use: withoutBrowser },
      {
        ...ownTests,
        name: 'unit',
        testMatch: /tests\/unit\/.*\.spec\.ts$/,
        // The quick ones keep a processor busy each.
        workers: Math.max(2, availableParallelism()),
        use: withoutBrowser,
      },
    ],
  },
);
