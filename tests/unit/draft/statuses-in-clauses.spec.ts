/** Statuses that clauses of an Indonesian sentence give, and codes of clients beside them, which are none of the body. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const body = `${endpoint}## Isi\n\n${table('Nama | Tipe | Wajib', 'kode_agen | string | Ya', 'sandi | string | Ya')}`;
const page = (words: string): string =>
  `${body}## Jawaban 200\n\n${table('Nama | Tipe | Wajib | Keterangan', 'token | string | Ya | Access token')}${words}\n`;

test('each clause of a sentence gives its status', async () => {
  for (const words of [
    'Jika kode_agen atau sandi salah, statusnya 401; jika salah satunya tidak dikirim, 400.',
    'Jika sandi salah, statusnya adalah 401; jika sandi tidak dikirim, statusnya 400.',
    'Kode agen atau sandi yang salah dijawab dengan 401, field yang kurang dengan 400.',
  ])
    await expectReadings([
      {
        what: words,
        page: page(words),
        facts: { '400 status': true, '401 status': true },
        silent: ['codes in the body', 'takes nothing'],
      },
    ]);
});

test('codes of answers are asked, and numbers that are no statuses are none', async () => {
  await expectReadings([
    {
      what: 'code of the body',
      page: page('Kode hasil ada di kolom hasil pada badan jawaban. Kode 401 dikembalikan bila sandi salah.'),
      none: ['401 status'],
    },
    {
      what: 'what is denied',
      page: page('Jika sandi tidak dikirim, 400 tidak dikirim. If the field is not sent, no 422 is given.'),
      none: ['400 status', '422 status'],
    },
    { what: 'an order', page: page('Jika pesanan dibatalkan, statusnya 409 hari.'), none: ['409 status'] },
  ]);
});
