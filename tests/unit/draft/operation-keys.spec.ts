/** How an operation beside the token's refuses a request without its key, by what words name. */
import { expect, test } from '@playwright/test';
import { stringify } from 'yaml';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { draftOf, todosOf } from '../../../src/draft/write/files/draft.ts';
import { atPointer } from '../../../src/formats/json.ts';

const origin = { provider: 'x', url: 'https://a.test', read: '2026-01-02' };
const refusals = (said: Record<string, string>) =>
  Object.fromEntries(Object.entries(said).map(([status, description]) => [status, { description }]));
const granted = (...required: string[]) => ({
  description: 'Granted',
  content: { 'application/json': { schema: { type: 'object', required, properties: { token: { type: 'string' } } } } },
});

/** The statuses of a request for a list without its key, and the question about it. */
async function withoutKey(login: Record<string, string>, list: Record<string, string>, isTokenSent = true) {
  const page = stringify({
    ...{ openapi: '3.0.3', info: { title: 'Shops', version: '1' }, servers: [{ url: 'https://a.test' }] },
    paths: {
      '/login': {
        post: { security: [{ login: [], key: [] }], responses: { 200: granted('token'), ...refusals(login) } },
      },
      '/shops': {
        get: {
          operationId: 'listShops',
          security: [isTokenSent ? { session: [], key: [] } : { key: [] }],
          responses: { 200: { description: 'Shops' }, ...refusals(list) },
        },
      },
    },
    components: {
      securitySchemes: {
        login: { type: 'http', scheme: 'basic' },
        session: { type: 'http', scheme: 'bearer' },
        key: { type: 'apiKey', in: 'header', name: 'X-Gate-Key' },
      },
    },
  });
  const facts = await factsOf({ text: page, format: 'openapi', base: 'page' }, { with: ['GET /shops'] });
  const files = draftOf(facts, origin);
  const [parameter] = [atPointer(files['specs/x.openapi.yaml'] ?? {}, '/paths/~1shops/get/parameters')].flat();
  const { refusal } = Object(Object(parameter)['x-clause']);
  const row = atPointer(files['contracts/x/contract.yaml'] ?? {}, `/refusals/${refusal}/documented/0/status`);
  const asked = todosOf(facts, origin).map(({ what }) => what);
  return [refusal, row, asked.filter((what) => /without X-Gate-Key/.test(what)).length, asked.join('\n')] as const;
}

test('a key of which an operation does not speak is refused as elsewhere, or by 401, and asked', async () => {
  const login = { 401: 'Client id or secret wrong', 403: 'Gate key wrong or missing' };
  const [refusal, statuses, asked] = await withoutKey(login, { 401: 'Session token missing or over' });
  expect([refusal, statuses, asked]).toEqual(['operation-key', [401, 403], 1]);
  expect((await withoutKey(login, { 401: 'Unauthorized' })).slice(0, 3)).toEqual(['operation-key', [401, 403], 1]);
  const silent = await withoutKey({ 401: 'Unauthorized' }, { 401: 'Session token missing or over' });
  expect(silent.slice(0, 3)).toEqual(['operation-key', [401], 1]);
});

test('a key of which it speaks is refused as it says', async () => {
  const login = { 401: 'Client id or secret wrong', 403: 'Gate key wrong or missing' };
  const own = await withoutKey(login, { 401: 'Session token missing', 400: 'Gate key missing' });
  expect(own.slice(0, 3)).toEqual(['operation-key', [400], 0]);
  for (const words of ['Session token or gate key missing', 'Gate key wrong'])
    expect((await withoutKey(login, { 401: words })).slice(0, 3), words).toEqual(['operation-token', [401], 0]);
});

test('words of all credentials, and none at all, are of the key as well', async () => {
  for (const words of ['Unauthorized', 'Wrong credentials', 'Token or key wrong'])
    expect((await withoutKey({ 401: 'Unauthorized' }, { 401: words })).slice(0, 3), words).toEqual([
      ...['operation-token', [401], 0],
    ]);
  const [refusal, statuses, , asked] = await withoutKey({}, {});
  expect([refusal, statuses]).toEqual(['operation-token', [401]]);
  expect(asked).toContain('how an operation refuses its token');
});

test('an operation with a key alone that has a refusal of its own needs none of a token', async () => {
  const [refusal, statuses, , asked] = await withoutKey({}, { 403: 'Gate key wrong or missing' }, false);
  expect([refusal, statuses]).toEqual(['operation-key', [403]]);
  expect(asked).not.toContain('how an operation refuses its token');
});
