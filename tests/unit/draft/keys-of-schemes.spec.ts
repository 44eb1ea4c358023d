/** How a request is refused that lacks the key which a security scheme names, where the description has a status for what is missing. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { draftOf, todosOf } from '../../../src/draft/write/files/draft.ts';
import { atPointer, isObject, type Json } from '../../../src/formats/json.ts';
import { origin } from '../../support/answering.ts';

/** The statuses of a request without each key, by its name, and what is asked. */
async function without(refusals: Record<string, string>) {
  const fault: Json = { 'application/json': { schema: { type: 'object', properties: { code: { type: 'integer' } } } } };
  const responses = Object.fromEntries(
    Object.entries(refusals).map(([status, description]): [string, Json] => [status, { description, content: fault }]),
  );
  const member: Json = {
    type: 'object',
    required: ['grantType'],
    properties: { grantType: { const: 'client_credentials' } },
  };
  const operation: Json = {
    security: [{ key: [], app: [] }],
    requestBody: { required: true, content: { 'application/json': { schema: member } } },
    responses: {
      200: {
        description: 'ok',
        content: {
          'application/json': {
            schema: { type: 'object', required: ['accessToken'], properties: { accessToken: { type: 'string' } } },
          },
        },
      },
      ...responses,
    },
  };
  const text = JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Token', version: '1' },
    servers: [{ url: 'https://a.test' }],
    paths: { '/access-token': { post: operation } },
    components: {
      securitySchemes: {
        key: { type: 'apiKey', in: 'header', name: 'X-Api-Key' },
        app: { type: 'apiKey', in: 'query', name: 'app' },
      },
    },
  });
  const facts = await factsOf({ text, format: 'openapi', base: 'page' });
  const files = draftOf(facts, origin);
  const parts = atPointer(files['specs/x.openapi.yaml'] ?? {}, '/paths/~1access-token/post/parameters');
  const as = [parts ?? []]
    .flat()
    .filter(isObject)
    .map((one) => [one['name'], atPointer(one, '/x-clause/refusal')]);
  return {
    as: Object.fromEntries(as),
    asked: todosOf(facts, origin)
      .map(({ what }) => what)
      .join('\n'),
  };
}

test('a key that is missing may have the status of a mandatory field that is missing, where that of wrong ones says nothing of it', async () => {
  const either = { 'X-Api-Key': 'either', app: 'either' };
  for (const refusals of [
    { 400: '`4001` Invalid Field Format or `4002` Invalid Mandatory Field', 401: 'Unauthorized' },
    { 400: 'Field wajib kosong', 401: 'Unauthorized' },
    { 400: '1001 or 1002', 401: '1003' },
    { 400: 'A mandatory field is missing', 401: 'The key is wrong' },
  ])
    expect((await without(refusals)).as, JSON.stringify(refusals)).toMatchObject(either);
  const credentials = { 'X-Api-Key': 'credentials', app: 'credentials' };
  for (const refusals of [
    { 400: 'A mandatory field is missing', 401: 'Key missing or wrong' },
    { 401: 'Unauthorized' },
  ])
    expect((await without(refusals)).as, JSON.stringify(refusals)).toMatchObject(credentials);
});

test('one text for 400 and 401 that names OAuth tells neither from the other, and is asked', async () => {
  for (const words of ['RFC 6749 error', 'OAuth error object', 'Galat sesuai RFC 6749', 'OAuth2Error']) {
    const { asked } = await without({ 400: words, 401: words });
    expect(asked, words).toMatch(/how wrong credentials are refused: the page has 401/);
  }
  for (const refusals of [
    { 400: 'Bad Request', 401: 'Unauthorized' },
    { 400: '', 401: '' },
    { 400: 'Refused', 401: 'Refused' },
    { 400: 'A mandatory field is missing', 401: 'The key is wrong' },
  ])
    expect((await without(refusals)).asked, JSON.stringify(refusals)).not.toContain(
      'how wrong credentials are refused',
    );
});
