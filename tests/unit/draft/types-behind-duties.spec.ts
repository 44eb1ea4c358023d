import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const page = (...rows: string[]): string =>
  `${endpoint}## Permintaan\n\n${table('Isian | Penjelasan', ...rows)}\n## Jawaban 200\n\n${table('Nama | Tipe | Wajib', 'token | String | Ya')}`;

test('a type behind the sentence that says whether a field is mandatory is read', async () => {
  await expectReadings([
    {
      what: 'alone, with a length, and with words',
      page: page(
        'kode | Wajib. String, tepat 8 karakter.',
        'lama | Wajib. Integer, masa berlaku dalam detik.',
        'pesan | Opsional. String.',
      ),
      facts: {
        'request /kode required': true,
        'request /kode type': 'string',
        'request /kode minLength': 8,
        'request /lama type': 'integer',
        'request /pesan type': 'string',
      },
    },
    {
      what: 'words that begin with one, and words that are none',
      page: page('kode | Wajib. String yang dipakai di dasbor.', 'sandi | Wajib. Kata sandi, 8 karakter.'),
      facts: { 'request /kode required': true },
      none: ['request /kode type'],
    },
    {
      what: 'two types',
      page: page('kode | Wajib. String atau integer, dari bank.', 'sandi | Wajib. Kata sandi.'),
      none: ['request /kode type'],
    },
  ]);
});
