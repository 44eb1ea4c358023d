/** Values that the words about a field give, and that no reader took: they are asked by its name. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const sent = (words: string, type = 'String'): string =>
  `${endpoint}## Request body\n\n${table('Field | Type | Required | Description', `purpose | ${type} | no | ${words}`)}`;

const granted = (words: string): string =>
  `${endpoint}## Response 200\n\n${table('Field | Type | Required | Description', `tokenType | String | yes | ${words}`, 'accessToken | String | yes | The token')}`;

test('codes with what each means in brackets, and values apart by blanks behind their label, are a choice', () =>
  expectReadings([
    ...[
      'Kode tujuan: TRF (transfer), VIA (virtual account), ALL (semua). Bila tidak ada dianggap ALL',
      'What it is for: `TRF` (transfer) / `VIA` (virtual account)',
      'Allowed: 1 2',
      'Pilihan: WEB MOBILE H2H',
    ].map((words) => ({ what: words, page: sent(words), asked: ['which values purpose'] })),
    ...[
      'Nama pengguna (lihat portal), sandi (rahasia)',
      'A text of yours (see above)',
      'Allowed: up to 20 letters',
    ].map((words) => ({ what: words, page: sent(words), silent: ['which values purpose'] })),
  ]));

test('the type of a token that words name beside others is drafted or asked', () =>
  expectReadings([
    ...[
      'The access token type provides the client with the information required to successfully utilize the access token. Bearer token type is `Bearer`',
      '`BearerToken` – in the `Authorization` header of later calls still write `Bearer`.',
      'Jika responseCode 2007300. "Bearer"',
    ].map((words) => ({
      what: words,
      page: granted(words),
      none: ['200 /tokenType const'],
      asked: ['whether tokenType'],
    })),
    {
      what: 'the value alone',
      page: granted('`Bearer`'),
      facts: { '200 /tokenType const': 'Bearer' },
      silent: ['whether tokenType'],
    },
    { what: 'no value', page: granted('How the token is to be used'), silent: ['whether tokenType'] },
  ]));
