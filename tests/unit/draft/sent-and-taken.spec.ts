/** What a good request says of its body and of the answers: its charset is a question, and it takes every documented answer. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { draftOf } from '../../../src/draft/write/files/draft.ts';
import { atPointer, type JsonObject } from '../../../src/formats/json.ts';
import { endpoint, readDraft, table } from '../../support/draft.ts';

const question = 'whether the Content-Type of the request has to name its charset';
const field = (value: string): string =>
  `${endpoint}## Headers\n\n${table('Header | Mandatory | Value', `Content-Type | Yes | ${value}`)}`;

test('a charset that a page writes beside the media type of the request is a question', async () => {
  const { facts, asked } = await readDraft(field('application/json; charset=utf-8'));
  expect(facts).toMatchObject({ 'media-type': 'application/json' });
  expect(asked).toContain(question);
  expect((await readDraft(`${endpoint}Content-Type: application/json;charset=UTF-8\n`)).asked).toContain(question);
  expect((await readDraft(field('application/json'))).asked).not.toContain(question);
  // A client puts it into what it shows of a call, whether it is asked for or not.
  const call =
    "```sh\ncurl -X POST https://a.test/token -H 'Content-Type: application/json; charset=utf-8' -d '{\"a\":1}'\n```\n";
  expect((await readDraft(`${endpoint}${call}`)).asked).not.toContain(question);
});

/** A description whose answers have these media types by their statuses, and whose request has those. */
const described = (
  answers: Record<string, string>,
  request = ['application/json'],
  server = 'https://a.test',
): string => {
  const schema = { type: 'object', properties: { access_token: { type: 'string' } } };
  const responses = Object.fromEntries(
    Object.entries(answers).map(([status, type]) => [status, { description: '-', content: { [type]: { schema } } }]),
  );
  const content = Object.fromEntries(
    request.map((type) => [type, { schema: { type: 'object', properties: { a: { type: 'string' } } } }]),
  );
  const security = [{ oauth: ['read'] }];
  const flows = { clientCredentials: { tokenUrl: `${server}/token`, scopes: { read: 'Read' } } };
  return JSON.stringify({
    ...{ openapi: '3.0.3', info: { title: 'A', version: '1' }, servers: [{ url: server }], security },
    paths: { '/token': { post: { requestBody: { content }, responses } } },
    components: { securitySchemes: { oauth: { type: 'oauth2', flows } } },
  });
};

test('a charset of a description is a question where no media type stands without', async () => {
  const asked = async (...request: string[]) =>
    (await readDraft(described({ 200: 'application/json' }, request), 'openapi')).asked;
  expect(await asked('application/json; charset=utf-8')).toContain(question);
  expect(await asked('application/json', 'application/json; charset=utf-8')).not.toContain(question);
});

async function draft(text: string): Promise<Record<string, JsonObject>> {
  const facts = await factsOf({ text, format: 'openapi', base: 'page' });
  return draftOf(facts, { provider: 'x', url: 'https://x.test', read: '2026-01-02' }) as Record<string, JsonObject>;
}

test('a good request takes the media types of all answers, and says none where the grant has none', async () => {
  const taken = async (answers: Record<string, string>) =>
    atPointer((await draft(described(answers)))['contracts/x/contract.yaml'], '/control/headers/Accept');
  expect(await taken({ 200: 'application/json', 400: 'application/problem+json' })).toBe(
    'application/json, application/problem+json',
  );
  expect(await taken({ 200: 'application/json', 400: 'application/json' })).toBe('application/json');
  expect(await taken({ 200: '*/*', 400: 'application/json' })).toBeUndefined();
});

test('the address of tokens in the security of a draft has the path of the server before it', async () => {
  const spec = async (server: string) =>
    JSON.stringify((await draft(described({ 200: 'application/json' }, undefined, server)))['specs/x.openapi.yaml']);
  expect(await spec('https://a.test/shop/v2')).toContain('"tokenUrl":"/shop/v2/token"');
  expect(await spec('https://a.test')).toContain('"tokenUrl":"/token"');
});
