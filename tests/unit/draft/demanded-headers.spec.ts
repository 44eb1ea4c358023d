/** Sentences that demand a header of the request, in clauses with numbers and in text, and what the next sentence says of it. */
import { test } from '@playwright/test';
import { endpoint, expectReadings } from '../../support/draft.ts';

const page = (words: string): string => `${endpoint}## Request\n\n${words}\n`;

test('a sentence that demands a header gives it to the request, with the values behind it', async () => {
  await expectReadings([
    {
      what: 'one of several values',
      page: page('The request shall contain the header ACB-Channel with one of the values "ERP", "TMS" or "WEB".'),
      facts: {
        'request header ACB-CHANNEL required': true,
        'request header ACB-CHANNEL enum': ['ERP', 'TMS', 'WEB'],
      },
    },
    {
      what: 'a number of the clause, and a header that may be there',
      page: page(
        '4.1.4 The request may contain the header ACB-Correlation.\n\n4.1.5 The client must also send the header ACB-Node.',
      ),
      facts: { 'request header ACB-NODE required': true },
      none: ['request header ACB-CORRELATION required'],
      silent: ['ACB-Correlation'],
    },
    {
      what: 'Indonesian, with a length in the next sentence',
      page: page('Selain itu, sertakan header `X-Shop-Id`. Panjangnya maksimal 50 karakter.'),
      facts: { 'request header X-SHOP-ID required': true, 'request header X-SHOP-ID maxLength': 50 },
    },
    {
      what: 'whether it is mandatory in the next sentence',
      page: page('Kirimkan juga header `X-Shop-Id` dengan maksimal 9 karakter. Header ini opsional.'),
      facts: { 'request header X-SHOP-ID maxLength': 9 },
      none: ['request header X-SHOP-ID required'],
    },
    {
      what: 'several',
      page: page('Send the headers `X-Shop-Id` and `X-Till`.'),
      facts: { 'request header X-SHOP-ID required': true, 'request header X-TILL required': true },
    },
    {
      what: 'not mandatory, with advice behind it',
      page: page(
        'Header `X-Shop-Id` tidak wajib, tetapi kami sarankan agar tim support bisa menelusuri. Panjangnya maksimal 50 karakter.',
      ),
      facts: { 'request header X-SHOP-ID maxLength': 50 },
      none: ['request header X-SHOP-ID required'],
    },
    {
      what: 'its values in the next sentence',
      page: page('Setiap permintaan harus memuat header `X-Kanal`. Nilainya `WEB` atau `POS`.'),
      facts: { 'request header X-KANAL required': true, 'request header X-KANAL enum': ['WEB', 'POS'] },
    },
    {
      what: 'its form in the next sentence',
      page: page('You must set the header X-Node. It matches `^[A-Z]{3}$`.'),
      facts: { 'request header X-NODE required': true, 'request header X-NODE pattern': '^[A-Z]{3}$' },
    },
    {
      what: 'its type in parentheses',
      page: page('Each call to this endpoint must include an `X-Trace-Id` header (UUID).'),
      facts: { 'request header X-TRACE-ID required': true, 'request header X-TRACE-ID format': 'uuid' },
    },
    {
      what: 'before its verb, without marks',
      page: page('The header ACB-Channel shall be present. It is at most 8 characters long.'),
      facts: { 'request header ACB-CHANNEL required': true, 'request header ACB-CHANNEL maxLength': 8 },
    },
  ]);
});

test('a header that is demanded in other words, or of some, is asked', async () => {
  await expectReadings(
    [
      'The request shall contain the header ACB-Channel where a kiosk calls.',
      'Kirim header `ACB-Channel` hanya untuk agen.',
      'The request should contain the header ACB-Channel.',
      'Untuk memudahkan pelacakan kami sarankan header `ACB-Channel`, wajib sejak 2025.',
      'Kiosks must send the header ACB-Channel.',
      'Permintaan harus memuat header `ACB-Channel`, terdiri dari empat digit.',
    ].map((words) => ({
      what: words,
      page: page(words),
      none: ['request header ACB-CHANNEL required'],
      asked: ['ACB-Channel'],
    })),
  );
});

test('a header of an answer, of other calls or of a notification is none of the request for a token', async () => {
  await expectReadings(
    [
      'The response shall contain the header ACB-Trace.',
      'For all other calls send the header ACB-Trace.',
      'We call your address with the header ACB-Trace.',
    ].map((words) => ({ what: words, page: page(words), none: ['request header ACB-TRACE required'] })),
  );
});
