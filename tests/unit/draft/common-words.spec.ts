/** Sentences of the common part of a page, and short ones about where a field is: what is not read of them is asked. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const fields = `## Request body\n\n${table('Field | M/O | Format | Meaning', 'apiKey | M | AN 32 | Your key', 'note | O | AN ..64 | Free text')}`;
const answer = `## Response 200\n\n${table('Field | Type | Required', 'expired_at | string | yes', 'access_token | string | yes')}`;
const page = (words: string, above = ''): string =>
  `# Token\n\n${above}\n\nPOST https://a.test/token\n\n${fields}\n${words}\n\n${answer}`;

test('what a notation of types says of characters, and a length of all texts, are asked', async () => {
  await expectReadings([
    ...[
      '`AN 32` means exactly 32 alphanumeric characters; `AN ..64` means up to 64.',
      '`AN n` is n alphanumeric characters.',
      '`AN 32` berarti tepat 32 karakter alfanumerik.',
      '"AN(32)" = 32 printable characters.',
    ].map((words) => ({ what: words, page: page(words), asked: [words.split(';')[0] ?? ''] })),
    ...[
      'Strings are at most 100 characters unless an endpoint says otherwise.',
      'All strings have at most 100 characters.',
      'Semua teks paling banyak 100 karakter kecuali disebutkan lain.',
      'Other text fields hold up to 255 bytes.',
    ].map((words) => ({
      what: words,
      page: page('', `Requests are JSON in UTF-8. ${words}`),
      asked: [words],
    })),
  ]);
});

test('the zone and the form of a time, a status at the end, and whose codes are which, are asked', async () => {
  await expectReadings([
    ...[
      '`expired_at` memakai zona waktu **Asia/Jakarta (WIB)**, format `yyyy-MM-dd HH:mm:ss`.',
      '`expired_at` is in the time zone of Jakarta.',
      '`expired_at` has the form `dd/MM/yyyy HH:mm`.',
      'Nilai `expired_at` dalam WIB.',
    ].map((words) => ({ what: words, page: page(`> ${words}`), asked: [words] })),
    ...[
      'Requests from an address that is not on your allow list end with `403` before anything else is looked at.',
      'Permintaan dari alamat yang tidak terdaftar diakhiri dengan `403`.',
      'A request from another network is met with HTTP 403.',
    ].map((words) => ({ what: words, page: page('', `> [!WARNING]\n> ${words}`), asked: [words] })),
    ...[
      '`AUTH` codes come from the token endpoint, `CHG` codes from charging, `GEN` codes from any endpoint.',
      'Kode `AUTH` berasal dari layanan token, kode `CHG` dari penagihan.',
      'Codes E1xx belong to the token endpoint.',
    ].map((words) => ({ what: words, page: page(words), asked: [words] })),
    ...[
      'Strings are compared as they are.',
      'Error codes are returned by our gateway.',
      'Our office is in the time of Jakarta.',
    ].map((words) => ({
      what: words,
      page: page(words),
      silent: [`not read, or not in full: "${words.slice(0, 20)}`],
    })),
  ]);
});

test('the bounds of an optional field that is there in one environment alone are asked', async () => {
  const optional = (words: string): string =>
    `${endpoint}## Request body\n\n${table('Field | Type | Required | Description', `life | Integer | no | In minutes, at least 5, at most 60. ${words}`)}`;
  await expectReadings([
    ...[
      'Only in production.',
      'Production only.',
      'Hanya di Production.',
      'Khusus produksi.',
      'Hanya berlaku di lingkungan sandbox.',
      'Not available in the sandbox.',
    ].map((words) => ({
      what: words,
      page: optional(words),
      facts: { 'request /life type': 'integer' },
      none: ['request /life maximum', 'request /life minimum'],
      asked: [words],
    })),
    ...['Counts from the time of issue.', 'In the sandbox guide there are examples of it.'].map((words) => ({
      what: words,
      page: optional(words),
      facts: { 'request /life maximum': 60 },
      silent: ['may change'],
    })),
  ]);
});
