/** Facts that pages give in a word or two: sides, media types, formats, statuses, and samples with values in their path. */
import { expect, test } from '@playwright/test';
import { endpoint, readDraft, table } from '../../support/draft.ts';

const head = 'Field | Type | Mandatory | Description';
const page = (more = '', opened = 'RFC 3339, UTC'): string =>
  `# POST /openings\n\nHost: https://core.a.test\n\nJSON in, JSON out. ${more}\n\n**In**\n\n${table(head, 'login | string | yes | Who you are', 'secret | string | yes | Your secret')}**Out (201)**\n\n${table(head, 'sessionToken | string | yes | The session', `opened | string | yes | ${opened}`)}`;

test('in and out are the request and the answer, and JSON that goes both ways is the form of both', async () => {
  const { facts, asked } = await readDraft(page());
  expect(facts).toMatchObject({
    ...{ 'media-type': 'application/json', '201 media-type': 'application/json' },
    ...{ 'request /login required': true, 'request /secret type': 'string', '201 /sessionToken required': true },
    '201 /opened format': 'date-time',
  });
  expect(asked).not.toMatch(/is so for each request|is about the request or the response|operation that issues tokens/);
  const words = await readDraft(page().replaceAll('**In**', '**In short**'));
  expect(words.facts).not.toHaveProperty('request /login required');
  expect(words.asked).toMatch(/"In short"/);
});

test('the name of a format as the only words is a format, and with other words it is none', async () => {
  for (const [words, format] of [
    ['As RFC3339 timestamp (UTC)', 'date-time'],
    ['URL', 'uri'],
    ['A UUID', 'uuid'],
  ])
    expect((await readDraft(page('', words))).facts, words).toHaveProperty('201 /opened format', format);
  for (const words of ['RFC 3339, without the offset', 'URL path', 'UUID without dashes', 'RFC 3339 full-date'])
    expect((await readDraft(page('', words))).facts, words).not.toHaveProperty('201 /opened format');
  const sample = '```json\n{"sessionToken":"x","opened":"20250101120000"}\n```\n';
  expect((await readDraft(`${page()}${sample}`)).asked).toContain('what opened may be');
});

test('a status with words behind it is that of the fault they name, and success has one as well', async () => {
  const { facts, asked } = await readDraft(
    `${page().replace(' (201)', '')}\nSuccess is \`201\`.\n\n**403**: wrong login or secret.\n`,
  );
  expect(facts).toMatchObject({ '201 status': true, '201 /sessionToken type': 'string', '403 status': true });
  expect(asked).not.toMatch(/how wrong credentials are refused|how another login|200 is a guess/);
  const other = await readDraft(`${page()}\n**403**: the login may not do this.\n`);
  expect(other.asked).toContain('how wrong credentials are refused');
});

test('a sample with a value in its path is no other address, and one that ends otherwise is', async () => {
  const read = (path: string) =>
    readDraft(
      `# Openings (v2)\n\n## Create token\n\n\`\`\`\nPOST /v2/{land}/auth/token\n\`\`\`\n\n${table(head, 'login | string | yes | Who')}\n\`\`\`bash\ncurl -X POST https://a.test${path} -d '{"login":"x"}'\n\`\`\`\n`,
    );
  const { facts, asked } = await read('/v2/ke/auth/token');
  expect(facts).toHaveProperty('path', '/v2/{land}/auth/token');
  expect(asked).not.toMatch(/the path: |"Openings \(v2\)" is so/);
  expect((await read('/v2/ke/old/auth/token')).asked).toContain('the path: ');
});

test('what all calls take and return is the media type of both sides, and a path beside methods has any head', async () => {
  const listed = table('Call | Method | Resource', 'Issue | POST | /tokens', 'Look | GET | /tokens/current');
  const parts = `### Body\n\n${table('Field | Type | Required', 'key | string | yes')}### Answer 201\n\n${table('Field | Type | Required', 'token | string | yes')}`;
  const read = (said: string) =>
    readDraft(`# Tokens\n\n${said}\n\n${listed}## Issue\n\n${parts}## Look\n\nGives what is left.\n`);
  for (const said of [
    'All calls take and return `application/json`.',
    'Every call accepts and returns `application/json`.',
    'Setiap panggilan menerima dan mengembalikan `application/json`.',
  ])
    expect((await read(said)).facts, said).toMatchObject({
      ...{ method: 'POST', path: '/tokens', 'media-type': 'application/json', '201 media-type': 'application/json' },
    });
  expect((await read('All calls return `application/json`.')).facts).not.toHaveProperty('media-type');
});

const asks = (kind: string, row: string, more = ''): string =>
  `${endpoint}## Bab 1. Kepala pesan\n\n${table('Nama Kepala | Kewajiban | Isinya', 'X-Till | harus ada | kode kasir, 4 digit numerik')}## Isi permintaan\n\n${table(`Unsur | Jenis data | ${kind} | Penjelasan`, row)}${more}\n`;

test('words for presence below their heads, and beside them what a value is like, make a field mandatory', async () => {
  for (const [kind, row, more] of [
    ['Kewajiban', 'shop | teks | harus ada | Sama dengan X-Till', ''],
    ['Ada/Tidak', 'shop | teks | selalu | Nomor urut, mulai dari 1', ''],
    ['Kehadiran', 'shop | teks | wajib diisi | Kode toko, tepat 6 angka', ''],
    ['Kewajiban', 'shop | teks | harus diisi | Kode', 'Khusus `shop` panjangnya harus tepat 64.'],
  ] as const) {
    const { facts, asked } = await readDraft(asks(kind, row, more));
    expect(facts, row).toMatchObject({
      ...{ 'request /shop required': true, 'request header X-TILL required': true },
      'request header X-TILL pattern': '^[0-9]{4}$',
    });
    expect(asked, row).not.toMatch(/is mandatory|so for each request/);
  }
});

test('words that leave a field out, or have it for some, are asked about', async () => {
  for (const [kind, row, more] of [
    ['Kewajiban', 'shop | teks | boleh kosong | Kode', ''],
    ['Kewajiban', 'shop | teks | harus ada bila kredit | Kode', ''],
    ['Ada/Tidak', 'shop | teks | selalu | Nomor urut, mulai dari versi 2', ''],
    ['Kewajiban', 'shop | teks | harus ada | Sama dengan X-Till, mitra lama', ''],
    ['Kewajiban', 'shop | teks | harus ada | Sama dengan X-Till jika kasir dipakai', ''],
    ['Kewajiban', 'shop | teks | harus ada | Kode', 'Khusus `shop` wajib mulai v2.'],
    ['Kewajiban', 'shop | teks | harus ada | Kode', 'Khusus `shop` nilainya boleh kosong.'],
  ] as const) {
    const { facts, asked } = await readDraft(asks(kind, row, more));
    expect(facts, row).not.toHaveProperty(['request /shop required']);
    expect(asked, row).toMatch(/whether shop is mandatory/);
  }
  const left = await readDraft(asks('Kewajiban', 'shop | teks | tidak harus ada | Kode'));
  expect(left.facts).not.toHaveProperty(['request /shop required']);
});

test('a head that has each value as the only one, and words that send it with each request, make it a fact', async () => {
  const read = async (head: string, value: string, when: string) =>
    readDraft(
      `${endpoint}## What to send\n\n${table(head, `area | ${value}`)}## Headers\n\n${table('Header | When', `X-Mark | ${when}`)}`,
    );
  for (const [head, value, when] of [
    ['Send | Exactly this', '`eu`', 'on every request, `m-1`'],
    ['Name | Fixed value', 'eu', 'sent with each call: `m-1`'],
    ['Kirim | Nilai tetap', 'eu', 'pada setiap permintaan, `m-1`'],
  ] as const)
    expect((await read(head, value, when)).facts, head).toMatchObject({
      ...{ 'request /area const': 'eu', 'request header X-MARK required': true },
      'request header X-MARK const': 'm-1',
    });
  for (const [head, value, when] of [
    ['Send | Value', '`eu`', 'on every request until v2, `m-1`'],
    ['Send | Exactly this', 'your area', 'on every request to the refunds, `m-1`'],
    ['Send | Exactly this', '<area>', 'on some requests, `m-1`'],
    ['Name | Example', '`eu`', 'not on every request'],
    ['Send | Exactly this', 'xxxx', 'on every request but the first'],
  ] as const) {
    const { facts, asked } = await read(head, value, when);
    expect(facts, `${head} ${value}`).not.toHaveProperty(['request /area const']);
    expect(facts, when).not.toHaveProperty(['request header X-MARK required']);
    expect(facts, when).not.toHaveProperty(['request header X-MARK const']);
    expect(asked, when).toContain('X-Mark');
  }
});

test('cells that say in words that something is there head themselves, unless the head or a cell is about some alone', async () => {
  const read = async (head: string, one: string, other: string) =>
    readDraft(
      `${endpoint}## Request body\n\n${table(`Field | Type | ${head} | Notes`, `shop | string | ${one} | A`, `till | string | ${other} | B`)}`,
    );
  for (const [head, one, other] of [
    ['Rule', 'must be sent', 'may be left out'],
    ['Aturan', 'harus diisi', 'boleh tidak ada'],
    ['Obligation', 'must be present', 'can be absent'],
  ] as const) {
    const { facts, asked } = await read(head, one, other);
    expect(facts, head).toHaveProperty(['request /shop required'], true);
    expect(facts, head).not.toHaveProperty(['request /till required']);
    expect(asked, head).not.toMatch(/mandatory|were not read/);
  }
  expect((await read('Rule', 'must be sent', 'must be sent if it is known')).asked).toContain('till is mandatory');
  for (const [head, one, other] of [
    ['In v2', 'must be sent', 'may be left out'],
    ['Production', 'must be sent', 'may be left out'],
    ['Rule', 'always sent by old shops', 'may be left out'],
    ['Rule', 'must be present', 'for resellers'],
    ['Checked', 'yes', 'no'],
  ] as const) {
    const { facts, asked } = await read(head, one, other);
    expect(facts, `${head} ${one}`).not.toHaveProperty(['request /shop required']);
    expect(asked, `${head} ${one}`).toContain('mandatory');
  }
});
