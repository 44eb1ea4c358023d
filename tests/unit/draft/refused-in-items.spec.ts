/** Items of a list that say in a sentence what is refused, with the status at its end. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const request = `## Body\n\n${table('Field | Type | Required', 'shopCode | string | yes', 'pin | string | yes')}`;
const granted = `## Response 200\n\n${table('Field | Type | Required', 'ticket | string | yes')}`;
const page = (...items: string[]): string =>
  `${endpoint}${request}## Rules\n\n${items.map((item) => `- ${item}\n`).join('')}\n${granted}`;
const none = ['400 status', '401 status', '403 status'];

test('the status that ends the sentence of an item is read', async () => {
  await expectReadings([
    {
      what: 'English',
      page: page(
        'A `shopCode` or `pin` of another format or length is refused with HTTP 400.',
        'A `shopCode` that is not registered, or a `pin` that does not belong to it, is answered with 401.',
        'A `pin` that was revoked is rejected with status 403.',
      ),
      facts: { '400 status': true, '401 status': true, '403 status': true },
      silent: ['how a request is refused: statuses', 'not in full'],
    },
    {
      what: 'Indonesian',
      page: page(
        '`shopCode` atau `pin` yang tidak sesuai format atau panjang di atas ditolak dengan HTTP 400.',
        '`shopCode` yang tidak terdaftar, atau `pin` yang bukan pasangannya, ditolak dengan HTTP 401.',
        '`pin` yang sudah dicabut akan dijawab dengan `403`.',
      ),
      facts: { '400 status': true, '401 status': true, '403 status': true },
      silent: ['how a request is refused: statuses', 'not in full'],
    },
  ]);
});

test('one of another call, of some alone, of two statuses, or that denies it, is not', async () => {
  await expectReadings([
    { what: 'a token that is sent', page: page('A token that is over is refused with HTTP 401.'), none },
    { what: 'another call', page: page('A transfer without cover is refused with HTTP 403.'), none },
    { what: 'a version', page: page('Since v2 a wrong `pin` is refused with HTTP 403.'), none },
    { what: 'never', page: page('A wrong `pin` is not refused with HTTP 403.'), none },
    { what: 'no longer', page: page('A wrong `pin` is no longer answered with HTTP 403.'), none },
    {
      what: 'two of them',
      page: page('A `pin` that is refused with 401 today is soon refused with HTTP 403.'),
      none: ['403 status'],
    },
  ]);
});

test('that letters are told apart takes nothing from a field', async () => {
  const fields = (words: string): string =>
    `${endpoint}## Body\n\n${table('Parameter | Tipe | Wajib | Keterangan', `pin | String | Ya | Kunci dari dashboard. ${words}`)}${granted}`;
  await expectReadings([
    {
      what: 'peka',
      page: fields('Peka huruf besar/kecil; spasi di awal atau akhir tidak dibuang.'),
      facts: { 'request /pin required': true },
      silent: ['whether pin is mandatory'],
    },
    {
      what: 'for some',
      page: fields('Peka huruf besar/kecil; khusus toko baru.'),
      none: ['request /pin required'],
      asked: ['whether pin is mandatory'],
    },
  ]);
});
