/** A value that a formula makes of others is no fixed credential: how it is made is asked, with the formula. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const fields = table(
  'Name | Type | Mandatory | Description',
  'user | string | Yes | Id of the partner',
  'waktu | string | Yes | Waktu permintaan',
  'tanda | string | Yes | Lihat di bawah',
);
const page = (more: string): string => `${endpoint}## Body\n\n${fields}\n${more}`;
const asked = 'that tanda is made for each request';

test('the formula of a value is asked with the way to authenticate', async () => {
  await expectReadings([
    {
      what: 'a code block that assigns a hash',
      page: page('## Rumus\n\n    tanda = sha256( user + waktu + kunci )\n'),
      asked: ['how a client authenticates', asked, '"tanda = sha256( user + waktu + kunci )"'],
    },
    {
      what: 'below a heading about signatures',
      page: page('## Tanda tangan\n\nRumusnya:\n\n```\ntanda = md5(user . waktu . kunci)\n```\n'),
      asked: [asked, 'md5(user . waktu . kunci)'],
    },
    {
      what: 'a sentence',
      page: page('`tanda` adalah hasil sha256 dari user, waktu dan kunci.\n'),
      asked: [asked, 'hasil sha256 dari user, waktu dan kunci'],
    },
    {
      what: 'a sentence that calculates',
      page: page('Calculate `tanda` as the HMAC-SHA256 of user and waktu with your key.\n'),
      asked: [asked, 'HMAC-SHA256 of user and waktu'],
    },
    {
      what: 'a sentence that sends it behind',
      page: page('Hitung sha256 dari user + waktu + kunci, lalu kirim hasilnya sebagai `tanda`.\n'),
      asked: [asked],
    },
  ]);
});

test('words in the row of the field do as well', async () => {
  const row = (words: string): string =>
    `${endpoint}## Body\n\n${table('Name | Type | Mandatory | Description', 'user | string | Yes | Partner', `tanda | string | Yes | ${words}`)}`;
  await expectReadings([
    { what: 'a formula', page: row('sha256(user + kunci)'), asked: [asked] },
    { what: 'words', page: row('Hasil sha256 dari user dan kunci'), asked: [asked] },
    { what: 'HMAC', page: row('HMAC of user and time'), asked: [asked] },
    { what: 'a reference', page: row('Lihat *Tanda tangan*'), asked: [asked, 'Lihat Tanda tangan'] },
    { what: 'a section', page: row('See section "Signature"'), asked: [asked] },
    { what: 'nothing of the kind', page: row('Code of the branch'), silent: [asked] },
    { what: 'what another is made with', page: row('Used for the sha256 of the request'), silent: [asked] },
  ]);
});

test('a formula of what is no field of the request makes none of it', async () => {
  await expectReadings([
    { what: 'another name', page: page('    checksum = sha256(user + waktu)\n'), silent: [asked] },
    { what: 'an answer', page: page('The token is a SHA-256 hash of random bytes.\n'), silent: [asked] },
    {
      what: 'a secret that is sent hashed',
      page: `${endpoint}${table('Name | Type | Mandatory | Description', 'password | string | Yes | MD5 hash of the password')}`,
      silent: ['is made for each request'],
      asked: ['how password is made'],
    },
  ]);
});
