/** A list that a form sends as one text is a text: one value alone is such a list, and what stands between them is sent. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { draftOf } from '../../../src/draft/write/files/draft.ts';
import type { JsonObject } from '../../../src/formats/json.ts';
import { atPointer } from '../../../src/formats/json.ts';
import { origin } from '../../support/answering.ts';
import { readDraft, table } from '../../support/draft.ts';
import { answer, drafted, head } from '../../support/refusals-drafted.ts';

const scopes = (files: Record<string, unknown>): unknown =>
  atPointer(JSON.parse(JSON.stringify(files['contracts/x/contract.yaml'] ?? {})), '/credentials/scopes');

/** A form of Swagger 2.0 whose scope has these keywords besides. */
async function form(more: JsonObject) {
  const scope = { name: 'scope', in: 'formData', required: true, type: 'array', items: { type: 'string' }, ...more };
  const kind = { name: 'grant_type', in: 'formData', required: true, type: 'string', enum: ['client_credentials'] };
  const responses = {
    200: { description: 'Granted', schema: { type: 'object', properties: { access_token: { type: 'string' } } } },
  };
  const post = { summary: 'Get an access token', parameters: [kind, scope], responses };
  const text = JSON.stringify({
    ...{ swagger: '2.0', info: { title: 'A', version: '1' }, host: 'a.test', paths: { '/token': { post } } },
    consumes: ['application/x-www-form-urlencoded'],
  });
  const facts = await factsOf({ text, format: 'openapi', base: 'page' });
  const schema = facts.request.find(({ pointer }) => pointer === '/scope')?.schema ?? {};
  return { type: schema['type'], scopes: scopes(draftOf(facts, origin)), pattern: schema['pattern'] };
}

test('a list of a form is a text by its separator, and a list where each value is a field', async () => {
  const commas = { description: 'The scopes to ask for, separated by commas' };
  expect(await form({ collectionFormat: 'csv' })).toEqual({ type: 'string', scopes: commas });
  expect(await form({})).toEqual({ type: 'string', scopes: commas });
  expect(await form({ collectionFormat: 'ssv' })).toMatchObject({ type: 'string', scopes: { list: true } });
  expect(await form({ collectionFormat: 'multi' })).toMatchObject({ type: 'array' });
});

const listed = { items: { type: 'string', enum: ['saldo', 'mutasi'] } };

test('the values of the items are those of the text', async () => {
  for (const [collectionFormat, pattern] of [
    ['ssv', '^(?:saldo|mutasi)(?: (?:saldo|mutasi))*$'],
    ['csv', '^(?:saldo|mutasi)(?:,(?:saldo|mutasi))*$'],
    ['pipes', String.raw`^(?:saldo|mutasi)(?:\|(?:saldo|mutasi))*$`],
  ] as const)
    expect(await form({ collectionFormat, ...listed }), collectionFormat).toMatchObject({ type: 'string', pattern });
});

test('the encoding of a form sends a list as a text, and without one each value is a field', async () => {
  const read = async (encoding: JsonObject, items: JsonObject = listed.items) => {
    const schema = {
      type: 'object',
      properties: { kind: { type: 'string' }, scope: { type: 'array', items, minItems: 1, uniqueItems: true } },
    };
    const content = { 'application/x-www-form-urlencoded': { schema, encoding } };
    const granted = { type: 'object', properties: { access_token: { type: 'string' } } };
    const responses = { 200: { description: 'Granted', content: { 'application/json': { schema: granted } } } };
    const post = { summary: 'Get an access token', requestBody: { required: true, content }, responses };
    const api = { openapi: '3.0.3', info: { title: 'A', version: '1' }, paths: { '/token': { post } } };
    return (await readDraft(JSON.stringify(api), 'openapi')).facts;
  };
  expect(await read({ scope: { style: 'spaceDelimited', explode: false } })).toMatchObject({
    'request /scope type': 'string',
    'request /scope pattern': '^(?:saldo|mutasi)(?: (?:saldo|mutasi))*$',
  });
  expect(await read({ scope: { style: 'pipeDelimited' } }, { type: 'string' })).toMatchObject({
    'request /scope type': 'string',
  });
  for (const encoding of [{}, { kind: { style: 'spaceDelimited' } }, { scope: { style: 'form', explode: true } }])
    expect(await read(encoding)).toMatchObject({ 'request /scope type': 'array' });
});

test('words say what stands between the scopes of a request', async () => {
  const read = async (words: string) =>
    scopes(
      (
        await drafted(
          `${head}## Request body\n\n${table('Name | Type | Mandatory | Description', 'client_id | string | yes | Id', `scope | string | yes | ${words}`)}${answer}`,
        )
      ).files,
    );
  for (const words of ['Comma-separated scopes', 'Scopes separated by commas', 'Daftar scope, dipisahkan dengan koma'])
    expect(await read(words), words).not.toHaveProperty('list');
  for (const words of ['Scopes separated by spaces', 'Scopes; a comma is no part of one'])
    expect(await read(words), words).toHaveProperty('list', true);
});
