/** Servers of a description in whose place an operation or its path has others. */
import { expect, test } from '@playwright/test';
import { readDraft } from '../../support/draft.ts';

const urls = (...hosts: string[]) => hosts.map((host) => ({ url: `https://${host}` }));
const post = { operationId: 'token', summary: 'Issue an access token', responses: { 200: { description: 'Granted' } } };

const described = (own: object, of: 'path' | 'operation', extra = {}) =>
  JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Shop', version: '1', ...extra },
    servers: urls('api.shop.test', 'sandbox.shop.test'),
    paths: { '/oauth/token': of === 'path' ? { ...own, post } : { post: { ...post, ...own } } },
  });

test('no question asks whether the endpoint is served at what its own servers stand in place of', async () => {
  const own = { servers: urls('auth.shop.test', 'auth-sandbox.shop.test') };
  for (const of of ['path', 'operation'] as const) {
    const { facts, asked } = await readDraft(described(own, of), 'openapi');
    expect.soft(facts, of).toHaveProperty(['server https://auth.shop.test']);
    expect.soft(facts, of).not.toHaveProperty(['server https://sandbox.shop.test']);
    expect.soft(asked, of).not.toContain('served at');
  }
});

test('an address that words alone give is asked about all the same', async () => {
  const own = { servers: urls('auth.shop.test') };
  const words = { description: 'Try it at https://auth.staging.shop.test first.' };
  expect((await readDraft(described(own, 'path', words), 'openapi')).asked).toContain('https://auth.staging.shop.test');
});
