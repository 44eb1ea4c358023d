/** What words say of the characters of a text: how many there are, of which kind, how it begins, and whether it is a time. */
import { expect, test } from '@playwright/test';
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
    ['24 characters, from the portal', sized(24)],
    ['Nomor, 16 karakter', sized(16)],
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
