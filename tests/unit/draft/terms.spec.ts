/** Lists that explain terms, and tables of contents: neither gives a fact. */
import { test } from '@playwright/test';
import { endpoint, expectReadings } from '../../support/draft.ts';

test('an item that explains a term is no member', async () => {
  const page = (...items: string[]) =>
    `${endpoint}## Response 200\n\n- \`token\` string, required\n- \`expires_in\` integer, required\n\n**Relative URL**\n\n${items.map((one) => `- ${one}\n`).join('')}\n`;
  const facts = { '200 /token required': true };
  await expectReadings([
    {
      what: 'a URL',
      page: page(
        'Relative URL is the URL after the hostname.',
        'Relative URL also includes the query string and must begin with a slash. Example',
      ),
      facts,
      none: ['200 /Relative type', 'request /Relative type'],
    },
    {
      what: 'a number',
      page: page('Account number is the number of the account.', 'Account number must have no spaces.'),
      facts,
      none: ['200 /Account type', 'request /Account type'],
    },
    {
      what: 'in Indonesian',
      page: page('Relatif URL adalah alamat setelah nama host.', 'Tanggal date berisi hari transaksi.'),
      facts,
      none: ['200 /Relatif type', '200 /Tanggal type', 'request /Relatif type'],
    },
  ]);
});

test('a table of contents says nothing of authentication', async () => {
  const page = (contents: string) => `${contents}\n\n${endpoint}## Response 200\n\n- \`token\` string, required\n`;
  await expectReadings(
    [
      'DAFTAR ISI\n1. Pendahuluan\t3\n2. Otentikasi\t5\n2.1 Access Token B2B\t5\n3. Transfer\t11',
      'Contents\n\n1. Introduction ........ 3\n2. Authentication: 5\n3. Transfer ........ 11',
      'Contents\n\n1 Introduction  3\n2 Authorization  5\n3 Transfer  11',
    ].map((contents) => ({ what: contents, page: page(contents), silent: ['Authorization: 5', 'Authorization: .'] })),
  );
});
