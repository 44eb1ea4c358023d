/** Words on how long a token lives, in the forms in which Indonesian and contracts have them: each is read or asked. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const granted = `## Response 200\n\n${table('Name | Type | Required', 'access_token | string | yes', 'expires_in | integer | yes')}`;
const page = (words: string) => `${endpoint}${words}\n\n${granted}`;

test('a life that words tell without a number in digits, or behind a question, is asked with its words', async () => {
  await expectReadings(
    [
      [
        '## FAQ\n\n**Token berlaku berapa lama?**\nDua jam sejak diterbitkan, baik di UAT maupun production.',
        'Dua jam sejak',
      ],
      ['## FAQ\n\n**Token berlaku sampai kapan?**\nSampai dua jam sejak diterbitkan di UAT.', 'dua jam sejak'],
      ['## FAQ\n\n**Masa berlaku token berapa menit?**\nTiga puluh menit di UAT.', 'Tiga puluh menit'],
      ['An access token is tied to a user and is valid for several hours.', 'valid for several hours'],
      ['Token akses berlaku beberapa jam.', 'berlaku beberapa jam'],
      ['The token expires after a few minutes.', 'a few minutes'],
    ].map(([words = '', said = '']) => ({ what: words, page: page(words), asked: [said] })),
  );
});

test('a section that names the address with another method is about the same tokens', async () => {
  const faq = (words: string) =>
    `# Panduan\n\n## Ambil token\n\nGET https://a.test/token\n\n${granted}## FAQ\n\n${words}\n\n**Boleh POST?**\n\`POST /token\` masih dilayani untuk klien lama.\n`;
  await expectReadings([
    {
      what: 'Indonesian',
      page: faq('**Token berlaku berapa lama?**\nDua jam sejak diterbitkan, baik di UAT maupun production.'),
      asked: ['Dua jam sejak diterbitkan'],
    },
    {
      what: 'English',
      page: faq('**How long is a token valid?**\nTwo hours, in UAT as well.'),
      asked: ['Two hours, in UAT as well'],
    },
  ]);
});

test('a number that is written twice, over two lines, is one', async () => {
  const words =
    'Dipanggil untuk mendapatkan token akses. Token berlaku 15 (lima belas) menit\nsejak diterbitkan. Apabila Mitra meminta token baru sebelum token lama habis masa berlakunya, token lama langsung tidak berlaku.';
  await expectReadings([
    {
      what: 'with another sentence',
      page: page(words),
      asked: ['Token berlaku 15 (lima belas) menit sejak diterbitkan'],
    },
  ]);
});

test('passages of two places are quoted apart', async () => {
  const members = table(
    'Name | Type | Required | Notes',
    'access_token | string | yes | Token',
    'expires_in | integer | yes | Detik. Klien lama (sebelum 2024) menerima integer.',
  );
  await expectReadings([
    {
      what: 'beside the member and above it',
      page: `${endpoint}Token berlaku 1 jam di sandbox. Token berlaku selama \`expires_in\` detik.\n\n## Response 200\n\n${members}`,
      silent: ['..', 'integer. Token berlaku'],
    },
  ]);
});
