/** The values that the description of a member gives, where its schema lists none. */
import { expect, test } from '@playwright/test';
import { readDraft } from '../../support/draft.ts';

const read = (properties: object, answered: object = {}) =>
  readDraft(
    JSON.stringify({
      ...{ openapi: '3.0.0', info: { title: 'x', version: '1' }, servers: [{ url: 'https://a.test' }] },
      paths: {
        '/token': {
          post: {
            requestBody: { content: { 'application/json': { schema: { type: 'object', properties } } } },
            responses: {
              200: {
                description: 'ok',
                content: { 'application/json': { schema: { type: 'object', properties: answered } } },
              },
            },
          },
        },
      },
    }),
    'openapi',
  );

const text = (description: string, example?: string): object => ({
  ...{ type: 'string', description },
  ...(example === undefined ? {} : { example }),
});

test('values that a description announces are those of the member', async () => {
  const { facts } = await read(
    {
      ...{ mode: text('The mode. Available values: fast or slow.'), lane: text('Lane. Possible values: `a`, `b`') },
      grant_type: text('The grant type. Must be `client_credentials`.', 'client_credentials'),
    },
    { access_token: text('The token'), token_type: text('The access token is always of type Bearer.', 'Bearer') },
  );
  expect(facts).toMatchObject({
    ...{ 'request /mode enum': ['fast', 'slow'], 'request /lane enum': ['a', 'b'] },
    ...{ 'request /grant_type const': 'client_credentials', '200 /token_type const': 'Bearer' },
  });
});

test('a list for some, one that is open, and one that its example is not in, are none', async () => {
  const { facts } = await read(
    {
      ...{ a: text('Available values for shops: fast, slow.'), b: text('Possible values: fast, slow, etc.') },
      ...{ c: text('Available values: fast, slow.', 'other'), d: text('Where it is sold: web or app', 'web') },
    },
    { access_token: text('The token'), token_type: text('The access token is usually of type Bearer.', 'Bearer') },
  );
  expect(Object.keys(facts).filter((fact) => /enum|const/.test(fact))).toEqual([]);
});
