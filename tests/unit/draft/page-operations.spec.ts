/** Operations beside the token's, drafted from a page: each from its own part of it, and compared with the page of later. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { pageFacts } from '../../../src/draft/drift/beside.ts';
import { changesSince } from '../../../src/draft/drift/compare.ts';
import { pageRow } from '../../../src/draft/drift/decisions.ts';
import { flattenOther } from '../../../src/draft/facts/flatten.ts';
import { accountLines } from '../../../src/draft/read/account.ts';
import { factsOf } from '../../../src/draft/read/derive.ts';
import type { Page } from '../../../src/draft/read/input.ts';
import { draftOf, todosOf } from '../../../src/draft/write/draft.ts';
import { textsOf } from '../../../src/draft/write/write.ts';
import { contractOf } from '../../../src/judge/catalogue.ts';
import { plan } from '../../../src/scenario/plan.ts';
import { table } from '../../support/draft.ts';
import { runServed } from '../../support/example.ts';

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

test('drift: a change of an operation beside the token is found, and a page that is read again is the same', async () => {
  const { facts } = pageRow((await read(text)).facts, undefined);
  const since = async (words: string): Promise<string[]> => {
    const later = await factsOf(pageOf(words), {
      with: ['GET /v1/accounts/{accountId}', 'POST /v1/statements'],
      lenient: true,
    });
    return changesSince(pageFacts(later), facts, new Map()).map(({ kind, fact }) => `${kind} ${fact}`);
  };
  expect(await since(text)).toEqual([]);
  const get = 'GET /v1/accounts/{}: ';
  const post = 'POST /v1/statements: ';
  for (const [before, after, changes] of [
    ['| note | string(40)', '| note | string(60)', [`changed ${get}200 /note maxLength`]],
    [
      '| copies | integer | No | |',
      '| copies | integer | No | |\n| lang | string | Yes | |',
      [`added ${post}request /lang required`, `added ${post}request /lang type`],
    ],
    ['| 404 |', '| 410 |', [`removed ${get}404 status`, `added ${get}410 status`]],
    [
      '`GET /v1/accounts/{accountId}`',
      '`GET /v1/accounts/{id}`',
      [`changed ${get}path`, `removed ${get}request path accountId required`],
    ],
  ] as const) {
    const found = await since(text.replace(before, after));
    expect(found, after).toEqual(expect.arrayContaining([...changes]));
    if (!before.startsWith('`')) expect(found, after).toHaveLength(changes.length);
  }
  const without = await since(text.slice(0, text.indexOf('## 3.')));
  expect(without).toContain(`removed ${post}path`);
  expect(without.filter((one) => !one.startsWith(`removed ${post}`))).toEqual([]);
});

test('a draft of all operations of a page conforms at the mock served from it', async () => {
  const folder = test.info().outputPath('heron');
  for (const [path, drafted] of Object.entries(textsOf(draftOf((await read(text)).facts, origin)))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), drafted);
  }
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
