/** The form of a text whose lengths stand beside it, and lengths in words for them. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const list = (said: string): string =>
  `${endpoint}### Body parameters\n\n- \`client_key\` (string, required): ${said}\n`;
const row = (length: string, said: string): string =>
  `${endpoint}## Request headers\n\n${table('Name | Type | Length | Mandatory | Description', `X-Key | String | ${length} | Y | ${said}`)}`;
const lines = (said: string): string =>
  `${endpoint}## Body Params\n\nmerchantKey\nstring\nrequired\n${said}\nKey of the account.\n`;

test('a form is read beside the lengths of its text', async () => {
  await expectReadings([
    {
      what: 'so many hexadecimal digits in an item',
      page: list('the key of your subscription, 32 hexadecimal digits. Keep it secret.'),
      facts: { 'request /client_key minLength': 32, 'request /client_key pattern': '^[0-9a-fA-F]{32}$' },
    },
    {
      what: 'a regular expression',
      page: row('20', 'Key of the account. Pattern: `^mk_[a-z0-9]{17}$`'),
      facts: { 'request header X-KEY maxLength': 20, 'request header X-KEY pattern': '^mk_[a-z0-9]{17}$' },
      none: ['request header X-KEY minLength'],
    },
    {
      what: 'other digits than the length',
      page: row('40', 'The key, 32 hexadecimal digits'),
      none: ['request header X-KEY pattern'],
    },
    {
      what: 'letters and digits only',
      page: row('40', 'Kata sandi mitra, hanya huruf dan angka'),
      facts: { 'request header X-KEY pattern': '^[A-Za-z0-9]+$', 'request header X-KEY required': true },
    },
    {
      what: 'letters and digits, which may have others beside them',
      page: row('40', 'Kata sandi mitra, huruf dan angka'),
      facts: { 'request header X-KEY maxLength': 40 },
      none: ['request header X-KEY pattern'],
      asked: ['which characters X-Key has'],
    },
    {
      what: 'letters and digits with dashes',
      page: row('40', 'Kata sandi mitra, hanya huruf dan angka, tanda strip'),
      none: ['request header X-KEY pattern'],
    },
  ]);
});

test('a length is the only one behind a sign that says so', async () => {
  await expectReadings([
    {
      what: 'equals',
      page: lines('length = 20'),
      facts: { 'request /merchantKey minLength': 20, 'request /merchantKey maxLength': 20 },
    },
    {
      what: 'between',
      page: lines('length between 32 and 64'),
      facts: { 'request /merchantKey minLength': 32, 'request /merchantKey maxLength': 64 },
    },
    {
      what: 'a length alone may be the longest',
      page: lines('length: 20'),
      facts: { 'request /merchantKey maxLength': 20 },
      none: ['request /merchantKey minLength'],
    },
  ]);
});
