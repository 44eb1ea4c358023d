/** Lists of scopes and the like, the scopes that words name, and what an answer repeats of a request. */
import { expect, test } from '@playwright/test';
import { isCredentialName } from '../../../src/wire/clear/names.ts';
import { endpoint, expectReadings, readDraft, table } from '../../support/draft.ts';

const answer = `## Response 200\n\n${table('Name | Type | Required | Description', 'access_token | string | yes | The token', 'expires_in | integer | yes | Seconds')}`;
const page = (words: string, type = 'string', more = '', required = 'no') =>
  `${endpoint}## Request body\n\n${table('Name | Type | Required | Description', `scope | ${type} | ${required} | ${words}`)}${more}${answer}`;

test('values that a text may hold several of are a pattern, by words or by a sample', async () => {
  const spaced = '^(?:pay|refund|audit)(?: (?:pay|refund|audit))*$';
  const sample = '## Example request\n\n```json\n{ "scope": "pay refund" }\n```\n\n';
  await expectReadings([
    ...[
      'Space-separated list. Allowed: `pay`, `refund`, `audit`.',
      'One of `pay`, `refund`, `audit`. Separated by a single space.',
      'Nilai: `pay`, `refund`, `audit`. Dipisah spasi.',
    ].map((words) => ({
      what: words,
      page: page(words),
      facts: { 'request /scope pattern': spaced },
      none: ['request /scope enum'],
    })),
    {
      what: 'a sample of several',
      page: page('Allowed values: `pay`, `refund`, `audit`.', 'string', sample),
      facts: { 'request /scope pattern': spaced },
      silent: ['what scope may be'],
    },
    {
      what: 'one of them',
      page: page('Allowed values: `pay`, `refund`, `audit`.'),
      facts: { 'request /scope enum': ['pay', 'refund', 'audit'] },
    },
  ]);
});

test('an array in a sample whose items are the values of a field is a list of these', async () => {
  const sample = '## Example request\n\n```json\n{ "scope": ["pay"] }\n```\n\n';
  const { facts, asked } = await readDraft(page('Each one of `pay`, `refund`', 'array of strings', sample));
  expect(facts).toMatchObject({ 'request /scope type': 'array' });
  expect(asked).not.toContain('what scope may be');
  expect(asked).not.toContain('which values scope');
});

test('scopes that words name in any manner are asked for where the draft has none of them', async () => {
  await expectReadings(
    [
      'One or more of `pay`, `refund`. Default: `pay`',
      'Scopes, separated by commas: accounts, auth, cards',
      '(accounts, auth, bnpl, cards)',
      'Salah satu atau beberapa dari `bayar`, `saldo`',
    ].map((words) => ({ what: words, page: page(words), asked: ['which values scope (Request body, scope) has'] })),
  );
});

test('how the values of a list stand, and how many there are, is nothing of whether it is mandatory', async () => {
  await expectReadings(
    ['Scopes, separated by commas', '1 to 5 items. Each one of `pay`, `refund`', 'Daftar, 1 sampai 5 buah'].map(
      (words) => ({
        what: words,
        page: page(words, 'string', '', 'yes'),
        facts: { 'request /scope required': true },
        silent: ['whether scope is mandatory'],
      }),
    ),
  );
});

test('what an answer repeats of the request is one question', async () => {
  const sent = (words: string) =>
    `${endpoint}## Request headers\n\n${table('Name | Required | Description', `X-Trace | no | ${words}`)}${answer}`;
  for (const words of [
    ...['We echo it in the response.', 'Returned as it was sent', 'UUID, dikembalikan apa adanya'],
    ...['Id of the caller, returned in the response.', 'ID unik mitra yang akan dikembalikan pada respons'],
    'An id that you choose and that is repeated in the response header',
  ])
    expect
      .soft((await readDraft(sent(words))).asked, words)
      .toContain('whether answers have the value of the request: the page says it of X-Trace');
  const told = 'Any value passed in the request headers will be returned as-is in the response.';
  expect((await readDraft(`${sent('Your trace')}\n${told}\n`)).asked).toContain(`the page says it of "${told}"`);
  for (const words of ['Never echoed', 'A wrong one is returned as a 400', 'The id of the request'])
    expect.soft((await readDraft(sent(words))).asked, words).not.toContain('answers have the value of the request');
});

test('a token is a credential in whatever order its name is written', () => {
  for (const name of [
    'refreshToken',
    'tokenRefresh',
    'token_akses',
    'tokenPenyegar',
    'refresh_token_value',
    'tokenValue',
  ])
    expect.soft(isCredentialName(name), name).toBe(true);
  for (const name of ['tokenType', 'token_expires_in', 'refreshTokenExpiresIn', 'tokenAccessCount', 'accessTokenUrl'])
    expect.soft(isCredentialName(name), name).toBe(false);
});
