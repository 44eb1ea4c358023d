/** What is labelled in a description whose lines were joined, and pieces of it that say how a header is signed. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const field = (said: string, title = 'Body', name = 'kode'): string =>
  `${endpoint}## ${title}\n\n${table('Parameter | Tipe Data | Wajib | Deskripsi', `${name} | String | Y | ${said}`)}`;

test('a label with a capital behind other words begins a sentence of its own', async () => {
  await expectReadings([
    {
      what: 'a length and the value',
      page: field('Nomor toko Length: <= 18 characters Allowed Value: web_shop'),
      facts: {
        'request /kode required': true,
        'request /kode maxLength': 18,
        'request /kode const': 'web_shop',
      },
    },
    {
      what: 'a length of something else',
      page: field('Nomor toko, the length: 18 of the old system'),
      none: ['request /kode maxLength'],
    },
  ]);
});

test('a part called information is of the operation that it is in, and an algorithm is of no request alone', async () => {
  const info = (title: string): string =>
    `Ambil Token\n\n${title}\n\nHTTP Method: POST\nPath: /v1/token\n\nBody\n\n${table('Parameter | Tipe Data | Wajib', 'kode | String | Y')}`;
  await expectReadings([
    { what: 'service info', page: info('Service Info'), silent: ['is so for each request'] },
    {
      what: 'an algorithm in Indonesian',
      page: field(
        'Integrity checking. X-Signature: dengan algoritma asymmetric signature SHA256withRSA.',
        'Header',
        'X-SIGNATURE',
      ),
      facts: { 'request header X-SIGNATURE required': true },
    },
    {
      what: 'some of those who ask',
      page: field('Integrity checking. Dengan algoritma khusus mitra ritel.', 'Header', 'X-SIGNATURE'),
      none: ['request header X-SIGNATURE required'],
    },
  ]);
});
