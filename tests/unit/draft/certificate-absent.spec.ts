/** A client certificate that is not there, beside one that is another; and a scope that is one of a list. */
import { expect, test } from '@playwright/test';
import { draftOf, todosOf } from '../../../src/draft/write/files/draft.ts';
import { atPointer, isObject } from '../../../src/formats/json.ts';
import { origin, read } from '../../support/answering.ts';
import { endpoint, table } from '../../support/draft.ts';

const page = (refused: string, scope = 'One of `reports`, `refunds`.'): string =>
  `${endpoint}The client is authenticated by its certificate (\`tls_client_auth\`).\n\n## Request body (\`application/x-www-form-urlencoded\`)\n\n${table('Field | Required | Description', 'client_id | yes | Your id', `scope | yes | ${scope}`)}## Answer 200\n\n${table('Field | Required', 'access_token | yes')}## Errors\n\n${table('Status | Reason', '400 | A parameter is missing', `401 | ${refused}`)}`;

async function drafted(text: string) {
  const facts = await read(text);
  const contract = draftOf(facts, origin)['contracts/x/contract.yaml'] ?? null;
  const clauses = [atPointer(contract, '/clauses')].flat().filter(isObject);
  const refusals = clauses
    .filter(({ id }) => String(id).startsWith('x-certificate'))
    .map(({ id, refusal }) => `${id} ${refusal}`);
  const asked = todosOf(facts, origin).map(({ what }) => what);
  return { refusals, asked: asked.join('\n'), contract };
}

test('a connection without a certificate is refused as the words about another one only where they speak of none', async () => {
  const faults = 'a connection without a client certificate';
  for (const words of [
    'The certificate does not belong to client_id',
    'Certificate is unknown',
    'Sertifikat tidak dikenal',
  ]) {
    const { refusals, asked } = await drafted(page(words));
    expect.soft(refusals, words).toEqual(['x-certificate credentials', 'x-certificate-there unnamed']);
    expect.soft(asked, words).toContain(faults);
  }
  for (const words of [
    'The certificate is missing or unknown',
    'Unauthorized',
    'Unknown client',
    'Authentication failed',
  ]) {
    const { refusals, asked } = await drafted(page(words));
    expect.soft(refusals, words).toEqual(['x-certificate credentials']);
    expect.soft(asked, words).not.toContain(faults);
  }
});

test('words about a certificate say of no other name that another is refused', async () => {
  for (const words of ['Certificate is unknown', 'Sertifikat tidak dikenal']) {
    const { asked, contract } = await drafted(page(words));
    expect.soft(JSON.stringify(contract), words).not.toContain('x-client-id-known');
    expect.soft(asked, words).toContain('whether another client_id (Request body');
  }
  for (const words of ['The certificate does not belong to client_id', 'Unauthorized', 'Unknown client or certificate'])
    expect.soft(JSON.stringify((await drafted(page(words))).contract), words).toContain('x-client-id-known');
});

test('of scopes that are one of a list the environment gives one, and of others a list', async () => {
  const one = await drafted(page('Unauthorized'));
  expect(atPointer(one.contract, '/control/body/scope')).toEqual({ credential: 'scope' });
  expect(atPointer(one.contract, '/credentials/scope/list')).toBeUndefined();
  const several = await drafted(page('Unauthorized', 'The scopes you need, separated by blanks'));
  expect(atPointer(several.contract, '/credentials/scopes/list')).toBe(true);
});

test('a certificate with a status of its own is refused by that, or by either where its words are a question', async () => {
  const own = async (forbidden: string) => {
    const text = `${page('Unknown client')}| 403 | ${forbidden} |\n`.replace(/\n\n\| 403/, '\n| 403');
    const { refusals, contract } = await drafted(text);
    const of = (name: string) => atPointer(contract, `/refusals/${name}/documented/0/status`);
    return [refusals, of('certificate'), of('no-certificate')];
  };
  expect(await own('The certificate is unknown')).toEqual([
    ['x-certificate certificate', 'x-certificate-there no-certificate'],
    403,
    [401, 403],
  ]);
  expect(await own('The certificate is missing or unknown')).toEqual([['x-certificate certificate'], 403, undefined]);
  expect(await own('The certificate is not the one of the herd')).toEqual([
    ['x-certificate certificate'],
    [401, 403],
    undefined,
  ]);
  expect(await own('The client is locked')).toEqual([['x-certificate credentials'], undefined, undefined]);
});

test('the passage that says how a client authenticates is cited', async () => {
  const { contract } = await drafted(page('Unknown client'));
  const clauses = [atPointer(contract, '/clauses')].flat().filter(isObject);
  expect(clauses.find(({ id }) => id === 'x-certificate')?.['at']).toBe('Token, text');
});

test('words that name other credentials alone leave open how a certificate is refused', async () => {
  const of = async (words: string, sent = table('Header | Required', 'X-Client-Id | yes', 'X-Client-Secret | yes')) => {
    const text = page(words).replace('## Request body', `## Request headers\n\n${sent}## Request body`);
    const { refusals, asked, contract } = await drafted(text);
    const [row] = [atPointer(contract, '/refusals/certificate/documented')].flat();
    return [refusals, Object(row).status, /without a client certificate, or with another one,/.test(asked)];
  };
  for (const words of ['X-Client-Id or X-Client-Secret is wrong', 'Client id or client secret tidak dikenal'])
    expect.soft(await of(words), words).toEqual([['x-certificate certificate'], [400, 401, 403], true]);
  for (const words of ['Unauthorized', 'Unknown client', 'Unknown client, or wrong X-Client-Secret'])
    expect.soft(await of(words), words).toEqual([['x-certificate credentials'], undefined, false]);
  const named = await of('X-Client-Id, X-Client-Secret or certificate is wrong');
  expect(named).toEqual([['x-certificate credentials', 'x-certificate-there unnamed'], undefined, false]);
});
