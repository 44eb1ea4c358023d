import { availableParallelism } from 'node:os';
import { noBrowser } from './src/playwright/no-browser.ts';
import { fresh, notLoaded } from './tools/fresh.ts';

const { defineConformance } = await fresh<typeof import('./src/index.ts')>('src/index').catch(notLoaded);

export default defineConformance(
  { root: import.meta.dirname, contracts: './contracts', specs: './specs', environments: './environments' },
  {
    // Tests of whole runs wait for the programs they start, and targets for their providers: one worker more than processors.
    workers: Math.max(3, availableParallelism() + 1),
    // Those of the longest tests first: at the end none is left to one worker while the others are idle.
    projects: ['browser', 'e2e', 'sweeps', 'unit'].map((name) => ({
      name,
      default: false,
      testDir: `tests/${name}`,
      // These keep a processor busy, and each worker loads and compiles what they test anew.
      ...(name === 'unit' ? { workers: Math.max(2, availableParallelism()) } : {}),
      // Only what hangs takes so long: a test is never red because the machine has other work.
      timeout: 450_000,
      expect: { timeout: 60_000 },
      use: name === 'browser' ? {} : { ...noBrowser, trace: 'off' },
      // Not fully parallel: a file is one worker's, so that what it loads, mints and runs once serves all of its tests.
    })),
  },
);
