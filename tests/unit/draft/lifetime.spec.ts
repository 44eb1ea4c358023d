/** What counts the life of a token: an instant is no span, and a unit has the source that says it. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { draftOf, todosOf } from '../../../src/draft/write/draft.ts';
import { isObject } from '../../../src/formats/json.ts';
import { endpoint, table } from '../../support/draft.ts';

const origin = { provider: 'x', url: 'https://x.test', read: '2026-01-02' };

async function drafted(words: string, token = 'access_token') {
  const rows = table(
    'Name | Type | Required | Description',
    `${token} | string | Yes |`,
    `expires_in | integer | Yes | ${words}`,
  );
  const facts = await factsOf({ text: `${endpoint}## Response 200\n\n${rows}`, format: 'markdown', base: 'page' });
  const contract = draftOf(facts, origin)['contracts/x/contract.yaml'];
  const all = isObject(contract) && Array.isArray(contract['clauses']) ? contract['clauses'] : [];
  const clause = all.filter(isObject).find(({ id }) => id === 'x-lifetime');
  const asked = todosOf(facts, origin).map(({ what }) => what);
  return { clause, contract, asked: asked.filter((what) => what.includes('token.lifetime')).join('\n') };
}

test('words that speak of an instant make a lifetime a question, whatever its member is called', async () => {
  for (const words of [
    'Timestamp when the token ends',
    'Seconds since 1970 at which it ends',
    'Unix time of the end, in seconds',
    'Expiry date',
    'Waktu token berakhir',
    'Tanggal kedaluwarsa',
    'Detik sejak 1 Januari 1970',
  ]) {
    const { asked, clause } = await drafted(words);
    expect(asked, words).toContain('the instant of the end');
    expect(clause).toBeUndefined();
  }
  for (const words of [
    'Seconds until the token ends',
    'Jangka waktu token dalam detik',
    'A span in seconds, not a timestamp',
  ])
    expect(await drafted(words), words).toMatchObject({ asked: '', clause: { source: 'page' } });
});

test('a unit that the page does not say is that of RFC 6749 in its own answer alone', async () => {
  const { asked, clause, contract } = await drafted('');
  expect(asked).toBe('');
  expect(clause).toMatchObject({ source: 'rfc6749-unit', at: 'expires_in' });
  expect(contract).toHaveProperty('sources.rfc6749-unit');
  expect((await drafted('In seconds')).contract).not.toHaveProperty('sources.rfc6749-unit');
  expect((await drafted('', 'token')).asked).toContain('the unit of the lifetime');
});
