import { existsSync } from 'node:fs';
import { chromium, type LaunchOptions } from '@playwright/test';

/** Where distributions put Chromium. */
const ON_THE_MACHINE = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** What a file of browser tests needs: its options, and what to say when there is no browser. */
export interface BrowserSetup {
  isMissing: boolean;
  leftOut: string;
  use: { viewport: { width: number; height: number }; reuseContext: boolean; launchOptions: LaunchOptions };
}

/** Finds Playwright's own browser or a Chromium of the machine; without one says once which tests are left out, and why. */
export function findBrowser(tests: string): BrowserSetup {
  const executablePath = [chromium.executablePath(), ...ON_THE_MACHINE].find((path) => existsSync(path));
  const leftOut = `no browser was found, so the tests of ${tests} are left out; install Chromium (apt-get install chromium) or run: npx playwright install chromium`;
  if (executablePath === undefined && process.env.REQUIRE_BROWSER) throw new Error(leftOut);
  // Each worker loads the file again; said once is enough.
  if (executablePath === undefined && process.env.TEST_WORKER_INDEX === undefined) console.warn(leftOut);
  return {
    isMissing: executablePath === undefined,
    leftOut,
    use: {
      viewport: { width: 1360, height: 900 },
      // A page is emptied for the next test at a third of the processor time that a new one takes.
      reuseContext: true,
      launchOptions: { ...(executablePath === undefined ? {} : { executablePath }), args: ['--no-sandbox'] },
    },
  };
}
