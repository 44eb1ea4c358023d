/** Addresses of the requests of a collection that are left to its variables. */
import { expect, test } from '@playwright/test';
import { readDraft } from '../../support/draft.ts';

const collection = (url: string): string =>
  JSON.stringify({
    info: { name: 'Tokens', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
    item: [
      {
        name: 'Get token',
        request: {
          method: 'POST',
          url: { raw: url },
          body: { mode: 'urlencoded', urlencoded: [{ key: 'grant_type', value: 'client_credentials' }] },
        },
      },
    ],
  });

test('a variable for a whole address gives neither a path nor a scheme', async () => {
  for (const url of ['{{token_endpoint}}', '{{token_endpoint}}/']) {
    const { facts, asked } = await readDraft(collection(url), 'openapi');
    expect(facts, url).not.toHaveProperty(['path']);
    expect(facts, url).toMatchObject({ method: 'POST' });
    expect(asked, url).toContain('the path of the token endpoint');
    expect(asked, url).toContain('the description gives {{token_endpoint}}, which is no whole address');
  }
});

test('a path behind a variable, and one of a host alone, are given', async () => {
  expect((await readDraft(collection('{{host}}/v1/token'), 'openapi')).facts).toMatchObject({ path: '/v1/token' });
  expect((await readDraft(collection('https://a.test/'), 'openapi')).facts).toMatchObject({ path: '/' });
  const { asked } = await readDraft(collection('https://{{host}}/v1/token'), 'openapi');
  expect(asked).toContain('https://{{host}}');
});
