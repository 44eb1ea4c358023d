/** The link of a clause leads to its place in the page, and a browser goes there. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { placeUrl } from '../../src/contract/place.ts';
import { findBrowser } from '../support/browser.ts';

const browser = findBrowser('place.spec.ts (the link of a clause scrolls to its place)');
test.use(browser.use);

const page = { key: 'page', title: 'Page', url: 'https://docs.example/token', read: '2026-11-23', named: true };
const clause = { source: page, at: 'Response, data.expires_in', request: null };

test('a browser goes to the words', async ({ page: tab }) => {
  test.skip(browser.isMissing, browser.leftOut);
  const filler = '<p>Overview</p>'.repeat(200);
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(`<!doctype html>${filler}<p id="there">X-KEY</p>${filler}`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const request = { part: 'header' as const, name: 'X-KEY', ways: [], deep: [] };
  await tab.goto(placeUrl({ ...clause, source: { ...page, url }, request } as Parameters<typeof placeUrl>[0]));
  await expect(tab.locator('#there')).toBeInViewport();
  server.close();
});
