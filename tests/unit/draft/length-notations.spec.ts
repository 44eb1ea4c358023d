/** Lengths in the notation of ISO 8583 in a column of their own, and the sets of characters in them; headers as fields of the body. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const body = (head: string, ...rows: string[]) => `${endpoint}## Request body\n\n${table(head, ...rows)}`;

test('a column of nothing but such lengths is one of lengths, whatever its head is', async () => {
  await expectReadings([
    {
      what: 'below the word for what a value holds',
      page: `${endpoint}## Respons 200\n\n${table('Nama | Tipe | Isi | Wajib', 'kode | String | N7 | ya', 'pesan | String | ANS..150 | ya', 'accessToken | String | | ya')}`,
      facts: { '200 /kode minLength': 7, '200 /kode maxLength': 7, '200 /pesan maxLength': 150 },
      asked: ['kode (N7)'],
      silent: ['pesan (ANS'],
    },
    {
      what: 'below a head that is not known',
      page: body('Name | Type | Zzz | Required', 'pin | String | N(12) | yes', 'area | String | AN..36 | no'),
      facts: { 'request /pin maxLength': 12, 'request /area maxLength': 36 },
      asked: ['pin (N(12))', 'area (AN..36)'],
      silent: ['Zzz'],
    },
    {
      what: 'in the column of types',
      page: body('Name | Type | Required', 'pin | an..32 | yes', 'area | ans..9 | no'),
      facts: { 'request /pin maxLength': 32, 'request /area maxLength': 9 },
      asked: ['pin (an..32)'],
      silent: ['area (ans'],
    },
    {
      what: 'values that only look like some',
      page: body('Name | Type | Value | Required', 'pin | String | A1 | yes', 'area | String | north | no'),
      none: ['request /pin maxLength'],
    },
  ]);
});

test('a header has the lengths of its description as a field of the body has them', async () => {
  await expectReadings([
    {
      what: 'a notation',
      page: `${endpoint}## Request\n\n${table('Header | Mandatory | Description', 'X-Shop | yes | an..12', 'X-Till | no | Exactly 4 digits')}`,
      facts: { 'request header X-SHOP maxLength': 12, 'request header X-TILL pattern': '^[0-9]{4}$' },
    },
  ]);
});
