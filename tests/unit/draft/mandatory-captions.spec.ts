/** Captions of tables that say of all their fields that they are mandatory. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const below = (caption: string, head: string, ...names: string[]): string =>
  `${endpoint}*${caption}*\n\n${table(head, ...names.map((name) => `${name} | code of the client`))}`;

test('a caption that ends with all mandatory says so of each field below it', async () => {
  await expectReadings([
    {
      what: 'headers',
      page: below('Table 7: HTTP header lines (all mandatory)', 'Header | Content', 'X-Channel', 'X-Member-Code'),
      facts: { 'request header X-CHANNEL required': true, 'request header X-MEMBER-CODE required': true },
      silent: ['are mandatory:'],
    },
    {
      what: 'what is sent',
      page: below(
        'Table 8: What the client sends (all mandatory, all strings)',
        'Element | Content',
        'grant_type',
        'client_id',
        'client_secret',
      ),
      facts: { 'request /client_id required': true, 'request /client_secret required': true },
    },
    {
      what: 'what comes back, with its status',
      page: below(
        'Table 9: What the server returns with status 201 (all mandatory)',
        'Element | Content',
        'access_token',
        'expires_in',
      ),
      facts: { '201 status': true, '201 /access_token required': true },
    },
    {
      what: 'what is sent, for some',
      page: below(
        'Table 8: What the client sends for refunds (all mandatory)',
        'Element | Content',
        'grant_type',
        'client_id',
        'client_secret',
      ),
      none: ['request /client_id required'],
    },
    {
      what: 'not all',
      page: below(
        'Table 8: What the client sends (not all mandatory)',
        'Element | Content',
        'grant_type',
        'client_id',
        'client_secret',
      ),
      none: ['request /client_id required'],
    },
  ]);
});
