/** What words say of the characters of a text: how many there are, of which kind, how it begins, and whether it is a time. */
import { expect, test } from '@playwright/test';
import { boundsIn } from '../../../src/draft/page/values/bounds.ts';
import { enumOfItems } from '../../../src/draft/page/values/said.ts';
import { endpoint, readDraft, table } from '../../support/draft.ts';

async function schemaOf(words: string, example = ''): Promise<Record<string, unknown>> {
  const { facts } = await readDraft(
    `${endpoint}## Request body\n\n${table('Name | Type | Required | Notes | Example', `mark | string | no | ${words} | ${example}`)}`,
  );
  return Object.fromEntries(
    Object.entries(facts).flatMap(([key, value]) =>
      key.startsWith('request /mark ') && !key.endsWith(' type') ? [[key.slice('request /mark '.length), value]] : [],
    ),
  );
}

test('characters that words count are all there are, with the kind of them where they name one', async () => {
  const sized = (length: number, pattern?: string) => ({
    minLength: length,
    maxLength: length,
    ...(pattern === undefined ? {} : { pattern }),
  });
  for (const [words, schema] of [
    ['10 digits', sized(10, '^[0-9]{10}$')],
    ['Kode toko, 4 digit angka', sized(4, '^[0-9]{4}$')],
    ['The till. Always 6 digits.', sized(6, '^[0-9]{6}$')],
    ['24 hex characters', sized(24, '^[0-9a-fA-F]{24}$')],
    ['8 huruf dan angka', sized(8, '^[A-Za-z0-9]{8}$')],
    ['12 to 20 letters and digits', { minLength: 12, maxLength: 20, pattern: '^[A-Za-z0-9]{12,20}$' }],
    ['24 karakter, huruf kecil dan angka', sized(24, '^[a-z0-9]{24}$')],
    ['20 characters; upper-case letters and digits', sized(20, '^[A-Z0-9]{20}$')],
    ['24 characters, from the portal', sized(24)],
    ['Nomor, 16 karakter', sized(16)],
    ['The key, 20 characters including the prefix', sized(20)],
    ['Starts with `st.`', { pattern: '^st\\.' }],
    ['Id dari portal, diawali dengan `st_`', { pattern: '^st_' }],
  ] as const)
    expect(await schemaOf(words), words).toEqual(schema);
});

test('a bound, a part of the value, a sentence about some, and what a value beside it denies make nothing exact', async () => {
  for (const [words, example] of [
    ['Max. 10 digits', ''],
    ['maks. 36 karakter', ''],
    ['Up to 12 digits', ''],
    ['About 10 digits', ''],
    ['The first 4 digits', ''],
    ['Max. 24 characters, letters and digits', ''],
    ['24 karakter, huruf dan angka mulai v2', ''],
    ['3 letters, 5 digits', ''],
    ['In sandbox 10 digits', ''],
    ['10 digits', 'M-1'],
    ['24 characters', 'short'],
    ['Often starts with `st_`', ''],
    ['Starts with `st_`', 'tt_1'],
    ['Starts with `st_` in sandbox only', ''],
  ] as const) {
    const found = await schemaOf(words, example);
    expect(found, words).not.toHaveProperty('minLength');
    expect(found, words).not.toHaveProperty('pattern');
  }
});

test('letters of a time with its offset, and ISO 8601 with one that is shown, are a time of RFC 3339', async () => {
  for (const words of [
    'Waktu kirim, format `yyyy-MM-ddTHH:mm:ssTZD`',
    "Now, yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
    'yyyy-MM-ddTHH:mm:ss+07:00',
    'RFC 3339 date and time, always in UTC',
    'ISO 8601, with offset, e.g. `2026-01-02T03:04:05+07:00`',
  ])
    expect(await schemaOf(words), words).toHaveProperty('format', 'date-time');
  for (const words of [
    'yyyy-MM-ddTHH:mm:ss',
    'yyyy-MM-dd HH:mm:ss',
    // In some notations the offset that a bare Z stands for has no colon.
    'yyyy-MM-ddTHH:mm:ssZ',
    'yyyy-MM-ddTHH:mm:ssTZD or yyyy-MM-dd',
    'yyyy-MM-ddTHH:mm:ssTZD for new shops only',
    'ISO 8601',
    'A time like RFC 3339 date-time',
    'ISO 8601, with offset, e.g. `20260102T030405+0700`',
  ])
    expect(await schemaOf(words), words).not.toHaveProperty('format');
});

test('a choice behind what it is of, and codes in capitals behind a word for one of them, are all values', async () => {
  for (const words of [
    'Market of the shop: `EU`, `UK` or `APAC`',
    'Jenis toko: `EU`, `UK`, atau `APAC`.',
    'Salah satu dari EU, UK, APAC',
    'One of EU, UK or APAC.',
  ])
    expect(await schemaOf(words), words).toEqual({ enum: ['EU', 'UK', 'APAC'] });
  for (const words of [
    'Not one of these: `EU` or `UK`',
    'Starts with: `EU` or `UK`',
    'One of our shops, yours',
    'One of EU, UK, etc.',
  ])
    expect(await schemaOf(words), words).not.toHaveProperty('enum');
});

test('a range behind a comma bounds a number, and where a number begins is its least', async () => {
  const bounds = async (words: string): Promise<unknown[]> => {
    const { facts } = await readDraft(
      `${endpoint}## Request body\n\n${table('Name | Type | Required | Notes', `life | integer | no | ${words}`)}`,
    );
    return [facts['request /life minimum'], facts['request /life maximum']];
  };
  expect(await bounds('Life in minutes, 5 to 60. Default: 15')).toEqual([5, 60]);
  expect(await bounds('Umur, 5 sampai 60')).toEqual([5, 60]);
  expect(await bounds('Versi kunci, mulai dari 1')).toEqual([1, undefined]);
  for (const words of ['Two of 5 to 60', 'Pages, 5 to 60 of them', 'See chapter 5-6', 'Kept 5 to 60 days'])
    expect(await bounds(words), words).toEqual([undefined, undefined]);
});

test('the only one is the value, and the only one of some is not', async () => {
  for (const words of [
    '`st_main` is the only one',
    '`st_main` adalah satu-satunya nilai.',
    '`st_main` is the only value accepted',
  ])
    expect(await schemaOf(words), words).toEqual({ const: 'st_main' });
  for (const words of ['`st_main` is the only one that expires', '`st_main` is the only shop of a trial'])
    expect(await schemaOf(words), words).not.toHaveProperty('const');
});

test('a sentence about headers and fields is about the headers before the body too, and about no other part', async () => {
  const page = (part: string, sentence: string): string =>
    `${endpoint}### ${part}\n\n${table('Name | Send', 'X-Shop | your shop')}### Request fields\n\n${table('Field | Value', 'area | the area')}${sentence}\n`;
  const both = await readDraft(page('Request headers', 'All headers and fields are required.'));
  expect(both.facts).toMatchObject({ 'request header X-SHOP required': true, 'request /area required': true });
  const one = await readDraft(page('Request headers', 'All fields are required.'));
  expect(one.facts).toMatchObject({ 'request /area required': true });
  expect(one.facts).not.toHaveProperty('request header X-SHOP required');
});

test('the values of a choice are no words about for whom a field is, and words beside them are', async () => {
  const draft = (words: string) =>
    readDraft(`${endpoint}## Request headers\n\n${table('Key | Mandatory | Value', `X-Land | Yes | ${words}`)}`);
  expect((await draft('`ID`, `TL`, `PH` or `MY`')).facts).toMatchObject({
    'request header X-LAND required': true,
    'request header X-LAND enum': ['ID', 'TL', 'PH', 'MY'],
  });
  expect((await draft('`ID`, `TL`, `PH` or `MY`, resellers only')).asked).toContain('X-Land');
});

test('the kind of characters behind their number is that of all, unless others are allowed or it is a part', async () => {
  for (const words of [
    '24 characters, letters and digits, dashes allowed',
    '24 characters, must contain letters and digits',
    '24 karakter, bukan huruf dan angka',
    '24 characters, at least one digit',
    'Letters and digits',
  ])
    expect(await schemaOf(words), words).not.toHaveProperty('pattern');
});

test('a sample that is of another form than the words beside the name say is asked about', async () => {
  const page = (shown: string): string =>
    `${endpoint}## Request body\n\n${table('Name | Type | Required | Notes', 'mark | string | yes | 10 digits')}\`\`\`json\n{"mark":"${shown}"}\n\`\`\`\n`;
  expect((await readDraft(page('M-1'))).asked).toContain('what mark may be');
  expect((await readDraft(page('1234567890'))).asked).not.toContain('what mark may be');
});

test('words that say more of a text may call it a UUID or one of digits alone, and as one of several forms they do not', async () => {
  expect(await schemaOf('Your id (UUID, 36 characters)')).toMatchObject({ format: 'uuid', maxLength: 36 });
  expect(await schemaOf('A GUID, comes back in the answer')).toMatchObject({ format: 'uuid' });
  expect(await schemaOf('UUID milik toko')).toMatchObject({ format: 'uuid' });
  for (const words of [
    'UUID, ULID or any text',
    'The id, e.g. a UUID',
    'Your id, preferably a UUID',
    'UUID, no dashes',
    'Hash of the UUID of the till',
  ])
    expect(await schemaOf(words), words).not.toHaveProperty('format');
  for (const words of ['Digits only', 'Nomor toko, hanya angka', 'The number of the till (numeric only)'])
    expect(await schemaOf(words), words).toMatchObject({ pattern: '^[0-9]+$' });
  for (const words of ['Digits only for old shops', 'Digits and letters', 'The digits'])
    expect(await schemaOf(words), words).not.toHaveProperty('pattern');
  expect(await schemaOf('Digits only', 'A12')).not.toHaveProperty('pattern');
});

test('the letters of a kind of characters give the most of them beside other words', async () => {
  expect(await schemaOf('Kunci mitra, AN(40)')).toMatchObject({ maxLength: 40 });
  for (const words of ['AN(40) for old shops', 'The key, AN(40), AN(20) in tests', 'The plan(40)'])
    expect(await schemaOf(words), words).not.toHaveProperty('maxLength');
});

test('a bound that a value may reach, one that reads as a year, and a count in a column of values are lengths', async () => {
  for (const [words, most] of [
    ['Opaque; it may grow up to 80 characters', 80],
    ['up to 2048 characters', 2048],
    ['Nilainya dapat mencapai hingga 2050 karakter', 2050],
  ] as const)
    expect(await schemaOf(words), words).toEqual({ maxLength: most });
  expect(await schemaOf('up to 2048 characters for new shops only')).toEqual({});
  const { facts } = await readDraft(
    `${endpoint}## Request headers\n\n${table('Header | Value | Required', 'X-Till | Till of the shop, 7 characters, e.g. TIL0001 | yes')}`,
  );
  expect(facts).toMatchObject({ 'request header X-TILL minLength': 7, 'request header X-TILL maxLength': 7 });
});

test('letters that are counted are all of a value, and a fixed value is known by how it is written', async () => {
  const read = async (notes: string) =>
    (
      await readDraft(
        `${endpoint}## Request\n\n${table('Field | Type | Required | Notes', `level | String | yes | ${notes}`)}`,
      )
    ).facts;
  expect(await read('ISO 3166 code, 2 letters')).toMatchObject({
    'request /level minLength': 2,
    'request /level maxLength': 2,
  });
  for (const notes of ['Fixed value **TERMINAL**', 'Set to TERMINAL', 'Must be set to TERMINAL.'])
    expect(await read(notes), notes).toMatchObject({ 'request /level const': 'TERMINAL' });
  for (const notes of ['Fixed value supplied by us', 'Set to UUID', 'Set to TERMINAL or BRANCH', 'Not set to TERMINAL'])
    expect(await read(notes), notes).not.toHaveProperty(['request /level const']);
});

test('words that are the address of a machine in its form give that form, and a choice of forms gives none', async () => {
  const of = async (notes: string) =>
    (
      await readDraft(
        `${endpoint}## Request (JSON)\n\n${table('Name | Type | Required | Notes', `spot | String | N | ${notes}`)}`,
      )
    ).facts;
  for (const notes of ['IPv4 address', 'The IPv4 address of your server', 'Alamat IPv4 server mitra'])
    expect(await of(notes), notes).toHaveProperty(['request /spot format'], 'ipv4');
  for (const notes of [
    'IPv4 or IPv6 address',
    'Alamat IPv4 atau nama server',
    'IP address',
    'IPv4 address of the server, or its name',
    'IPv4 range',
  ])
    expect(await of(notes), notes).not.toHaveProperty(['request /spot format']);
});

test('a bound behind its number is read, and what a list stands for that is not sent takes none of its values back', () => {
  expect(boundsIn('in seconds, 900 at most')).toEqual({ maximum: 900 });
  expect(boundsIn('detik, 900 paling banyak')).toEqual({ maximum: 900 });
  for (const words of ['900 at most in test', 'at 900 at most', '900 maxima'])
    expect(boundsIn(words), words).toEqual({});
  expect(enumOfItems('Any of `in`, `out`. All if not given.')).toEqual(['in', 'out']);
  expect(enumOfItems('Any of `in`, `out`. `out` if not a shop.')).toBeNull();
});
