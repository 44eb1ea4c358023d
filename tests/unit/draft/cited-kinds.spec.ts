/** Facts of a description are cited by what the file is, whatever it was read as. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { todosOf } from '../../../src/draft/write/files/draft.ts';

const swagger = `swagger: '2.0'
info: { title: Ember, version: 1 }
host: api.ember.test
securityDefinitions: { app: { type: basic } }
paths:
  /token:
    post:
      operationId: issueToken
      security: [{ app: [] }]
      parameters:
        - { name: body, in: body, required: true, schema: { type: object, required: [grant_type], properties: { grant_type: { type: string } } } }
      responses:
        '200': { description: Granted, schema: { type: object, properties: { access_token: { type: string } } } }
`;

const postman = JSON.stringify({
  info: { name: 'Ember', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
  item: [
    {
      name: 'Get token',
      request: {
        method: 'POST',
        url: 'https://api.ember.test/token',
        auth: { type: 'basic', basic: [] },
        header: [{ key: 'Content-Type', value: 'application/json' }],
        body: { mode: 'raw', raw: '{"grant_type": "client_credentials"}' },
      },
      response: [{ name: 'Granted', code: 200, body: '{"access_token": "x"}' }],
    },
  ],
});

const openapi = `openapi: 3.1.0
info: { title: Ember, version: 1 }
paths:
  /token:
    post:
      responses:
        '200': { description: Granted, content: { application/json: { schema: { type: object, properties: { access_token: { type: string } } } } } }
`;

test('a Swagger 2.0 file and a collection are cited as such, by the names that they have for their parts', async () => {
  const cited = async (text: string): Promise<string> => {
    const facts = await factsOf({ text, format: 'openapi', base: 'page' });
    const todos = todosOf(facts, { provider: 'x', url: 'https://x.test', read: '2026-01-02' });
    return JSON.stringify([facts, todos]);
  };
  const ofSwagger = await cited(swagger);
  for (const place of ['host', 'path', 'body, grant_type', 'securityDefinitions.app', 'response 200'])
    expect.soft(ofSwagger).toContain(`Swagger 2.0, ${place}`);
  const ofPostman = await cited(postman);
  for (const place of ['url', 'auth', 'response 200']) expect.soft(ofPostman).toContain(`Postman, ${place}`);
  for (const text of [ofSwagger, ofPostman]) expect.soft(text).not.toContain('OpenAPI, ');
  expect(await cited(openapi)).toContain('OpenAPI, response 200');
});
