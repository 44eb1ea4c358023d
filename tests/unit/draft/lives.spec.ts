/** How long a token lives, as sentences say it: the longest life where each word is understood, and a question otherwise. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { lifetimeOf } from '../../../src/draft/write/clauses/open.ts';
import { todosOf } from '../../../src/draft/write/files/draft.ts';
import { endpoint, table } from '../../support/draft.ts';

const answer = (token = '', sample = '') =>
  `## Response 200\n\n${table('Name | Type | Required | Description', `access_token | string | yes | ${token}`, 'expires_in | integer | yes | Life in seconds')}${sample}`;

async function lifeOf(page: string) {
  const facts = await factsOf({ text: endpoint + page, format: 'markdown', base: 'page' });
  const todos = todosOf(facts, { provider: 'x', url: 'https://x.test', read: '2026-01-02' });
  const named = (...names: string[]) => todos.flatMap(({ name, what }) => (names.includes(name) ? [what] : [])).join();
  const { most, member } = lifetimeOf(facts);
  return { most: most?.seconds, member, life: named('life', 'lifetime'), sentences: named('sentences') };
}

test('a life in words is the longest that a grant may declare', async () => {
  for (const [words, seconds] of [
    ['A token is valid for one hour.', 3600],
    ['Every access token expires after 1,800 seconds.', 1800],
    ['The token has a lifetime of at most 20 minutes.', 1200],
    ['We make a token for you. It lasts 15 minutes (900 seconds).', 900],
    ['Token berlaku selama 2 jam sejak diterbitkan.', 7200],
    ['Masa berlaku token adalah 30 menit.', 1800],
    ['A session lasts for 20 minutes and is not extended by use.', 1200],
  ] as const)
    expect.soft(await lifeOf(`${answer()}${words}\n`), words).toMatchObject({ most: seconds, life: '', sentences: '' });
  expect.soft(await lifeOf(answer('Valid for 5 minutes')), 'beside the token').toMatchObject({ most: 300 });
  const labels = table('Item | Value', 'Method | POST', 'URL | https://a.test/token', 'Token lifetime | 10 minutes');
  expect.soft(await lifeOf(`${labels}${answer()}`), 'behind a label').toMatchObject({ most: 600, life: '' });
});

test('a life with a word that is not understood, or beside another one, is a question', async () => {
  for (const words of [
    'A token is valid for about one hour.',
    'Tokens live for at least 5 minutes.',
    'A token expires after one hour, or ten minutes in the sandbox.',
    'Token berlaku 1 jam. Di sandbox masa berlaku lebih singkat.',
    'Tokens live 20 minutes for mobile clients.',
    'A token lives 20 minutes and is extended by use.',
    'A token is valid for one hour.\n\nTokens live for 30 minutes.',
  ]) {
    const { most, life } = await lifeOf(`${answer()}${words}\n`);
    expect.soft(most, words).toBeUndefined();
    expect.soft(life, words).toContain(words.split('\n')[0]?.split('. ')[0] ?? '');
  }
  const sample = '```json\n{ "access_token": "a", "expires_in": 7200 }\n```\n\n';
  const shown = await lifeOf(`${answer('', sample)}A token is valid for one hour.\n`);
  expect(shown).toMatchObject({ most: undefined, life: expect.stringContaining('shows 7200 seconds') });
  // Without a member that declares it, the question about that quotes it.
  const bare = `## Response 200\n\n${table('Name | Type | Required', 'token | string | yes')}A token is valid for one hour.\n`;
  const { life } = await lifeOf(bare);
  expect(life).toContain('the page says "A token is valid for one hour."');
  expect(life).not.toContain('no life is promised');
});

test('the life of something else is none of the token', async () => {
  for (const words of [
    'A refresh token is valid for 30 days.',
    'Ask for a token 5 minutes before the old one expires.',
    'The code is valid for ten minutes.',
    'Passwords live 90 days.',
  ])
    expect.soft(await lifeOf(`${answer()}${words}\n`), words).toMatchObject({ most: undefined, life: '' });
});

test('a life is read where its number is written twice, and in a section behind the operations', async () => {
  expect(await lifeOf(`${answer()}Token berlaku selama 2 (dua) jam.\n`)).toMatchObject({ most: 7200, life: '' });
  expect((await lifeOf(`${answer()}Token berlaku selama 2 (tiga) jam.\n`)).most).toBeUndefined();
  const behind = (words: string) =>
    lifeOf(
      `${answer()}## Read a bill\n\nGET https://a.test/bills\n\nAnswers with bills.\n\n## Good to know\n\n- ${words}\n`,
    );
  expect(await behind('Tokens live for 40 minutes.')).toMatchObject({ most: 2400, life: '' });
  expect((await behind('Tokens of kiosks live for 40 minutes.')).life).toContain(
    'Tokens of kiosks live for 40 minutes',
  );
  for (const words of ['Bills live for 40 minutes.', 'Refresh tokens live for 40 minutes.'])
    expect(await behind(words), words).toMatchObject({ most: undefined, life: '' });
});

test('the words beside the member that counts the life give the longest as well, where each of them is understood', async () => {
  const counted = (name: string, words: string): string =>
    `## Response 200\n\n${table('Name | Type | Required | Description', 'access_token | string | yes | Token', `${name} | integer | yes | ${words}`)}`;
  for (const [name, words, seconds] of [
    ['expires_in', 'Masa berlaku dalam detik, yaitu 900', 900],
    ['expires_in', 'Validity in seconds: 600', 600],
    ['expires_in', 'Seconds, 7,200 at most', 7200],
    ['expires_in', 'Lifetime in seconds: 1200 (20 minutes)', 1200],
    ['ttl', 'Minutes, always 20', 1200],
  ] as const)
    expect.soft(await lifeOf(counted(name, words)), words).toMatchObject({ most: seconds, life: '' });
  for (const words of [
    'Seconds, for example 900',
    'Life in seconds, usually 900',
    'Life in seconds, 900 in most cases',
    'Life in seconds, 900 or 1800',
    'Life in seconds, at least 900',
    'Life in seconds, 10 digits',
  ]) {
    expect.soft(await lifeOf(counted('expires_in', words)), words).toMatchObject({ most: undefined, life: '' });
    // They take back what a sentence says, but for an example and a count of digits.
    const beside = await lifeOf(`${counted('expires_in', words)}A token lives for 15 minutes.\n`);
    const isOther = !/example|digits/.test(words);
    expect.soft(beside.most, words).toBe(isOther ? undefined : 900);
    expect.soft(beside.life.includes(words), words).toBe(isOther);
  }
});

test('a number alone in brackets may be the life, its bound or an example of it, and is a question', async () => {
  const beside = (words: string) => lifeOf(answer().replace('Life in seconds', words));
  expect(await beside('Life in seconds, namely 900')).toMatchObject({ most: 900, life: '' });
  const open = await beside('Life in seconds (900)');
  expect(open.most).toBeUndefined();
  expect(open.life).toContain('the page says "Life in seconds (900)"');
});

test('another life that what follows gives an environment makes the first a question', async () => {
  for (const words of [
    'The token lives 7200 seconds; in UAT 86400.',
    'The token lives 7200 seconds. In UAT it lives 86400.',
    'The token lives two hours; one day in the sandbox.',
    'Token berlaku 2 jam; di sandbox 24 jam.',
    'Token berlaku 2 jam. Untuk lingkungan UAT: 24 jam.',
    'The token lives 7200 seconds; during onboarding 86400.',
    'A token is valid for one hour; ten minutes for mobile clients.',
  ]) {
    const { most, life } = await lifeOf(`${answer()}${words}\n`);
    expect.soft(most, words).toBeUndefined();
    for (const part of words.split(/[;.:] /)) expect.soft(life, words).toContain(part.replace(/\.$/, ''));
  }
  for (const words of [
    'A token lives one hour. In UAT call us before 17.00.',
    'A token lives one hour; ask for it once.',
  ])
    expect.soft(await lifeOf(`${answer()}${words}\n`), words).toMatchObject({ most: 3600, life: '' });
});

test('an answer to the question how long a token lives says it, in a heading or before it', async () => {
  for (const [words, most] of [
    ['## FAQ\n\n### How long is a token valid?\n\nThirty minutes.\n', 1800],
    ['## Tanya jawab\n\n### Berapa lama token berlaku?\n\nSatu jam.\n', 3600],
    ['## FAQ\n\nHow long does a token live? One hour.\n', 3600],
    ['## FAQ\n\n**When does the access token expire?**\nAfter 15 minutes.\n', 900],
    [
      '## FAQ\n\n### How long is a token valid?\n\nOn live keys thirty minutes. On sandbox keys up to a day.\n',
      undefined,
    ],
    [
      '## Revoke\n\n`POST https://a.test/revoke`\n\n## FAQ\n\n**How long does a token live?**\nThirty minutes.\n\n**May I retry?**\nYes.\n',
      1800,
    ],
    ['## FAQ\n\n### How long is a refresh token valid?\n\nThirty days.\n', null],
    ['## FAQ\n\n### How long is a token valid?\n\nSee above. Retry after 5 minutes.\n', undefined],
  ] as const) {
    const { most: found, life } = await lifeOf(`${answer()}${words}`);
    expect.soft(found, words).toBe(most ?? undefined);
    if (most === undefined) expect.soft(life, words).toContain('minutes');
    else expect.soft(life, words).toBe('');
  }
});

test('another life beside the member that counts it is a question where it is of an environment', async () => {
  const beside = (words: string) =>
    lifeOf(
      `## Response 200\n\n${table('Name | Type | Required | Description', 'access_token | string | yes | ', `expires_in | integer | yes | ${words}`)}`,
    );
  for (const words of [
    'Remaining life of the token in seconds. Tokens live 30 minutes in production and 8 hours in the sandbox.',
    'Life in seconds. 1800 in production, 28800 in the sandbox',
    'Masa berlaku dalam detik, 900. Pada sandbox 86400.',
    'Life in seconds. A token lives at least 5 minutes.',
  ]) {
    const { most, life } = await beside(words);
    expect.soft(most, words).toBeUndefined();
    expect.soft(life, words).toContain(words.split('. ')[1]?.slice(0, 20) ?? '');
  }
  expect(await beside('Life in seconds. A token lives 15 minutes.')).toMatchObject({ most: 900, life: '' });
});

test('a token that ends at an hour of the day lives as long as no member declares', async () => {
  for (const words of [
    'Token berlaku sampai pukul 23.59 WIB hari yang sama, berapa pun nilai expires_in.',
    'Token hangus setiap pukul 00:00 WIB.',
    'Setiap token kedaluwarsa pada tengah malam.',
    'A token is valid until midnight, whatever expires_in says.',
    'All tokens expire daily at 23:59 UTC.',
    'Token berlaku hingga akhir hari.',
    'Tokens expire at the end of the day.',
    'The token is valid until the end of the day.',
  ]) {
    const { most, life, member } = await lifeOf(`${answer()}${words}\n`);
    expect.soft(most, words).toBeUndefined();
    expect.soft(life, words).toMatch(/lives as long as expires_in .* declares|unit of the lifetime/);
    expect.soft(member, words).toBeNull();
    expect.soft(life, words).toContain(words.split(',')[0]?.replace(/\.$/, '') ?? '');
  }
  for (const words of [
    'Token berlaku selama 2 jam sejak diterbitkan.',
    'Refresh tokens expire at midnight.',
    'Access tokens are issued until 22:00 each day.',
  ])
    expect.soft((await lifeOf(`${answer()}${words}\n`)).life, words).not.toContain('hour of the day');
});
