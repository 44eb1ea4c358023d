import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { expect, type Locator, type Page, type TestInfo } from '@playwright/test';
import { renderHtml } from '../../reporters/html/page.ts';
import type { Results } from '../../src/formats/results.ts';
import { compare } from '../../src/results/compare.ts';
import { previousResults, sampleHistory, sampleResults } from './sample.ts';

/** Everything a page does that a report must not: what it logs as an error, throws, or asks from elsewhere. */
export function watch(page: Page): string[] {
  const trouble: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') trouble.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => trouble.push(`exception: ${error.message}`));
  page.on('request', (request) => {
    if (!request.isNavigationRequest() && !request.url().startsWith('data:')) trouble.push(`request: ${request.url()}`);
  });
  return trouble;
}

/** Writes the report of a run and opens it, at the address of a clause or of filters if one is given; ends when its script is done with both. */
export async function open(page: Page, info: TestInfo, hash = '', results: Results = sampleResults()): Promise<void> {
  const file = info.outputPath('report.html');
  const history = sampleHistory();
  writeFileSync(file, renderHtml(results, { changes: compare(previousResults(), results, history), history }));
  // From one address of a page to another of its own a browser loads nothing.
  await page.goto('about:blank');
  await page.goto(pathToFileURL(file).href + hash);
  await expect(page.locator('#tables')).not.toHaveAttribute('aria-busy');
}

/** The rows of clauses that a reader sees. */
export function rows(page: Page): Locator {
  return page.locator('tr[data-clause]:visible');
}

/** The finding that is open. */
export function finding(page: Page): Locator {
  return page.getByRole('dialog');
}
