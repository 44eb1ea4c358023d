import { expect, test } from '@playwright/test';
import { endpoint, expectReadings, readDraft, table } from '../../support/draft.ts';

const heads = 'Name | Type | Required | Description';
const page = (granted: string[], refused: string[] = []): string =>
  `${endpoint}## Response 200\n\n${table(heads, 'access_token | String | Yes | Token', ...granted)}\n## Response 401\n\n${table(heads, ...refused, 'reason | String | Yes | Why')}`;

test('a value that is always so of an answer is its only one', async () => {
  await expectReadings([
    {
      what: 'of a refusal',
      page: page(['ok | Boolean | Yes | Always `true`'], ['ok | Boolean | Yes | Always `false`']),
      facts: { '200 /ok const': true, '401 /ok const': false },
    },
    {
      what: 'a value alone, and one of some refusals',
      page: page([], ['code | Integer | Yes | 40101', 'kind | Integer | Yes | 7 for an unknown key']),
      none: ['401 /code const', '401 /kind const'],
      silent: ['has one value alone'],
    },
    {
      what: 'the type of a token without marks',
      page: page(['tokenType | String | Yes | Selalu Bearer']),
      facts: { '200 /tokenType const': 'Bearer' },
    },
    {
      what: 'the type of some tokens',
      page: page(['tokenType | String | Yes | Always Bearer for new clients']),
      none: ['200 /tokenType const'],
    },
  ]);
});

test('a code that is all that is said of a member of a grant is asked', async () => {
  await expectReadings([
    {
      what: 'a code',
      page: page(['responseCode | String | Yes | 2007300']),
      none: ['200 /responseCode const'],
      asked: ['whether responseCode (Response 200, responseCode) has one value alone: of it the page says "2007300"'],
    },
    {
      what: 'a word and an id',
      page: page(['text | String | Yes | Message', 'refresh_token | String | Yes | abc123']),
      silent: ['text (Response 200', 'refresh_token (Response 200'],
    },
  ]);
});

test('the question about the values of a column says which of them the draft has', async () => {
  const { asked } = await readDraft(
    `${endpoint}## Response 200\n\n${table('Name | Type | Required', 'access_token | String | Yes', 'resultText | String | Yes')}## Codes\n\n${table('HTTP | resultText | Cause', '200 | Successful | ', '400 | Invalid field {field} | A field in another form')}`,
  );
  expect(asked).toContain('a table of statuses gives some, and the draft has resultText Successful of 200');
});
