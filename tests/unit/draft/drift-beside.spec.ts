/** What a page says that no schema holds, compared as its other facts are. */
import { expect, test } from '@playwright/test';
import { pageFacts } from '../../../src/draft/drift/beside.ts';
import { changesSince } from '../../../src/draft/drift/compare.ts';
import { pageRow } from '../../../src/draft/drift/decisions.ts';
import { flatten } from '../../../src/draft/facts/flatten.ts';
import { factsOf } from '../../../src/draft/read/derive.ts';
import type { DeriveOptions, Page } from '../../../src/draft/read/input.ts';
import type { Json } from '../../../src/formats/json.ts';
import { described, page } from '../../support/described.ts';

const timed = (form: string): Page => ({
  format: 'markdown',
  base: 'page.md',
  text: `# Token\n\nPOST https://a.test/token\n\n## Header\n\n| Header | M/O | Description |\n|---|---|---|
| X-TIMESTAMP | M | ${form} |\n| X-CLIENT-KEY | M | Client id |
| X-SIGNATURE | M | SHA256withRSA(privateKey, X-CLIENT-KEY\\|X-TIMESTAMP), base64 |\n`,
});

const since = async (before: Page, after: Page, options: DeriveOptions = {}): Promise<string[]> => {
  const { facts } = pageRow(await factsOf(before, options), undefined);
  return changesSince(pageFacts(await factsOf(after, options)), facts, new Map()).map(({ fact }) => fact);
};

const withLife = (unit: string, more = ''): Page =>
  page(
    described(`
responses: { 200: { description: ok, content: { application/json: { schema: { required: [token, ttl], properties: {
  token: { type: string }, ttl: { type: integer, description: ${unit} } } } } } } }
${more}`),
  );

test('drift: the form of a timestamp, the unit of a lifetime and authentication that is open are compared', async () => {
  const before = timed('yyyy-MM-ddTHH:mm:ssXXX');
  expect(await since(before, before)).toEqual([]);
  expect(await since(before, timed('yyyy-MM-ddTHH:mm:ss.SSSXXX'))).toEqual(['signature timestamp']);
  expect(await since(withLife('in minutes'), withLife('in seconds'))).toEqual(['lifetime unit']);
  const cookie = (name: string): Page =>
    withLife(
      'in seconds',
      `security: [ { way: [] } ]\ncomponents: { securitySchemes: { way: { type: apiKey, in: cookie, name: ${name} } } }`,
    );
  expect(await since(cookie('sid'), cookie('session'))).toEqual(['authentication']);
});

test('drift: a record that an earlier form of derive wrote holds none of it, and finds no change', async () => {
  const facts = await factsOf(withLife('in minutes'));
  const earlier = Object.fromEntries([...flatten(facts)].map(([key, { value }]): [string, Json] => [key, value]));
  expect(changesSince(pageFacts(facts), earlier, new Map())).toEqual([]);
});
