/** Columns that say of which characters a value is made: digits may be sent as a number or as text. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const fields = (digits: string, other: string, more: string[] = []): string =>
  `${endpoint}## Request body\n\n${table('Nama | Tipe | Panjang | M/O | Keterangan', `kodeTerminal | ${other} | 16 | M | Terminal`, `kodeCabang | ${digits} | 4 | O | Cabang`, ...more)}`;

test('digits beside other sets of characters are a number or text, which is asked', async () => {
  await expectReadings([
    ...[
      ['Numerik', 'Alfanumerik'],
      ['Numeric', 'Alphanumeric'],
      ['Angka', 'Alfabet'],
      ['`Numeric`', 'Hex'],
    ].map(([digits = '', other = '']) => ({
      what: `${digits} beside ${other}`,
      page: fields(digits, other),
      facts: { 'request /kodeCabang maxLength': 4 },
      none: ['request /kodeCabang type'],
      asked: ['whether kodeCabang (Request body, kodeCabang) is a number or a string of digits'],
    })),
    {
      what: 'beside types of JSON',
      page: fields('Numeric', 'String', ['catatan | Alphanumeric | 50 | O | Catatan']),
      facts: { 'request /kodeCabang type': 'number' },
      silent: ['string of digits'],
    },
    {
      what: 'a whole number beside sets of characters',
      page: fields('Integer', 'Alphanumeric'),
      facts: { 'request /kodeCabang type': 'integer' },
      silent: ['string of digits'],
    },
  ]);
});
