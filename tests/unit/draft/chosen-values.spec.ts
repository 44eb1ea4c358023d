/** Sentences beside a field that take nothing back of it: what a client wants to do tells which of several values it sends, and nothing of whether it sends one. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const field = (words: string): string =>
  `${endpoint}## Request body\n\n${table('Name | Type | Required | Description', `grant_type | string | yes | ${words}`)}`;

test('a value for what a client wants to do takes nothing back of the field', async () => {
  await expectReadings([
    ...[
      'If you wish to exchange a code, use grant type `authorization_code`. If you want to renew a token, use `refresh_token`. Possible values: `authorization_code` `refresh_token`',
      'Jika ingin menukar kode, gunakan `authorization_code`. Jika anda ingin token baru, gunakan `refresh_token`. Possible values: `authorization_code`, `refresh_token`',
    ].map((words) => ({
      what: words,
      page: field(words),
      facts: {
        'request /grant_type required': true,
        'request /grant_type enum': ['authorization_code', 'refresh_token'],
      },
    })),
    ...[
      'If you wish to renew a token, send it.',
      'If you wish to renew a token, leave out `refresh_token`.',
      'If you are a partner, use `refresh_token`.',
    ].map((words) => ({ what: words, page: field(words), none: ['request /grant_type required'] })),
    {
      what: 'one value of an open list',
      page: field('If you wish to renew a token, use `refresh_token`.'),
      none: ['request /grant_type const', 'request /grant_type enum'],
    },
  ]);
});

test('how much a credential may do, and that it is kept secure, is so of each request', async () => {
  const beside = (words: string): string =>
    `${endpoint}## Request body\n\n${table('Name | Type | Required | Description', `app_key | string | yes | A unique key. ${words}`)}`;
  await expectReadings([
    ...[
      'This secret grants wide access, so be sure to store it secured.',
      'Your API keys have full access, and make sure you keep it secret.',
    ].map((words) => ({ what: words, page: beside(words), facts: { 'request /app_key required': true } })),
    ...[
      'This secret grants wide access for partners.',
      'Be sure to keep it absent.',
      'This key has full access in sandbox only.',
    ].map((words) => ({ what: words, page: beside(words), none: ['request /app_key required'] })),
  ]);
});
