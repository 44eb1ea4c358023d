/** What counts the life of a token: an instant is no span, and a unit has the source that says it. */
import { expect, test } from '@playwright/test';
import { pageFacts } from '../../../src/draft/drift/beside.ts';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { draftOf, todosOf } from '../../../src/draft/write/files/draft.ts';
import { isObject } from '../../../src/formats/json.ts';
import { endpoint, table } from '../../support/draft.ts';

const origin = { provider: 'x', url: 'https://x.test', read: '2026-01-02' };

async function drafted(words: string, token = 'access_token', more = '') {
  const rows = table(
    'Name | Type | Required | Description',
    `${token} | string | Yes |`,
    `expires_in | integer | Yes | ${words}`,
  );
  const text = `${endpoint}## Response 200\n\n${rows}\n${more}\n`;
  const facts = await factsOf({ text, format: 'markdown', base: 'page' });
  const contract = draftOf(facts, origin)['contracts/x/contract.yaml'];
  const all = isObject(contract) && Array.isArray(contract['clauses']) ? contract['clauses'] : [];
  const clause = all.filter(isObject).find(({ id }) => id === 'x-lifetime');
  const asked = todosOf(facts, origin).map(({ what }) => what);
  const recorded = pageFacts(facts).get('lifetime unit')?.value;
  return { clause, contract, recorded, asked: asked.filter((what) => what.includes('token.lifetime')).join('\n') };
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

test('a unit that the page does not say is that of RFC 6749 in its own answer alone, where the page names the standard', async () => {
  const { asked, clause, contract, recorded } = await drafted('', 'access_token', 'We issue OAuth 2.0 tokens.');
  expect(recorded).toBeUndefined();
  expect((await drafted('In seconds')).recorded).toBe('seconds');
  for (const words of ['', 'This is not OAuth 2.0.', 'Unlike OAuth 2.0 we have no scopes.'])
    expect((await drafted('', 'access_token', words)).asked, words).toContain('the unit of the lifetime');
  const grant = table(
    'Name | Type | Required | Description',
    'grant_type | string | Yes | Always `client_credentials`',
  );
  expect((await drafted('', 'access_token', `## Request body\n\n${grant}`)).asked).toBe('');
  expect(asked).toBe('');
  expect(clause).toMatchObject({ source: 'rfc6749-unit', at: 'expires_in' });
  expect(contract).toHaveProperty('sources.rfc6749-unit');
  expect((await drafted('In seconds')).contract).not.toHaveProperty('sources.rfc6749-unit');
  expect((await drafted('', 'token', 'We issue OAuth 2.0 tokens.')).asked).toContain('the unit of the lifetime');
});

test('a unit is that of the lifetime where every word beside it is understood', async () => {
  const unitOf = async (words: string, more = '') => {
    const { contract, asked } = await drafted(words, 'access_token', more);
    const token = isObject(contract) && isObject(contract['token']) ? contract['token'] : {};
    return asked === '' && token['lifetime'] !== undefined ? (token['lifetimeUnit'] ?? 'seconds') : null;
  };
  for (const [words, unit] of [
    ['How long the token is valid, in minutes: 20', 'minutes'],
    ['In milliseconds, not seconds', 'milliseconds'],
    ['Sisa masa berlaku dalam menit, bukan detik', 'minutes'],
    ['Seconds; 1200, which are 20 minutes', 'seconds'],
    ['Seconds, 900 for all partners', 'seconds'],
    ['Seconds. Ask for a new one a few minutes before', 'seconds'],
    ['At most 3600 seconds', 'seconds'],
  ] as const)
    expect(await unitOf(words), words).toBe(unit);
  for (const words of [
    'Anything but seconds',
    'Seconds or minutes, by your plan',
    'Seconds before the refresh window opens',
    'Detik, di sandbox menit',
    'Used to be seconds, now minutes',
    'Validity, 2h',
    'Validity in the unit of your contract',
    'Whole ticks of 10 seconds',
    'Lama sesi (lihat lampiran)',
  ])
    expect(await unitOf(words), words).toBeNull();
  for (const more of [
    'The lifetime is in minutes.',
    'Masa berlaku token adalah dalam menit.',
    'All times are in minutes.',
    'Durations are minutes.',
    'For gold partners the validity is given in whole minutes.',
  ])
    expect(await unitOf('Seconds', more), more).toBeNull();
  expect(await unitOf('Seconds', 'The lifetime is in seconds.')).toBe('seconds');
});

test('a column of units gives that of the lifetime', async () => {
  const rows = table('Name | Type | Required | Unit', 'token | string | Yes |', 'ttl | integer | Yes | min');
  const facts = await factsOf({ text: `${endpoint}## Response 200\n\n${rows}`, format: 'markdown', base: 'page' });
  expect(draftOf(facts, origin)['contracts/x/contract.yaml']).toMatchObject({ token: { lifetimeUnit: 'minutes' } });
});

test('a life of one value for all tokens is not what is left of one that is granted again', async () => {
  const clausesOf = async (words: string) => JSON.stringify((await drafted(words)).contract);
  expect(await clausesOf('Seconds, always `600`')).not.toContain('x-token-shrinks');
  expect(await clausesOf('Seconds, always `600`')).toContain('x-token-ends');
  expect(await clausesOf('Seconds, at most `600`')).toContain('x-token-shrinks');
});

test('that a life is what is left of it the page says, or else RFC 6749 alone; a provider may prolong a token, so it is no demand', async () => {
  const level = async (words: string) => {
    const { clauses } = Object((await drafted(words)).contract);
    const { level, source } = Object([clauses].flat().find((one) => Object(one).id === 'x-token-shrinks'));
    return `${level} ${source}`;
  };
  for (const words of [
    'Remaining lifetime in seconds',
    'Seconds until the token ends',
    'Sisa masa berlaku, dalam detik',
    'Seconds before the token expires',
    'Lifetime in seconds, from the time of the answer',
  ])
    expect(await level(words), words).toBe('should page');
  for (const words of ['Lifetime in seconds', 'Masa berlaku (detik)', 'Seconds, left out where there is no end'])
    expect(await level(words), words).toBe('should rfc6749-life');
});

test('a question names what may tell the life: the words of a name, and a number that is called as a unit', async () => {
  const asked = async (...more: string[]) => {
    const rows = table('Name | Type | Required | Description', 'access_token | string | Yes |', ...more);
    const facts = await factsOf({ text: `${endpoint}## Response 200\n\n${rows}\n`, format: 'markdown', base: 'page' });
    return todosOf(facts, origin)
      .map(({ what }) => what)
      .filter((what) => what.includes('token.lifetime'))
      .join('\n');
  };
  expect(await asked('seconds | integer | Yes |')).toContain('seconds (Response 200, seconds) may count it');
  for (const name of ['settlements', 'invalid_tries', 'validation'])
    expect(await asked(`${name} | integer | Yes |`), name).not.toContain(name);
  for (const name of ['session_ttl_at', 'validUntil', 'expiry_date'])
    expect(await asked(`${name} | string | Yes |`), name).toContain(name);
});
