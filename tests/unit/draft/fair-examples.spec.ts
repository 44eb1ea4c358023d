/** Examples of a page in the good request: sent where anybody may send them, and given by the environment where they are somebody's own. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { draftOf, todosOf } from '../../../src/draft/write/files/draft.ts';
import { atPointer } from '../../../src/formats/json.ts';
import { endpoint, table } from '../../support/draft.ts';

const origin = { provider: 'x', url: 'https://x.test', read: '2026-01-02' };

async function sent(name: string, example: string, words = '') {
  const rows = table(
    'Name | Type | Required | Description | Example',
    `${name} | string | yes | ${words} | ${example}`,
  );
  const facts = await factsOf({ text: `${endpoint}## Request body\n\n${rows}`, format: 'markdown', base: 'page' });
  return {
    value: atPointer(draftOf(facts, origin)['contracts/x/contract.yaml'] ?? null, `/control/body/${name}`),
    asked: todosOf(facts, origin)
      .map(({ what }) => what)
      .join('\n'),
  };
}

test('an example in words that anybody may send is sent', async () => {
  for (const [name, example, words] of [
    ['channel', 'WEB', 'Channel of the request'],
    ['api_version', '2.1', 'Version of the API'],
    ['merchant_type', 'RETAIL', 'Kind of merchant'],
    ['mode', 'live', ''],
    ['version', '2025-01', ''],
  ] as const)
    expect((await sent(name, example, words)).value, name).toBe(example);
});

test('an example that words list beside others which were not read comes from the environment', async () => {
  for (const [example, words] of [
    ['daily', 'Why you ask. daily, weekly or whatever suits'],
    ['weekly', 'Either daily or weekly, or another by word of mouth'],
    ['harian', 'Tujuan: harian atau lainnya'],
    ['daily', 'The rhythm we agreed on'],
    ['harian', 'Irama yang disepakati'],
  ] as const)
    expect((await sent('rhythm', example, words)).value, words).toEqual({ credential: 'rhythm' });
  for (const words of ['Rhythm, daily', 'Daily runs of this or another system', 'The rhythm of the report'])
    expect((await sent('rhythm', 'quick', words)).value, words).toBe('quick');
});

test('an example of what each client has of its own comes from the environment', async () => {
  for (const [name, example, words] of [
    ['store', 'shoes', 'The store that asks'],
    ['kode_cabang', 'BDG', ''],
    ['merchantAccount', 'CornerShop', ''],
    ['callback', 'https://shop.example/back', 'Where we call back'],
    ['batch', 'b-20771', 'Batch of the contract'],
    ['channel', 'WEB', 'As set in your portal'],
    ['area', 'north', 'For instance `north`'],
    ['contract', 'standard', ''],
    ['zone', 'eu', 'The zone you signed up in'],
    ['country', 'KE', "Code of the merchant's country"],
    ['country', 'KE', 'Country of the shop'],
    ['negara', 'ID', 'Kode negara mitra'],
    ['lang', 'en', 'Depends on the region'],
    ['wilayah', 'JKT', 'Wilayah yang didaftarkan'],
  ] as const)
    expect((await sent(name, example, words)).value, name).toHaveProperty('credential');
});

test('the name of an environment comes from the environment, and any other value of a list from the page', async () => {
  const row = (name: string, values: string): Promise<string> =>
    factsOf({
      text: `${endpoint}## Request body\n\n${table('Name | Type | Required | Description', `${name} | string | yes | ${values}`)}`,
      format: 'markdown',
      base: 'page',
    }).then((facts) => JSON.stringify(draftOf(facts, origin)['contracts/x/contract.yaml']?.['control']));
  for (const values of ['One of `test`, `live`', 'One of `SANDBOX`, `UAT`, `PRODUCTION`'])
    expect(await row('stage', values), values).toContain('"stage":{"credential":"stage"}');
  for (const values of ['One of `cards`, `loans`', 'One of `test`, `other`'])
    expect(await row('stage', values), values).not.toContain('credential');
});

test('an example of an instant is no value of another request', async () => {
  const { value, asked } = await sent('sentAt', '20260102030405', 'When it is sent');
  expect(value).toBeUndefined();
  expect(asked).toContain('to be new in each request');
});

test('which scopes a client may ask for, a sample does not say', async () => {
  const sample = '```json\n{ "scopes": ["cards:read", "cards:write"], "kinds": ["cards", "loans"] }\n```\n';
  const rows = ['scopes | array of strings | yes | What you need', 'kinds | array of strings | yes | What it is for'];
  const facts = await factsOf({
    text: `${endpoint}## Request body\n\n${table('Name | Type | Required | Description', ...rows)}${sample}`,
    format: 'markdown',
    base: 'page',
  });
  const control = draftOf(facts, origin)['contracts/x/contract.yaml']?.['control'];
  expect(control).toMatchObject({ body: { kinds: ['cards', 'loans'] } });
  expect(control).not.toHaveProperty('body.scopes');
  expect(todosOf(facts, origin).map((one) => one.what)).toContain('the value of scopes (array) in control.body');
});
