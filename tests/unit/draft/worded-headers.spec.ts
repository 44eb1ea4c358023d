/** Headers that a sentence gives to an answer: of that which grants, of one status, or a question. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const answer = `## Response 200\n\n${table('Name | Type | Required', 'access_token | string | yes')}`;
const refusals = `## Errors\n\n${table('HTTP | Meaning', '401 | Wrong secret')}`;

test('a header that a sentence says the answer carries is there, with its value where it gives one', async () => {
  const fixed = { '200 header CACHE-CONTROL required': true, '200 header CACHE-CONTROL const': 'no-store' };
  const named = { '200 header X-CALL required': true };
  await expectReadings(
    (
      [
        ['The response carries Cache-Control: no-store.', fixed],
        ['The answer always has `Cache-Control: no-store`.', fixed],
        ['The response carries the header `Cache-Control` with the value `no-store`.', fixed],
        [
          'We answer with `Cache-Control: no-store` and `Pragma: no-cache`.',
          { ...fixed, '200 header PRAGMA const': 'no-cache' },
        ],
        ['An X-Call header is returned with the response.', named],
        ['The response has the headers `X-Call` and `X-Node`.', { ...named, '200 header X-NODE required': true }],
        ['Jawaban memuat header `X-Call`.', named],
        ['The response with status 401 has the header `X-Call`.', { '401 header X-CALL required': true }],
      ] as const
    ).map(([words, facts]) => ({
      what: words,
      page: `${endpoint}${answer}${words}\n\n${refusals}`,
      facts,
      silent: [words.slice(0, 60)],
    })),
  );
});

test('a header of every answer is asked of the refusals, and one that is not sure is a question alone', async () => {
  await expectReadings([
    {
      what: 'every answer',
      page: `${endpoint}${answer}Every answer has the header \`X-Call\`.\n\n${refusals}`,
      facts: { '200 header X-CALL required': true },
      none: ['401 header X-CALL required'],
      asked: ['whether refusals have the headers X-Call'],
    },
    ...[
      'Responses include an `X-Call` header.',
      'Some responses carry the header X-Call.',
      'The response never carries `X-Call`.',
      'The response carries `X-Call` if you ask for it.',
      'The response may include the `X-Call` header.',
    ].map((words) => ({
      what: words,
      page: `${endpoint}${answer}${words}\n`,
      none: ['200 header X-CALL required'],
      asked: [words.slice(0, 30)],
    })),
    {
      what: 'below refusals',
      page: `${endpoint}${answer}${refusals}The response carries \`Cache-Control: no-store\`.\n`,
      none: ['200 header CACHE-CONTROL required'],
      asked: ['The response carries `Cache-Control: no-store`'],
    },
    {
      what: 'a name that may be a member',
      page: `${endpoint}${answer}The response has \`Access-Key\`.\n`,
      none: ['200 header ACCESS-KEY required'],
    },
  ]);
});
