/** The same facts in the wordings of many writers, and words that look like a fact and are none. */
import { expect, test } from '@playwright/test';
import type { Page } from '../../../src/draft/facts/input.ts';
import { flatten } from '../../../src/draft/merge/flatten.ts';
import { onlyValue } from '../../../src/draft/page/values/only-value.ts';
import { isProduction } from '../../../src/draft/page/words/environments.ts';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { todosOf } from '../../../src/draft/write/files/draft.ts';
import { reportOf } from '../../../src/draft/write/files/report.ts';

async function read(text: string, format: Page['format'] = 'markdown') {
  const facts = await factsOf({ text, format, base: 'page' });
  const todos = todosOf(facts, { provider: 'x', url: 'https://x.test', read: '2026-01-02' });
  return {
    facts: Object.fromEntries([...flatten(facts)].map(([key, { value }]) => [key, value])),
    todos: todos.map(({ what }) => what),
    servers: facts.servers.map(({ url, production }) => [url, production]),
    report: reportOf(facts, todos, 'x'),
  };
}

const endpoint = '# Token\n\nPOST https://a.test/v1/token\n\n';

test('the head of the names says where they are sent, and parameters of a GET are no body', async () => {
  const named = await read(
    '# Token\n\nGET https://a.test/t\n\n| Query parameter | Necessity |\n|---|---|\n| key | required |\n',
  );
  expect(named.facts).toMatchObject({ 'request query key required': true });
  const silent = await read(
    '# Token\n\nGET https://a.test/t\n\n## Request\n\n| Name | Required |\n|---|---|\n| key | Yes |\n',
  );
  expect(silent.facts).toMatchObject({ 'request query key required': true });
  expect(Object.keys(silent.facts).filter((fact) => fact.startsWith('request /'))).toEqual([]);
  expect(silent.todos.filter((what) => what.startsWith('whether key are sent in the query'))).toHaveLength(1);
});

test('any name of an environment announces its server, and the one where money moves is known by it', async () => {
  const { servers } = await read(
    '# Token\n\n| | |\n|---|---|\n| Endpoint | /token |\n| UAT URL | https://uat.a.test |\n| Live URL | https://a.test |\n',
  );
  expect(servers).toEqual([
    ['https://uat.a.test', false],
    ['https://a.test', true],
  ]);
  const table = await read(
    '# Token\n\nPOST /token\n\n| Stage | Base address |\n|---|---|\n| Live | https://a.test/v4 |\n',
  );
  expect(table.servers).toEqual([['https://a.test/v4', true]]);
  for (const label of ['Production server', 'URL Produksi', 'LIVE', 'prod'])
    expect(isProduction(label), label).toBe(true);
  for (const label of ['Pre-production', 'Non-production', 'Sandbox (live data)', 'Products'])
    expect(isProduction(label), label).toBe(false);
});

test('columns that no head names are known by their cells', async () => {
  const { facts } = await read(
    `${endpoint}## Request\n\n| Thing | Sort | Rule |\n|---|---|---|\n| client_id | string | compulsory |\n| note | string | optional |\n`,
  );
  expect(facts).toMatchObject({ 'request /client_id required': true, 'request /note type': 'string' });
  expect(facts).not.toHaveProperty('request /note required');
});

test('a sentence that ends with a colon says what the next block is, a heading may name several statuses, a range names none', async () => {
  const { facts, todos } = await read(
    `${endpoint}Tokens end after 400 seconds:\n\n| Name | Type | Required |\n|---|---|---|\n| client_secret | string | Yes |\n\nA wrong secret is answered by 401:\n\n\`\`\`json\n{ "reason": "no" }\n\`\`\`\n\n## Error response (403, 422)\n\n- code (string, required)\n\n## Errors 500-599\n\n- trace (string, required)\n`,
  );
  expect(facts).toMatchObject({
    'request /client_secret required': true,
    '401 /reason type': 'string',
    '403 /code required': true,
    '422 /code required': true,
  });
  expect(Object.keys(facts).filter((fact) => / status$/.test(fact))).toEqual([
    '401 status',
    '403 status',
    '422 status',
  ]);
  expect(todos.filter((what) => what.includes('"Errors 500-599"'))).toHaveLength(1);
});

test('a sentence gives the address of the token endpoint, and none of what uses the token', async () => {
  const { facts } = await read(
    '# Token\n\nThe endpoint is `https://a.test/oauth/token`. Use it by HTTP POST.\n\n## Request\n\n- client_secret (string, required): at most 40 characters\n\nThen send a POST to `/v1/orders` with the token.\n\n## Successful response\n\n- access_token (string, required)\n\n## Using the token\n\n| Header | Value |\n|---|---|\n| X-Order | an id |\n',
  );
  expect(facts).toEqual({
    'server https://a.test': true,
    path: '/oauth/token',
    'request body required': true,
    'request /client_secret type': 'string',
    'request /client_secret required': true,
    'request /client_secret maxLength': 40,
    '200 status': true,
    '200 /access_token type': 'string',
    '200 /access_token required': true,
  });
  const sent = await read('# Token\n\nKirim `POST` ke `/otorisasi/token`.\n');
  expect(sent.facts).toEqual({ method: 'POST', path: '/otorisasi/token' });
});

test('a column may give types with their lengths, a caption may have a number and parentheses', async () => {
  const { facts } = await read(
    'Token\n\nPOST https://a.test/t\n\n2.1 Request body (JSON)\n\nNama\tTipe & panjang\tWajib\nkey\tString (8)\tM\n\n2.2 Error response (401)\n\nNama\tTipe & panjang\tWajib\nreason\tString (9)\tM\n',
  );
  expect(facts).toMatchObject({
    'request /key maxLength': 8,
    '401 /reason maxLength': 9,
    '401 /reason required': true,
  });
});

test('sentences give servers with their environments, the address and the media type of the request', async () => {
  const { facts, servers } = await read(
    '# Token\n\nRequests go to `https://test.a.test/r` in the test environment and to `https://www.a.test/r` in production.\n\nCall `/v1/token` with the POST method and a JSON payload.\n\n## Errors\n\nThe body of an error is XML, its details are in JSON.\n',
  );
  expect(servers).toEqual([
    ['https://test.a.test/r', false],
    ['https://www.a.test/r', true],
  ]);
  expect(facts).toMatchObject({ method: 'POST', path: '/v1/token', 'media-type': 'application/json' });
  const other = await read(
    '# Token\n\nThe parameter meta is a JSON string. The response is JSON. POST to `/v1/orders` what `/token` gave.\n\n## Request\n\n- key_id (string)\n',
  );
  expect(other.facts).toEqual({ 'request /key_id type': 'string' });
  const said = await read('# Token\n\nCreate one with `POST /token` on `https://uat.a.test`.\n\n## Body (JSON)\n');
  expect(said.facts).toMatchObject({
    'server https://uat.a.test': true,
    path: '/token',
    'media-type': 'application/json',
  });
});

test('a status alone on a line is that of the answer below it', async () => {
  const { facts } = await read(
    `${endpoint}## What you get\n\n\`201 Created\`\n\n| Name | Always there? |\n|---|---|\n| access_token | ✔ |\n`,
  );
  expect(facts).toMatchObject({ '201 status': true, '201 /access_token required': true });
  expect(facts).not.toHaveProperty('200 status');
});

test('a caption names its table, wherever the page has it', async () => {
  const table = (name: string) => `<tr><th>Name</th><th>Required</th></tr><tr><td>${name}</td><td>yes</td></tr>`;
  const { facts } = await read(
    `<h1>Token</h1><p>POST https://a.test/t</p><table><caption>Request body</caption>${table('pass_code')}</table>` +
      `<figure><table>${table('session')}</table><figcaption>Response 201</figcaption></figure>` +
      `<details><summary>Response 403</summary><table>${table('reason')}</table></details>`,
    'html',
  );
  expect(facts).toMatchObject({
    'request /pass_code required': true,
    '201 /session required': true,
    '403 /reason required': true,
  });
});

test('a column of words is that of the descriptions, and dashes of any length show what lies within', async () => {
  const { facts, todos } = await read(
    `${endpoint}## Payload\n\n| Tag | Datatype | Usage | What it is |\n|---|---|---|---|\n| login | Object | Required | |\n| — kind | Text | Required | Always "PARTNER" |\n| — pin | an8..64 | Optional | |\n| — note | char 4 | Optional | |\n| — area | Text | Optional | between 2 and 5 characters |\n`,
  );
  expect(facts).toMatchObject({
    'request /login/kind const': 'PARTNER',
    'request /login/pin minLength': 8,
    'request /login/pin maxLength': 64,
    'request /login/note maxLength': 4,
    'request /login/area minLength': 2,
    'request /login/area maxLength': 5,
  });
  expect(todos.filter((what) => what.includes('were not read'))).toEqual([]);
});

test('fields that have a heading each are a list, and lengths are read where only words give them', async () => {
  const { facts } = await read(
    '<h1>Token</h1><p>POST https://a.test/t</p><h2>Body parameters</h2><h4>grant_type <i>string</i> <i>required</i></h4><p>Must be <code>client_credentials</code>.</p><h4>scope <i>string</i> <i>optional</i></h4><p>Max. 80 characters.</p><h2>Access list</h2>',
    'html',
  );
  expect(facts).toMatchObject({
    'request /grant_type required': true,
    'request /grant_type const': 'client_credentials',
    'request /scope maxLength': 80,
  });
});

test('a value is the only one where the page marks it as code, and no choice, purpose or other name is', () => {
  for (const [words, value] of [
    ['Always `Bearer`', 'Bearer'],
    ['Fixed value: WEB', 'WEB'],
    ['The only grant we support is `client_credentials`', 'client_credentials'],
    ['Satu-satunya nilai yang didukung adalah `WEB`', 'WEB'],
    ['`WEB` (fixed)', 'WEB'],
    ['`WEB` (fixed for partners)', null],
    ['The only sandbox value we know is `WEB`', null],
    ['Set to `eu`, `us`', null],
    ['Set to `offline` to get a refresh token', null],
    ['Must be `admin` when nobody is signed in', null],
    ['Must be the `X-Tenant` header', null],
    ['Set to `true`', null],
    ['Always returned', null],
  ] as const)
    expect(onlyValue(words, []), words).toBe(value);
});

test('of the variables of a collection only addresses are taken', async () => {
  const request = {
    method: 'POST',
    header: [{ key: 'X-Secret', value: '{{secret}}' }],
    url: { raw: '{{host}}/token', host: ['{{host}}'], path: ['token'] },
  };
  const { servers, report } = await read(
    JSON.stringify({
      info: { name: 'x', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
      variable: [
        { key: 'host', value: 'https://uat.a.test/' },
        { key: 'secret', value: 'made-up-secret-0001' },
      ],
      item: [{ name: 'token', request }],
    }),
    'openapi',
  );
  expect(servers).toEqual([['https://uat.a.test', false]]);
  expect(report).not.toContain('made-up-secret-0001');
});

test('the report shows what a page says, and nothing of it acts', async () => {
  const { report } = await read(
    `${endpoint}## Request <img src=x onerror=alert(1)> \u202e\u001b[31m\n\n| Name | Type | Required |\n|---|---|---|\n| client_secret | string | Yes |\n\n\`\`\`json\n{ "a": "</pre><script>alert(1)</script>\u0007" }\n\`\`\`\n`,
  );
  expect(report).toContain('&lt;/pre&gt;&lt;script&gt;');
  for (const hostile of ['<script', '<img', '\u202e', '\u001b', '\u0007']) expect(report).not.toContain(hostile);
});
