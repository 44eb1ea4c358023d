/** Words beside a field that say nothing of whether it is there: they take no mark for mandatory back. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const row = (name: string, words: string) =>
  `${endpoint}## Body\n\n${table('Name | Type | Mandatory | Description', `${name} | string | yes | ${words}`)}`;
const told = (name: string, words: string) =>
  `${endpoint}## Body\n\n${table('Name | Type | Description', `${name} | string | ${words}`)}`;

test('words about a value, its letters, or where it is found make no question of presence', async () => {
  await expectReadings(
    [
      ['grantType', 'hanya `client_credentials`.'],
      ['grantType', 'only `client_credentials`'],
      ['apiKey', 'Kunci API merchant, tersedia di dasbor'],
      ['apiKey', 'API key of the merchant, available in the dashboard'],
      ['apiKey', 'Kunci API merchant, dapat dilihat di portal'],
      ['code', 'Kode mitra, huruf besar semua'],
      ['code', 'Partner code, all in capital letters'],
      ['code', 'Kode mitra, semuanya huruf kecil'],
      ['signature', "HMAC-SHA256(reseller_code + ':' + ts, app_secret), hex"],
      ['signature', 'HMAC-SHA256(code + "|" + time), Base64'],
      ['terminal', 'Terminal number, 8 digits. Leading zeros count.'],
      ['terminal', 'Nomor terminal, 8 digit. Nol di depan ikut dihitung.'],
      ['idle', 'Seconds. The session ends if it is not used for this time.'],
      ['idle', 'Detik. Sesi berakhir apabila tidak dipakai selama waktu ini.'],
      ['idle', 'Seconds. The token is revoked when it is idle for so long.'],
    ].map(([name = '', words = '']) => ({
      what: words,
      page: row(name, words),
      facts: { [`request /${name} required`]: true },
      silent: [`whether ${name} is mandatory`],
    })),
  );
});

test('a word for mandatory that is the first piece has the description behind it', async () => {
  await expectReadings(
    [
      ['v', 'required, API version, always 2'],
      ['region', 'required; region of the account'],
      ['v', 'wajib, versi API, selalu 2'],
      ['label', 'required, wording on the receipt'],
      ['label', 'string, required, wording on the receipt'],
      ['key', 'Always present. Treat as opaque. Do not parse it; its length may grow to 4,096 characters.'],
      ['scope', 'Always present. The scopes you were granted, which can be fewer than you asked for.'],
      ['scope', 'Selalu ada. Cakupan yang disetujui, bisa lebih sedikit daripada yang diminta.'],
    ].map(([name = '', words = '']) => ({
      what: words,
      page: told(name, words),
      facts: { [`request /${name} required`]: true },
      silent: [`whether ${name} is mandatory`],
    })),
  );
});

test('words about for whom or when a field is there remain a question', async () => {
  await expectReadings(
    [
      ['apiKey', 'Kunci API merchant, tersedia di sandbox'],
      ['code', 'Partner code, corporates'],
      ['code', 'Partner code. Sent if the session ends.'],
      ['code', 'Partner code, if the session is used'],
      ['code', 'Kode mitra, semua reseller'],
    ].map(([name = '', words = '']) => ({
      what: words,
      page: row(name, words),
      asked: [`whether ${name} is mandatory`],
    })),
  );
  await expectReadings(
    [
      ['code', 'required, mobile apps'],
      ['code', 'required, partners'],
      ['code', 'required, resellers'],
      ['code', 'required, string, resellers'],
      ['code', 'string, required, old terminals'],
      ['code', 'Always present. Corporate clients.'],
      ['code', 'wajib, mitra korporasi'],
    ].map(([name = '', words = '']) => ({
      what: words,
      page: told(name, words),
      asked: [`whether ${name} is mandatory`],
    })),
  );
});

test('a value that is the only one, one of a choice, or taken where nothing is sent is read', async () => {
  const item = (words: string) => `${endpoint}## Body\n\n- \`grantType\` — **M** — String(18) — ${words}\n`;
  const grant = { 'request /grantType required': true, 'request /grantType const': 'client_credentials' };
  for (const words of [
    'hanya `client_credentials`.',
    'Only `client_credentials`.',
    'tipe grant, hanya `client_credentials`',
  ])
    await expectReadings([{ what: words, page: item(words), facts: grant, silent: ['values of grantType'] }]);
  for (const words of [
    'Defaults to client_credentials. Must be client_credentials',
    'Bawaan: `client_credentials`. Harus `client_credentials`.',
    'Should be `client_credentials`.',
  ])
    await expectReadings([
      { what: words, page: row('grantType', words), facts: grant, silent: ['values of grantType'] },
    ]);
  for (const [words = '', ...values] of [
    ['`sandbox` or `production`.', 'sandbox', 'production'],
    ['`PAY` or `REPORT`. When left out: `PAY`', 'PAY', 'REPORT'],
    ['`1` atau `2`. Bila tidak diisi dianggap `1`', '1', '2'],
    ['`live` atau `uji`. Jika dikosongkan, `live`.', 'live', 'uji'],
  ])
    await expectReadings([
      { what: words, page: row('mode', words), facts: { 'request /mode enum': values }, silent: ['values of mode'] },
    ]);
});

test('a value that is so for some alone remains a question', async () => {
  for (const words of [
    '`A` or `B`. `B` when the terminal is old.',
    '`A` or `B`. `A` in the sandbox.',
    '`A` or `B`. When left out: `A`, since version 2.',
  ])
    await expectReadings([
      { what: words, page: row('mode', words), none: ['request /mode enum'], asked: ['values of mode'] },
    ]);
  await expectReadings([
    {
      what: 'a default',
      page: row('grantType', 'Defaults to `client_credentials`.'),
      none: ['request /grantType const'],
    },
    { what: 'a store', page: row('storeId', 'Store, only `qris`.'), asked: ['whether storeId is mandatory'] },
  ]);
});
