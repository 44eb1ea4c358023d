/** Inputs of a writer who knew the kinds alone: what was taken in silence is right now, or a question. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import type { Page } from '../../../src/draft/read/input.ts';
import { draftOf } from '../../../src/draft/write/draft.ts';
import { endpoint, readDraft, table } from '../../support/draft.ts';

/** The OpenAPI file and the contract that a text gives. */
async function draft(text: string, format: Page['format'] = 'markdown') {
  const files = draftOf(await factsOf({ text, format, base: 'page' }), {
    ...{ provider: 'x', url: 'https://x.test', read: '2026-01-02' },
  });
  return { spec: files['specs/x.openapi.yaml'], contract: files['contracts/x/contract.yaml'] };
}

const granted = table('Name | Type | Required', 'token | string | yes');

test('a request without what the words about a status name is refused by that status, or it is a question', async () => {
  const headers = table('Header | Required', 'Shop-Mark | yes', 'Shop-Day | yes');
  const page = (rows: string[], body = '') =>
    `${endpoint}## Request headers\n\n${headers}${body}## Response 200\n\n${granted}## Errors\n\n${table('HTTP status | Reason', ...rows)}`;
  const own = await draft(page(['400 | Shop-Day is malformed', '401 | Shop-Mark is missing or wrong']));
  expect(own.spec).toMatchObject({
    paths: {
      '/token': {
        post: {
          parameters: [
            { name: 'Shop-Mark', 'x-clause': { refusal: 'credentials' } },
            { name: 'Shop-Day', 'x-clause': { refusal: 'parameters' } },
          ],
        },
      },
    },
  });
  const { asked } = await readDraft(
    page(['400 | malformed', '404 | Shop-Mark missing', '401 | tanpa toko'], `## Request body\n\n${table('Field | Type | Required', 'toko | string | yes')}`),
  );
  expect(asked).toContain('how a request without Shop-Mark or toko is refused: the page has 404 for "Shop-Mark missing"');
  expect((await readDraft(page(['400 | Shop-Mark missing', '401 | unknown shop']))).asked).not.toContain('a request without');
});

test('a credential that is refused by a status of its own may be called by its bearer', async () => {
  const body = table('Field | Type | Required', 'outlet_id | string | yes', 'outlet_pin | string | yes');
  const page = (row: string) =>
    `${endpoint}## Request body\n\n${body}## Errors\n\n${table('HTTP status | Reason', '400 | malformed', '401 | wrong PIN', row)}`;
  expect((await readDraft(page('404 | outlet tidak ditemukan'))).asked).toContain('how another outlet_id is refused');
  expect((await readDraft(page('404 | the outlet was not found'))).asked).toContain('how another outlet_id is refused');
  expect((await readDraft(page('423 | the outlet is blocked'))).asked).not.toContain('how another outlet_id');
});
