/** Whether a draft asks that a credential in another letter case is refused: only where the page, or the kind of the value, says so. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { missesIn } from '../../../src/draft/write/clauses/letter-case.ts';
import { draftOf, todosOf } from '../../../src/draft/write/files/draft.ts';
import { isObject } from '../../../src/formats/json.ts';
import { endpoint, table } from '../../support/draft.ts';

const origin = { provider: 'x', url: 'https://x.test', read: '2026-01-02' };

/** The near misses of a field of a draft, what its clause says, and what is asked of letter case. */
async function missesOf(field: string, type: string, notes: string) {
  const rows = [`${field} | ${type} | yes | ${notes}`, 'password | string | yes | Password of the client'];
  const text = `${endpoint}Body, JSON:\n\n${table('Field | Type | Required | Description', ...rows)}## Response 200\n\n${table(
    'Field | Type | Required | Description',
    'access_token | string | yes | The token',
    'expires_in | integer | yes | Seconds',
  )}Wrong credentials are refused with 401.\n`;
  const facts = await factsOf({ text, format: 'markdown', base: 'page' });
  const { clauses } = draftOf(facts, origin)['contracts/x/contract.yaml'] ?? {};
  const rowsOf = (Array.isArray(clauses) ? clauses : []).filter(isObject);
  const clause = rowsOf.find(({ demand }) => isObject(demand) && demand['field'] === field && demand['deep']);
  const asked = todosOf(facts, origin).filter(({ name }) => name === 'letter-case');
  return {
    tried: JSON.stringify(clause?.['demand']),
    said: clause?.['statement'],
    asked: asked.map(({ what }) => what),
  };
}

test('a client id is compared to the letter', async () => {
  const { tried, said, asked } = await missesOf('client_id', 'string', 'Id of the client');
  expect(tried).toContain('flipped-case');
  expect(said).toContain('to the letter');
  expect(asked).toEqual([]);
});

test('a UUID is read in either letter case', async () => {
  for (const [type, notes] of [
    ['uuid', 'Id of the client'],
    ['string', 'Id of the client, a UUID'],
  ] as const) {
    const { tried, said, asked } = await missesOf('client_id', type, notes);
    expect(tried).toContain('shortened');
    expect(tried).not.toContain('flipped-case');
    expect(said).toBe('Another client_id than the one issued is refused.');
    expect(asked).toEqual([]);
  }
});

test('whether a user name is read in any letter case is asked where the page does not say it', async () => {
  for (const notes of [
    'Name of the user',
    'Nama pengguna',
    'Name of the user, in lower case',
    'Case-sensitive for old accounts',
    'Letter case matters to old clients',
  ]) {
    const { tried, asked } = await missesOf('username', 'string', notes);
    expect(tried, notes).not.toContain('flipped-case');
    expect(tried, notes).toContain('blank-after');
    expect(asked, notes).toHaveLength(1);
    expect(asked[0]).toContain('username');
  }
});

test('and is taken from the page where that says it in so many words', async () => {
  for (const notes of [
    'Name of the user, case-sensitive',
    'Name of the user. It is case sensitive.',
    'Name of the user. Letter case matters',
    'Nama pengguna; huruf besar dan kecil berpengaruh',
    'Nama pengguna; membedakan huruf besar dan kecil',
    'Nama pengguna; huruf besar dan kecil dibedakan',
    'Nama pengguna, peka huruf besar kecil',
    'Nama pengguna, wajib dan peka terhadap huruf besar/kecil',
    'Nama pengguna - bersifat case sensitive',
    'Nama pengguna (sensitif huruf kapital dan non-kapital)',
    'Name of the user. Must be case-sensitive',
    'Name of the user, upper and lower case are distinguished',
  ]) {
    const { tried, asked } = await missesOf('username', 'string', notes);
    expect(tried, notes).toContain('flipped-case');
    expect(asked, notes).toEqual([]);
  }
  for (const notes of [
    'Name of the user (not case-sensitive)',
    'Name of the user. Letter case does not matter',
    'Name of the user, case insensitive',
    'Nama pengguna, tidak membedakan huruf besar/kecil',
    'Nama pengguna, huruf besar dan kecil tidak dibedakan',
    'Nama pengguna, tidak peka huruf besar kecil',
    'Nama pengguna. Tidak sensitif terhadap huruf besar dan kecil',
  ]) {
    const { tried, asked } = await missesOf('username', 'string', notes);
    expect(tried, notes).not.toContain('flipped-case');
    expect(asked, notes).toEqual([]);
  }
});

test('what the page says of letter case is quoted where it is not understood', async () => {
  const notes = 'Nama pengguna. Huruf besar kecil dibedakan kecuali mitra lama';
  const { asked } = await missesOf('username', 'string', notes);
  expect(asked.join()).toContain('the page says "Huruf besar kecil dibedakan kecuali mitra lama"');
});

test('a credential whose pattern has no capital letter is tried in no other letter case', () => {
  const tried = (pattern: string) =>
    missesIn('field', { pointer: '/client_id', at: 'x', origin: 'openapi', required: true, schema: { pattern } }).break;
  expect(tried('^[a-z0-9-]+$')).not.toContain('flipped-case');
  for (const pattern of ['^[A-Za-z0-9]+$', '^[^x]+$', '^\\w+$', '[a-z]+'])
    expect(tried(pattern)).toContain('flipped-case');
});
