/** What a collection says in words: tables in the description of a request, and what stands beside its headers. */
import { expect, test } from '@playwright/test';
import { readDraft, table } from '../../support/draft.ts';

const collection = (description: unknown, header: object[]): string =>
  JSON.stringify({
    info: { name: 'T', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
    item: [
      {
        name: 'Token',
        request: {
          ...{ method: 'POST', url: 'https://a.test/token', header, description },
          body: { mode: 'raw', raw: '{"shop": "s-1", "till": 4}' },
        },
        response: [{ name: 'ok', code: 200, status: 'OK', header: [], body: '{"token": "t"}' }],
      },
    ],
  });

const fields = table('Field | Tipe | Wajib | Panjang maks.', 'shop | String | Ya | 12', 'till | Number | Tidak | -');

for (const words of [`Asks for a token.\n\n${fields}`, { content: fields, type: 'text/markdown' }])
  test(`the table in a description of ${typeof words} says what the body holds`, async () => {
    const { facts, asked } = await readDraft(collection(words, []), 'openapi');
    expect(facts).toMatchObject({
      'request /shop required': true,
      'request /shop maxLength': 12,
      'request /till type': 'number',
    });
    expect(facts).not.toHaveProperty(['request /till required']);
    expect(asked).not.toMatch(/shop|till/);
  });

test('words beside a header say what it is, and one without them, or for some requests, is a question', async () => {
  const { facts, asked } = await readDraft(
    collection('', [
      { key: 'X-Shop', value: 's-1', description: 'Mandatory. Max 12 characters' },
      { key: 'X-Till', value: '4' },
      { key: 'X-Area', value: 'a-000017', description: '**Mandatory.** Number of the _merchant_, 8 characters' },
      { key: 'X-Group', value: 'g', description: 'Mandatory, only for resellers' },
    ]),
    'openapi',
  );
  expect(facts).toMatchObject({ 'request header X-SHOP required': true, 'request header X-SHOP maxLength': 12 });
  expect(facts).toMatchObject({ 'request header X-AREA required': true, 'request header X-AREA maxLength': 8 });
  expect(Object.keys(facts)).not.toContain('request header X-TILL required');
  expect(Object.keys(facts)).not.toContain('request header X-GROUP required');
  expect(asked).toContain('X-Till');
  expect(asked).not.toContain('X-Area');
  expect(asked).toContain('X-Group');
});

test('a text with its length among the words beside a parameter has that length', async () => {
  const { facts, asked } = await readDraft(
    collection('', [
      { key: 'X-Shop', value: 's-1', description: 'Mandatory. String(36)' },
      { key: 'X-Till', value: '4', description: 'Wajib. Alphanumeric (25), milik mitra' },
      { key: 'X-Area', value: 'eu', description: 'varchar(8). Optional' },
      { key: 'X-Group', value: 'g', description: 'Mandatory' },
    ]),
    'openapi',
  );
  expect(facts).toMatchObject({
    'request header X-SHOP required': true,
    'request header X-SHOP maxLength': 36,
    'request header X-TILL maxLength': 25,
    'request header X-AREA maxLength': 8,
    'request header X-GROUP required': true,
  });
  expect(Object.keys(facts)).not.toContain('request header X-GROUP maxLength');
  expect(asked).not.toMatch(/X-(?:Shop|Till|Group)/);
});

test('a table below a heading of the answer says nothing of the request', async () => {
  const { facts } = await readDraft(
    collection(`## Response\n\n${table('Name | Type | Always', 'shop | String | yes')}`, []),
    'openapi',
  );
  expect(facts).toMatchObject({ '200 /shop required': true });
  expect(facts).not.toHaveProperty(['request /shop required']);
});

test('words beside the parameters of a form say what these are, and one that is switched off is a fact where it may be left out', async () => {
  const body = (description: string, isOff: boolean) => ({
    mode: 'urlencoded',
    urlencoded: [
      { key: 'shop', value: 's-1', description: 'Mandatory. Max 12 characters' },
      { key: 'area', value: 'eu', description, disabled: isOff },
      { key: 'till', value: '4', disabled: true },
    ],
  });
  const read = (description: string, isOff = true) => {
    const { item, ...rest } = JSON.parse(collection('', []));
    item[0].request.body = body(description, isOff);
    return readDraft(JSON.stringify({ ...rest, item }), 'openapi');
  };
  for (const words of ['Optional. Max 9 characters', 'Opsional, maks. 9 karakter']) {
    const { facts, asked } = await read(words);
    expect(facts).toMatchObject({ 'request /shop required': true, 'request /shop maxLength': 12 });
    expect(facts, words).toHaveProperty(['request /area maxLength'], 9);
    expect(facts, words).not.toHaveProperty(['request /area required']);
    expect(asked, words).not.toMatch(/\barea\b|\btill\b/);
  }
  for (const words of ['Mandatory', 'The area', 'Optional-looking, and needed', 'Required in production']) {
    const { facts, asked } = await read(words);
    expect(Object.keys(facts).join(), words).not.toContain('/area');
    expect(asked, words).toContain('whether area is sent');
  }
  expect((await read('Mandatory', false)).facts).toHaveProperty(['request /area required'], true);
  // A form that was left in a body of JSON says nothing of that.
  const left = JSON.parse(collection('', []));
  Object.assign(left.item[0].request.body, { urlencoded: [{ key: 'zone', description: 'Mandatory' }] });
  const json = await readDraft(JSON.stringify(left), 'openapi');
  expect(`${Object.keys(json.facts)}${json.asked}`).not.toContain('zone');
});

test('a table of environments before the requests gives their addresses, where that of the collection is one of them', async () => {
  const read = async (address: string): Promise<string[]> => {
    const { info, ...rest } = JSON.parse(collection('', []));
    const rows = table('Environment | baseUrl', `Test | ${address}`, 'Live | https://live.a.test');
    const { facts } = await readDraft(
      JSON.stringify({ ...rest, info: { ...info, description: `# Start\n\n${rows}` } }),
      'openapi',
    );
    return Object.keys(facts).filter((one) => one.startsWith('server '));
  };
  expect(await read('https://a.test')).toEqual(['server https://a.test', 'server https://live.a.test']);
  expect(await read('https://cards.a.test')).toEqual(['server https://a.test']);
});
