/** What a page says of what the clauses of a draft bring about, of addresses, codes and media types in passing, and of what it does not show. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { draftOf } from '../../../src/draft/write/files/draft.ts';
import { atPointer } from '../../../src/formats/json.ts';
import { endpoint, expectReadings, readDraft, table } from '../../support/draft.ts';

const answered = `## Response 200\n\n${table('Name | Type | Required', 'access_token | string | yes')}`;

test('an account that is locked, and a token that is not to be asked for again, are questions of their own', async () => {
  const page = (words: string) =>
    `${endpoint}${words}\n\n## Request\n\n${table('Name | Type | Required', 'client_id | string | yes', 'client_secret | string | yes')}${answered}## Errors\n\n- 401 – client_id or client_secret wrong\n`;
  const locked = [
    'After 5 failed attempts the client is locked.',
    'The account is blocked after three wrong secrets.',
    'Three wrong secrets in a row and the client is blocked.',
    'Akun dikunci setelah 5 kali gagal.',
    'The gateway answers 423 and locks the user after five wrong passwords.',
  ];
  for (const words of locked) {
    const { asked } = await readDraft(page(words));
    expect.soft(asked, words).toContain('what becomes of the requests with wrong credentials');
    expect.soft(asked, words).not.toContain('what these sentences say');
  }
  const again = [
    'Do not request a new token while the old one is valid.',
    'Jangan meminta token baru selama token lama masih berlaku.',
  ];
  for (const words of again) {
    const { asked } = await readDraft(page(words));
    expect.soft(asked, words).toContain('whether a second good request is granted: the page says');
    expect.soft(asked, words).not.toContain('what these sentences say');
  }
  const other = await readDraft(
    page(
      '1100 Key ID wrong, or key disabled. A locked account is refused with 403. Request a new token when the old one ends.',
    ),
  );
  expect(other.asked).not.toContain('what becomes of the requests with wrong credentials');
  expect(other.asked).not.toContain('whether a second good request is granted');
});

test('addresses by what they are used for, codes behind a status, and the code of success are read', async () => {
  const use =
    '# Token\n\nPOST /token\n\nUse `https://a.test` for live traffic and `https://b.test` while you build.\n\n';
  await expectReadings([
    {
      what: 'addresses',
      page: `${use}${answered}`,
      facts: { 'server https://a.test': true, 'server https://b.test': true },
    },
    {
      what: 'an address for something else',
      page: `${use.replace('live traffic', 'live charts')}${answered}`,
      none: ['server https://a.test'],
    },
    {
      what: 'codes behind a status',
      page: `${endpoint}${answered}## Errors\n\n- \`400\` – a field is missing (\`error\` = \`bad_request\`)\n- \`401\` – wrong secret (\`error\` = \`bad_client\`)\n`,
      facts: { '400 /error const': 'bad_request', '401 /error const': 'bad_client' },
    },
    {
      what: 'words in parentheses',
      page: `${endpoint}${answered}## Errors\n\n- \`400\` – a field is missing (see \`error\`)\n- \`401\` – wrong secret\n`,
      none: ['400 /error const'],
    },
    {
      what: 'the code of success',
      page: `${endpoint}## Response 200\n\n${table('Name | Type | Required | Description', 'access_token | string | yes |', 'code | string | yes | 00 = success', 'state | string | yes | 01 = pending')}`,
      facts: { '200 /code const': '00' },
      none: ['200 /state const'],
    },
  ]);
});

test('a request accepts what the page says that it does', async () => {
  const headers = async (value: string) => {
    const text = `${endpoint}## Headers\n\n${table('Header | Value', 'Content-Type | application/json', `Accept | ${value}`)}${answered}`;
    const facts = await factsOf({ text, format: 'markdown', base: 'page' });
    const draft = draftOf(facts, { provider: 'x', url: 'https://x.test', read: '2026-01-02' });
    return atPointer(draft['contracts/x/contract.yaml'] ?? null, '/control/headers');
  };
  expect(await headers('application/vnd.acme+json')).toMatchObject({ Accept: 'application/vnd.acme+json' });
  expect(await headers('Always `application/json` (required)')).toMatchObject({ Accept: 'application/json' });
  expect(await headers('any of the media types below')).not.toMatchObject({ Accept: expect.any(String) });
});

test('a heading with nothing below it is no silence of the page', async () => {
  const bare = await readDraft(`${endpoint}${answered}## Errors\n\n## Changes\n\nNone.\n`);
  expect(bare.asked).toContain(
    'no refusal was read, and 401 for credentials and 400 for parameters are guesses, where the draft has clauses of them; the page has "Errors"',
  );
  expect(bare.asked).not.toContain('documents no refusal');
  const silent = await readDraft(`${endpoint}${answered}## Changes\n\nNone.\n`);
  expect(silent.asked).toContain('documents no refusal');
});
