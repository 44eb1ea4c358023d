/** Addresses that are of the operation that issues tokens alone: hosts, the flow of a scheme, and plain HTTP. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { draftOf } from '../../../src/draft/write/files/draft.ts';
import { described } from '../../support/described.ts';

const origin = { provider: 'x', url: 'https://x.test', read: '2026-01-02' };

const read = (value: object) => factsOf({ text: JSON.stringify(value), format: 'openapi', base: 'api.json' });

const collection = (token: string[], others: string[]): object => ({
  info: { name: 'T', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
  variable: [
    { key: 'auth', value: 'https://auth.a.test' },
    { key: 'api', value: 'https://api.a.test/v1' },
  ],
  item: [
    ...token.map((url) => ({
      name: 'Token',
      request: {
        ...{ method: 'POST', url: { raw: url } },
        body: { mode: 'urlencoded', urlencoded: [{ key: 'grant_type', value: 'client_credentials' }] },
      },
      response: [{ name: 'ok', code: 200, body: '{"access_token":"a"}' }],
    })),
    ...others.map((url) => ({ name: 'Order', request: { method: 'GET', url: { raw: url } } })),
  ],
});

test('the servers of a collection are those of the requests for a token, and of no others', async () => {
  const servers = async (token: string[], others: string[]) =>
    (await read(collection(token, others))).servers.map(({ url }) => url);
  const orders = ['{{api}}/orders', 'https://files.a.test/orders/1', 'http://10.0.0.1:8080/orders/2'];
  expect(await servers(['{{auth}}/oauth/token'], orders)).toEqual(['https://auth.a.test']);
  expect(await servers(['https://auth.a.test:8443/oauth/token?a=b'], orders)).toEqual(['https://auth.a.test:8443']);
  const both = ['https://auth.a.test/oauth/token', 'https://auth.sandbox.a.test/oauth/token'];
  expect(await servers(both, orders)).toEqual(['https://auth.a.test', 'https://auth.sandbox.a.test']);
});

test('the flow of a scheme at another address is none of an operation that knows no scopes', async () => {
  const scopes = async (tokenUrl: string, request = '') => {
    const scheme = `{ type: oauth2, flows: { clientCredentials: { tokenUrl: '${tokenUrl}', scopes: { reports: Reports } } } }`;
    const facts = await read(described(`${request}\ncomponents: { securitySchemes: { own: ${scheme} } }`, '/sessions'));
    return facts.scopes.map(({ name }) => name);
  };
  expect(await scopes('https://login.a.test/oauth/token')).toEqual([]);
  expect(await scopes('/oauth/token')).toEqual([]);
  for (const own of [
    'https://api.acme.test/sessions',
    '/sessions/',
    'https://a.test/v1/sessions?a=b',
    '{server}/token',
  ])
    expect(await scopes(own), own).toEqual(['reports']);
  const asking = 'request: { properties: { scope: { type: string } } }';
  expect(await scopes('https://login.a.test/oauth/token', asking)).toEqual(['reports']);
});

test('https is no must of a page that has a server of plain HTTP', async () => {
  const levelOf = async (urls: string[]) => {
    const more = `servers: [${urls.map((url) => `{ url: '${url}' }`).join(', ')}]`;
    const rows = [draftOf(await read(described(more)), origin)['contracts/x/contract.yaml']?.['clauses']].flat();
    return rows.map((row) => Object(row)).find(({ id }) => id === 'x-https')?.level;
  };
  expect(await levelOf(['https://a.test'])).toBe('must');
  expect(await levelOf(['http://10.0.0.1:9080', 'https://a.test'])).toBe('should');
});
