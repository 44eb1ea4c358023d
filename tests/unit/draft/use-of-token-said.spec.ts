/** What says how a granted token is sent: no example of its kind, and no header of the request that asks for it. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { draftOf } from '../../../src/draft/write/files/draft.ts';
import { endpoint, table } from '../../support/draft.ts';

async function levelOf(text: string, format: 'markdown' | 'openapi' = 'markdown'): Promise<string> {
  const facts = await factsOf({ text, format, base: 'page' });
  const draft = draftOf(facts, { provider: 'shop', url: 'https://x.test', read: '2026-01-02' });
  const rows = [draft['contracts/shop/contract.yaml']?.['clauses']].flat().map(Object);
  const of = (id: string): unknown => rows.find((one) => one['id'] === `shop-${id}`)?.['level'];
  expect(of('resource-guarded')).toBe(of('token-accepted'));
  return String(of('resource-guarded'));
}

const granted = `## Response 200\n\n${table('Name | Type | Mandatory | Example | Description', 'accessToken | String | M | | ', 'tokenType | String | M | EXAMPLE | WORDS')}`;
const kind = (example: string, words: string): string => granted.replace('EXAMPLE', example).replace('WORDS', words);

test('a kind of token in a column of examples says nothing of how it is sent', async () => {
  expect(await levelOf(`${endpoint}${kind('Bearer', '')}`)).toBe('should');
  expect(await levelOf(`${endpoint}${kind('Bearer', 'Kind of the token')}`)).toBe('should');
  expect(await levelOf(`${endpoint}${kind('Bearer', 'Always Bearer')}`)).toBe('must');
  expect(await levelOf(`${endpoint}${kind('', 'Always Bearer').replace('Example', 'Length')}`)).toBe('must');
});

test('a key that the request for a token sends as Bearer says nothing of how the token is sent', async () => {
  const own = (value: string): string => `## Request headers\n\n${table('Name | Value', `Authorization | ${value}`)}`;
  expect(await levelOf(`${endpoint}${own('Bearer {server key}')}${kind('', '')}`)).toBe('should');
  expect(await levelOf(`${endpoint}${own('`Bearer <server key>`')}${kind('', '')}`)).toBe('should');
  expect(
    await levelOf(
      `${endpoint}${own('Bearer {server key}')}${kind('', '')}## Use\n\nSend \`Authorization: Bearer {accessToken}\` with each call.\n`,
    ),
  ).toBe('must');
  expect(await levelOf(`${endpoint}${own('Bearer {server key}')}${kind('', 'Always Bearer')}`)).toBe('must');
});

test('a token that is called bearer is sent as its words say, and its name says nothing', async () => {
  const member = (words: string): string =>
    `${endpoint}## Response 200\n\n${table('Name | Type | Mandatory | Description', `bearer | String | M | ${words}`)}`;
  expect(await levelOf(member('The token'))).toBe('should');
  expect(await levelOf(member('Sent as Bearer'))).toBe('must');
  const described = (words: string): string =>
    JSON.stringify({
      ...{ openapi: '3.0.3', info: { title: 'Shop', version: '1' }, servers: [{ url: 'https://a.test' }] },
      paths: {
        '/token': {
          post: {
            responses: {
              200: {
                description: 'Granted',
                content: {
                  'application/json': {
                    schema: {
                      type: 'object',
                      required: ['bearer', 'ttl'],
                      properties: { bearer: { type: 'string', description: words }, ttl: { type: 'integer' } },
                    },
                  },
                },
              },
            },
          },
        },
      },
    });
  expect(await levelOf(described('The token'), 'openapi')).toBe('should');
  expect(await levelOf(described('Sent with the scheme Bearer'), 'openapi')).toBe('must');
});

test('a token of another type than Bearer, or in Authorization without a scheme, has no clauses of Bearer', async () => {
  const rows = (type: string, more = ''): string =>
    `${endpoint}## Response 200\n\n${table('Name | Type | Mandatory | Description', 'access_token | String | M | ', `token_type | String | M | ${type}`)}${more}`;
  const places = [
    rows('Always `BearerToken`'),
    rows('', 'The token is used in the header Authorization of the other calls.\n'),
    rows('', 'Token dipakai pada header Authorization layanan transaksi.\n'),
    rows('', 'Put the access token into the `Authorization` header of each call.\n'),
  ];
  for (const page of places) {
    const facts = await factsOf({ text: page, format: 'markdown', base: 'page' });
    const draft = draftOf(facts, { provider: 'shop', url: 'https://x.test', read: '2026-01-02' });
    const contract = JSON.stringify(draft['contracts/shop/contract.yaml']);
    expect.soft(contract, page).not.toContain('shop-resource-guarded');
    expect.soft(contract, page).toContain('how the token is sent');
  }
  expect(await levelOf(rows('Always `bearer`'))).toBe('must');
  expect(await levelOf(rows('', 'Send it as `Authorization: Bearer {access_token}`.\n'))).toBe('must');
  expect(await levelOf(rows(''))).toBe('should');
});
