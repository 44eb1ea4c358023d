/** A choice of values that the words about a field give and no reader took: a question, however it is said. */
import { expect, test } from '@playwright/test';
import { endpoint, readDraft, table } from '../../support/draft.ts';

const question = async (words: string, name = 'tier', required = 'Y'): Promise<string> => {
  const { asked } = await readDraft(
    `${endpoint}## Request body\n\n${table('Name | Type | Required | Notes', 'client_id | string | Y | Id', `${name} | string | ${required} | ${words}`)}`,
  );
  return asked.split('\n').find((line) => line.includes(`which values ${name}`)) ?? '';
};

for (const words of [
  'Must be A1 or B2 for partners',
  'Must be A1 or B2',
  'Must be `a1` or `b2` for partners',
  'One of `a1`, `b2` for partners',
  'Harus G1 atau G2 untuk mitra',
  'Tier. Use A1, B2 or C3 for new shops',
  'Either RETAIL or FOOD, depending on the contract',
  'A1 or B2',
  'Salah satu dari A1, B2 bagi mitra',
  'Either web or app',
  'Kind of shop, `a1` or `b2`',
  'Jenis toko (`a1` atau `b2`)',
  'Accepts `a1`, `b2` and `c3`',
])
  test(`what is left of a choice is asked: ${words}`, async () => {
    expect(await question(words)).toContain(`tier (Request body, tier) has: of it the page says "${words}"`);
  });

test('the same of a header', async () => {
  const { asked } = await readDraft(
    `${endpoint}## Request headers\n\n${table('Header | Required | Notes', 'X-Tier | Y | Must be A1 or B2 for partners')}`,
  );
  expect(asked).toContain('which values X-Tier');
});

for (const words of [
  'One of `a1`, `b2`',
  'Must be 16 or 32 characters',
  'Such as A1 or B2',
  'Must be sent or left out',
  'For partners or merchants',
  'The ID or the code of the shop',
  'Must be A1',
  'Must be UUID or ULID',
  'Required or optional',
  'Values: `a1`, `b2`. Default `a1`',
  'Kind of shop. Allowed: A1, B2',
  'Nilai: A1, B2',
  'Code of the shop, e.g. `a1` or `b2`',
  'Code of the shop, `a1`',
])
  test(`words that leave no choice of values, or were read, are not asked: ${words}`, async () => {
    expect(await question(words)).toBe('');
  });

test('what an object holds is asked of its members', async () => {
  const { asked } = await readDraft(
    `${endpoint}## Request body\n\n${table('Name | Type | Required | Notes', 'shop | object | Y | Holds `mode`, one of `a1`, `b2`', 'shop.mode | string | Y | One of `a1`, `b2`')}`,
  );
  expect(asked).not.toContain('which values shop');
});

test('what no value is chosen of is not asked: a grant, a credential', async () => {
  expect(await question('Must be client_credentials or password for partners', 'grant_type')).toBe('');
  expect(await question('Must be A1 or B2 for partners', 'client_secret')).toBe('');
});
