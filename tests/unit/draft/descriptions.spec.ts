/** What descriptions say in ways that are not the plainest: each is a fact, or a question, and none is lost or turned around. */
import { expect, test } from '@playwright/test';
import { parse } from 'yaml';
import type { Facts } from '../../../src/draft/facts/facts.ts';
import { flatten } from '../../../src/draft/facts/flatten.ts';
import { factsOf } from '../../../src/draft/read/derive.ts';
import type { Page } from '../../../src/draft/read/input.ts';
import { todosOf } from '../../../src/draft/write/draft.ts';
import type { Json } from '../../../src/formats/json.ts';

const page = (value: Json, base = 'api.json'): Page => ({ text: JSON.stringify(value), format: 'openapi', base });

const json = (schema: Json): { [name: string]: Json } => ({ content: { 'application/json': { schema } } });

const granted = { type: 'object', required: ['access_token'], properties: { access_token: { type: 'string' } } };

/** A description of one operation; `more` is YAML that stands in for its parts. */
function described(more: string, path = '/oauth/token'): { [name: string]: Json } {
  const { request, schemas, responses, item, operation, ...root } = parse(more) ?? {};
  return {
    ...{ openapi: '3.1.0', info: { title: 'Acme', version: '1' }, servers: [{ url: 'https://api.acme.test' }] },
    paths: {
      [path]: {
        ...item,
        post: {
          ...{ summary: 'Issue a token', ...(request ? { requestBody: { required: true, ...json(request) } } : {}) },
          ...{ responses: responses ?? { 200: { description: 'ok', ...json(granted) } }, ...operation },
        },
      },
    },
    components: { schemas: schemas ?? {} },
    ...root,
  };
}

const about = (facts: Facts, start: string): Record<string, Json> =>
  Object.fromEntries(
    [...flatten(facts)].flatMap(([key, { value }]) =>
      key.startsWith(start) ? [[key.slice(start.length), value]] : [],
    ),
  );

const open = (facts: Facts): string =>
  todosOf(facts, { provider: 'acme', url: 'https://acme.test', read: '2026-01-02' })
    .map(({ what }) => what)
    .join('\n');

const schemas: readonly (readonly [says: string, more: string, facts: Record<string, Json>, todo?: string])[] = [
  [
    'a member that several parts of allOf describe',
    `request: { allOf: [ { $ref: '#/components/schemas/Base' }, { required: [kind], properties: { kind: { enum: [client], maxLength: 20 } } } ] }
schemas: { Base: { properties: { kind: { type: string, maxLength: 10, minLength: 2 } } } }`,
    { 'kind required': true, 'kind type': 'string', 'kind const': 'client', 'kind minLength': 2, 'kind maxLength': 10 },
  ],
  [
    'a choice within allOf',
    `request: { allOf: [ { required: [id], properties: { id: { type: string } } }, { oneOf: [ { $ref: '#/components/schemas/Code' }, { $ref: '#/components/schemas/Secret' } ] } ] }
schemas:
  Code: { required: [grant_type, code], properties: { grant_type: { const: authorization_code }, code: { type: string } } }
  Secret: { required: [grant_type], properties: { grant_type: { const: client_credentials } } }`,
    { 'id required': true, 'id type': 'string', 'grant_type required': true, 'grant_type const': 'client_credentials' },
  ],
  [
    'a form that its mapping names, among schemas that extend the one that is sent',
    `request: { $ref: '#/components/schemas/Sent' }
schemas:
  Sent: { required: [grant], discriminator: { propertyName: grant, mapping: { client_credentials: '#/components/schemas/One', password: '#/components/schemas/Two' } }, properties: { grant: { type: string } } }
  One: { allOf: [ { $ref: '#/components/schemas/Sent' }, { required: [client], properties: { client: { type: string } } } ] }
  Two: { allOf: [ { $ref: '#/components/schemas/Sent' }, { required: [user], properties: { user: { type: string } } } ] }`,
    {
      ...{ 'grant required': true, 'grant type': 'string', 'grant const': 'client_credentials' },
      ...{ 'client required': true, 'client type': 'string' },
    },
  ],
  [
    'schemas that extend the one that is sent, of which none speaks for the grant',
    `request: { $ref: '#/components/schemas/Sent' }
schemas:
  Sent: { discriminator: { propertyName: kind }, properties: { kind: { type: string } } }
  Shop: { allOf: [ { $ref: '#/components/schemas/Sent' }, { properties: { shop: { type: string } } } ] }
  Bank: { allOf: [ { $ref: '#/components/schemas/Sent' }, { properties: { bank: { type: string } } } ] }`,
    { 'kind type': 'string' },
    'which of the forms of OpenAPI, requestBody is meant: Shop, Bank',
  ],
  [
    'null beside the only form, and forms that one keyword says',
    `request:
  properties:
    a: { anyOf: [ { type: string, maxLength: 3 }, { type: 'null' } ] }
    b: { nullable: true, oneOf: [ { $ref: '#/components/schemas/Held' } ] }
    c: { oneOf: [ { const: x, title: X }, { const: y, title: Y } ] }
    d: { anyOf: [ { type: string }, { type: integer } ] }
    e: { type: string, x-nullable: true, enum: [x] }
    f: { type: [string] }
schemas: { Held: { type: object, required: [in], properties: { in: { type: string } } } }`,
    {
      ...{ 'a type': ['string', 'null'], 'a maxLength': 3, 'b type': ['object', 'null'], 'b/in required': true },
      ...{ 'b/in type': 'string', 'c enum': ['x', 'y'], 'd type': ['string', 'integer'], 'e type': ['string', 'null'] },
      ...{ 'e enum': ['x', null], 'f type': 'string' },
    },
  ],
  [
    'limits that are not among the values',
    'request: { properties: { a: { type: integer, minimum: 0, exclusiveMinimum: true }, b: { type: number, exclusiveMaximum: 5 }, c: { type: integer, maximum: 9, exclusiveMaximum: false } } }',
    {
      ...{ 'a type': 'integer', 'a exclusiveMinimum': 0, 'b type': 'number', 'b exclusiveMaximum': 5 },
      ...{ 'c type': 'integer', 'c maximum': 9 },
    },
  ],
  [
    'what stands beside a reference, and a member that is marked itself',
    `request: { properties: { a: { $ref: '#/components/schemas/Text', maxLength: 4 }, b: { type: string, required: true } } }
schemas: { Text: { type: string, maxLength: 9 } }`,
    { 'a type': 'string', 'a maxLength': 4, 'b required': true, 'b type': 'string' },
  ],
  [
    'values of another type than the one that is declared',
    'request: { properties: { code: { type: string, enum: [4007301, 4007302] } } }',
    { 'code type': 'string' },
    'the type is string, and [4007301,4007302] is none',
  ],
  [
    'a pattern that cannot be matched in linear time',
    `request: { properties: { a: { type: string, pattern: '^(?=.*\\d).{8,}$' }, b: { type: string, pattern: '/^[a-z]+$/i' } } }`,
    { 'a type': 'string', 'b type': 'string' },
    'pattern "/^[a-z]+$/i" has the slashes of another language',
  ],
  [
    'types and limits as generators write them',
    `request: { properties: { a: { type: String, maxLength: '64' }, b: { type: int }, c: { type: money } } }`,
    { 'a type': 'string', 'a maxLength': 64, 'b type': 'integer' },
    'type "money" is no type of JSON',
  ],
  [
    'an example that breaks its own schema',
    'request: { properties: { code: { type: string, maxLength: 4, example: 12345-67 } } }',
    { 'code type': 'string', 'code maxLength': 4 },
    'what code may be: it has maxLength 4, which its own example "12345-67" breaks',
  ],
];

for (const [says, more, facts, todo] of schemas)
  test(`a description says it by ${says}`, async () => {
    const read = await factsOf(page(described(more)));
    expect(about(read, 'request /')).toEqual(facts);
    expect(open(read)).toContain(todo ?? '');
  });

test('the servers are those of the nearest node, with every value of their variables, and no guess for a host', async () => {
  const { servers } = await factsOf(
    page(
      described(
        `item: { servers: [ { url: 'https://{env}.acme.test/{v}', variables: { env: { default: sandbox, enum: [sandbox, live] }, v: { default: v1 } } } ] }`,
      ),
    ),
  );
  expect(servers.map(({ url, production }) => [url, production])).toEqual([
    ['https://sandbox.acme.test/v1', false],
    ['https://live.acme.test/v1', true],
  ]);
  const alone = await factsOf(page(described('servers: [ { url: /api/v1 } ]')));
  expect([alone.servers, open(alone)]).toEqual([
    [],
    expect.stringContaining('the description gives the path /api/v1 below them, and no host'),
  ]);
});

test('of several descriptions the token is read from the one that issues it, and the others are left out or drafted', async () => {
  const auth = described('', '/oauth/token');
  const payments = {
    ...described('operation: { summary: Pay, operationId: pay, responses: { 201: { description: ok } } }', '/payments'),
    servers: [{ url: 'https://pay.acme.test' }],
  };
  for (const pages of [
    [page(auth, 'auth.json'), page(payments, 'pay.json')],
    [page(payments, 'pay.json'), page(auth, 'auth.json')],
  ]) {
    const facts = await factsOf(pages);
    expect([facts.path?.value, facts.servers.map(({ url }) => url), facts.answers.map(({ status }) => status)]).toEqual(
      ['/oauth/token', ['https://api.acme.test'], [200]],
    );
    const { others } = await factsOf(pages, { with: ['pay'] });
    expect(others.map(({ id, todos = [] }) => [id, todos.map(({ what }) => what)])).toEqual([
      ['pay', [expect.stringContaining('https://pay.acme.test')]],
    ]);
  }
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
  const url = '{{host}}/{{version}}/oauth/token';
  const sent = (name: string, grant: string, ...response: Json[]): Json => ({
    ...{ name, response },
    request: {
      method: 'POST',
      url: { raw: url },
      body: { mode: 'urlencoded', urlencoded: [{ key: 'grant_type', value: grant }] },
    },
  });
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
        item: [sent('Wrong grant', 'nonsense'), sent('Get token', 'client_credentials', ok)],
      },
      { name: 'Other', request: { method: 'GET', url: '{{host}}/v2/things', auth: { type: 'hawk', hawk: [] } } },
    ],
  };
  const facts = await factsOf(page(collection));
  expect(facts.path?.value).toBe('/v2/oauth/token');
  expect(facts.request.map(({ example }) => example)).toEqual(['client_credentials']);
  expect(facts.headers).toMatchObject([{ name: 'X-Acme-Key', credential: true }]);
  expect(facts.security).toBeNull();
  expect(open(facts)).toContain('"Get token", "Wrong grant" have one address; the first of these was read');
});
