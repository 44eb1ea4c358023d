/** Another id, of HTTP Basic or in the body, is asked about where the words about refusals name its secret alone. */
import { expect, test } from '@playwright/test';
import { table } from '../../support/draft.ts';
import { answer, drafted, head, refused } from '../../support/refusals-drafted.ts';

const page = (...errors: string[]): string =>
  `${head}## Headers\n\n${table('Header | Mandatory | Value', 'Authorization | yes | Basic base64(client_id:client_secret)')}${answer}## Errors\n\n${table('HTTP | Meaning', ...errors)}`;

/** Whether a clause sends another id, whether one sends another secret, and whether the id is asked about. */
async function ofId(...errors: string[]): Promise<[boolean, boolean, boolean]> {
  const { clauses, todos } = await drafted(page(...errors));
  const ids = [clauses].flat().map((one) => Object(one).id);
  const isAsked = todos.some(({ what }) => what.includes('another id of HTTP Basic'));
  return [ids.includes('x-basic-client'), ids.includes('x-basic-secret'), isAsked];
}

test('words that name the secret alone leave open how another id is refused', async () => {
  for (const words of ['Wrong client secret', 'The secret is wrong', 'invalid client_secret', 'Kata sandi klien salah'])
    expect.soft(await ofId(`401 | ${words}`), words).toEqual([false, true, true]);
});

test('words about whoever asks, both halves, or the credentials as a whole are of the id as well', async () => {
  for (const words of [
    'Wrong client id or secret',
    'Unknown client, or wrong secret',
    'The secret is not that of the client',
    'Wrong credentials',
    'Unauthorized',
    'Client authentication failed',
    'Invalid username or password',
    'The authorization is missing',
  ])
    expect.soft(await ofId(`401 | ${words}`), words).toEqual([true, true, false]);
  expect(await ofId('401 | Wrong client secret', '401 | Unknown client')).toEqual([true, true, false]);
});

/** The same of a member of the body beside its secret, and how it is refused where it is too long. */
async function inBody(...errors: string[]): Promise<[boolean, boolean, boolean]> {
  const { clauses, todos, of } = await drafted(refused('400 | A parameter is missing', ...errors));
  const ids = [clauses].flat().map((one) => Object(one).id);
  expect
    .soft(of('client_id'), errors.join())
    .toMatchObject({ length: expect.stringMatching(/^(?:x-client-id-)?unnamed$/) });
  const isAsked = todos.some(({ what }) =>
    /another client_id \(.*which names the secret (?:alone|beside others)/.test(what),
  );
  return [ids.includes('x-client-id-known'), ids.includes('x-client-secret-known'), isAsked];
}

test('the id beside a secret in the body is asked about in the same way', async () => {
  for (const words of ['Wrong client secret', 'Secret or assertion not accepted', 'Kata sandi klien salah'])
    expect.soft(await inBody(`401 | ${words}`), words).toEqual([false, true, true]);
  for (const words of [
    'Wrong client id or secret',
    'client_id or client_secret wrong',
    'Unknown client, or wrong secret',
    'Wrong credentials',
    'Unauthorized',
    'Client authentication failed',
  ])
    expect.soft(await inBody(`401 | ${words}`), words).toEqual([true, true, false]);
  const words = ['401 | Wrong client_secret', '404 | APP_UNKNOWN: no such client'];
  expect(await inBody(...words)).toEqual([true, true, false]);
});

test('words that name members of the body may be of the credentials of HTTP Basic beside them', async () => {
  const fields = `## Body (form)\n\n${table('Field | Mandatory | Description', 'username | yes | Name of the till', 'password | yes | Its password')}`;
  const beside = async (...errors: string[]): Promise<[boolean, boolean, boolean, boolean]> => {
    const { clauses, todos } = await drafted(page(...errors).replace('## Response 200', `${fields}## Response 200`));
    const ids = [clauses].flat().map((one) => Object(one).id);
    const isAsked = todos.some(({ what }) => what.includes('another id or secret of HTTP Basic'));
    return [ids.includes('x-basic-client'), ids.includes('x-basic-secret'), ids.includes('x-basic-present'), isAsked];
  };
  for (const words of [
    'Username atau password salah',
    'Wrong username or password',
    'The password is not correct',
    'username tidak dikenal',
  ])
    expect.soft(await beside(`401 | ${words}`), words).toEqual([false, false, true, true]);
  for (const words of ['Wrong credentials', 'Unauthorized', 'Client tidak dikenal', 'Client or password wrong'])
    expect.soft(await beside(`401 | ${words}`), words).toEqual([true, true, true, false]);
});

test('the question says what the words name', async () => {
  const saidOf = async (words: string): Promise<string | undefined> => {
    const { todos } = await drafted(page(`401 | ${words}`));
    const asked = todos.find(({ what }) => what.includes('another id of HTTP Basic'))?.what;
    return /which names the secret (alone|beside others)/.exec(asked ?? '')?.[1];
  };
  for (const words of ['Wrong client secret', 'The password is not correct', 'Kata sandi klien salah'])
    expect.soft(await saidOf(words), words).toBe('alone');
  for (const words of ['Agent, password or signature wrong', 'Secret or assertion wrong', 'Agen atau kata sandi salah'])
    expect.soft(await saidOf(words), words).not.toBe('alone');
});
