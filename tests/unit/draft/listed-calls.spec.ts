/** Addresses that a page gives in a list of its operations, below a label in bold, or only where the token is used. */
import { test } from '@playwright/test';
import { expectReadings, table } from '../../support/draft.ts';

const answer = `## Response 200\n\n${table('Name | Type | Required', 'access_token | string | yes')}`;
const request = `${table('Name | Type | Required', 'grant_type | string | yes')}`;
const listed = (...items: string[]): string =>
  `# OAuth 2.0\n\n${items.map((item) => `- ${item}\n`).join('')}\n## Token endpoint\n\n### Request body\n\n${request}${answer}\n## Revocation endpoint\n\n### Request body\n\n${table('Name | Type | Required', 'reason | string | yes')}`;

test('a list of operations gives each its address, and its section what it says', async () => {
  const other = '**Revocation**: `POST https://a.test/oauth/revoke`';
  const token = { method: 'POST', path: '/oauth/access_token', 'server https://a.test': true };
  await expectReadings([
    {
      what: 'a colon',
      page: listed('**Token**: `POST https://a.test/oauth/access_token`', other),
      facts: { ...token, 'request /grant_type required': true },
      none: ['request /reason required'],
    },
    {
      what: 'a dash',
      page: listed('Token - POST https://a.test/oauth/access_token', 'Revocation - POST https://a.test/oauth/revoke'),
      facts: token,
      none: ['request /reason required'],
    },
    {
      what: 'an item that is no operation',
      page: listed('**Token**: `POST https://a.test/oauth/access_token`', '**Life**: an hour'),
      none: ['request /Life type'],
    },
  ]);
});

test('a label in bold needs no sign before its value in code', async () => {
  const page = (...lines: string[]): string => `# Token\n\n${lines.join('\n')}\n\n${answer}`;
  await expectReadings([
    {
      what: 'a method with its path, and a server',
      page: page('**URL** `GET /partner/token`', '**Server** `https://a.test/v2`'),
      facts: { method: 'GET', path: '/partner/token', 'server https://a.test/v2': true },
    },
    { what: 'no label', page: page('**Retired** `https://old.a.test`'), none: ['server https://old.a.test'] },
  ]);
});

test('an address that stands with the token that it is asked with alone is asked about', async () => {
  const used = (address: string, sent: string): string =>
    `# Client authentication\n\n## Parameters\n\n${request}${answer}\n## What the token opens\n\n    ${address}\n    ${sent}\n`;
  const asked = 'is the operation that issues tokens';
  await expectReadings([
    {
      what: 'accounts',
      page: used('GET https://a.test/psd2/accounts', 'Authorization: Bearer hb.eyJ0'),
      asked: [asked],
    },
    {
      what: 'a grant that takes a key as Bearer',
      page: used('POST https://a.test/oauth/token', 'Authorization: Bearer hb.eyJ0'),
      facts: { path: '/oauth/token' },
      silent: [asked],
    },
    {
      what: 'no token',
      page: used('POST https://a.test/v1/partners', 'X-Request-ID: 1'),
      silent: [asked],
    },
  ]);
});
