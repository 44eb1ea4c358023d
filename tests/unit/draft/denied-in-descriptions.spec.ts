/** A refusal that a description gives and its words deny: neither is taken, and both are asked. */
import { expect, test } from '@playwright/test';
import { readDraft } from '../../support/draft.ts';

const media = (properties: object): object => ({ 'application/json': { schema: { type: 'object', properties } } });
const body = media({ client_id: { type: 'string' }, scope: { type: 'string', maxLength: 40 } });
const granted = media({ access_token: { type: 'string' } });
const row = 'The client may not have the scope';

const openapi = (words: string, about: string, content: object = {}): string =>
  JSON.stringify({
    openapi: '3.0.3',
    info: { title: 'Tokens', version: '1', description: about },
    paths: {
      '/token': {
        post: {
          ...{ summary: 'Get an access token', description: words, requestBody: { content: body } },
          responses: {
            200: { description: 'Granted', content: granted },
            401: { description: 'Unknown client' },
            403: { description: row, ...content },
          },
        },
      },
    },
  });

test('a status that the words of an OpenAPI description deny is asked, and not drafted', async () => {
  const denials = [
    'An unknown `scope` is silently dropped.',
    'The token endpoint never answers 403.',
    'Scope yang tidak dimiliki klien diabaikan.',
  ];
  for (const words of denials)
    for (const page of [openapi(words, ''), openapi('', words), openapi(words, '', { content: media({ why: {} }) })]) {
      const { facts, asked } = await readDraft(page, 'openapi');
      expect(Object.keys(facts).join('\n'), words).not.toMatch(/^403 /m);
      expect(facts, words).toMatchObject({ '401 status': true });
      expect(asked.split('whether a request for a token is answered with 403').length, words).toBe(2);
      expect(asked, words).toContain(words.slice(0, 50));
    }
});

test('words about another fault or other calls deny none of its statuses', async () => {
  for (const words of ['A missing scope is not refused.', 'Payments never answer 403.', 'Never answers 409.']) {
    const { facts, asked } = await readDraft(openapi(words, ''), 'openapi');
    expect(facts, words).toMatchObject({ '401 status': true, '403 status': true });
    expect(asked, words).not.toContain('answered with 403');
  }
});

const collection = (words: string, response: object[] = []): string =>
  JSON.stringify({
    info: { name: 'Tokens', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
    item: [
      {
        name: 'Get access token',
        request: {
          method: 'POST',
          ...{ url: 'https://a.test/token', description: words },
          body: {
            mode: 'urlencoded',
            urlencoded: [
              { key: 'client_id', value: 'a' },
              { key: 'scope', value: 'b' },
            ],
          },
        },
        response: [{ name: 'OK', code: 200, body: '{"access_token":"x"}' }, ...response],
      },
    ],
  });

test('the same of a collection; a body that is saved stays, and is asked', async () => {
  const denied = 'The token endpoint never answers 403.';
  const told = `| Status | Meaning |\n|---|---|\n| 401 | Unknown client |\n| 403 | ${row} |\n\n${denied}`;
  const { facts, asked } = await readDraft(collection(told), 'openapi');
  expect(facts).toMatchObject({ '401 status': true });
  expect(facts).not.toHaveProperty(['403 status']);
  expect(asked).toContain(`the page has 403 for "${row}", and says "${denied}"`);
  const saved = { name: 'No scope', code: 403, body: '{"why":"scope"}' };
  const shown = await readDraft(collection(denied, [saved]), 'openapi');
  expect(shown.facts).toMatchObject({ '403 status': true });
  expect(shown.asked).toContain('answered with 403');
});
