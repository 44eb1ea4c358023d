/** Media types of Swagger 2.0: those of the operation, of the file, of its examples; without any they are a question. */
import { expect, test } from '@playwright/test';
import type { JsonObject } from '../../../src/formats/json.ts';
import { readDraft } from '../../support/draft.ts';

const member = (name: string): JsonObject => ({ type: 'object', properties: { [name]: { type: 'string' } } });

/** What a file is read as whose operation, answers and top have these besides. */
async function read(operation: JsonObject, granted: JsonObject = {}, top: JsonObject = {}) {
  const responses = {
    200: { description: 'Granted', schema: member('access_token'), ...granted },
    400: { description: 'Refused', schema: member('error') },
  };
  const parameters = [{ in: 'body', name: 'body', required: true, schema: member('key') }];
  const paths = { '/token': { post: { summary: 'Get an access token', parameters, responses, ...operation } } };
  const { facts, asked } = await readDraft(
    JSON.stringify({ swagger: '2.0', info: { title: 'A', version: '1' }, host: 'a.test', paths, ...top }),
    'openapi',
  );
  return { types: [facts['media-type'], facts['200 media-type'], facts['400 media-type']], asked };
}

const json = 'application/json';

test('a media type that no part of the file gives is asked, of the request and of its answers', async () => {
  const none = await read({});
  expect(none.types).toEqual([undefined, undefined, undefined]);
  expect(none.asked).toContain('the media type of the request');
  const taken = await read({ consumes: [json] });
  expect(taken.types).toEqual([json, undefined, undefined]);
  expect(taken.asked).toContain('the media type of the answers 200, 400');
  expect((await read({ produces: [] }, {}, { consumes: [json] })).types).toEqual([json, undefined, undefined]);
});

test('the operation gives it, or the file, and an answer has that of its examples', async () => {
  const both = { consumes: [json], produces: [json] };
  expect((await read(both)).types).toEqual([json, json, json]);
  expect((await read({}, {}, both)).types).toEqual([json, json, json]);
  expect((await read({ consumes: [json] }, { examples: { [json]: { access_token: 'a' } } })).types).toEqual([
    ...[json, json, undefined],
  ]);
});

test('a version is that of its file also where YAML has it as a number', async () => {
  const described = (version: string): string => `${version}
info: { title: A, version: 1 }
paths:
  /token:
    post:
      summary: Get an access token
      responses:
        200: { description: Granted }
`;
  for (const version of ['swagger: 2.0', 'swagger: 2', 'openapi: 3.1', 'openapi: 3.0', 'openapi: 3'])
    expect((await readDraft(described(version), 'openapi')).facts, version).toMatchObject({ path: '/token' });
  await expect(readDraft(described('openapi: 4'), 'openapi')).rejects.toThrow('OpenAPI 4.0');
  await expect(readDraft(described('swagger: 1.2'), 'openapi')).rejects.toThrow('Nothing was read');
});
