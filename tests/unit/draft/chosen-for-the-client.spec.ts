/** One of several listed values that a sample shows: whether another client sends another. */
import { expect, test } from '@playwright/test';
import { endpoint, expectReadings, readDraft, table } from '../../support/draft.ts';

const answer = '## Response 200\n\n```json\n{"access_token": "a", "expires_in": 900}\n```\n';
const page = (name: string, words: string, shown: string, required = 'Y'): string =>
  `${endpoint}## Request body\n\n${table(
    'Name | Type | Required | Notes',
    'client_id | string | Y | The id',
    'client_secret | string | Y | The secret',
    `${name} | string | ${required} | ${words}`,
  )}\`\`\`json\n{"client_id": "a", "client_secret": "b", "${name}": "${shown}"}\n\`\`\`\n\n${answer}`;

const question = async (...given: Parameters<typeof page>): Promise<string> => {
  const { asked } = await readDraft(page(...given));
  return asked.split('\n').find((line) => line.startsWith('which of the values')) ?? '';
};

for (const [name, words, shown] of [
  ['role', 'One of `shop`, `branch`', 'branch'],
  ['channel', 'One of `WEB`, `H2H`', 'H2H'],
  ['partnerType', 'One of `shop`, `branch`', 'shop'],
  ['merchant_category', 'One of `retail`, `food`', 'food'],
  ['peran', 'Salah satu dari `agen`, `kasir`', 'kasir'],
  ['kind', 'Kind of partner. One of `shop`, `branch`', 'branch'],
  ['kind', "The client's kind. One of `shop`, `branch`", 'branch'],
  ['segment_code', 'Your segment. One of `A1`, `B2`', 'A1'],
  ['jenis', 'Jenis mitra. Salah satu dari `toko`, `agen`', 'toko'],
] as const)
  test(`a listed value of ${name} that a sample shows may be that of another client: ${words}`, async () => {
    const asked = await question(name, words, shown);
    expect(asked).toContain(name);
    expect(asked).toContain(`the draft sends ${shown}`);
  });

for (const [name, words, shown] of [
  ['language', 'One of `en`, `id`', 'id'],
  ['merchant_language', 'One of `en`, `id`', 'id'],
  ['grant_type', 'One of `client_credentials`, `refresh_token`', 'client_credentials'],
  ['format', 'One of `short`, `long`', 'long'],
  ['currency', 'One of `IDR`, `USD`', 'USD'],
  ['kind', 'Kind of token. One of `opaque`, `jwt`', 'jwt'],
  ['algorithm', 'One of `RS256`, `PS256`', 'PS256'],
] as const)
  test(`a listed value of ${name} that a sample shows is fine for every client: ${words}`, async () => {
    expect(await question(name, words, shown)).toBe('');
  });

test('what the request need not have is not asked', async () => {
  expect(await question('role', 'One of `shop`, `branch`', 'branch', 'N')).toBe('');
});

test('the texts of a list that a sample alone shows may be those of another client', async () => {
  const page = (type: string, value: string, notes: string): string =>
    `${endpoint}## Request body\n\n${table('Name | Type | Required | Description', `services | ${type} | Yes | ${notes}`)}\n\`\`\`json\n{ "services": ${value} }\n\`\`\`\n`;
  await expectReadings([
    {
      what: 'a list of texts',
      page: page('Array of String', '["qr", "va"]', 'Services that the token is for'),
      asked: ['which values of a list this account has: a sample alone shows services qr, va'],
    },
    { what: 'an empty list', page: page('Array of String', '[]', 'Services'), silent: ['which values of a list'] },
    { what: 'a text', page: page('String', '"qr"', 'Service'), silent: ['which values of a list'] },
  ]);
});

test('so may the ids in the objects of a list, and what anybody may send is not asked', async () => {
  const page = (items: string): string =>
    `${endpoint}## Request body\n\n${table('Name | Type | Required', 'accounts | array of objects | yes')}\n\`\`\`json\n{"accounts": ${items}}\n\`\`\`\n`;
  await expectReadings([
    {
      what: 'an id',
      page: page('[{"type": "legalEntity", "accountId": "LE322KT22"}]'),
      asked: ['accounts {"type":"legalEntity","accountId":"LE322KT22"}'],
    },
    {
      what: 'one below another object',
      page: page('[{"kind": "shop", "owner": {"merchantCode": "M-77123"}}]'),
      asked: ['a sample alone shows accounts'],
    },
    { what: 'a word', page: page('[{"type": "transfer"}]'), silent: ['a sample alone shows accounts'] },
  ]);
});
