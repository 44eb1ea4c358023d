/** The only value of a field: a fact where every word beside it is understood, and a question wherever else it is named. */
import { expect, test } from '@playwright/test';
import { endpoint, readDraft, table } from '../../support/draft.ts';

const read = (words: string, name = 'kind') =>
  readDraft(
    `${endpoint}## Request body\n\n${table('Name | Type | Required | Description', `${name} | string | yes | ${words}`)}`,
  );

test('a value is the only one where every word beside it is understood', async () => {
  for (const words of [
    'Always `X7`',
    'Must be set to `X7`.',
    'Fixed value: `X7`',
    'The kind is always `X7`',
    'Kind of token, always `X7`',
    'Always `X7`, in upper case',
    'Only `X7` is supported',
    '`X7` (fixed)',
    'Selalu diisi `X7`',
    'Wajib diisi dengan nilai `X7`',
    'Nilai tetap `X7`',
  ]) {
    const { facts, asked } = await read(words);
    expect(facts, words).toHaveProperty('request /kind const', 'X7');
    expect(asked, words).not.toContain('kind');
  }
  expect((await read('Only `client_credentials` is supported at the moment', 'grant_type')).facts).toHaveProperty(
    'request /grant_type const',
    'client_credentials',
  );
});

test('a value with a word beside it that is not understood is a question', async () => {
  for (const words of [
    // What is not to be sent.
    'Never set to `X7`',
    'Banned value: `X7`',
    'Hindari nilai `X7`',
    'Haram diisi `X7`',
    // What is so now and then, or was.
    'Mostly fixed: `X7`',
    'Should be `X7`',
    'Was always `X7`',
    'Always `X7` in test',
    'Kadang-kadang diisi `X7`',
    'Saat ini selalu `X7`',
    // What somebody else sets, or for some alone.
    'Set to `X7` by the gateway',
    'Diisi `X7` oleh sistem',
    'Fixed value per shop: `X7`',
    'Always `X7` (to be agreed)',
    'Always `X7`. The gateway makes it `Y7`.',
    'Always `X7` ²',
    // What the value means, or what is made of it.
    'Value `X7` stands for shops',
    'Always `X7` + the date',
    'Must be `X7`-signed',
    'Must be given as `X7`',
    'Harus memuat nilai `X7` di depan',
    // The name of another field.
    'Must be the value of `X7`',
    'Selalu diisi dengan nilai `clientKey`',
  ]) {
    const { facts, asked } = await read(words);
    expect(facts, words).not.toHaveProperty('request /kind const');
    // What is not to be sent is no fact either way.
    if (!/never/i.test(words)) expect(asked, words).toMatch(/values of kind/);
  }
});

test('what a sentence elsewhere leaves open is not taken from the words beside the field again', async () => {
  const rows = table('Name | Type | Required | Description', 'token_type | string | yes | Always `Bearer`');
  const { facts, asked } = await readDraft(
    `${endpoint}## Response 200\n\n${rows}\n\`token_type\` is always \`Bearer\` from version 2 on.\n`,
  );
  expect(facts).not.toHaveProperty('200 /token_type const');
  expect(asked).toContain('token_type');
});

test('a list of values is left where the words beside it mark another one', async () => {
  expect((await read('One of `A1`, `B1`. Default `A1`')).facts).toHaveProperty('request /kind enum', ['A1', 'B1']);
  const { facts, asked } = await read('One of `A1`, `B1` (kiosks: `C1`)');
  expect(facts).not.toHaveProperty('request /kind enum');
  expect(asked).toContain('values of kind');
});

test('a fixed value is read with its digits and with the flow that it is for', async () => {
  const granted = await read('`client_credentials` is the only value for this flow', 'grant_type');
  expect(granted.facts).toHaveProperty('request /grant_type const', 'client_credentials');
  for (const words of [
    'One value: `LOKET_P2P`',
    'Satu nilai: LOKET_P2P',
    'Isi dengan LOKET_P2P',
    'Selalu LOKET_P2P',
    'Must be LOKET_P2P',
  ]) {
    expect((await read(words)).facts, words).toHaveProperty('request /kind const', 'LOKET_P2P');
  }
  for (const words of ['One value is `LOKET_P2P`', 'One possible value: `LOKET_P2P`'])
    expect((await read(words)).facts, words).not.toHaveProperty('request /kind const');
  // What some of those who ask may send is a question.
  const some = await read('`client_credentials` is the only value that resellers may send', 'grant_type');
  expect(some.facts).not.toHaveProperty('request /grant_type const');
  expect(some.asked).toContain('grant_type');
});

test('what a column of values holds for a field is asked, where no words call it the only one', async () => {
  const page = (...rows: string[]) => readDraft(`${endpoint}## Request body\n\n${table('Name | Value', ...rows)}`);
  const { facts, asked } = await page('audience | https://desk.test', 'mode | Short text', 'client_id | *your id*');
  expect(facts).not.toHaveProperty('request /audience const');
  expect(asked).toContain('whether audience (Request body, audience) has one value alone');
  for (const name of ['mode', 'client_id']) expect(asked).not.toContain(`whether ${name} (`);
});

test('a value that is to be kept as it is, or that is what is sent, is the only one', async () => {
  for (const words of [
    'X7_A "keep it same"',
    '`X7_A` (do not change)',
    '`X7_A`. Do not change this value.',
    '"X7_A", leave as is',
    'X7_A, jangan diubah',
    'Data yang dikirim merupakan X7_A',
    'Nilai yang dikirimkan adalah `X7_A`',
    'The value to be sent is `X7_A`',
  ])
    expect((await read(words)).facts, words).toHaveProperty('request /kind const', 'X7_A');
  for (const words of [
    'X7_A, keep it the same as in the first request',
    '`X7_A`, keep it secret',
    '`X7_A`, do not change it after registration',
    '`X7_A` or `X8_A`, keep it same',
    'e.g. `X7_A`, keep it same',
    'Data yang dikirim merupakan string',
    'Data yang dikirim merupakan client_id',
    'Data yang dikirim biasanya merupakan X7_A',
    'Data yang dikirim merupakan X7_A atau X8_A',
    'Data yang diterima merupakan X7_A',
  ])
    expect((await read(words)).facts, words).not.toHaveProperty('request /kind const');
});
