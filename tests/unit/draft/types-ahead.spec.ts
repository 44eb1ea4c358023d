import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const answer = (...rows: string[]): string =>
  `${endpoint}## Response 200\n\n${table('Field | What it holds', ...rows)}`;

test('words give a type before a colon, or before the only value', async () => {
  await expectReadings([
    {
      what: 'a type ahead',
      page: answer(
        'token_type | always the string `Bearer`',
        'expires_in | an integer: seconds until the token ends, at most 1800',
        'active | a boolean: whether the token can be used',
      ),
      facts: {
        '200 /token_type type': 'string',
        '200 /token_type const': 'Bearer',
        '200 /expires_in type': 'integer',
        '200 /expires_in maximum': 1800,
        '200 /active type': 'boolean',
      },
    },
    {
      what: 'two types, and words that go on',
      page: answer(
        'token_type | always the string `Bearer`, or an integer',
        'expires_in | an integer: for old clients, a string',
        'code | an integer: or a string, as the bank has it',
      ),
      none: ['200 /token_type type', '200 /expires_in type', '200 /code type'],
    },
  ]);
});
