/** How a client is refused that was never issued, where the words about a status name that and no other fault. */
import { expect, test } from '@playwright/test';
import { draftOf, todosOf } from '../../../src/draft/write/files/draft.ts';
import { atPointer } from '../../../src/formats/json.ts';
import { origin, read } from '../../support/answering.ts';
import { endpoint, table } from '../../support/draft.ts';

const granted = `## Response 200\n\n${table('Field | Type | Required', 'access_token | string | yes')}`;
const inBody = (...names: string[]): string =>
  `## Request body\n\n${table('Field | Type | Required', ...names.map((name) => `${name} | string | yes`))}`;
const pair = inBody('client_id', 'client_secret');

async function drafted(request: string, ...errors: string[]) {
  const text = `${endpoint}${request}${granted}## Errors\n\n${table('HTTP status | Meaning', ...errors)}`;
  const facts = await read(text);
  const contract = draftOf(facts, origin)['contracts/x/contract.yaml'] ?? {};
  const clauses = [contract['clauses'] ?? []].flat().map(Object);
  const refusalOf = (id: string): string => clauses.find((one) => one.id === `x-${id}-known`)?.refusal;
  return {
    /** The statuses by which another value is refused. */
    refused: (id: string): unknown => atPointer(contract, `/refusals/${refusalOf(id)}/documented/0/status`),
    tolerated: (id: string): unknown => atPointer(contract, `/refusals/${refusalOf(id)}/tolerated/0/status`),
    asked: todosOf(facts, origin)
      .map(({ what }) => what)
      .join('\n'),
  };
}

test('a client id that nobody knows has the status whose words say so, and the secret that of wrong ones', async () => {
  for (const words of [
    'Client not found',
    'Unknown client',
    'No such client',
    'The client id does not exist',
    'CLIENT_NOT_FOUND',
    'Klien tidak terdaftar atau client_id tidak dikenal',
  ]) {
    const { refused, tolerated, asked } = await drafted(pair, '401 | The client secret is wrong', `404 | ${words}`);
    expect.soft(refused('client-id'), words).toBe(404);
    expect.soft(refused('client-secret'), words).toBe(401);
    // What no server can read may be a wrong form all the same.
    expect.soft(tolerated('client-id'), words).toEqual([400, 422]);
    expect.soft(asked, words).not.toContain('how another client_id is refused');
  }
});

test('a status that names no field, or one that words of wrong credentials name as well, is a question', async () => {
  const keys = inBody('apiKey', 'apiSecret');
  const basic = `Authorization: Basic base64(id:secret)\n\n${inBody('grant_type')}`;
  for (const [request, usual, words] of [
    [keys, 'Unauthorized', 'Unknown client'],
    [keys, 'Invalid credentials', 'APP_NOT_FOUND'],
    [keys, 'Wrong apiSecret', 'Mitra tidak terdaftar'],
    [basic, 'Unauthorized', 'The client is not registered'],
  ] as const) {
    const { asked } = await drafted(request, `401 | ${usual}`, `404 | ${words}`);
    expect.soft(asked, words).toContain(`how a client that nobody knows is refused: the page has 404 for "${words}"`);
  }
  const both = await drafted(pair, '401 | client_id or client_secret is wrong', '404 | Unknown client');
  expect.soft(both.refused('client-id')).toBe(401);
  expect.soft(both.asked).toContain('how another client_id is refused: the page says "Unknown client"');
});

test('what else may be unknown, and a client that was known once, says nothing of another id', async () => {
  for (const words of ['Resource not found', 'The IP address of the client is not registered', 'Client is revoked']) {
    const { refused, asked } = await drafted(pair, '401 | Wrong client_id or client_secret', `403 | ${words}`);
    expect.soft(refused('client-id'), words).toBe(401);
    expect.soft(asked, words).not.toContain('a client that nobody knows');
  }
  const other = await drafted(inBody('apiKey', 'apiSecret', 'account'), '401 | Unauthorized', '404 | Unknown account');
  expect.soft(other.refused('api-key')).toBe(401);
  expect.soft(other.refused('account')).toBe(404);
  expect.soft(other.asked).not.toContain('a client that nobody knows');
});
