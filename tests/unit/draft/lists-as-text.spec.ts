/** A list that a form sends as one text is a text: one value alone is such a list, and what stands between them is sent. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { draftOf } from '../../../src/draft/write/files/draft.ts';
import type { JsonObject } from '../../../src/formats/json.ts';
import { atPointer } from '../../../src/formats/json.ts';
import { origin } from '../../support/answering.ts';
import { table } from '../../support/draft.ts';
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
  const type = facts.request.find(({ pointer }) => pointer === '/scope')?.schema['type'];
  return { type, scopes: scopes(draftOf(facts, origin)) };
}

test('a list of a form is a text by its separator, and a list where each value is a field', async () => {
  const commas = { description: 'The scopes to ask for, separated by commas' };
  expect(await form({ collectionFormat: 'csv' })).toEqual({ type: 'string', scopes: commas });
  expect(await form({})).toEqual({ type: 'string', scopes: commas });
  expect(await form({ collectionFormat: 'ssv' })).toMatchObject({ type: 'string', scopes: { list: true } });
  expect(await form({ collectionFormat: 'multi' })).toMatchObject({ type: 'array' });
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
