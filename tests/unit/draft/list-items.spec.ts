/** Members of the items of lists: by brackets in names, rows below a list, tables of their own, samples and descriptions. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { draftOf } from '../../../src/draft/write/files/draft.ts';
import { endpoint, readDraft, table } from '../../support/draft.ts';

const head = 'Name | Type | Required | Notes';
const answer = (...rows: string[]): string => `${endpoint}## Response 200\n\n${table(head, ...rows)}`;
const token = 'access_token | string | yes | ';

test('a name that goes through the items of a list is that of a member of each, however it is written', async () => {
  for (const name of ['shops[].id', 'shops.[].id', 'shops[0].id', 'shops.0.id', 'shops[*].id', 'shops[n].id']) {
    const { facts, asked } = await readDraft(
      answer(token, `\`${name}\` | string(12) | yes | `, 'shops[].open | boolean | no | '),
    );
    expect(facts, name).toMatchObject({ '200 /shops type': 'array', '200 /shops/*/id required': true });
    expect(facts, name).toMatchObject({ '200 /shops/*/id maxLength': 12, '200 /shops/*/open type': 'boolean' });
    expect(asked, name).not.toMatch(/cannot be read|items of a list/);
  }
  const listed = await readDraft(`${endpoint}## Respons 200\n\n- \`hak[].nama\` (string, wajib): nama\n`);
  expect(listed.facts).toMatchObject({ '200 /hak/*/nama required': true });
  expect(listed.facts).not.toHaveProperty(['200 /hak required']);
});

test('the type of a list may name that of its items, and says nothing of what an object is', async () => {
  const lists = [
    'array of string',
    '`List<String>`',
    'string[]',
    '`array[string]`',
    'larik string',
    'larik teks',
    'array of texts',
  ];
  for (const type of lists) {
    const { facts } = await readDraft(answer(token, `marks | ${type} | no | `));
    expect(facts, type).toMatchObject({ '200 /marks type': 'array', '200 /marks/* type': 'string' });
  }
  for (const type of ['array of object', 'list of shops', 'array'])
    expect((await readDraft(answer(token, `marks | ${type} | no | `))).facts, type).not.toHaveProperty([
      '200 /marks/* type',
    ]);
  const item = await readDraft(`${endpoint}## Response 200\n\n- \`marks\` (array of string, required): the marks\n`);
  expect(item.facts).toMatchObject({ '200 /marks type': 'array', '200 /marks required': true });
});

test('a contract says of items what the page does, and no more', async () => {
  const rows = [
    'shops[].id | string | yes | ',
    'marks | array of string | no | ',
    'tills | array of object | yes | ',
    '> no | integer | yes | ',
  ];
  const { facts } = await readDraft(answer(token, ...rows));
  const found = await factsOf({ text: answer(token, ...rows), format: 'markdown', base: 'page' });
  const draft = draftOf(found, { provider: 'x', url: 'https://x.test', read: '2026-01-02' });
  const schema = draft['contracts/x/granted.schema.yaml'];
  const content = { 'application/json': { schema } };
  const text = JSON.stringify({
    ...{ openapi: '3.1.0', info: { title: 'x', version: '1' }, servers: [{ url: 'https://a.test' }] },
    paths: { '/token': { post: { responses: { 200: { description: 'ok', content } } } } },
  });
  const again = (await readDraft(text, 'openapi')).facts;
  const ofItems = (all: object): string[] =>
    Object.entries(all)
      .flatMap(([key, value]) => (key.includes('/*') ? [`${key}: ${value}`] : []))
      .sort();
  expect(ofItems(again)).toEqual(ofItems(facts));
  expect(ofItems(again)).toHaveLength(5);
});

test('rows below a list lie in its items, lists in these too, and so does a table of their own', async () => {
  const rows = [
    'shops | array of object | yes | ',
    '> id | string | yes | ',
    '> tills[] | array | no | ',
    '>> no | integer | yes | ',
  ];
  const items = table(head, 'city | string | yes | ', 'shops[].street | string | no | ');
  for (const caption of ['### Item of `shops`', '### Shop object', 'Setiap shops:', '### shops[]']) {
    const { facts, asked } = await readDraft(`${answer(token, ...rows)}${caption}\n\n${items}`);
    expect(facts, caption).toMatchObject({
      '200 /shops/*/id required': true,
      '200 /shops/*/tills/*/no type': 'integer',
      '200 /shops/*/city required': true,
      '200 /shops/*/street type': 'string',
    });
    expect(asked, caption).not.toContain('is so for each request');
  }
  const deep = await readDraft(
    `${answer(token, ...rows)}### shops[].owner\n\n${table(head, 'name | string | yes | ')}`,
  );
  expect(deep.facts).toHaveProperty(['200 /shops/*/owner/name required'], true);
});

test('a sample shows the members of items, an empty list none, and what it alone shows is asked', async () => {
  const sample = (shops: string): string => `\`\`\`json\n{ "access_token": "a", "shops": ${shops} }\n\`\`\`\n`;
  const rows = [token, 'shops | array | yes | ', 'shops.id | string | yes | '];
  const shown = await readDraft(answer(...rows) + sample('[{ "id": "a" }, { "id": "b", "size": 2 }]'));
  expect(shown.facts).toMatchObject({ '200 /shops/*/id required': true, '200 /shops/*/size type': 'integer' });
  expect(shown.asked).toContain('whether shops[].size of the answer is mandatory');
  expect((await readDraft(answer(...rows) + sample('[]'))).asked).not.toContain('whether shops[].id');
  expect((await readDraft(answer(...rows) + sample('[{ "size": 1 }]'))).asked).toContain('whether shops[].id');
});

test('a text in brackets, and an object whose members are named as those of items, are questions', async () => {
  const { facts, asked } = await readDraft(
    answer(token, 'rights[] | string | yes | ', 'shops | object | yes | ', 'shops[].id | string | no | '),
  );
  expect(Object.keys(facts).filter((fact) => fact.includes('rights'))).toEqual([]);
  expect(asked).toContain('rows whose name cannot be read: rights[]');
  expect(asked).toContain('the type of shops');
});

test('a draft states items within the clause of their list, and takes no token and no good request from them', async () => {
  const request = `## Request body\n\n${table(head, 'client_secret | string | yes | ', 'shops | array | yes | ', 'shops[].pin | string | yes | ')}`;
  const text = `${endpoint}${request}## Response 200\n\n${table(head, 'cards[].token | string | yes | ', 'key | string | yes | the access token')}`;
  const facts = await factsOf({ text, format: 'markdown', base: 'page' });
  const draft = draftOf(facts, { provider: 'x', url: 'https://x.test', read: '2026-01-02' });
  const [granted, contract] = [
    draft['contracts/x/granted.schema.yaml'],
    JSON.stringify(draft['contracts/x/contract.yaml']),
  ];
  expect(granted).toMatchObject({
    properties: {
      cards: {
        type: 'array',
        items: { type: 'object', required: ['token'], properties: { token: { type: 'string' } } },
      },
    },
  });
  expect(JSON.stringify(granted).match(/x-clause/g)).toHaveLength(2);
  expect(contract).toContain('"value":"/key"');
  expect(contract).toContain('the value of shops (array) in control.body');
});

test('values that words about a list give are those of its items, and a list that is never null is no question', async () => {
  const read = (notes: string, never = 'no') =>
    readDraft(
      `${endpoint}## Request\n\n${table('Name | Type | Required | Nullable | Notes', `parts | array of strings | yes | ${never} | ${notes}`)}`,
    );
  for (const notes of [
    'One or more of `a1`, `b1`.',
    'Parts to be used. Any of `a1`, `b1`',
    'Salah satu dari `a1`, `b1`',
    'Parts that you ask for: `a1`, `b1`',
    'Bagian yang diminta: `a1` dan `b1`.',
  ]) {
    const { facts, asked } = await read(notes);
    expect(facts, notes).toMatchObject({ 'request /parts type': 'array', 'request /parts/* enum': ['a1', 'b1'] });
    expect(facts, notes).not.toHaveProperty(['request /parts enum']);
    expect(asked).not.toContain('Nullable');
  }
  for (const notes of [
    'One or more of `a1`, `b1`. Resellers: only for `a1`.',
    'One or more of `a1`, `b1`, etc',
    'Parts, for example: `a1`, `b1`',
    'Contoh bagian: `a1`, `b1`',
    'Parts of resellers only: `a1`, `b1`',
    'Parts that you ask for: `a1`, `b1`. More values may be added.',
    'Some parts: `a1`, `b1`',
    'Each holds the fields: `a1`, `b1`',
  ])
    expect((await read(notes)).facts, notes).not.toHaveProperty(['request /parts/* enum']);
  expect((await read('Parts', 'yes')).facts).toMatchObject({ 'request /parts type': ['array', 'null'] });
  expect((await read('Parts', 'at times')).asked).toContain('Nullable');
});

test('scopes that words list to the end are those there are, and examples, defaults and those of some are not', async () => {
  const scopesOf = async (notes: string): Promise<string[]> =>
    Object.keys(
      (
        await readDraft(
          `${endpoint}## Request body\n\n${table('Name | Type | Required | Notes', `scope | string | no | ${notes}`)}`,
        )
      ).facts,
    ).filter((key) => key.startsWith('scope '));
  for (const notes of [
    'Dipisah spasi: `pay`, `read`. Bila kosong, semua scope diberikan.',
    'Space-separated: `pay` and `read`',
    'Scopes, separated by spaces: `pay`, `read`.',
    '`pay`, `read`, or both with a space between them',
    '`pay` or `read` or both, separated by spaces',
    '`pay`, `read` atau keduanya dipisah spasi',
  ])
    expect(await scopesOf(notes), notes).toEqual(['scope pay', 'scope read']);
  for (const notes of [
    'Space-separated, e.g. `pay`, `read`',
    'Space-separated: `pay`, `read`. Other scopes on request.',
    'Space-separated: `pay`, `read` for resellers',
    'Space-separated since v2: `pay`, `read`',
    'Not space-separated: `pay`, `read`',
    'Space-separated. Defaults to `pay`.',
    '`pay`, `read`, or both with a space between them. Others may be added.',
    '`pay`, `read`, or others with a space between them',
    'e.g. `pay`, `read`, or both with a space between them',
    '`pay`, `read`, or both with a comma between them',
  ])
    expect(await scopesOf(notes), notes).toEqual([]);
});

test('what words say of each item is its length, and what refusals hold has items as well', async () => {
  const of = (words: string) => readDraft(answer(token, `marks | array of string | no | ${words}`));
  for (const words of ['The marks, each at most 16 characters', 'Tanda, masing-masing maksimal 16 karakter'])
    expect((await of(words)).facts, words).toHaveProperty(['200 /marks/* maxLength'], 16);
  expect((await of('Codes (each of them exactly 3 letters)')).facts).toMatchObject({
    '200 /marks/* minLength': 3,
    '200 /marks/* maxLength': 3,
  });
  for (const words of [
    'The marks, at most 16 characters',
    'The marks, at most 16',
    'The marks, each at most 16',
    'The marks, each at most 16 characters in the sandbox',
    'The marks, not each at most 16 characters',
    'The marks, each at most 16 characters, each at least 2 characters',
    'The marks, each with a name of 16 characters',
  ])
    expect((await of(words)).facts, words).not.toHaveProperty(['200 /marks/* maxLength']);
  const refused = await readDraft(
    `${endpoint}## Errors\n\n${table('Status | When', '400 | Wrong', '401 | Unknown')}The body of an error:\n\n${table(head, 'code | string | yes | ', 'fields | array of string | no | ')}`,
  );
  expect(refused.facts).toMatchObject({ '400 /fields/* type': 'string', '401 /fields/* type': 'string' });
});
