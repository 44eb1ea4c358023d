import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { renderHtml } from '../../reporters/html/page.ts';
import { toJunit } from '../../reporters/junit.ts';
import { findBrowser } from '../support/browser.ts';
import { finding, open, watch } from '../support/report-page.ts';
import { HOSTILE, largeResults } from '../support/results.ts';
import { sampleResults } from '../support/sample.ts';

const browser = findBrowser(
  'report-browser.spec.ts (the report in a browser: rendering, accessibility, hostile text, first paint)',
);

test.skip(browser.isMissing, browser.leftOut);
test.use(browser.use);

const AXE = createRequire(import.meta.url).resolve('axe-core');

interface Violation {
  id: string;
  impact: string;
  nodes: { target: string[]; failureSummary: string }[];
}

/** Which rules are tried in each colour scheme: what is not about colours is the same in both. */
const rules = { light: {}, dark: { runOnly: ['color-contrast', 'link-in-text-block'] } };

/** What is wrong in a part of the page, by axe's rules for a colour scheme. */
async function seriousViolations(page: Page, part: 'body' | 'dialog', scheme: keyof typeof rules): Promise<string[]> {
  // Evaluated through the debugger: the report's policy lets no script in that is not its own.
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(readFileSync(AXE, 'utf8'));
  const options = JSON.stringify({ resultTypes: ['violations'], ...rules[scheme] });
  const found = await page.evaluate<{ violations: Violation[]; passed: string[] }>(
    `axe.run('${part}', ${options}).then(({ violations, passes }) => ({ violations, passed: passes.map(({ id }) => id) }))`,
  );
  expect(found.passed).toContain('color-contrast');
  if (scheme === 'light') expect(found.passed.length).toBeGreaterThan(5);
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node.target.join(' ')}: ${node.failureSummary}`));
}

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
  await page.evaluate(`new Promise((failed) => {
    document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.pwned=2' }));
    document.body.insertAdjacentHTML('beforeend', '<img src="data:,x" onerror="window.pwned=1">');
    document.body.lastElementChild.addEventListener('error', failed);
  })`);
  expect(await page.evaluate('window.pwned')).toBeUndefined();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious in the page, ${colorScheme}`, async ({ page }, info) => {
    test.slow();
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await open(page, info);
    await page.evaluate("for (const details of document.querySelectorAll('main details')) details.open = true");
    expect(await seriousViolations(page, 'body', colorScheme)).toEqual([]);
  });

  test(`axe finds nothing serious in a finding, ${colorScheme}`, async ({ page }, info) => {
    test.slow();
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await open(page, info, '#finnet-signature-verified');
    for (const id of ['finnet-signature-verified', 'finnet-expires-in/finnet%40dev', 'finnet-timestamp-window']) {
      await page.evaluate(`location.hash = '#${id}'`);
      await expect(finding(page).locator('.eyebrow')).toContainText(id.split('/')[0] ?? '');
      expect(await seriousViolations(page, 'dialog', colorScheme)).toEqual([]);
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

test('no outcome depends on colour alone', async ({ page }, info) => {
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

test('20 targets x 150 clauses show before their table is built', async ({ page }, info) => {
  const file = info.outputPath('large.html');
  writeFileSync(file, renderHtml(largeResults(20, 150)));
  // The frame in which the first screen is painted comes when the test says so.
  await page.addInitScript('window.requestAnimationFrame = (frame) => { window.frame = frame; }');
  await page.goto(pathToFileURL(file).href);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('#targets').getByRole('heading', { level: 3 })).toHaveCount(20);
  await expect(page.locator('#tables')).toHaveAttribute('aria-busy', 'true');
  await expect(page.locator('tr[data-clause]')).toHaveCount(0);
  await page.evaluate('frame()');
  await expect(page.locator('tr[data-clause]')).toHaveCount(150);
});
