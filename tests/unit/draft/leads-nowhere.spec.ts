/** References of a description to files that are not there: what nobody needs for a token is asked, and all else is an error. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { todosOf } from '../../../src/draft/write/files/draft.ts';
import type { JsonObject } from '../../../src/formats/json.ts';

const media = (schema: JsonObject): JsonObject => ({ 'application/json': { schema } });
const text = { type: 'string' };

/** What a description has in each of its places. */
interface Parts {
  request: JsonObject;
  granted: JsonObject;
  refused: JsonObject;
  other: JsonObject;
  parameters: JsonObject[];
  scheme: JsonObject;
  paths: JsonObject;
}

const described = (own: Partial<Parts>): string => {
  const refused = own.refused ?? { description: 'Wrong client' };
  const granted = own.granted ?? media({ type: 'object', properties: { access_token: text } });
  const content = own.request ?? media({ type: 'object', required: ['grant_type'], properties: { grant_type: text } });
  const post = {
    summary: 'Get an access token',
    security: [{ client: [] }],
    parameters: own.parameters ?? [],
    requestBody: { content },
    responses: { 200: { description: 'Granted', content: granted }, 401: refused },
  };
  const others = { '/cards': { get: { responses: { 200: own.other ?? { description: 'Cards' } } } } };
  return JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'T', version: '1' },
    servers: [{ url: 'https://a.test' }],
    paths: { '/oauth/token': { post }, ...others, ...own.paths },
    components: { securitySchemes: { client: own.scheme ?? { type: 'http', scheme: 'basic' } } },
  });
};

/** Reads a description that lies in a folder with one other file, `there.yaml`. */
async function read(own: Partial<Parts>, operation?: string) {
  const folder = mkdtempSync(join(tmpdir(), 'leads-nowhere-'));
  try {
    writeFileSync(
      join(folder, 'there.yaml'),
      'Error:\n  type: object\n  required: [error]\n  properties: {error: {type: string}}\n',
    );
    const page = { text: described(own), format: 'openapi' as const, base: join(folder, 'api.json') };
    const facts = await factsOf(page, operation === undefined ? {} : { operation });
    const todos = todosOf(facts, { provider: 'x', url: null, read: '2026-01-02' });
    return { facts, asked: todos.map(({ what }) => what).join('\n') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const lost = { $ref: './shared/errors.yaml#/Wrong' };

test('a part of a refusal, or of another operation, that leads nowhere leaves the rest, is asked and stands in the account', async () => {
  for (const refused of [
    { description: 'Wrong client', content: media(lost) },
    { description: 'Wrong client', content: media({ $ref: 'there.yaml#/Missing' }) },
    { description: 'Wrong client', content: media({ $ref: 'https://a.test/errors.yaml' }) },
    lost,
  ]) {
    const { facts, asked } = await read({ refused });
    expect.soft(facts.path?.value).toBe('/oauth/token');
    expect
      .soft(asked, JSON.stringify(refused))
      .toContain('what the answer 401 holds (OpenAPI, response 401): it refers to "');
    expect.soft(asked).not.toContain('x-leads-nowhere');
    expect.soft(facts.account.filter(({ kind }) => kind === 'reference')).toHaveLength(1);
  }
  const { facts, asked } = await read({
    other: { description: 'Cards', content: media(lost) },
    refused: { description: 'Wrong client', content: media({ $ref: 'there.yaml#/Error' }) },
  });
  expect(asked).not.toContain('errors.yaml');
  expect(facts.answers.find(({ status }) => status === 401)?.members.map(({ pointer }) => pointer)).toEqual(['/error']);
  expect(facts.account.find(({ kind }) => kind === 'reference')).toMatchObject({
    title: './shared/errors.yaml#/Wrong',
  });
});

test('a part of the request, of the answer that grants, or a path that leads nowhere is an error', async () => {
  for (const own of [
    { request: media(lost) },
    { request: media({ type: 'object', properties: { grant_type: lost } }) },
    { granted: media({ allOf: [lost, { type: 'object', properties: { access_token: text } }] }) },
    { parameters: [lost] },
    { scheme: lost },
    { paths: { '/token': lost } },
  ])
    await expect.soft(read(own), JSON.stringify(own)).rejects.toMatchObject({
      message: expect.stringMatching(/errors\.yaml#\/Wrong" was expected to lead to a file/),
    });
  const { facts } = await read({ paths: { '/token': lost } }, 'POST /oauth/token');
  expect(facts.path?.value).toBe('/oauth/token');
});
