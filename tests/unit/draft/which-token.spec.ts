/** Which member of a grant is the token, and which counts its life, where several are called so. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { lifetimeOf, tokenOf } from '../../../src/draft/write/clauses/open.ts';
import { open } from '../../support/described.ts';
import { endpoint, table } from '../../support/draft.ts';

async function read(...rows: string[]) {
  const text = `${endpoint}## Response 200\n\n${table('Field | Type | Required | Description', ...rows)}`;
  const facts = await factsOf({ text, format: 'markdown', base: 'page' });
  const { member, unit } = lifetimeOf(facts);
  return { token: tokenOf(facts)?.pointer, life: member && `${member.pointer} ${unit}`, asked: open(facts) };
}

test('of several tokens the one that is called an access token is it', async () => {
  const { token } = await read(
    'session_token | string | yes | For the widget',
    'access_token | string | yes | Send it',
  );
  expect(token).toBe('/access_token');
});

test('of several that may be the token none is drafted', async () => {
  const { token, asked } = await read('session_token | string | yes | Text', 'jwt | string | yes | Text');
  expect(token).toBeUndefined();
  expect(asked).toContain('the member of a granted answer that holds the token');
});

test('what holds the token and what is of another kind are not it', async () => {
  const rows = ['token | string | yes | The CSRF token of the form', 'jwt | string | yes | The access token'];
  expect((await read(...rows)).token).toBe('/jwt');
});

test('the life of another token is none of the token', async () => {
  const id = 'id_token | string | yes | JWT';
  const token = 'access_token | string | yes | Text';
  const rows = [
    'expires_in | integer | yes | Seconds the id_token lives',
    'access_expires | integer | yes | Minutes it lives',
  ];
  expect(await read(token, id, ...rows)).toMatchObject({ token: '/access_token', life: '/access_expires minutes' });
});

test('the life of a refresh token is none of the token', async () => {
  const rows = ['token | string | yes | Access token', 'expiry | integer | yes | Seconds until the refresh token ends'];
  expect((await read(...rows, 'token_ttl | integer | yes | Minutes until it ends')).life).toBe('/token_ttl minutes');
  expect(await read(...rows)).toMatchObject({ life: null });
});

test('of several lives none is drafted', async () => {
  const { life, asked } = await read(
    'access_token | string | yes | Text',
    'expires_in | integer | yes | Seconds',
    'ttl | integer | yes | Minutes',
  );
  expect(life).toBeNull();
  expect(asked).toMatch(/which member counts the lifetime.*expires_in.* or ttl/);
});

test('what is shown as sent as Bearer is the token, where one member alone is called so', async () => {
  const sent = async (shown: string, ...rows: string[]) => {
    const text = `${endpoint}Send it as \`Authorization: Bearer ${shown}\`.\n\n## Response 200\n\n${table('Field | Type | Required', ...rows)}`;
    const facts = await factsOf({ text, format: 'markdown', base: 'page' });
    return { token: tokenOf(facts)?.pointer, asked: open(facts) };
  };
  const rows = ['pass | string | yes', 'renewal | string | no'];
  expect((await sent('<pass>', ...rows)).token).toBe('/pass');
  expect((await sent('{bearer}', 'bearer | string | yes')).token).toBe('/bearer');
  const other = await sent('<your token>', ...rows);
  expect(other.token).toBeUndefined();
  expect(other.asked).toContain('"Send it as `Authorization: Bearer <your token>`."');
});
