/** Small pages of kinds that were once read wrongly: what is right of each, and that nothing wrong is drafted in silence. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import type { Facts } from '../../../src/draft/facts/facts.ts';
import type { DeriveOptions } from '../../../src/draft/facts/input.ts';
import { flatten } from '../../../src/draft/merge/flatten.ts';
import { readPage } from '../../../src/draft/page/text/source.ts';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { draftOf } from '../../../src/draft/write/files/draft.ts';
import { atPointer, isObject, type Json, type JsonObject } from '../../../src/formats/json.ts';

const cases = fileURLToPath(new URL('../../fixtures/pages/cases/', import.meta.url));

interface Drafted {
  facts: Record<string, Json>;
  todos: string[];
  contract: JsonObject;
  spec: JsonObject;
  request: JsonObject;
  /** Ids of the clauses of contract.yaml, without the provider's prefix. */
  clauses: string[];
  account: Facts['account'];
}

async function drafted(name: string, options: DeriveOptions = {}): Promise<Drafted> {
  const read = await factsOf(await readPage(join(cases, name)), options);
  const files = draftOf(read, { provider: 'x', url: 'https://x.test/docs', read: '2026-01-02' });
  const contract = files['contracts/x/contract.yaml'] ?? {};
  const rows = Array.isArray(contract['clauses']) ? contract['clauses'] : [];
  return {
    facts: Object.fromEntries([...flatten(read)].map(([key, { value }]) => [key, value])),
    todos: Object.values(isObject(contract['x-todo']) ? contract['x-todo'] : {}).map(String),
    contract,
    spec: files['specs/x.openapi.yaml'] ?? {},
    request: files['contracts/x/request.schema.yaml'] ?? {},
    clauses: rows.map((row) => String(atPointer(row, '/id')).slice('x-'.length)),
    account: read.account,
  };
}

/** Facts about the request and the answers, without those about the address. */
const members = (facts: Record<string, Json>): string[] =>
  Object.keys(facts).filter((key) => /^(request|\d{3}) \//.test(key));

test('an array is drafted as an array of its credential, and only what shows who the client is has to be known', async () => {
  const { contract, clauses } = await drafted('array-member-as-string/a.md');
  expect(atPointer(contract, '/control/body/scopes')).toEqual([{ credential: 'scopes' }]);
  expect(clauses.filter((id) => id.endsWith('-known'))).toEqual(['client-id-known', 'client-secret-known']);
});

test('Basic in a table of headers authenticates the client; a value that words call the only one is no credential', async () => {
  const { contract, clauses } = await drafted('auth-todo-silenced/a.md');
  expect(contract['control']).toMatchObject({ auth: { mechanism: 'basic' }, body: { role: 'API_USER' } });
  expect(Object.keys(contract['credentials'] as JsonObject)).toEqual(['clientId', 'clientSecret']);
  expect(clauses).not.toContain('role-known');
});

test('clauses of a mechanism that a person decides on are drafted with it', async () => {
  const open = await drafted('grant-type-as-credential/a.yaml');
  expect(open.todos.find((what) => what.includes('X-Signature'))).toContain('--auth basic');
  const { contract, clauses, todos } = await drafted('grant-type-as-credential/a.yaml', { decided: { auth: 'basic' } });
  expect(atPointer(contract, '/control/auth/mechanism')).toBe('basic');
  expect(clauses).toEqual(expect.arrayContaining(['basic-present', 'basic-client', 'basic-secret']));
  expect(todos.filter((what) => what.includes('authenticates'))).toEqual([]);
});

test('a fault of YAML is named with file, line and column', async () => {
  await expect(drafted('broken-yaml/a.txt')).rejects.toThrow(
    /broken-yaml\/a\.txt does not load:\n.*line 5, column \d+: /,
  );
});

test('an example whose word stands in a description is no only value', async () => {
  const { facts, contract } = await drafted('const-from-word-in-description/a.yaml');
  expect(Object.keys(facts).filter((key) => key.endsWith(' const'))).toEqual([]);
  expect(atPointer(contract, '/control/body/client_id')).toEqual({ credential: 'clientId' });
});

test('a token by GET has its parameter in the query, and no clause about a body', async () => {
  const { spec, contract, clauses } = await drafted('get-token-without-body/a.yaml');
  expect(contract['control']).toMatchObject({
    auth: { mechanism: 'basic' },
    query: { grant_type: 'client_credentials' },
    body: {},
  });
  expect(atPointer(spec, '/paths/~1token/get/requestBody')).toBeUndefined();
  expect(atPointer(spec, '/paths/~1token/get/parameters/0')).toMatchObject({ in: 'query', name: 'grant_type' });
  expect(clauses.filter((id) => ['spaced', 'parameter-order'].includes(id))).toEqual([]);
});

test('the grant type is no credential, and a scheme that signs is a TODO whatever the body holds', async () => {
  const { contract, clauses, todos } = await drafted('grant-type-as-credential/a.yaml');
  expect(atPointer(contract, '/control/body')).toEqual({ grant_type: 'client_credentials' });
  expect(clauses).not.toContain('grant-type-known');
  expect(todos.filter((what) => what.includes('how a client authenticates'))).toHaveLength(1);
});

test('a table of HTML in Markdown is read', async () => {
  const { facts } = await drafted('html-table-in-markdown/a.md');
  expect(facts).toMatchObject({ 'request /key required': true, 'request /key type': 'string' });
});

test('the column In says where a parameter is sent', async () => {
  const { facts, contract, clauses } = await drafted('in-column-ignored/a.md');
  expect(members(facts)).toEqual([]);
  expect(facts).toMatchObject({ 'request header X-API-KEY required': true, 'request query grant_type required': true });
  expect(contract['control']).toMatchObject({ headers: { 'X-Api-Key': { credential: 'apiKey' } } });
  expect(clauses).toContain('api-key-known');
});

test('lengths are read in the forms people write them', async () => {
  const { facts } = await drafted('lengths-not-read/a.md');
  expect(['a', 'b', 'c', 'd'].map((name) => facts[`request /${name} maxLength`])).toEqual([18, 18, 18, 18]);
});

test('a lifetime that no answer counts in seconds is a TODO, without clauses about it', async () => {
  const { contract, clauses, todos } = await drafted('lifetime-not-seconds/a.md');
  expect(contract['token']).toEqual({ value: '/token' });
  expect(todos.find((what) => what.includes('token.lifetime'))).toContain('expires_at');
  expect(clauses.filter((id) => ['lifetime', 'token-ends', 'token-lives', 'claims-expiry'].includes(id))).toEqual([]);
});

test('a media type in a sentence is read, and one that nobody states is a TODO without a clause', async () => {
  const { facts } = await drafted('media-type-invented/a.md');
  expect(facts['media-type']).toBe('application/x-www-form-urlencoded');
  const silent = await drafted('unknown-table-heads/a.md');
  expect(silent.facts['media-type']).toBeUndefined();
  expect(silent.todos.some((what) => what.startsWith('the media type of the request'))).toBe(true);
  expect(JSON.stringify(silent.spec)).not.toContain('x-media-type');
});

test('a line of method and URL, and a table of labels, give method, path and server', async () => {
  for (const name of ['method-and-url-line/a.md', 'vertical-table/a.md']) {
    const { facts } = await drafted(name);
    expect(facts, name).toEqual({ 'server https://a.test': true, method: 'POST', path: '/v1/token' });
  }
});

for (const [file, what] of [
  ['a.md', /text without any address, table, sample or description/],
  ['a.pdf', /a PDF; copy its text/],
  ['a.raml', /RAML; convert it to OpenAPI/],
  ['spa.html', /a page that a script builds/],
] as const)
  test(`nothing is read of ${file}, and the message says what it seems to be`, async () => {
    await expect(drafted(`nothing-read/${file}`)).rejects.toThrow(what);
  });

test('of several forms of a request the one of client credentials is drafted', async () => {
  const { facts } = await drafted('oneof-request-dropped/a.yaml');
  expect(facts).toMatchObject({
    'request /grant_type const': 'client_credentials',
    'request /client_id required': true,
    'request /client_secret required': true,
  });
  expect(members(facts).some((key) => key.includes('refresh_token'))).toBe(false);
});

test('security, Accept and media types are those of each operation', async () => {
  const { contract, spec, clauses } = await drafted('operation-auth-lost/a.yaml', {
    operation: 'POST /token',
    with: ['GET /things'],
  });
  const vendor = 'application/vnd.acme.v2+json';
  expect(atPointer(contract, '/control/headers/X-App-Key')).toEqual({ credential: 'appKey' });
  expect(atPointer(contract, '/operations/getThings')).toEqual({
    auth: { mechanism: 'bearer' },
    headers: { Accept: vendor },
  });
  expect(Object.keys(atPointer(spec, '/paths/~1things/get/responses/200/content') as JsonObject)).toEqual([vendor]);
  const rows = contract['clauses'] as JsonObject[];
  expect(rows.find(({ id }) => id === 'x-operations-json')).toMatchObject({ promise: { with: { equals: vendor } } });
  expect(clauses).toEqual(expect.arrayContaining(['operations-guarded', 'app-key-known']));
});

test('a Postman collection and a Swagger file are read, and the account says as what', async () => {
  const postman = await drafted('postman-collection/a.json');
  expect(postman.facts).toEqual({ 'server https://a.test': true, method: 'POST', path: '/token' });
  expect(postman.account.map(({ title }) => title)).toEqual(['POST /token, read as Postman']);
  const swagger = await drafted('swagger-2/a.yaml');
  expect(swagger.facts).toMatchObject({ method: 'POST', path: '/token', '200 status': true });
  expect(swagger.account.map(({ title }) => title)).toEqual(['POST /token, read as Swagger 2.0']);
  expect(swagger.todos.some((what) => what.includes('https'))).toBe(true);
});

test('facts of one operation never flow into another', async () => {
  const { facts, account } = await drafted('several-operations-merged/a.md');
  expect(facts).toMatchObject({ method: 'POST', path: '/v1/token' });
  expect(members(facts)).toEqual([
    'request /client_id required',
    'request /client_id type',
    '200 /access_token required',
    '200 /access_token type',
  ]);
  expect(account.filter(({ why }) => why.includes('Revoke token')).map(({ kind }) => kind)).toEqual([
    'table',
    'table',
    'operation',
  ]);
});

test('tables without a column for type or mandatory are read, and one that is not is a TODO', async () => {
  const { facts, todos, account } = await drafted('table-dropped-silently/a.md');
  expect(facts['request /grant_type const']).toBe('client_credentials');
  expect(account.find(({ title }) => title === 'Response')?.facts.map(([fact]) => fact)).toEqual(
    expect.arrayContaining(['200 /access_token', '200 /expires_in']),
  );
  expect(todos.filter((what) => what.includes('the table "Errors" (line 20)'))).toHaveLength(1);
  expect(todos.filter((what) => what.includes('whether access_token, expires_in are mandatory'))).toHaveLength(1);
});

test('heads in English and Indonesian, and types as they are abbreviated', async () => {
  const { facts } = await drafted('unknown-table-heads/a.md');
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'])
    expect(facts, name).toMatchObject({ [`request /${name} required`]: true, [`request /${name} type`]: 'string' });
  expect(facts).toMatchObject({ 'request /f maxLength': 36, 'request /h maxLength': 3 });
});

test('the token operation is known by more than its path', async () => {
  expect((await drafted('wrong-token-operation/a.yaml')).facts['path']).toBe('/authentication');
});
