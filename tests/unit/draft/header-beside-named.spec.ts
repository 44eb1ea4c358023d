/** A key in a header of which nothing is said where words about refusals name the credentials of the body alone. */
import { expect, test } from '@playwright/test';
import { accessOf } from '../../../src/draft/write/clauses/auth.ts';
import { table } from '../../support/draft.ts';
import { answer, drafted, head } from '../../support/refusals-drafted.ts';

const rowsOf = (names: string[]): string[] => names.map((name) => `${name} | string | yes`);

async function read(headers: string[], fields: string[], errors: string[]) {
  const text = `${head}## Headers\n\n${table('Header | Type | Mandatory', ...rowsOf(headers))}## Request body (\`application/json\`)\n\n${table('Name | Type | Mandatory', ...rowsOf(fields))}${answer}## Errors\n\n${table('HTTP | Meaning', ...errors)}`;
  const { facts, ...rest } = await drafted(text);
  const { known, fields: replaced, todos } = accessOf(facts);
  return { ...rest, known: [...known.headers, ...replaced], open: todos.map(({ what }) => what).join('\n') };
}

test('a key in a header is asked about where words name the credentials of the body alone', async () => {
  const [login, password] = ['login', 'password'];
  for (const errors of [
    ['403 | Login or password is wrong'],
    ['401 | The password is wrong or the login is not known', '400 | A member is missing'],
  ]) {
    const { known, open } = await read(['X-Api-Key'], [login, password], errors);
    expect.soft(known, errors.join()).toEqual([login, password]);
    expect.soft(open, errors.join()).toContain('whether another X-Api-Key (');
    expect.soft(open, errors.join()).toContain('the page refuses others by their names');
  }
  const alone = await read(['X-Api-Key'], ['kataSandi'], ['401 | Jika kata sandi salah']);
  expect(alone.known).toEqual(['kataSandi']);
  // Both halves of another pair are as little named.
  const halves = await read(
    ['X-Client-Id', 'X-Client-Secret'],
    [login, password],
    ['401 | Login or password is wrong'],
  );
  expect(halves.known).toEqual([login, password]);
  for (const error of [
    '401 | Unauthorized',
    '401 | Login failed',
    '401 | Wrong login, password or key',
    '401 | Wrong login or password, or unknown API key',
    '401 | Wrong password or unknown client',
    '401 | Authentication failed: password is wrong',
    '401 | Wrong credentials',
  ]) {
    const { known } = await read(['X-Api-Key'], [login, password], [error]);
    expect.soft(known, error).toContain('X-Api-Key');
  }
  const half = await read(['X-Client-Id', 'X-Client-Secret'], ['note'], ['401 | Wrong client secret']);
  expect(half.known).toContain('X-Client-Secret');
});

test('a key in a header beside Basic is asked about where words name the parts of Basic alone', async () => {
  const basic = (error: string) =>
    drafted(
      `${head}Authenticate with HTTP Basic: the client id as user name, the client secret as password.\n\n## Headers\n\n${table('Header | Type | Mandatory | Description', 'X-Subscription-Key | string | yes | The key of your subscription')}${answer}## Errors\n\n${table('HTTP | Meaning', error)}`,
    ).then(({ facts }) => accessOf(facts));
  for (const error of [
    '401 | Key pair unknown or wrong',
    '401 | Username or password salah',
    '401 | User name unknown or wrong secret',
  ]) {
    const { mechanism, known, todos } = await basic(error);
    expect.soft(mechanism, error).toBe('basic');
    expect.soft(known.headers, error).toEqual([]);
    expect.soft(todos.map(({ what }) => what).join(), error).toContain('whether another X-Subscription-Key');
  }
  for (const error of [
    '401 | Unauthorized',
    '401 | Wrong credentials',
    '401 | Wrong user name, password or subscription key',
  ])
    expect.soft((await basic(error)).known.headers, error).toEqual(['X-Subscription-Key']);
});

test('an id in a header is asked about where words name the signature beside it alone, and no draft makes one', async () => {
  const signed = ['X-Client-Id', 'X-Signature'];
  for (const errors of [
    ['401 | Signature does not match'],
    ['401 | Tanda tangan salah', '400 | A member is missing'],
  ]) {
    const { known, open } = await read(signed, ['note'], errors);
    expect.soft(known, errors.join()).not.toContain('X-Client-Id');
    expect.soft(open, errors.join()).toContain('whether another X-Client-Id (');
  }
  for (const error of [
    '401 | Signature does not match or unknown client',
    '401 | Unauthorized',
    '401 | Wrong credentials',
  ])
    expect.soft((await read(signed, ['note'], [error])).known, error).toContain('X-Client-Id');
});
