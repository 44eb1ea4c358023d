/** A life in one clause of a sentence whose others are about something else: it is asked with the sentence. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const members = (words: string) =>
  table('Name | Type | Required | Notes', 'access_token | string | yes |', `expires_in | integer | yes | ${words}`);
const page = (words: string, notes = 'Seconds.') => `${endpoint}${words}\n\n## Response 200\n\n${members(notes)}`;

const asked = (...said: string[]) =>
  expectReadings(
    said.map((words) => ({
      what: words,
      page: page(words),
      asked: [`how long a token lives at most: the page says "${words.slice(0, 20)}`],
    })),
  );

test('a clause about a refresh, or what is done before the end, does not take the life from the sentence', async () => {
  await asked(
    'Each token is valid for 10 minutes (as indicated by the expires_in field), so you should refresh it before it expires.',
    'Tokens live 30 minutes, ask for a new one before the old one ends.',
    'Token berlaku selama 20 menit, jadi mintalah yang baru sebelum habis.',
    'The access token expires in 5 minutes and you need a new one before each request.',
  );
  await expectReadings(
    [
      'The refresh token is valid for 10 days, so you should use it before the access token expires.',
      'Ask for a new token 5 minutes before it expires, so that it is always valid.',
      'The access token is got with an authorization code, which is valid for 10 minutes.',
      'Token akses diperoleh dengan refresh token yang berlaku 30 hari, jadi simpan baik-baik.',
      'Do not cache the token; the signature is valid for 5 minutes.',
    ].map((words) => ({ what: words, page: page(words), silent: ['how long a token lives at most'] })),
  );
});

test('how often a token has to be renewed, and a time before or behind the word for it, are asked', async () => {
  await asked(
    'The access token must be sent with every request and has to be updated every 60 minutes using the refresh API.',
    'Your token needs to be refreshed every two hours.',
    'Access token harus diperbarui setiap 30 menit.',
    'Mints a **15-minute** Bearer access token.',
    'This call hands out a one-hour token.',
    'Endpoint ini menerbitkan token akses berdurasi 15 menit.',
  );
});

test('numbers of tokens of several kinds beside the member that counts the life are asked', async () => {
  await expectReadings(
    [
      'Seconds the token is valid for. Client tokens: 1800. User tokens: 7200.',
      'Seconds. Tokens of partners have 900 here.',
      'Detik. Token klien: 1800. Token pengguna: 7200.',
    ].map((words) => ({
      what: words,
      page: page('', words),
      asked: [`how long a token lives at most: the page says "${words}"`],
    })),
  );
});

test('a section about tokens behind a call that uses one tells how long they live', async () => {
  const use = (title: string, path: string, words: string) => ({
    what: `${title} ${path} ${words}`,
    page: `${page('')}## Use it\n\n\`\`\`\nGET https://a.test${path}\n\`\`\`\n\n### ${title}\n\n${words}\n`,
  });
  await expectReadings([
    {
      ...use('Refreshing your access token', '/orders', 'Each token is valid for 10 minutes, as it says.'),
      asked: ['for 10'],
    },
    { ...use('Masa berlaku token', '/pesanan', 'Token berlaku 15 menit, sesuai kebijakan.'), asked: ['berlaku 15'] },
    { ...use('The token', '/v1/authorize', 'The token lives 10 minutes, as it says.'), silent: ['lives 10'] },
    { ...use('Orders', '/orders', 'The token of an order lives 10 minutes, as it says.'), silent: ['lives 10'] },
    { ...use('Refresh tokens', '/shops', 'Those tokens live 30 days, as it says.'), silent: ['live 30'] },
  ]);
});
