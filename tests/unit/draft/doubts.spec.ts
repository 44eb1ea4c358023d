/** Words around a fact that take it back for some requests: what they touch is a question, and everything else a fact. */
import { expect, test } from '@playwright/test';
import { flatten } from '../../../src/draft/merge/flatten.ts';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { draftOf, todosOf } from '../../../src/draft/write/files/draft.ts';
import { atPointer } from '../../../src/formats/json.ts';

interface Read {
  facts: Record<string, unknown>;
  asked: string;
}

async function read(text: string, format: 'markdown' | 'html' | 'openapi' = 'markdown'): Promise<Read> {
  const found = await factsOf({ text, format, base: 'page' });
  const todos = todosOf(found, { provider: 'x', url: 'https://x.test', read: '2026-01-02' });
  const facts = Object.fromEntries([...flatten(found)].map(([key, { value }]) => [key, value]));
  return { facts, asked: todos.map(({ what }) => what).join('\n') };
}

const endpoint = '# Token\n\nPOST https://a.test/token\n\n';

/** A request with the field in question between two that nothing is said of. */
const table = (notes: string, required = 'Yes', length = '20', name = 'store_id'): string =>
  `${endpoint}## Request body\n\n| Name | Type | Required | Length | Notes |\n|---|---|---|---|---|\n| client_id | string | Yes | 30 | |\n| ${name} | string | ${required} | ${length} | ${notes} |\n`;

const withBody = '## Request body\n\n| Name | Type | Required |\n|---|---|---|\n| store_id | string | Yes |\n';

test('words for whom, when, where and since when a field is there make its demand a question', async () => {
  for (const words of [
    'Only for aggregators',
    'For merchants with several stores',
    'Not needed for head office users',
    'Leave it empty in online shops',
    'Deprecated since v2',
    'Will be removed in 2025',
    'Sandbox only',
    'Required from version 1.2',
    'May be omitted by platforms',
    'authorization_code only',
    'Hanya untuk mitra lama',
    'Tidak perlu dikirim bila satu toko',
    'Wajib mulai versi 2',
    'Dikosongkan kecuali untuk agen',
    'Mandatory if multi-store',
    'mobile SDK calls',
    'not with mTLS',
    'Hanya dari peramban',
  ]) {
    const { facts, asked } = await read(table(words));
    expect(facts, words).not.toHaveProperty('request /store_id required');
    expect(facts, words).toMatchObject({ 'request /client_id required': true, 'request /store_id maxLength': 20 });
    expect(asked, words).toContain('store_id');
  }
});

test('words about a value, its making and its end leave the demand as it is', async () => {
  for (const words of [
    'Identifier of the store',
    'Given to you when you registered',
    'Letters and digits only',
    'Only `main` is supported',
    'Valid until the session expires',
    'Used when calling the API',
    'Use `https://sandbox.a.test` for the sandbox',
    'Diberikan saat pendaftaran',
    'Hanya huruf dan angka',
    '1 bila berhasil',
  ])
    expect((await read(table(words))).facts, words).toHaveProperty('request /store_id required', true);
});

test('a length is no less said for words that begin as a month or an end does', async () => {
  for (const words of [
    'Shown in the audit log, at most 20 characters',
    'No longer than 20 characters',
    'Set in the market, max 20 digits',
  ])
    expect((await read(table(words, 'Yes', ''))).facts, words).toHaveProperty('request /store_id maxLength', 20);
  for (const words of [
    'From Aug 2026 at most 20 characters',
    'Mulai Agustus maksimal 20 karakter',
    'At most 20 characters, no longer checked',
  ]) {
    const { facts, asked } = await read(table(words, 'Yes', ''));
    expect(facts, words).not.toHaveProperty('request /store_id maxLength');
    expect(asked, words).toContain('store_id');
  }
});

test('a field that is to be no longer than so much is tried, and one that is no longer read is not', async () => {
  const clauseOf = async (words: string): Promise<unknown> => {
    const found = await factsOf({ text: table(words, 'No', ''), format: 'markdown', base: 'page' });
    const draft = draftOf(found, { provider: 'x', url: 'https://x.test', read: '2026-01-02' });
    return atPointer(draft['contracts/x/request.schema.yaml'] ?? null, '/properties/store_id/x-clause');
  };
  expect(await clauseOf('No longer than 20 characters')).toMatchObject({ refusal: 'parameters' });
  expect(await clauseOf('At most 20 characters. No longer read')).toBeUndefined();
});

test('a length that words give otherwise, or a note changes, is a question', async () => {
  for (const [words, length] of [
    ['64 characters in production', '20'],
    ['At most 12 digits', '20'],
    ['', '20¹'],
    ['', '20 (32 in v2)'],
  ] as const) {
    const { facts, asked } = await read(table(words, 'Yes', length));
    expect(facts, words + length).not.toHaveProperty('request /store_id maxLength');
    expect(asked, words + length).toContain('store_id');
  }
  const html = '<h1>POST /token</h1><h2>Request body</h2><table><tr><th>Name</th><th>Required</th><th>Length</th></tr>';
  const raised = await read(`${html}<tr><td>pin</td><td>Yes</td><td>6<sup>1</sup></td></tr></table>`, 'html');
  expect(raised.facts).not.toHaveProperty('request /pin maxLength');
});

test('cells are read whole: marks of notes, second values and what is struck through', async () => {
  const noted = await read(`${table('', 'M*')}\n\\* absent where there is one store\n`);
  expect(noted.facts).not.toHaveProperty('request /store_id required');
  const starred = await read(`${table('', '', '20', 'store_id*')}\n\\* required\n`);
  expect(starred.facts).toHaveProperty('request /store_id required', true);
  const elsewhere = await read(`${table('', '', '20', 'store_id*')}\n\\* sent by platforms\n`);
  expect(elsewhere.facts).not.toHaveProperty('request /store_id required');
  const struck = await read(table('', 'Yes', '20', '~~store_id~~'));
  expect(Object.keys(struck.facts).join()).not.toContain('store_id');
});

test('two columns of one kind, or one for some alone, are questions, and the format beside a type is none', async () => {
  const columns = (heads: string, cells: string): string =>
    `${endpoint}## Request body\n\n| Name | Type | ${heads} |\n|---|---|---|---|\n| key | string | ${cells} |\n`;
  const two = await read(columns('Required (sandbox) | Required (live)', 'No | Yes'));
  expect(two.facts).not.toHaveProperty('request /key required');
  expect(two.asked).toContain('"Required (sandbox)", "Required (live)"');
  const since = await read(columns('Required | Since', 'Yes | 2.1'));
  expect(since.asked).toContain('"Since"');
  const { facts } = await read(columns('Format | Required', 'Numeric | Yes'));
  expect(facts).toMatchObject({ 'request /key type': 'string', 'request /key required': true });
});

test('sentences elsewhere that name a field, all fields or a part make a question, and a refusal none', async () => {
  const sentence = async (words: string): Promise<Read> => read(`${endpoint}${words}\n\n${withBody}`);
  for (const words of ['`store_id` may be left out in the sandbox.', 'A store_id is only sent by platforms.'])
    expect((await sentence(words)).facts, words).not.toHaveProperty('request /store_id required');
  const refused = await sentence('If `store_id` is wrong, 400 is returned.');
  expect(refused.facts).toHaveProperty('request /store_id required', true);
  expect((await sentence('All fields are optional in the sandbox.')).asked).toContain('All fields are optional');
  for (const heading of ['Request body (v1)', 'Request body for aggregators', 'Legacy fields']) {
    const { asked } = await read(`${endpoint}## ${heading}\n\n${withBody.split('\n').slice(2).join('\n')}`);
    expect(asked, heading).toMatch(RegExp(`below "${heading.replace(/[()]/g, '\\$&')}"|the request or the response`));
  }
});

test('lists for several grants, objects in tables of their own, and names that are indented', async () => {
  const grant = (name: string, fields: string[]): string =>
    `### ${name}\n\n| Name | Type | Required |\n|---|---|---|\n${fields.map((field) => `| ${field} | string | yes |\n`).join('')}\n`;
  const several = await read(
    `${endpoint}${grant('Client credentials grant', ['grant_type', 'client_secret'])}${grant('Password grant', ['grant_type', 'username'])}`,
  );
  expect(several.facts).toHaveProperty('request /grant_type required', true);
  expect(several.facts).not.toHaveProperty('request /username required');
  expect(several.asked).toContain('whether client_secret, username are mandatory');
  const row = (name: string, type: string): string => `| ${name} | ${type} | Yes |\n`;
  const head = '| Name | Type | Required |\n|---|---|---|\n';
  const nested = await read(
    `${endpoint}## Request body\n\n${head}${row('device', 'object')}\n### device object\n\n${head}${row('id', 'string')}`,
  );
  expect(nested.facts).toHaveProperty('request /device/id required', true);
  expect(nested.facts).not.toHaveProperty('request /id required');
  const indented = await read(
    `${endpoint}## Request body\n\n${head}${row('device', 'object')}${row('&nbsp;&nbsp;os', 'string')}`,
  );
  expect(indented.facts).toHaveProperty('request /device/os type', 'string');
});

test('answers of others, of the past and of one environment are none of the endpoint', async () => {
  for (const words of [
    'Resource servers answer with 403.',
    'The filing API answers 403 when the scope is too small.',
    'If the token has expired, the API answers 403.',
    'Wrong credentials are answered with 401 (before May: 403).',
    'Wrong credentials are answered with 401 (sandbox: 403).',
  ])
    expect((await read(`${endpoint}${words}\n\n${withBody}`)).facts, words).not.toHaveProperty('403 status');
  const listed = await read(`${endpoint}${withBody}\n## Errors\n\n- 401 wrong secret\n- 403 V2 clients only\n`);
  expect(listed.facts).toHaveProperty('401 status', true);
  expect(listed.facts).not.toHaveProperty('403 status');
  const { facts } = await read(`${endpoint}We answer 403 if the secret is wrong.\n\n${withBody}`);
  expect(facts).toHaveProperty('403 status', true);
});

test('a description: what only an answer has, what is deprecated, and what its words take back', async () => {
  const property = (description: string): object => ({ type: 'string', description });
  const schema = {
    type: 'object',
    required: ['id', 'user', 'branch'],
    properties: {
      id: { type: 'string', readOnly: true },
      user: property('Login'),
      branch: property('Not needed for head office users'),
    },
  };
  const header = { name: 'X-Trace', in: 'header', required: true, deprecated: true, schema: { type: 'string' } };
  const post = {
    parameters: [header],
    requestBody: { content: { 'application/json': { schema } } },
    responses: { 200: { description: 'ok' } },
  };
  const text = JSON.stringify({ openapi: '3.0.0', info: { title: 'T', version: '1' }, paths: { '/token': { post } } });
  const { facts, asked } = await read(text, 'openapi');
  expect(facts).toHaveProperty('request /user required', true);
  for (const absent of ['request /id type', 'request /branch required', 'request header X-TRACE required'])
    expect(facts).not.toHaveProperty(absent);
  expect(asked).toContain('whether X-Trace, branch are mandatory');
});
