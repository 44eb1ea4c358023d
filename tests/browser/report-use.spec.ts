import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { placeUrl } from '../../src/contract/place.ts';
import { findBrowser } from '../support/browser.ts';
import { finding, open, rows } from '../support/report-page.ts';

const browser = findBrowser('report-use.spec.ts (the report in use: findings, links, filters, keyboard, copying)');

test.skip(browser.isMissing, browser.leftOut);
test.use(browser.use);

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

test('the observation that decides the verdict is first and open, the others open at a click', async ({
  page,
}, info) => {
  await open(page, info, '#finnet-signature-verified');
  await expect(finding(page).locator('.obs h4 .badge')).toHaveText(['Failed', 'Passed']);
  await expect(finding(page).locator('.exchange')).toHaveCount(1);
  await finding(page).getByText('Exchange ex-4').click();
  await expect(finding(page).locator('.exchange')).toHaveCount(2);
  await expect(finding(page).locator('.exchange').last()).toContainText('HTTP status 401');
});

test('the button and a click beside it close a finding', async ({ page }, info) => {
  await open(page, info, '#finnet-token-type');
  await finding(page).getByRole('button', { name: 'Close' }).click();
  await expect(finding(page)).toBeHidden();
  await open(page, info, '#finnet-token-type');
  await page.mouse.click(20, 450);
  await expect(finding(page)).toBeHidden();
});

test('pretty-printing keeps every token of a body', async ({ page }, info) => {
  await open(page, info, '#finnet-signature-verified');
  await expect(finding(page).locator('pre.body').first()).toContainText('2.50');
  await finding(page)
    .getByText(/^As received/)
    .click();
  await expect(finding(page).locator('details.raw pre').first()).toContainText('{"list":[1,2.50,{"deep":null}]}');
});

test('a missing value, a header and a missing answer are shown as such', async ({ page }, info) => {
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

test('a finding leads to the next one that the filters show', async ({ page }, info) => {
  await open(page, info, '#?provider=finnet&outcome=failed');
  await page
    .getByRole('link', { name: /tokenType/ })
    .last()
    .click();
  await expect(finding(page).getByRole('navigation', { name: 'Findings' })).toContainText('1 of 3');
  await finding(page).getByRole('link', { name: 'Next finding' }).click();
  await expect(page.locator('#finding-title')).toHaveText('expiresIn: mandatory string of 1–5 characters');
  await expect(page.locator('#finding-title')).toBeFocused();
  await finding(page).getByRole('link', { name: 'Next finding' }).click();
  await expect(finding(page).getByRole('link', { name: 'Next finding' })).toHaveCount(0);
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
  await expect(page).not.toHaveURL(/#/);
});

test('filters narrow the clauses, are announced, live in the address and can be cleared', async ({ page }, info) => {
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

test('the curl is copied without the permission to use the clipboard', async ({ page }, info) => {
  await page.addInitScript("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
  await open(page, info, '#finnet-token-type');
  const button = finding(page).getByRole('button', { name: 'Copy curl' });
  await button.click();
  await expect(finding(page).locator('[data-copy]')).toHaveText(/^(Copied|Selected: press Ctrl\+C)$/);
  await expect(finding(page).getByRole('status')).toHaveText(/^(Copied|Selected)/);
  expect(await page.evaluate('getSelection().toString()')).toContain('--header "X-SIGNATURE: $SIGNATURE"');
});

test('the link of a clause leads to the words of the page, and a browser goes there', async ({ page }) => {
  const filler = '<p>Overview</p>'.repeat(200);
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(`<!doctype html>${filler}<p id="there">X-KEY</p>${filler}`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const source = { key: 'page', title: 'Page', url, read: '2026-11-23', named: true };
  const request = { part: 'header' as const, name: 'X-KEY', ways: [], deep: [] };
  const clause = { source, at: 'Response, data.expires_in', request };
  await page.goto(placeUrl(clause as Parameters<typeof placeUrl>[0]));
  await expect(page.locator('#there')).toBeInViewport();
  server.close();
});
