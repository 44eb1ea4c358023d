/** A column says flatly that a field is there: words beside it about its value make no question of that. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, type Reading, table } from '../../support/draft.ts';

const page = (said: string, value = ''): string =>
  `${endpoint}## Response (200)\n\n${table('Field | Type | Mandatory | Description | Example', `tier | String | Yes | ${said} | ${value}`)}`;
const isThere = (said: string, value = ''): Reading => ({
  what: said,
  page: page(said, value),
  facts: { '200 /tier required': true },
});
const isAsked = (said: string, value = ''): Reading => ({
  what: said,
  page: page(said, value),
  none: ['200 /tier required'],
  asked: ['whether tier is mandatory'],
});

test('how a value is kept, sent on, agreed and counted says nothing of whether it is there', async () => {
  await expectReadings([
    isThere('Rahasia mitra, jangan dibagikan'),
    isThere('Secret of it, do not share with anyone'),
    isThere('Rahasia mitra, jangan disebarkan kepada siapa pun'),
    isThere('Daftar izin, sesuai kontrak merchant'),
    isThere('List of rights, as per the contract of the merchant'),
    isThere('Number of it, as enrolled'),
    isThere('Number of it, as enrolled at onboarding'),
    isThere('Bearer token for the other resources'),
    isThere('Token untuk layanan lainnya'),
    isThere('Access token, send it as `Authorization: Bearer`'),
    isThere('Access token, kirim sebagai `Authorization: Bearer <token>`'),
    isThere('Masa berlaku dalam menit, dihitung sejak token diterbitkan'),
    isThere('Life in minutes, counted from the time of issuance'),
    isThere('Product code from your agreement, DISB for disbursement customers', 'DISB'),
  ]);
});

test('words that may say for whom a field is are asked all the same', async () => {
  await expectReadings([
    isAsked('Rahasia mitra, jangan dikirim'),
    isAsked('Secret of it, do not share with resellers'),
    isAsked('Daftar izin, sesuai kontrak merchant korporat'),
    isAsked('Number of it, as enrolled resellers'),
    isAsked('Token for the other merchants'),
    isAsked('Token untuk mitra lainnya'),
    isAsked('Access token, send it as `Authorization: Bearer` for corporate clients'),
    isAsked('Masa berlaku dalam menit, dihitung jika token diterbitkan'),
    isAsked('Product code from your agreement, for disbursement customers', 'DISB'),
    isAsked('Product code from your agreement, DISB for disbursement customers only', 'DISB'),
    isAsked('Product code from your agreement, DISB for disbursement customers', 'PAYM'),
  ]);
});

test('a sentence that calls answers JSON and says what they always hold announces their members', async () => {
  const answer = (said: string): string =>
    `${endpoint}## Jawaban Berhasil (HTTP 200)\n\n${said}\n\n${table('Kolom | Arti', 'tier | tingkat (string)')}`;
  await expectReadings([
    {
      what: 'of JSON',
      page: answer('Jawaban berupa JSON dan selalu memuat kolom berikut.'),
      facts: { '200 /tier required': true },
      silent: ['is so for each request', 'whether tier is mandatory'],
    },
    {
      what: 'for some',
      page: answer('Jawaban untuk agen berupa JSON dan selalu memuat kolom berikut.'),
      none: ['200 /tier required'],
    },
    {
      what: 'not always',
      page: answer('Jawaban berupa JSON dan kadang memuat kolom berikut.'),
      none: ['200 /tier required'],
    },
  ]);
});
