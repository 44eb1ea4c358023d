/** Cells that say whether a field is mandatory and were not read are told as they are: no question says that their table is silent. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const below = (words: string) => `${endpoint}## Request headers\n\n${words}\n`;

test('a table with a column for each operation or environment is not called silent', async () => {
  await expectReadings([
    {
      what: 'a column for each operation',
      page: below(
        table(
          'Name | Type | B2B | B2B2C | Remark',
          'X-TIMESTAMP | String | M | M | Time',
          'X-DEVICE | String | - | M | Device',
        ),
      ),
      asked: ['X-TIMESTAMP B2B "M" and B2B2C "M"', 'X-DEVICE B2B2C "M"'],
      silent: ['does not say so'],
    },
    {
      what: 'a column for each environment',
      page: below(
        table('Header | Live | Test | Content', 'X-Platform | yes | no | The id', 'X-Sign | yes | yes | The signature'),
      ),
      asked: ['X-Platform Live "yes" and Test "no"'],
      silent: ['does not say so'],
    },
    {
      what: 'marks of notes',
      page: `${endpoint}## Response 200\n\n${table('Field | Tipe | Mandatory', 'accessToken | String | M*', 'tokenType | String | M*')}`,
      asked: ['accessToken Mandatory "M*"'],
      silent: ['does not say so'],
    },
    {
      what: 'a word with the mark of a note',
      page: below(
        table(
          'Nama | Tipe | Wajib | Uraian',
          'X-Outlet | String | Tidak* | Kode outlet',
          'X-Kode | String | Ya | Kode',
        ),
      ),
      asked: ['X-Outlet Wajib "Tidak*"'],
      silent: ['does not say so'],
    },
  ]);
});

test('a table without such cells says nothing', async () => {
  await expectReadings([
    {
      what: 'no column',
      page: below(table('Header | Type | Content', 'X-Platform | string | The id', 'X-Sign | string | The signature')),
      asked: ['does not say so of each'],
      silent: ['which were not read'],
    },
    {
      what: 'a yes about something else',
      page: below(table('Header | Type | Terenkripsi | Can be null', 'X-Platform | string | ya | yes')),
      asked: ['does not say so of it'],
      silent: ['which were not read'],
    },
  ]);
});

test('a header has no JSON type, whatever its table is about', async () => {
  const rows = ['X-KDN-Tanda | Heks | M | Tanda', 'kode | Gaib | M | Kode'];
  await expectReadings([
    {
      what: 'a table of no place',
      page: `${endpoint}## Parameter permintaan\n\n${table('Nama | Tipe | Wajib | Uraian', ...rows)}`,
      asked: ['the form and length of X-KDN-Tanda', 'the JSON type of kode'],
      silent: ['the JSON type of X-KDN-Tanda'],
    },
  ]);
});
