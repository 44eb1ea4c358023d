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

test('what people hand over is no member of the answer', async () => {
  const page = (title: string, lead: string) =>
    `## ${title}\n\n${lead}\n\n1. \`clientId\` (32 characters),\n2. \`partnerId\` (numeric, 8 digits)\n\n${endpoint}## Response 200\n\n- \`token\` string, required\n`;
  const none = ['200 /clientId type', '200 /partnerId type', 'request /clientId type', 'request /partnerId type'];
  await expectReadings([
    ...[
      ['What you get from us', 'During onboarding we hand over:'],
      ['You receive', 'After registration you get these by e-mail:'],
      ['Yang diterima dari kami', 'Saat pendaftaran mitra menerima:'],
    ].map(([title = '', lead = '']) => ({
      what: lead,
      page: page(title, lead),
      facts: { '200 /token required': true },
      none,
      asked: ['people hand it over'],
    })),
    {
      what: 'sent',
      page: `${endpoint}## Request\n\nSend the two that you got during registration:\n\n- \`clientId\` string, required\n`,
      facts: { 'request /clientId required': true },
    },
  ]);
});
