/** Lengths that words give: facts where every number and each part beside them is understood, and questions elsewhere. */
import { expect, test } from '@playwright/test';
import { endpoint, readDraft, table } from '../../support/draft.ts';

const read = (words: string, name = 'store_code') =>
  readDraft(
    `${endpoint}## Request body\n\n${table('Name | Type | Required | Description', `${name} | string | yes | ${words}`)}`,
  );

test('a length is a fact where the words beside it say nothing of other lengths or of a part', async () => {
  for (const words of [
    'Code of the store, max 12 characters',
    'At most 12 characters, e.g. ABC99',
    'Max. 12 characters; see section 4.2',
    'Kode toko (maks. 12 karakter)',
    'Kode toko, maksimum 12 karakter',
    'Max 12',
    'ISO 3166 code, up to 12 characters',
    'No more than 12 characters',
  ]) {
    const { facts, asked } = await read(words);
    expect(facts, words).toHaveProperty('request /store_code maxLength', 12);
    expect(asked, words).not.toContain('store_code');
  }
});

test('a length beside another number, an exception or a part is a question', async () => {
  for (const words of [
    'max 12 characters, 18 on demand',
    'max 12 characters; kiosks 18',
    'maks 12 karakter, 18 bila toko besar',
    'max 12 characters (check digit aside)',
    'max 12 characters, not counting the dash',
    'maks 12 karakter di luar awalan',
    'Exactly 12 characters, otherwise 18',
    'max 12 characters plus a check digit',
    'at least 2 digits',
    'max 12 characters, half of it for kiosks',
    'Up to 12 characters. For kiosks it is twenty.',
    'Max. length 12 (v1: 8)',
  ]) {
    const { facts, asked } = await read(words);
    for (const keyword of ['minLength', 'maxLength'])
      expect(facts, words).not.toHaveProperty(`request /store_code ${keyword}`);
    expect(asked, words).toMatch(/lengths.* of store_code/);
  }
});

test('a bound without a unit is a length of what holds a text, and may be an amount of anything else', async () => {
  expect((await read('min 5, max 40', 'customer_name')).facts).toMatchObject({
    'request /customer_name minLength': 5,
    'request /customer_name maxLength': 40,
  });
  for (const words of ['min 5000, max 40000', 'Maks 40000']) {
    const { facts, asked } = await read(words, 'nominal');
    expect(facts, words).not.toHaveProperty('request /nominal maxLength');
    expect(asked, words).toMatch(/lengths.* of nominal/);
  }
});

test('columns of bounds are those of a number, and of a text where it is no amount', async () => {
  const { facts, asked } = await readDraft(
    `${endpoint}## Request body\n\n${table(
      'Name | Type | Required | Min | Max | Description',
      'shop_id | string | yes | 2 | 36 | The shop',
      'hours | integer | yes | 1 | 24 | ',
      'saldo | string | yes | 100 | 9000 | Rupiah',
    )}`,
  );
  expect(facts).toMatchObject({
    'request /shop_id minLength': 2,
    'request /shop_id maxLength': 36,
    'request /hours minimum': 1,
    'request /hours maximum': 24,
  });
  expect(facts).not.toHaveProperty('request /saldo maxLength');
  expect(asked).toMatch(/the lengths that .* gives to saldo/);
});

test('the most characters of a UUID are all of them only where no word bounds it', async () => {
  for (const words of [
    'UUID, max 36 characters',
    'UUID of the device, at most 36 characters',
    'UUID (36 karakter maksimal)',
  ])
    expect((await read(words)).facts, words).not.toHaveProperty('request /store_code minLength');
  expect((await read('UUID, 36 characters')).facts).toHaveProperty('request /store_code minLength', 36);
});

test('for whom an optional field is says nothing of its length, in a sentence that counts nothing', async () => {
  const optional = (required: string, words: string) =>
    readDraft(
      `${endpoint}## Request body\n\n${table('Name | Type | Required | Description', `store_code | string | ${required} | ${words}`)}`,
    );
  for (const words of [
    'Store to act for, for platforms with many stores. Up to 12 characters.',
    'Kode toko, untuk jaringan waralaba. Maksimum 12 karakter.',
  ]) {
    const { facts } = await optional('no', words);
    expect(facts, words).toHaveProperty('request /store_code maxLength', 12);
  }
  for (const [required, words] of [
    ['no', 'Store to act for. Up to 12 characters, for platforms with many stores.'],
    ['no', 'Store to act for. For platforms up to 12 characters.'],
    ['yes', 'Store to act for, for platforms with many stores. Up to 12 characters.'],
  ] as const) {
    const { facts, asked } = await optional(required, words);
    expect(facts, words).not.toHaveProperty('request /store_code maxLength');
    expect(asked, words).toContain('store_code');
  }
});
