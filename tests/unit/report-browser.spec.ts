import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { expect, type Page, type TestInfo, test } from '@playwright/test';
import { renderHtml } from '../../reporters/html/page.ts';
import { toJunit } from '../../reporters/junit.ts';
import { compare } from '../../src/results/compare.ts';
import type { Results } from '../../src/results/format.ts';
import { findBrowser, withoutBrowser } from './support/browser.ts';
import { HOSTILE, largeResults } from './support/results.ts';
import { previousResults, sampleHistory, sampleResults } from './support/sample.ts';

const executablePath = findBrowser();
const LEFT_OUT = withoutBrowser(
  'report-browser.spec.ts (the report in a browser: rendering, accessibility, filters, links, first paint)',
);

// Each worker loads this file again; said once is enough.
if (executablePath === undefined && process.env.TEST_WORKER_INDEX === undefined) console.warn(LEFT_OUT);

test.skip(executablePath === undefined, LEFT_OUT);
test.use({
  viewport: { width: 1360, height: 900 },
  launchOptions: { ...(executablePath === undefined ? {} : { executablePath }), args: ['--no-sandbox'] },
});

/** The bar of the product: first paint of 20 targets x 150 clauses, milliseconds. */
const FIRST_PAINT_MS = 500;

const AXE = createRequire(import.meta.url).resolve('axe-core');

interface Violation {
  id: string;
  impact: string;
  nodes: { target: string[]; failureSummary: string }[];
}

/** Everything a page does that a report must not: what it logs as an error, throws, or asks from elsewhere. */
function watch(page: Page): string[] {
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

async function open(page: Page, info: TestInfo, hash = '', results: Results = sampleResults()): Promise<void> {
  const file = info.outputPath('report.html');
  const history = sampleHistory();
  writeFileSync(file, renderHtml(results, { changes: compare(previousResults(), results, history), history }));
  await page.goto(pathToFileURL(file).href + hash);
  await expect(page.getByRole('table').first()).toBeVisible();
}

async function seriousViolations(page: Page): Promise<string[]> {
  // Evaluated through the debugger: the report's policy lets no script in that is not its own.
  await page.evaluate(readFileSync(AXE, 'utf8'));
  const found = await page.evaluate<{ violations: Violation[] }>('axe.run(document)');
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node.target.join(' ')}: ${node.failureSummary}`));
}

const rows = (page: Page) => page.locator('tr[data-clause]:visible');
const finding = (page: Page) => page.getByRole('dialog');

test('renders with its own script alone, without an error and without a request', async ({ page }, info) => {
  const trouble = watch(page);
  await open(page, info);
  await page.getByRole('link', { name: 'tokenType: mandatory string of 1–6 characters' }).first().click();
  await expect(finding(page)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('5 targets: 2 conform and 3 deviate');
  expect(trouble).toEqual([]);
});

test('lets no other script in', async ({ page }, info) => {
  await open(page, info);
  await page.evaluate(`document.body.insertAdjacentHTML('beforeend', '<img src="data:,x" onerror="window.pwned=1">');
    document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.pwned=2' }))`);
  await page.waitForTimeout(100);
  expect(await page.evaluate('window.pwned')).toBeUndefined();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious, ${colorScheme}`, async ({ page }, info) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await open(page, info);
    for (const more of await page.locator('main details').all())
      await more.evaluate((details) => details.setAttribute('open', ''));
    expect(await seriousViolations(page)).toEqual([]);
    for (const hash of ['#finnet-signature-verified', '#finnet-expires-in/finnet@dev', '#finnet-timestamp-window']) {
      await open(page, info, hash);
      await expect(finding(page)).toBeVisible();
      expect(await seriousViolations(page)).toEqual([]);
    }
  });
}

test('hostile text stays text in a statement, a header, a scope and a body', async ({ page }, info) => {
  await open(page, info);
  await expect(page.getByRole('rowheader', { name: HOSTILE })).toBeVisible();
  for (const [hash, times] of [
    ['#finnet-no-script', 3],
    ['#pyng-scope-within-request', 2],
    ['#pyng-html-answer', 2],
  ] as const) {
    await open(page, info, hash);
    const text = (await finding(page).textContent()) ?? '';
    expect(text.split('window.pwned=1</script>').length - 1, hash).toBeGreaterThanOrEqual(times);
  }
  expect(await page.evaluate('window.pwned')).toBeUndefined();
  expect(await page.locator('img, body script:not([type]):not(:last-of-type), dialog script').count()).toBe(0);
});

test('an address that is no web page is no link', async ({ page }, info) => {
  await open(page, info, '#pyng-expires-in');
  await expect(finding(page).locator('.source')).toContainText('Authentication');
  expect(await page.locator('a[href^="javascript:" i]').count()).toBe(0);
  await open(page, info, '#pyng-cache-control');
  await expect(finding(page).locator('.source a')).toHaveAttribute('href', /^https:/);
});

test('one click leads from the first screen to the page, the bytes received and the curl', async ({ page }, info) => {
  await open(page, info);
  await page
    .locator('#targets')
    .getByRole('link', { name: /X-SIGNATURE does not verify/ })
    .first()
    .click();
  await expect(finding(page).getByRole('link', { name: /BI SNAP Open API/ })).toHaveAttribute(
    'href',
    /^https:.*keamanan$/,
  );
  await expect(finding(page).locator('.source')).toContainText('Access Token B2B, X-SIGNATURE');
  await expect(finding(page).locator('pre.body mark').first()).toHaveText('"responseCode": "2007300"');
  await expect(finding(page).locator('pre.curl').first()).toContainText('curl --request POST');
  await expect(finding(page)).toContainText('First seen failing 11 Nov 2026');
});

test('pretty-printing keeps every token of a body', async ({ page }, info) => {
  await open(page, info, '#finnet-signature-verified');
  await expect(finding(page).locator('pre.body').first()).toContainText('2.50');
  await finding(page)
    .getByText(/^As it came/)
    .click();
  await expect(finding(page).locator('details.raw pre').first()).toContainText('{"list":[1,2.50,{"deep":null}]}');
});

test('a value that is not there, a header and a missing answer are told', async ({ page }, info) => {
  await open(page, info, '#pyng-expires-in');
  await expect(finding(page)).toContainText('/expires_in is not in the body.');
  await open(page, info, '#pyng-cache-control');
  await expect(finding(page)).toContainText('The header cache-control was not sent.');
  await open(page, info, '#finnet-content-type');
  await expect(finding(page).locator('pre.head mark')).toHaveText('content-type: application/json; charset=utf-8');
  await open(page, info, '#finnet-timestamp-window');
  await expect(finding(page)).toContainText('No answer came: connection reset');
});

test('a deep link opens a clause at its worst target, and another target at a click', async ({ page }, info) => {
  await open(page, info, '#finnet-token-type');
  await expect(page.locator('#finding-title')).toBeFocused();
  await expect(finding(page).locator('[aria-current]')).toContainText('finnet@dev');
  await finding(page)
    .getByRole('link', { name: /finnet@staging\s*: Passed/ })
    .click();
  await expect(page).toHaveURL(/#finnet-token-type\/finnet%40staging$/);
  await expect(finding(page).locator('.verdict-line')).toContainText('As documented.');
  await expect(finding(page).locator('[aria-current]')).toBeFocused();
  await page.goBack();
  await expect(finding(page).locator('.verdict-line')).toContainText('This fails the run.');
});

test('Escape closes a finding and gives the focus back', async ({ page }, info) => {
  await open(page, info);
  const link = page.locator('#targets').getByRole('link', { name: /tokenType/ });
  await link.focus();
  await page.keyboard.press('Enter');
  await expect(finding(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(finding(page)).toBeHidden();
  await expect(link).toBeFocused();
  expect(page.url()).not.toContain('#');
});

test('filters narrow the clauses, are told, live in the address and can be cleared', async ({ page }, info) => {
  await open(page, info);
  const count = page.locator('#count');
  await expect(count).toHaveText('42 clauses, 74 results');
  await page.getByRole('checkbox', { name: 'Failed' }).check();
  await expect(count).toHaveText('7 of 42 clauses, 8 results');
  await expect(rows(page)).toHaveCount(7);
  await page.getByLabel('Provider').selectOption('finnet');
  await expect(count).toHaveText('3 of 42 clauses, 4 results');
  await page.reload();
  await expect(count).toHaveText('3 of 42 clauses, 4 results');
  await expect(page.getByRole('checkbox', { name: 'Failed' })).toBeChecked();
  await page.getByLabel('Source').selectOption('BI SNAP Open API');
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(count).toHaveText('42 clauses, 74 results');
  await page.getByLabel('Level').selectOption('should');
  await expect(rows(page)).toHaveCount(4);
  await page.getByRole('searchbox').fill('content-type');
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('searchbox').fill('no such words');
  await expect(page.getByText('No clause fits these filters.')).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.getByRole('checkbox', { name: 'Only where environments differ' }).check();
  await expect(rows(page)).toHaveCount(2);
});

test('a count of the first screen leads to its clauses', async ({ page }, info) => {
  await open(page, info);
  await page.getByRole('link', { name: '1 waived' }).click();
  await expect(rows(page)).toHaveCount(1);
  await expect(page.locator('th[data-target]:visible')).toHaveText(['dev']);
});

test('a table is one stop of the Tab key, and arrows move inside it', async ({ page }, info) => {
  await open(page, info);
  const table = page.getByRole('table', { name: 'Finnet' });
  await expect(table.locator('a[tabindex="0"]')).toHaveCount(1);
  await table.locator('a[tabindex="0"]').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect(table.locator('tr[data-clause="finnet-token-type"] a.cell').first()).toBeFocused();
  await expect(table.locator('a[tabindex="0"]')).toHaveCount(1);
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(finding(page).locator('[aria-current]')).toContainText('finnet@staging');
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
});

test('no outcome is told by colour alone', async ({ page }, info) => {
  await open(page, info);
  const words = await page
    .locator('a.cell')
    .evaluateAll((cells) =>
      cells.map(
        (cell) => `${cell.querySelector('use')?.getAttribute('href')} ${cell.querySelector('span')?.textContent}`,
      ),
    );
  expect(new Set(words)).toEqual(
    new Set([
      '#i-passed Passed',
      '#i-failed Failed',
      '#i-warned Warned',
      '#i-waived Waived',
      '#i-not-judged Not judged',
      '#i-not-exercised Not exercised',
    ]),
  );
});

test('the curl is copied without the permission to use the clipboard', async ({ page }, info) => {
  await page.addInitScript("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
  await open(page, info, '#finnet-token-type');
  const button = finding(page).getByRole('button', { name: 'Copy curl' });
  await button.click();
  await expect(finding(page).locator('[data-copy]')).toHaveText(/^(Copied|Selected: press Ctrl\+C)$/);
  await expect(finding(page).getByRole('status')).toHaveText(/^(Copied|Selected)/);
  expect(await page.evaluate('getSelection().toString()')).toContain('--header "X-SIGNATURE: $SIGNATURE"');
});

test('fits a narrow window and prints everything that is folded', async ({ page }, info) => {
  await page.setViewportSize({ width: 400, height: 800 });
  await open(page, info);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(400);
  await page.emulateMedia({ media: 'print' });
  await page.evaluate("dispatchEvent(new Event('beforeprint'))");
  await expect(page.locator('main details:not([open])')).toHaveCount(0);
  await expect(page.locator('#filters')).toBeHidden();
  await page.evaluate("dispatchEvent(new Event('afterprint'))");
  await expect(page.locator('main details:not([open])')).not.toHaveCount(0);
});

test('a browser reads the JUnit report as XML, every text unchanged', async ({ page }) => {
  const read = await page.evaluate<string[]>(`(() => {
    const xml = new DOMParser().parseFromString(${JSON.stringify(toJunit(sampleResults()))}, 'application/xml');
    const at = (id) => xml.querySelector('testcase[name^="' + id + ':"]');
    return [
      String(xml.querySelector('parsererror')),
      at('finnet-token-type').querySelector('failure').getAttribute('message'),
      at('finnet-no-script').getAttribute('name'),
    ];
  })()`);
  expect(read).toEqual([
    'null',
    'received: "BearerToken", 11 characters',
    `finnet-no-script: No markup is sent: ${HOSTILE}`,
  ]);
});

test('20 targets x 150 clauses paint in time', async ({ browser }, info) => {
  const file = info.outputPath('large.html');
  writeFileSync(file, renderHtml(largeResults(20, 150)));
  const paints: number[] = [];
  const tables: number[] = [];
  for (let run = 0; run < 3; run += 1) {
    const page = await browser.newPage({ viewport: { width: 1360, height: 900 } });
    await page.goto(pathToFileURL(file).href);
    await expect(page.locator('tr[data-clause]')).toHaveCount(150);
    paints.push(await page.evaluate<number>("performance.getEntriesByName('first-contentful-paint')[0].startTime"));
    tables.push(await page.evaluate<number>("performance.getEntriesByName('tables')[0].startTime"));
    await page.close();
  }
  const figures = `first contentful paint ${paints.map(Math.round).join(', ')} ms; table complete at ${tables.map(Math.round).join(', ')} ms`;
  info.annotations.push({ type: 'figure', description: figures });
  console.log(`report of 20 x 150: ${figures}`);
  expect(paints.sort((a, b) => a - b)[1]).toBeLessThan(FIRST_PAINT_MS);
});
