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
