/** Parts of a page that say in a form of their own what others write as a table of fields. */
import { expect, test } from '@playwright/test';
import type { Page } from '../../../src/draft/facts/input.ts';
import { flatten } from '../../../src/draft/merge/flatten.ts';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { todosOf } from '../../../src/draft/write/files/draft.ts';

async function read(text: string, format: Page['format'] = 'markdown') {
  const facts = await factsOf({ text, format, base: 'page' });
  return {
    facts: Object.fromEntries([...flatten(facts)].map(([key, { value }]) => [key, value])),
    todos: todosOf(facts, { provider: 'x', url: 'https://x.test', read: '2026-01-02' }).map(({ what }) => what),
    servers: facts.servers.map(({ url, production }) => [url, production]),
  };
}

const endpoint = '# Token\n\nPOST https://a.test/v1/token\n\n';

test('a JSON Schema states the members of a body, and is no sample of one', async () => {
  const schema = (name: string): string =>
    JSON.stringify({ type: 'object', required: [name], properties: { [name]: { type: 'string', maxLength: 9 } } });
  const { facts } = await read(
    `${endpoint}## Request schema\n\n\`\`\`json\n${schema('key')}\n\`\`\`\n\n## Response 401\n\n\`\`\`json\n${schema('reason')}\n\`\`\`\n`,
  );
  expect(Object.keys(facts).filter((fact) => fact.startsWith('request /') || fact.startsWith('401'))).toEqual([
    ...['request /key required', 'request /key type', 'request /key maxLength'],
    ...['401 status', '401 /reason required', '401 /reason type', '401 /reason maxLength'],
  ]);
  const open = await read(`${endpoint}## Errors\n\n\`\`\`json\n${schema('reason')}\n\`\`\`\n`);
  expect(open.todos.filter((what) => what.includes('nothing says which status'))).toHaveLength(1);
  // A sample whose member is called so is a sample.
  const sample = await read(`${endpoint}## Request\n\n\`\`\`json\n{"type": "a", "properties": {"b": 1}}\n\`\`\`\n`);
  expect(sample.facts).toMatchObject({ 'request /properties/b type': 'integer' });
});

test('a table with a column for each environment gives their servers, and marks where money moves', async () => {
  const hosts = await read(
    '# Token\n\n| | UAT | Live |\n|---|---|---|\n| Host | uat.a.test | a.test |\n| Path | /t/token | /t/token |\n',
  );
  expect(hosts.servers).toEqual([
    ['https://uat.a.test', false],
    ['https://a.test', true],
  ]);
  expect(hosts.facts).toMatchObject({ path: '/t/token' });
  const whole = await read(
    '# Token\n\n| | Sandbox | Production |\n|---|---|---|\n| Endpoint | https://s.a.test/token | https://a.test/token |\n',
  );
  expect(whole.servers).toEqual([
    ['https://s.a.test', false],
    ['https://a.test', true],
  ]);
});

test('a cross says yes where all other cells are empty, and a code that is a status is one', async () => {
  const { facts, todos } = await read(
    `${endpoint}## Request body\n\n| Name | Type | Required |\n|---|---|---|\n| a | string | x |\n| b | string | |\n\n## Errors\n\n| Code | Meaning |\n|---|---|\n| 401 | wrong |\n| 423 | locked |\n`,
  );
  expect(facts).toMatchObject({ 'request /a required': true, '401 status': true, '423 status': true });
  expect(facts).not.toHaveProperty('request /b required');
  expect(todos.filter((what) => what.includes('mandatory'))).toEqual([]);
  const mixed = await read(
    `${endpoint}## Request body\n\n| Name | Type | Required |\n|---|---|---|\n| a | string | x |\n| b | string | ✓ |\n`,
  );
  expect(mixed.facts).not.toHaveProperty('request /a required');
});

test('lines that are a name with its type and whether it is mandatory are fields', async () => {
  const row = (words: string, about: string): string => `<div><div>${words}</div><div>${about}</div></div>`;
  const { facts } = await read(
    `<h1>POST /token</h1><h3>Body params</h3><p>Sent once.</p>${row('<b>key</b> <i>string</i> <i>required</i>', 'At most 8 characters.')}${row('<b>note</b> <i>string</i> <i>optional</i>', 'Free.')}<h3>Response 200</h3><p>A token.</p>`,
    'html',
  );
  expect(facts).toMatchObject({
    'request /key required': true,
    'request /key maxLength': 8,
    'request /note type': 'string',
  });
  expect(facts).not.toHaveProperty('request /note required');
});

test('what is switched off in a collection is not sent', async () => {
  const field = (key: string, disabled: boolean) => ({ key, value: 'v', disabled });
  const body = { mode: 'urlencoded', urlencoded: [field('grant_type', false), field('scope', true)] };
  const schema = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';
  const item = [{ name: 'Token', request: { method: 'POST', url: 'https://a.test/token', body } }];
  const { facts } = await read(JSON.stringify({ info: { name: 'A', schema }, item }), 'openapi');
  expect(Object.keys(facts).filter((fact) => fact.startsWith('request /'))).toEqual(['request /grant_type type']);
});

test('a path that refers to one among the components has its operations', async () => {
  const post = { operationId: 'token', responses: { '200': { description: 'ok' }, '401': { description: 'no' } } };
  const api = {
    ...{ openapi: '3.1.0', info: { title: 'A', version: '1' }, servers: [{ url: 'https://a.test' }] },
    paths: { '/oauth/token': { $ref: '#/components/pathItems/Token' } },
    components: { pathItems: { Token: { post } } },
  };
  const { facts } = await read(JSON.stringify(api), 'openapi');
  expect(facts).toMatchObject({ method: 'POST', path: '/oauth/token', '401 status': true });
});

test('labels with bold words, statuses in a sentence, and cells that say what their heads do not', async () => {
  const cells = (...words: string[]): string => `<tr>${words.map((word) => `<td><b>${word}</b></td>`).join('')}</tr>`;
  const labelled = await read(
    `<h1>Token</h1><table>${cells('URL', 'https://a.test/oauth/token')}${cells('Method', 'POST')}${cells('Auth', 'Basic Auth of the client')}</table>`,
    'html',
  );
  expect(labelled.facts).toMatchObject({ method: 'POST', path: '/oauth/token', security: 'basic' });
  const { facts } = await read(
    '# Token\n\nIt is small. Token endpoint: https://a.test/t/token\n\nThe request is a `POST`. Possible errors: `400` (malformed), `401` (wrong key), 429 after 500 requests.\n\n## Arguments\n\n| Name | Kind | Must | Limits |\n|---|---|---|---|\n| key | string | must | <= 20 chars |\n| area | string | may | 2..5 chars |\n\nErrors are answered with status 403 or 409 and contain:\n\n- reason: string, required\n',
  );
  expect(facts).toEqual({
    ...{ 'server https://a.test': true, method: 'POST', path: '/t/token', 'request body required': true },
    ...{ 'request /key type': 'string', 'request /key required': true, 'request /key maxLength': 20 },
    ...{ 'request /area type': 'string', 'request /area minLength': 2, 'request /area maxLength': 5 },
    ...{ '400 status': true, '401 status': true, '429 status': true },
    ...{ '403 status': true, '403 /reason type': 'string', '403 /reason required': true },
    ...{ '409 status': true, '409 /reason type': 'string', '409 /reason required': true },
  });
});

test('a class of errors names no status, an environment in parentheses its server, an address alone the endpoint', async () => {
  const table = '| Name | Type |\n|---|---|\n';
  const classes = await read(
    `${endpoint}## Response body (HTTP 200)\n\n${table}| access_token | string |\n\n## Response body (HTTP 4xx)\n\n${table}| fault | string |\n`,
  );
  expect(Object.keys(classes.facts).filter((fact) => fact.includes('fault'))).toEqual([]);
  expect(classes.todos.filter((what) => what.includes('which status') && what.includes('fault'))).toHaveLength(1);
  const labelled = await read(
    '# Token\n\nAlamat (UAT): https://uat.a.test/v1/token\nAlamat (Produksi): https://a.test/v1/token\n',
  );
  expect(labelled.facts).toMatchObject({ path: '/v1/token' });
  expect(labelled.servers).toEqual([
    ['https://uat.a.test', false],
    ['https://a.test', true],
  ]);
  const alone = await read(
    '# Token\n\nMake a **POST** call to the token endpoint:\n\n```\nhttps://a.test/as/token\n```\n\n## Headers\n\n- X-Api-Version: `2` (required)\n- X-Trace: any (optional)\n\n## Callback\n\n```\nhttps://b.test/auth/done\n```\n',
  );
  expect(alone.facts).toEqual({
    ...{ 'server https://a.test': true, method: 'POST', path: '/as/token' },
    'request header X-API-VERSION required': true,
  });
});

test('a version that ends the address of the server and begins the path is there once, and is asked', async () => {
  const page = (base: string): string =>
    `# Token\n\nBase URL: ${base}\n\n\`POST /v2/oauth/token\`\n\n## Response 200\n\n| Field | Type |\n|---|---|\n| token | string |\n`;
  const read = (base: string) => factsOf({ text: page(base), format: 'markdown', base: 'page' });
  const doubled = await read('https://api.a.test/v2');
  expect(doubled.servers.map(({ url }) => url)).toEqual(['https://api.a.test']);
  expect(doubled.todos.map(({ what }) => what).join('\n')).toContain('whether /v2 is twice in the address');
  const other = await read('https://api.a.test/pay');
  expect(other.servers.map(({ url }) => url)).toEqual(['https://api.a.test/pay']);
  expect(other.todos.map(({ what }) => what).join('\n')).not.toContain('is twice');
});
