/** How a token is used: as no Bearer where the page, or the security of other operations, sends it otherwise. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { draftOf, todosOf } from '../../../src/draft/write/files/draft.ts';
import { endpoint, table } from '../../support/draft.ts';

const origin = { provider: 'shop', url: 'https://x.test', read: '2026-01-02' };

/** The clauses of a draft by their ids, and its questions. */
async function drafted(text: string, format: 'markdown' | 'openapi' = 'markdown') {
  const facts = await factsOf({ text, format, base: 'page' });
  const rows = [draftOf(facts, origin)['contracts/shop/contract.yaml']?.['clauses']].flat();
  const clauses = Object.fromEntries(rows.map((row) => [String(Object(row)['id']), Object(row)]));
  const asked = todosOf(facts, origin)
    .map(({ what }) => what)
    .join('\n');
  return { clauses, asked };
}

const page = (use: string, type = ''): string =>
  `${endpoint}## Response 200\n\n${table('Field | Type | Description', 'access_token | string | The token', ...(type === '' ? [] : [type]))}## Use\n\n${use}\n`;

test('a token that the page sends in another header, or without a scheme, is drafted as no Bearer', async () => {
  for (const use of [
    'Send `Shop-Access: {access_token}` with each call.',
    '```\ncurl https://a.test/v1/orders -H "X-Shop-Token: <access token>"\n```',
    '`Authorization: {access_token}`',
    '`Authorization: Shop <token>`',
    'Put the access token in the header X-Shop-Token of each call.',
    'Token akses dikirim pada header X-Shop-Token di setiap permintaan.',
    ...['Session token', 'Token dari `/token`', 'The access token of step 1'].map(
      (words) =>
        `## Create an order\n\nPOST /orders\n\n${table('Header | Required | Description', `X-Shop-Token | yes | ${words}`, 'X-Trace | no | Your id')}`,
    ),
    'An order must carry `Shop-Token` (mandatory) and `Shop-Trace`.',
    'Prolongs the session. Header `X-Shop-Session`* with the token; no body.',
    'All APIs need a session key in the header `X-Session-Key`.',
    'Semua API memerlukan session key pada header `X-Session-Key`.',
    `## Kirim dana\n\n**POST** \`/v1/kirim.php\`\n\n${table('Nama | Wajib', '`access_token` | Ya', '`jumlah` | Ya')}`,
    `## Order\n\n\`PUT /orders\`\n\n${table('Field | Mandatory', 'access_token | yes')}`,
    'Create an order: `POST /orders`; fields `access_token` (M), `amount` (M).',
  ]) {
    const { clauses, asked } = await drafted(page(use));
    expect.soft(clauses, use).not.toHaveProperty('shop-resource-guarded');
    expect.soft(clauses, use).not.toHaveProperty('shop-token-accepted');
    expect.soft(asked, use).toContain('how the token is sent');
  }
  for (const use of [
    '`Authorization: Bearer {access_token}`',
    'Send `X-Shop: {shop}` with each call.',
    'Thank you.',
    `## Create an order\n\nPOST /orders\n\n${table('Header | Required | Description', 'Authorization | yes | Bearer token')}`,
    `## Create an order\n\nPOST /orders\n\n${table('Header | Required | Description', 'X-Token-Type | no | Token type of the order')}`,
    'An order must carry `X-Csrf-Token`.',
    `## Revoke\n\nPOST /revoke\n\n${table('Field | Mandatory', 'access_token | yes')}`,
    'Create an order: `POST /orders`; fields `access_token_type` (O), `amount` (M).',
    'Ask for it by `POST /token`; fields of the answer: `access_token`.',
  ]) {
    const { clauses, asked } = await drafted(page(use));
    expect.soft(clauses, use).toHaveProperty('shop-resource-guarded');
    expect.soft(asked, use).not.toContain('how the token is sent');
  }
});

test('a kind of token that is an example says nothing of Bearer, and one that is stated does', async () => {
  const level = async (words: string) =>
    (await drafted(page('', `kind | string | ${words}`))).clauses['shop-resource-guarded'].source;
  expect(await level('Kind of token, e.g. bearer')).toBe('rfc6750');
  expect(await level('Kind of token, such as bearer')).toBe('rfc6750');
  expect(await level('Always Bearer')).toBe('page');
});

test('a member that is called bearer says nothing of how the token is sent', async () => {
  const member = (use: string) =>
    `${endpoint}## Response 200\n\n${table('Field | Type | Required | Description', 'bearer | string | Yes | The access token', 'ttl | integer | Yes | Seconds until the bearer ends')}${use}`;
  const level = async (use: string) => (await drafted(member(use))).clauses['shop-resource-guarded'].level;
  expect(await level('')).toBe('should');
  expect(await level('## Use\n\n```json\n{"bearer": "abc"}\n```\n')).toBe('should');
  expect(await level('## Use\n\n`Authorization: Bearer {bearer}`\n')).toBe('must');
});

const description = (scheme: string): string => `openapi: 3.0.3
info: { title: Shop, version: "1" }
servers: [{ url: https://a.test }]
security: [{ session: [] }]
paths:
  /token:
    post:
      security: [{ partner: [] }]
      responses:
        "200":
          description: A token
          content:
            application/json:
              schema: { type: object, required: [access_token], properties: { access_token: { type: string } } }
  /orders:
    get: { responses: { "200": { description: The orders } } }
components:
  securitySchemes:
    partner: { type: apiKey, in: header, name: Shop-Partner }
    session: ${scheme}
`;

test('the kind of an assertion, and a sample of which no answer was read, say nothing of Bearer', async () => {
  const level = async (use: string) => (await drafted(page(use))).clauses['shop-resource-guarded'].level;
  expect(await level('The assertion is of the type `urn:ietf:params:oauth:client-assertion-type:jwt-bearer`.')).toBe(
    'should',
  );
  expect(await level('## Body\n\n```json\n{"result":{"token_type":"bearer","scope":[]}}\n```')).toBe('should');
});

test('a kind of token that a description or a sample shows as an example says nothing of Bearer', async () => {
  const level = async (kind: string) => {
    const text = description('{ type: http, scheme: bearer }')
      .replace('{ access_token: { type: string } }', `{ access_token: { type: string }, token_type: ${kind} }`)
      .replace(/ {2}\/orders:\n.*\n/, '')
      .replace(/ {4}session: .*\n/, '')
      .replace(/^security: .*\n/m, '');
    return (await drafted(text, 'openapi')).clauses['shop-resource-guarded'].level;
  };
  expect(await level('{ type: string, example: Bearer }')).toBe('should');
  expect(await level('{ type: string, examples: [Bearer] }')).toBe('should');
  expect(await level('{ type: string, enum: [Bearer] }')).toBe('must');
  expect(await level('{ type: string, example: Bearer, description: The scheme is Bearer }')).toBe('must');
});

test('a key that other operations take in place of a token makes it a question whether one is needed', async () => {
  const bearer = description('{ type: http, scheme: bearer }');
  const words = 'whether a request without a token is refused';
  for (const [security, isAsked] of [
    ['[{ session: [] }, { partner: [] }]', true],
    ['[{ session: [], partner: [] }]', false],
    ['[{ session: [] }]', false],
  ] as const) {
    const { asked } = await drafted(bearer.replace('[{ session: [] }]', security), 'openapi');
    expect.soft(asked.includes(words), security).toBe(isAsked);
  }
});

test('the security of the other operations of a description says how the token is sent', async () => {
  for (const scheme of [
    '{ type: apiKey, in: header, name: Shop-Session }',
    '{ type: apiKey, in: header, name: Authorization }',
    '{ type: apiKey, in: query, name: session }',
  ]) {
    const { clauses, asked } = await drafted(description(scheme), 'openapi');
    expect.soft(clauses, scheme).not.toHaveProperty('shop-resource-guarded');
    expect.soft(asked, scheme).toContain('how the token is sent');
    // Operations for people beside those say nothing of the token.
    const beside = description(`${scheme}\n    people: { type: http, scheme: basic }`).replace(
      'components:',
      '  /report:\n    get: { security: [{ people: [] }], responses: { "200": { description: The report } } }\ncomponents:',
    );
    expect.soft((await drafted(beside, 'openapi')).asked, scheme).toContain('how the token is sent');
  }
  for (const scheme of [
    '{ type: http, scheme: bearer }',
    '{ type: apiKey, in: header, name: Authorization, description: Bearer and the token }',
  ])
    expect
      .soft((await drafted(description(scheme), 'openapi')).clauses, scheme)
      .toHaveProperty('shop-resource-guarded');
});

test('the page is the source of https only where it writes it', async () => {
  const sourceOf = async (host: string) =>
    (await drafted(`# Token\n\nHost: ${host}\n\nPOST /token\n`)).clauses['shop-https'];
  expect((await sourceOf('https://a.shop.test')).source).toBe('page');
  expect(await sourceOf('a.shop.test')).toMatchObject({ source: 'rfc6750', level: 'should' });
});

test('a row about the token that names its header alone sends it there', async () => {
  const refused = (last: string) =>
    page(table('code | message | HTTP status | What to do', `41001 | missing access token | 401 | ${last}`));
  expect((await drafted(refused('Header `X-App-Token`'))).clauses).not.toHaveProperty('shop-resource-guarded');
  for (const last of ['Get a new token', 'Look at the header X-Trace for details'])
    expect((await drafted(refused(last))).clauses, last).toHaveProperty('shop-resource-guarded');
});

test('Bearer is of the page where it sends the token so, and where its tokens are of no other type', async () => {
  const cites = async (text: string) => {
    const { clauses, asked } = await drafted(text);
    const { level, source } = clauses['shop-resource-guarded'] ?? {};
    return [`${level} ${source}`, asked.includes('how the token is sent')];
  };
  for (const use of [
    'All endpoints but this require it.\n\nExample: `Authorization: Bearer <YOUR_ACCESS_TOKEN>`',
    'A server obtains one and passes it on as `Authorization: Bearer`.',
  ])
    expect(await cites(page(`## Orders\n\nPOST /orders\n\n${use}`)), use).toEqual(['must page', false]);
  for (const use of ['`Authorization: Bearer {refresh_key}`', 'Send `Authorization: Bearer` or `X-Key`.'])
    expect(await cites(page(`## Orders\n\nPOST /orders\n\n${use}`)), use).toEqual(['should rfc6750', false]);
  expect(await cites(page('', 'token_type | string | One of `Bearer`, `MAC`'))).toEqual(['should rfc6750', true]);
  expect(await cites(page('', 'token_type | string | Always `Bearer`'))).toEqual(['must page', false]);
});
