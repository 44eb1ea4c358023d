/** What is said of a value beside a duty that a column says flatly leaves the duty as it is. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const row = (name: string, said: string): string =>
  `${endpoint}## Response (200)\n\n${table('Field | Type | M/O | Description', `${name} | String | M | ${said}`)}`;
const header = (said: string): string =>
  `${endpoint}## Request headers\n\n${table('Header | Type | M/O | Description', `X-Key | String | M | ${said}`)}`;

test('words about a value leave the duty of its field as it is', async () => {
  const isThere = { facts: { '200 /tier required': true } };
  await expectReadings([
    {
      what: 'an example and what it means',
      page: row('tier', 'Tier of it, e.g. gold for a gold customer'),
      ...isThere,
    },
    { what: 'what becomes of a text', page: row('tier', 'Text of it, to be shown to an operator'), ...isThere },
    {
      what: 'for whom a field is, behind an example',
      page: row('tier', 'Tier of it, e.g. gold. Only for corporate customers'),
      none: ['200 /tier required'],
      asked: ['whether tier is mandatory'],
    },
    {
      what: 'to which clients a field is shown',
      page: row('tier', 'Text of it, to be shown to resellers'),
      none: ['200 /tier required'],
      asked: ['whether tier is mandatory'],
    },
    {
      what: 'where a portal shows it',
      page: header('Key of the account. The portal shows it under Profile.'),
      facts: { 'request header X-KEY required': true },
    },
    {
      what: 'of what a signature is made',
      page: header('SHA256withRSA (Base64) atas X-CLIENT-KEY + X-TIMESTAMP'),
      facts: { 'request header X-KEY required': true },
    },
    {
      what: 'on request alone',
      page: header('Kunci mitra, atas permintaan mitra'),
      none: ['request header X-KEY required'],
      asked: ['whether X-Key is mandatory'],
    },
    {
      what: 'a length before what the field is',
      page: `${endpoint}## Body Params\n\nmerchantSecret\nstring\nrequired\nlength between 32 and 64\nSecret that was shown once, when the key was created.\n`,
      facts: { 'request /merchantSecret required': true },
    },
    {
      what: 'a length before words about for whom it is',
      page: `${endpoint}## Body Params\n\nmerchantSecret\nstring\nrequired\nlength between 32 and 64\nSecret of it, in franchise shops.\n`,
      none: ['request /merchantSecret required'],
      asked: ['whether merchantSecret is mandatory'],
    },
    {
      what: 'a sentence elsewhere that gives the unit of a lifetime',
      page: `${endpoint}Token berlaku selama nilai \`masaBerlaku\` (detik).\n\n## Jawaban 200\n\n${table('Nama | Tipe | Wajib | Uraian', 'token | String | Ya | Token', 'masaBerlaku | Integer | Ya | Dalam detik')}`,
      facts: { '200 /masaBerlaku required': true },
    },
  ]);
});
