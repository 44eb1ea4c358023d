/** Addresses of the requests of a collection that are left to its variables. */
import { expect, test } from '@playwright/test';
import { oauthNamed } from '../../../src/draft/page/words/named-oauth.ts';
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

/** A collection whose requests stand at a variable, with words before them. */
const based = (value: string, words = '', raw = '{{base}}/oauth/token'): string => {
  const variable = [{ key: 'base', value }];
  const whole = JSON.parse(collection(raw));
  const more = { name: 'Pay', request: { method: 'POST', url: { raw: '{{base}}/payments' } } };
  return JSON.stringify({
    ...whole,
    info: { ...whole.info, description: words },
    ...{ variable, item: [...whole.item, more] },
  });
};

const placed = async (...given: Parameters<typeof based>): Promise<string[]> => {
  const { facts } = await readDraft(based(...given), 'openapi');
  return [String(facts['path']), ...Object.keys(facts).filter((one) => one.startsWith('server '))];
};

test('the path begins behind the variable that holds the server, whose value may have a path of its own', async () => {
  expect(await placed('https://a.test/v1')).toEqual(['/oauth/token', 'server https://a.test/v1']);
  expect(await placed('https://a.test/v1/')).toEqual(['/oauth/token', 'server https://a.test/v1']);
  expect(await placed('https://a.test')).toEqual(['/oauth/token', 'server https://a.test']);
  expect(await placed('https://a.test/oauth/token', '', '{{base}}')).toEqual(['/oauth/token', 'server https://a.test']);
  // Two requests would be one: each keeps its whole path.
  expect(await placed('https://a.test/v1', '', 'https://b.test/v1/oauth/token')).toEqual([
    '/v1/oauth/token',
    'server https://b.test',
  ]);
});

test('environments that words list beside the server of the collection are servers too, and other addresses are none', async () => {
  const listed = (test: string): string =>
    `The API.\n\n* Sandbox: \`${test}\`\n* Production: \`https://live.test/v1\` (set \`base\`)`;
  const both = ['/oauth/token', 'server https://a.test/v1', 'server https://live.test/v1'];
  expect(await placed('https://a.test/v1', listed('https://a.test/v1'))).toEqual(both);
  expect(await placed('https://a.test/v1', listed('https://cards.test/v1'))).toEqual(both.slice(0, 2));
  expect(await placed('https://a.test/v1', listed('https://a.test/v2'))).toEqual(both.slice(0, 2));
  expect(await placed('https://a.test/v1', 'See https://a.test/v1 and https://docs.test/v1')).toEqual(both.slice(0, 2));
});

test('a part of a path that a collection lists by itself names no standard, and a kind of authentication does', () => {
  for (const space of ['', '\n  ']) {
    expect(oauthNamed(`"url": {${space}"path": [${space}"oauth2",${space}"v1", "token"]}`)).toBe('path');
    expect(oauthNamed(`"path": [${space}"v1",${space}"oauth2"], "name": "OAuth2 token"`)).toBe('words');
    expect(oauthNamed(`"path": [${space}"token"], "auth": {${space}"type": "oauth2"}`)).toBe('words');
  }
});
