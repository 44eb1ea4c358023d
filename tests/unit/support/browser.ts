import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

/** Where distributions put Chromium. */
const ON_THE_MACHINE = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser the report is tested in: Playwright's own, or a Chromium of the machine; undefined when there is none. */
export function findBrowser(): string | undefined {
  return [chromium.executablePath(), ...ON_THE_MACHINE].find((path) => existsSync(path));
}

/** Says which tests are left out without a browser, why, and what to do. */
export function withoutBrowser(tests: string): string {
  return `no browser was found, so the tests of ${tests} are left out; install Chromium (apt-get install chromium) or run: npx playwright install chromium`;
}
