/** What a newer token does to an older one, and limits that a second request at once is beyond: a question each, which quotes the page. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const fields = (...rows: string[]): string => table('Field | Type | Required', ...rows);
const request = `## Request body\n\n${fields('key | string | yes')}`;
const granted = `## Response 200\n\n${fields('access_token | string | yes')}`;
const page = (words: string): string => `${endpoint}${request}${granted}## Notes\n\n${words}\n`;
const refused = (words: string): string =>
  `${endpoint}${request}${granted}## Errors\n\n${table('HTTP status | Meaning', '401 | Wrong key', `429 | ${words}`)}`;

test('what becomes of an older token is asked with the sentence that says it, wherever it stands', async () => {
  const ending = [
    'Yes, but each request invalidates the previous token.',
    'Only the latest token is valid.',
    'Asking for a new token revokes all previously issued tokens.',
    'When a new token is issued, the previous token expires at once.',
    'There is only one active token at a time.',
    'The old token remains valid until its own end.',
    'Token sebelumnya tidak berlaku lagi setelah token baru dibuat.',
    'Hanya token terakhir yang berlaku.',
  ];
  const others = [
    'Ask for a new token before the previous token expires.',
    'The previous refresh token is revoked.',
    'Once the old token has expired, ask for another.',
    'An invalid token is refused.',
    'The latest version of the API is 3.',
    'Minta token baru sebelum token lama kedaluwarsa.',
  ];
  await expectReadings([
    ...ending.map((words) => ({
      ...{ what: words, page: page(`1. Can I ask twice?\n   * ${words}`) },
      asked: [`what becomes of a token once a newer one is issued: the page says "${words}"`],
    })),
    {
      what: 'over two lines',
      page: page('Each new token replaces\nthe previous one, so keep it.'),
      asked: ['says "Each new token replaces the previous one, so keep it."'],
    },
    ...others.map((words) => ({ what: words, page: page(words), silent: ['what becomes of a token once'] })),
  ]);
});

test('whether a second request is granted at once is asked where a page allows one in some time', async () => {
  const limits = [
    'You may request one token per minute.',
    'Clients are limited to 1 request every 30 seconds.',
    'Tokens may be requested only once per minute.',
    'Wait at least 60 seconds between two requests.',
    'Maksimal satu permintaan per menit.',
  ];
  const others = [
    'You may request 20 tokens per minute.',
    'Refresh the token once an hour.',
    'One token lasts an hour.',
    'If it fails, wait 30 seconds before you send the request again.',
    'At most 31 requests per minute are taken.',
  ];
  await expectReadings([
    ...limits.map((words) => ({
      ...{ what: words, page: page(words) },
      asked: [`whether a second good request is granted: the page says "${words}"`],
    })),
    {
      what: 'beside a status',
      page: refused('More than one request a minute'),
      asked: ['the page has 429 for "More than one request a minute"'],
    },
    ...others.map((words) => ({ what: words, page: page(words), silent: ['whether a second good request'] })),
    { what: 'many', page: refused('More than 5 tokens a minute'), silent: ['whether a second good request'] },
  ]);
});
