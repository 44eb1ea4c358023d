/** How soon a report shows: the page of 20 targets with 150 clauses each, opened from disk in a browser. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { renderHtml } from '../reporters/html/page.ts';
import { findBrowser } from '../tests/support/browser.ts';
import { largeResults } from '../tests/support/results.ts';
import type { Bar } from './lines.ts';
import { median } from './parts.ts';

/** Milliseconds from the navigation on, medians of the rounds; null where no browser was found. */
export interface Paint {
  rounds: number;
  firstMs: number | null;
  tablesMs: number | null;
}

/** Opens the report as often as there are rounds, each in a page of its own. */
export async function paint(rounds: number): Promise<Paint> {
  const { isMissing, use } = findBrowser('the first paint of a report');
  if (isMissing) return { rounds, firstMs: null, tablesMs: null };
  const folder = mkdtempSync(join(tmpdir(), 'bench-paint-'));
  const browser = await chromium.launch(use.launchOptions);
  const first: number[] = [];
  const tables: number[] = [];
  try {
    const file = join(folder, 'large.html');
    writeFileSync(file, renderHtml(largeResults(20, 150)));
    for (let round = 0; round < rounds; round++) {
      const page = await browser.newPage({ viewport: use.viewport });
      await page.goto(pathToFileURL(file).href);
      await page.waitForFunction('performance.getEntriesByName("tables").length > 0');
      first.push(await page.evaluate<number>("performance.getEntriesByName('first-contentful-paint')[0].startTime"));
      tables.push(await page.evaluate<number>("performance.getEntriesByName('tables')[0].startTime"));
      await page.close();
    }
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
  return { rounds, firstMs: median(first), tablesMs: median(tables) };
}

/** The bar of the first paint. */
export function paintBar({ firstMs }: Paint): Bar {
  return {
    name: 'first paint of a report of 20 targets with 150 clauses each, median',
    value: firstMs === null ? 'no browser was found' : `${Math.round(firstMs)} ms`,
    limit: '500 ms',
    met: firstMs !== null && firstMs < 500,
  };
}

/** The figures beside the bar. */
export function paintLines({ rounds, firstMs, tablesMs }: Paint): string[] {
  if (firstMs === null || tablesMs === null) return [];
  return [
    '## A large report',
    '',
    `A report of 20 targets with 150 clauses each, opened from disk in Chromium; medians of ${rounds}: first paint after ${Math.round(firstMs)} ms, the table of clauses complete after ${Math.round(tablesMs)} ms.`,
    '',
  ];
}
