/** The status of another media type, in the words beside the one that has to be sent. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const page = (words: string): string =>
  `${endpoint}## Request headers\n\n${table('Header | Required | Description', `Content-Type | yes | ${words}`)}## Request body\n\n${table('Name | Type | Required', 'grant_type | string | yes')}## Response 200\n\n${table('Name | Type | Required', 'access_token | string | yes')}## Errors\n\n${table('Status | Meaning', '400 | A parameter is missing', '401 | Unknown client')}`;

test('the words beside Content-Type give the status of any other', async () => {
  await expectReadings(
    [
      'Must be `application/json`. Anything else: 415.',
      'Must be `application/json`; otherwise we answer 415.',
      'Harus `application/json`. Selain itu ditolak dengan 415.',
      'Always `application/json`. Any other type gets HTTP 415.',
    ].map((words) => ({
      what: words,
      page: page(words),
      facts: { '415 status': true },
      silent: ['another media type, '],
    })),
  );
});

test('another body of that status is none of those that the others have', async () => {
  const errors = (words: string): string =>
    page('Must be `application/json`. Anything else: 415.').replace(
      /## Errors[\s\S]*/,
      `## Errors\n\n${words}\n\nError body: \`errorMessage\` (string, always) and \`errorCode\` (string, always).\n`,
    );
  await expectReadings(
    [
      '- 400 — a parameter is missing\n- 401 — wrong client\n- 415 — no code, HTML body from the gateway.',
      '- 400 — parameter tidak ada\n- 401 — klien salah\n- 415 — badan HTML dari gateway.',
    ].map((words) => ({
      what: words,
      page: errors(words),
      none: ['415 /errorCode required', '415 /errorMessage required'],
      silent: ['which refusals hold what the page describes once for them'],
    })),
  );
});
