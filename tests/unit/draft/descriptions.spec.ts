/** What descriptions say of a request as a whole: which it is, where it is sent, and how a client authenticates. */
import { expect, test } from '@playwright/test';
import { decide } from '../../../src/draft/facts/decide.ts';
import type { Facts } from '../../../src/draft/facts/facts.ts';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { accessOf } from '../../../src/draft/write/clauses/auth.ts';
import { draftOf, todosOf } from '../../../src/draft/write/files/draft.ts';
import type { Json } from '../../../src/formats/json.ts';
import { described, open, page } from '../../support/described.ts';

test('what is beside the form that was chosen, what is not there and other ways to authenticate are asked for', async () => {
  const facts = await factsOf(
    page(
      described(`
components:
  schemas:
    Fine: { required: [rc, access_token], properties: { rc: { const: '00' }, access_token: { type: string } } }
    Failed: { required: [rc], properties: { rc: { const: '99' } } }
  securitySchemes: { tls: { type: mutualTLS }, pair: { type: http, scheme: basic } }
security: [ { tls: [] }, { pair: [] } ]
responses:
  200:
    description: ok
    content:
      application/json:
        schema: { oneOf: [ { $ref: '#/components/schemas/Fine' }, { $ref: '#/components/schemas/Failed' } ] }
        examples: { failed: { value: { rc: '99' } }, fine: { value: { rc: '00', access_token: a } } }
      application/xml: {}
  401: { $ref: '#/components/responses/Gone' }`),
    ),
  );
  expect(facts.answers.flatMap(({ members }) => members.map(({ example }) => example))).toEqual(['00', 'a']);
  const questions = open(facts);
  for (const question of [
    'what an answer means that is Failed: OpenAPI, response 200 has these forms too',
    'what #/components/responses/Gone says: the description refers to it, and has no such part',
    'which of several ways: a client certificate (tls); or basic',
    'which media type of OpenAPI, response 200 is meant: application/json or application/xml',
  ])
    expect(questions).toContain(question);
  expect(questions).not.toContain('breaks');
});

test('a parameter of the path and members of members take their values from the description or the environment', async () => {
  const facts = await factsOf(
    page(
      described(
        `
item: { parameters: [ { name: realm, in: path, required: true, schema: { type: string } } ] }
request:
  required: [data]
  properties:
    data:
      type: object
      required: [kind, client]
      properties:
        kind: { const: session }
        client: { type: object, required: [secret, ttl], properties: { secret: { type: string }, ttl: { type: integer, example: 60 } } }
        hint: { type: object, required: [x], properties: { x: { type: integer } } }`,
        '/{realm}/token',
      ),
    ),
  );
  expect(accessOf(facts)).toMatchObject({
    path: { realm: { credential: 'realm' } },
    body: { data: { kind: 'session', client: { secret: { credential: 'dataClientSecret' }, ttl: 60 } } },
    todos: [{ name: 'credentials not tested', what: expect.stringContaining('another data.client.secret than') }],
  });
});

test('a credential that no clause replaces by another is a question, wherever it is sent', async () => {
  const request = `
request:
  required: [credentials, api_keys, client_id]
  properties:
    credentials: { type: object, required: [client_id, client_secret], properties: { client_id: { type: string }, client_secret: { type: string } } }
    api_keys: { type: array }
    client_id: { type: string }
item: { parameters: [ { name: api_key, in: path, required: true, schema: { type: string } } ] }`;
  const facts = await factsOf(page(described(request, '/{api_key}/token')));
  expect(open(facts)).toContain(
    'whether another api_key in the path or credentials.client_id or credentials.client_secret or api_keys than the one issued is refused',
  );
  const clauses = draftOf(facts, { provider: 'acme', url: 'https://acme.test', read: '2026-01-02' })[
    'contracts/acme/contract.yaml'
  ]?.['clauses'];
  expect(JSON.stringify(clauses).match(/"id":"acme-[\w-]*-known"/g)).toEqual(['"id":"acme-request-client-id-known"']);
});

test('that a client shows nothing is taken from a person, and not from a page, whatever its place is called', async () => {
  const facts = await factsOf(page(described('operation: { security: [] }')));
  const asked = (security: Facts['security']) => accessOf({ ...facts, security }).todos.map(({ name }) => name);
  expect(asked({ value: 'none', at: 'Decided steps, table 1' })).toEqual(['auth']);
  expect(asked(decide(facts, { auth: 'none' }).security)).toEqual([]);
});

test('what stands behind a path is no part of it, and its query is one of the request', async () => {
  const read = await factsOf(page(described('', '/token?grant_type=client_credentials#partner')));
  expect(read.path?.value).toBe('/token');
  expect(accessOf(read).query).toEqual({ grant_type: 'client_credentials' });
});

test('refusals of two shapes have clauses of their own, and a grant type is sent whether it has to be or not', async () => {
  const error = (code: string) =>
    `{ description: e, content: { application/json; charset=utf-8: { schema: { properties: { code: { type: string${code} } } } }, application/json: { example: { code: X } } } }`;
  const read = await factsOf(
    page(
      described(`
request: { anyOf: [ { properties: { grant_type: { type: string, enum: [client_credentials, password] } } }, { type: 'null' } ] }
responses: { 200: { description: ok }, 400: ${error('')}, 401: ${error(', maxLength: 9')} }`),
    ),
  );
  expect(open(read)).not.toContain('which');
  expect(accessOf(read).body).toEqual({ grant_type: 'client_credentials' });
  const files = JSON.stringify(draftOf(read, { provider: 'acme', url: null, read: '2026-01-02' }));
  const ids = [...files.matchAll(/"x-clause":\{"id":"(acme-error[\w-]*)"/g)].map(([, id]) => id);
  expect(ids).toEqual(['acme-error-code', 'acme-error-401-code']);
});

test('a client certificate is asked for beside whatever else authenticates the client', async () => {
  const read = await factsOf(
    page(
      described(`
security: [ { tls: [] } ]
components: { securitySchemes: { tls: { type: mutualTLS } } }
request: { required: [client_assertion], properties: { client_assertion: { type: string, description: Signed JWT (PS256) } } }`),
    ),
  );
  expect(accessOf(read).auth).toMatchObject([{ mechanism: 'mutual-tls' }, { mechanism: 'private-key-jwt' }]);
  const draft = JSON.stringify(draftOf(read, { provider: 'acme', url: null, read: '2026-01-02' }));
  for (const id of ['acme-certificate', 'acme-assertion-signed']) expect(draft).toContain(`"id":"${id}"`);
});

test('the servers are those of the nearest node, with every value of their variables, and no guess for a host', async () => {
  const { servers } = await factsOf(
    page(
      described(
        `item: { servers: [ { url: 'https://{env}.acme.test/{v}', variables: { env: { default: sandbox, enum: [sandbox, live] }, v: { default: /v1 } } } ] }`,
      ),
    ),
  );
  expect(servers.map(({ url, production }) => [url, production])).toEqual([
    ['https://sandbox.acme.test/v1', false],
    ['https://live.acme.test/v1', true],
  ]);
  const marked = `servers: [ { url: 'https://acme.test/{v}', variables: { v: { default: "a$&b$'" } } } ]`;
  expect((await factsOf(page(described(marked)))).servers.map(({ url }) => url)).toEqual(["https://acme.test/a$&b$'"]);
  const alone = await factsOf(page(described('servers: [ { url: /api/v1 } ]')));
  expect([alone.servers, open(alone)]).toEqual([
    [],
    expect.stringContaining('the description gives /api/v1, which is no whole address'),
  ]);
});

test('where tokens are issued elsewhere than at any path, no other operation stands in for it', async () => {
  const elsewhere = {
    ...described('operation: { summary: Pay, responses: { 201: { description: ok } } }', '/payments'),
    components: {
      securitySchemes: {
        o: { type: 'oauth2', flows: { clientCredentials: { tokenUrl: 'https://login.acme.test/token', scopes: {} } } },
      },
    },
  };
  await expect(factsOf(page(elsewhere))).rejects.toMatchObject({
    title: 'The operation that issues tokens is not described:',
    problems: [expect.stringContaining('https://login.acme.test/token')],
  });
});

test('a request of a collection has the authentication of its folder, and the first that is granted is read', async () => {
  const sent = (name: string, grant: string, ...response: Json[]): Json => ({
    ...{ name, response },
    request: {
      method: 'POST',
      url: { host: ['{{host}}'], path: ['{{version}}', 'oauth', 'token'] },
      header: 'X-Ref: 1\nContent-Type: application/json',
      body: { mode: 'raw', raw: `{ // always\n "grant_type": "${grant}", "amount": {{amount}} }` },
    },
  });
  const late = { name: 'Late', code: 200, header: [], body: '{"message":"late"}' };
  const ok = { name: 'OK', code: 200, header: [], body: '{"access_token":"a","expires_in":1}' };
  const collection = {
    info: { name: 'Acme', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
    auth: { type: 'bearer', bearer: [] },
    variable: [
      { key: 'host', value: 'https://sandbox.acme.test' },
      { key: 'version', value: 'v2' },
    ],
    item: [
      {
        name: 'Auth',
        auth: {
          type: 'apikey',
          apikey: [
            { key: 'key', value: 'X-Acme-Key' },
            { key: 'value', value: '{{key}}' },
          ],
        },
        item: [sent('Wrong grant', 'nonsense'), sent('Get token', 'client_credentials', ok, late)],
      },
      { name: 'Other', request: { method: 'GET', url: '{{host}}/v2/things', auth: { type: 'hawk', hawk: [] } } },
    ],
  };
  const facts = await factsOf(page(collection));
  expect(facts.path?.value).toBe('/v2/oauth/token');
  expect(facts.request.map(({ example }) => example)).toEqual(['client_credentials', '{{amount}}']);
  expect(facts.answers.map(({ members }) => members.length)).toEqual([2]);
  expect(facts.headers).toMatchObject([{ name: 'X-Ref' }, { name: 'X-Acme-Key', credential: true }]);
  expect(facts.security).toBeNull();
  expect(open(facts)).toContain('"Get token", "Wrong grant" have one address; the first of these was read');
});

test('the value of a variable of a collection stands in an address as it is, whatever signs it holds', async () => {
  for (const base of ['https://a.test/\\x', 'https://a.test/$&', 'https://a.test/"q"']) {
    const collection = {
      info: { name: 'Acme', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
      variable: [{ key: 'base', value: base }],
      item: [{ name: 'Get token', request: { method: 'POST', url: '{{base}}/token' } }],
    };
    const { path, servers } = await factsOf(page(collection));
    expect(`${servers[0]?.url}${path?.value}`, base).toBe(`${base}/token`);
  }
});

test('an interim answer grants nothing, though it stands before the grant or holds what looks like a token', async () => {
  const holding = (name: string): string =>
    `{ description: x, content: { application/json: { schema: { properties: { ${name}: { type: string } } } } } }`;
  const responses = (...rows: string[]) => described(`\nresponses:\n  ${rows.join('\n  ')}`);
  const both = responses(`102: ${holding('progress')}`, `200: ${holding('access_token')}`);
  const draft = draftOf(await factsOf(page(both)), { provider: 'x', url: null, read: '2026-01-02' });
  expect(draft['contracts/x/contract.yaml']).toMatchObject({ token: { value: '/access_token' } });
  const alone = await factsOf(page(responses(`102: ${holding('access_token')}`)));
  expect(todosOf(alone, { provider: 'x', url: null, read: '2026-01-02' }).map(({ name }) => name)).toContain('token');
});
