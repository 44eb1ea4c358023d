/** Operations beside the token's, drafted from a page: each from its own part of it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from '../../src/draft/facts/input.ts';
import { flattenOther } from '../../src/draft/merge/flatten.ts';
import { accountLines } from '../../src/draft/read/account.ts';
import { factsOf } from '../../src/draft/read/derive.ts';
import { draftOf, todosOf } from '../../src/draft/write/files/draft.ts';
import type { JsonObject } from '../../src/formats/json.ts';
import { contractOf } from '../../src/judge/catalogue.ts';
import { plan } from '../../src/scenario/plan.ts';
import { table, writeDraft } from '../support/draft.ts';
import { runServed } from '../support/example.ts';

const text = readFileSync('tests/fixtures/pages/heron.md', 'utf8');
const origin = { provider: 'heron', url: 'https://heron.test/docs', read: '2026-01-02' };
const pageOf = (words: string, base = 'page.md'): Page => ({ text: words, format: 'markdown', base });

/** What a page says of each operation beside the token's, and what is asked of them. */
async function read(words: string | Page[], names: string[] = ['all']) {
  const facts = await factsOf(typeof words === 'string' ? pageOf(words) : words, { with: names });
  const others = Object.fromEntries(
    facts.others.map((other) => [
      other.id,
      Object.fromEntries([...flattenOther(other)].map(([key, { value }]) => [key.replace(/^.*?: /, ''), value])),
    ]),
  );
  return { facts, others, asked: todosOf(facts, origin).map(({ what }) => what) };
}

const token = '# Bank\n\n## Get a token\n\nPOST https://a.test/token\n\n';
const account = '## Read an account\n\nGET https://a.test/v1/accounts/{id}\n\n';

test('an operation is drafted from its own part of the page, by its address or its heading, and none flows into another', async () => {
  const { facts, others, asked } = await read(text);
  expect(others).toEqual({
    getV1AccountsAccountId: {
      ...{ method: 'GET', path: '/v1/accounts/{accountId}', security: 'bearer' },
      ...{ 'request path accountId required': true, 'request path accountId type': 'string' },
      'request path accountId maxLength': 18,
      ...{ 'request query currency required': true, 'request query currency type': 'string' },
      'request query currency maxLength': 3,
      ...{ '200 status': true, '200 media-type': 'application/json' },
      ...{ '200 /balance required': true, '200 /balance type': 'number', '200 /currency required': true },
      ...{ '200 /currency type': 'string', '200 /currency maxLength': 3 },
      ...{ '200 /note type': 'string', '200 /note maxLength': 40 },
      ...{ '400 status': true, '401 status': true, '404 status': true },
    },
    postV1Statements: {
      ...{ method: 'POST', path: '/v1/statements', 'media-type': 'application/json', security: 'bearer' },
      'request body required': true,
      ...{ 'request /account required': true, 'request /account type': 'string', 'request /account maxLength': 18 },
      ...{ 'request /period required': true, 'request /period type': 'string', 'request /period maxLength': 7 },
      ...{ 'request /copies type': 'integer', '201 status': true, '201 media-type': 'application/json' },
      ...{ '201 /statement_id required': true, '201 /statement_id type': 'string' },
      ...{ '201 /statement_id maxLength': 24, '400 status': true, '401 status': true },
    },
  });
  expect(asked).toEqual([]);
  const { others: _others, account: listed, ...alone } = await factsOf(pageOf(text));
  const { others: _drafted, account: _account, ...beside } = facts;
  expect(beside).toEqual(alone);
  expect(accountLines({ account: listed }).join('\n')).toContain(
    'operation "POST /v1/statements": it is another operation, under "3. Order a statement"; --with drafts it',
  );
  expect(accountLines(facts).join('\n')).not.toContain('another operation');
  for (const name of ['get /v1/accounts/{id}', '2. Read an account', 'read an account', '/v1/accounts/{accountId}'])
    expect(Object.keys((await read(text, [name])).others), name).toEqual(['getV1AccountsAccountId']);
});

test('an operation that the page does not have is one fault with those that it has', async () => {
  await expect(factsOf(pageOf(text), { with: ['GET /v1/card'] })).rejects.toMatchObject({
    title: 'There is no operation "GET /v1/card".',
    problems: [
      'correct --with; there is: POST /oauth/token ("1. Get a token"), GET /v1/accounts/{accountId} ("2. Read an account"), POST /v1/statements ("3. Order a statement")',
    ],
  });
  await expect(factsOf(pageOf(token), { with: ['all'] })).rejects.toThrow(
    'no operation beside the one that issues tokens',
  );
});

test('what is not understood of an operation is a question that names it', async () => {
  const fields = `### Request parameters\n\n${table(
    'Parameter | Type | Required | Description',
    'id | string(18) | Yes | ',
    'view | string | Yes | Only for corporate clients',
  )}`;
  const { others, asked } = await read(`${token}${account}${fields}`);
  expect(others).toEqual({
    getV1AccountsId: {
      ...{ method: 'GET', path: '/v1/accounts/{id}', 'request path id required': true },
      ...{ 'request path id type': 'string', 'request path id maxLength': 18, 'request query view type': 'string' },
    },
  });
  const own = asked.filter((what) => what.includes('getV1AccountsId')).join('\n');
  for (const words of [
    'whether view is mandatory',
    'whether view are sent in the query',
    'how getV1AccountsId is authenticated',
    'how a good request is answered',
  ])
    expect(own).toContain(words);
});

test('what stands before all operations gives its servers; whether the rest is about one of them is asked', async () => {
  const shared = '# Bank\n\nBase URL: https://a.test\n\nAll requests are authenticated with HTTP Basic.\n\n';
  const { facts, others, asked } = await read(`${shared}## Token\n\nPOST /token\n\n## Account\n\nGET /v1/accounts\n`);
  expect(facts.security?.value).toBe('basic');
  expect(facts.others[0]?.servers.map(({ url }) => url)).toEqual(['https://a.test']);
  expect(others['getV1Accounts']).toEqual({ method: 'GET', path: '/v1/accounts' });
  expect(asked.join('\n')).toMatch(
    /whether the text "Bank" \(line \d\) is about GET \/v1\/accounts \("Account"\) as well/,
  );
});

test('a sample with values in the path is of the operation whose address has names there, and no other', async () => {
  const sampled = (id: string, path: string) =>
    `## ${id}\n\n\`GET https://a.test/v1/${path}/{ref}/status\`\n\n### Path parameters\n\n${table(
      'Name | Type | Required | Description',
      `ref | string | Yes | Id of the ${id}`,
    )}### Example\n\n\`\`\`bash\ncurl https://a.test/v1/${path}/r_123/status -H 'Authorization: Bearer <access_token>'\n\`\`\`\n\n### Response 200 OK\n\n${table(
      'Field | Type | Required',
      `${id}_id | string | Yes`,
    )}`;
  const errors = `## Errors\n\n${table('Status | Meaning', '429 | Too many requests')}`;
  const { others, asked, facts } = await read(
    `${token}${sampled('order', 'orders')}${sampled('invoice', 'invoices')}${errors}`,
  );
  const said = (id: string, path: string) => ({
    ...{ method: 'GET', path: `/v1/${path}/{ref}/status`, security: 'bearer' },
    ...{ 'request path ref required': true, 'request path ref type': 'string' },
    ...{ '200 status': true, [`200 /${id}_id required`]: true, [`200 /${id}_id type`]: 'string' },
  });
  expect(others).toEqual({
    getV1OrdersRefStatus: said('order', 'orders'),
    getV1InvoicesRefStatus: said('invoice', 'invoices'),
  });
  expect(facts.account.filter(({ kind }) => kind === 'operation')).toEqual([]);
  expect(asked.filter((what) => what.includes('table "Errors"') && what.includes('as well')).join('\n')).toMatch(
    /request for a token[\s\S]*GET \/v1\/orders[\s\S]*GET \/v1\/invoices/,
  );
});

test('a status whose words are about something else than a token is one of its own operation', async () => {
  const statuses = table('Status | Meaning', '200 | Payment found', '404 | Unknown payment');
  const { others } = await read(`${token}## Payment\n\nGET /v1/payments/{id}\n\n${statuses}`);
  expect(others['getV1PaymentsId']).toMatchObject({ '200 status': true, '404 status': true });
});

test('what a page says of an operation that a description has is merged with it, and the token may be in either', async () => {
  const object = (properties: JsonObject) => ({
    content: { 'application/json': { schema: { type: 'object', required: Object.keys(properties), properties } } },
  });
  const text18 = { type: 'string', maxLength: 18 };
  const api = {
    ...{ openapi: '3.1.0', info: { title: 'Heron', version: '1' }, servers: [{ url: 'https://sandbox.heron.test' }] },
    paths: {
      '/oauth/token': {
        post: {
          requestBody: object({ grant_type: { const: 'client_credentials' } }),
          responses: { 200: { description: 'ok', ...object({ access_token: { type: 'string' } }) } },
        },
      },
      '/v1/statements': {
        post: {
          operationId: 'order',
          requestBody: object({ account: text18, period: { ...text18, maxLength: 9 } }),
          responses: { 201: { description: 'ok' } },
        },
      },
    },
  };
  const rest = text.slice(0, text.indexOf('## 1.')) + text.slice(text.indexOf('## 2.'));
  const pages: Page[] = [{ text: JSON.stringify(api), format: 'openapi', base: 'api.json' }, pageOf(rest)];
  const { others, asked, facts } = await read(pages, ['order', 'Read an account']);
  expect([facts.method?.value, facts.path?.value]).toEqual(['POST', '/oauth/token']);
  expect(Object.keys(others)).toEqual(['order', 'getV1AccountsAccountId']);
  expect(others['order']).toMatchObject({ '201 /statement_id maxLength': 24, '400 status': true });
  expect(asked.filter((what) => what.endsWith('(order)'))).toEqual([
    'the maxLength of period: 7 (Request body, period) or 9 (OpenAPI, requestBody, period) (order)',
  ]);
});

test('a draft of all operations of a page conforms at the mock served from it', async () => {
  const folder = test.info().outputPath('heron');
  writeDraft(folder, draftOf((await read(text)).facts, origin));
  const environment = join(folder, 'environment.yaml');
  writeFileSync(
    environment,
    `kind: mock
providers:
  heron:
    credentials: { clientId: made-up-1, clientSecret: madeUpSecret12345, accountId: A-1, currency: EUR, account: A-1, period: 2026-01 }
    probe: { method: GET, path: /protected, refused: [401] }
    expiryWait: 5
`,
  );
  const contract = contractOf('heron', join(folder, 'contracts'));
  const ids = plan(contract).map(({ id }) => id);
  for (const id of [
    'control@getV1AccountsAccountId',
    'heron-get-v1-accounts-account-id-account-id/unknown',
    'heron-get-v1-accounts-account-id-currency-required/absent',
    'heron-post-v1-statements-request-period-length/too-long',
    'heron-operations-guarded/after-end@postV1Statements',
  ])
    expect(ids, id).toContain(id);
  const { verdict, clauses } = await runServed(contract, environment);
  expect(clauses.filter(({ effect }) => effect !== 'none').map(({ id }) => id)).toEqual([]);
  expect(verdict).toBe('conforms');
});

test('an operation may have its method and its address behind one label', async () => {
  const { facts, others } = await read(
    `# Bank

| | URL |
|---|---|
| Sandbox | https://sandbox.a.test/oauth/token |

## Get a token

**Method:** GET

### Query parameters

| Parameter | Required | Description |
|---|---|---|
| grant_type | Yes | Only \`client_credentials\` |

## Register a page

**Method:** POST \`https://sandbox.a.test/v2/pages\`

Content-Type is \`application/json\`.
`,
  );
  expect(facts.mediaType ?? null).toBeNull();
  expect(Object.keys(others)).toEqual(['postV2Pages']);
});
