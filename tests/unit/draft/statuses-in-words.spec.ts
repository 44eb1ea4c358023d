/** Which numbers of a sentence are statuses: those of algorithms, keys, lengths, ports and amounts never are. */
import { expect, test } from '@playwright/test';
import { onlyStatuses, statusesIn } from '../../../src/draft/page/words/status-words.ts';
import { endpoint, readDraft, table } from '../../support/draft.ts';

const page = (words: string): string =>
  `${endpoint}${words}\n\n## Request body\n\n${table('Field | Type | Required', 'client_id | string | yes', 'client_secret | string | yes')}## Response 200\n\n${table('Field | Type | Required', 'access_token | string | yes', 'expires_in | integer | yes')}`;

for (const words of [
  'The password is digested with SHA-256 before it is sent.',
  'The text is sealed with AES-256 and is returned in Base64.',
  'A key of RSA 2048, of which 512 bits are sent.',
  'Port 443 is answered.',
  'It returns a 256-bit value.',
  'Errors: SHA 512 failed.',
  'The gateway returns `256` characters.',
  'The curve P 384 is sent.',
  'Returns 200.000 rupiah.',
  '- 256 characters, at most 512 bytes are returned',
  '512 bits',
])
  test(`no status: ${words}`, async () => {
    expect(statusesIn(words)).toEqual([]);
    const { facts } = await readDraft(page(words));
    expect(Object.keys(facts).filter((name) => / status$/.test(name))).toEqual(['200 status']);
  });

for (const [words, ...statuses] of [
  ['423 Locked is returned after three tries.', 423],
  ['429 too many requests is returned.', 429],
  ['401 Wrong Key is returned.', 401],
  ['A wrong SHA-256 hash is answered with HTTP-401.', 401],
  ['The server answers 400,401 or 403.', 400, 401, 403],
  ['Wrong secrets are rejected with 460.', 460],
] as const)
  test(`statuses: ${words}`, async () => {
    expect(statusesIn(words)).toEqual(statuses);
    if (words.includes('-401')) return;
    const { facts } = await readDraft(page(words));
    for (const status of statuses) expect(facts[`${status} status`]).toBe(true);
  });

test('a call that is called by nothing but its outcome is that of the token, and any other call is another', async () => {
  const asked = (words: string): string =>
    `${endpoint}## Request body\n\n${table('Field | Type | Required', 'shop | string | yes')}## Response\n\n${words}\n\n${table('Field | Type | Required', 'token | string | yes')}`;
  for (const words of [
    'A successful call returns **201 Created**.',
    'A good request answers with 201.',
    'Any valid request returns 201.',
    'Returns **201** with the token.',
    'On success: `201 Created`',
    'Bila berhasil: 201 Created',
    'Permintaan yang berhasil mengembalikan 201.',
  ])
    expect((await readDraft(asked(words))).facts, words).toHaveProperty(['201 /token required'], true);
  for (const words of [
    'A repeated call returns 201.',
    'A successful payment call returns 201.',
    'A valid refund returns 201.',
    'A successful call no longer returns 201.',
    'In sandbox only, a successful call returns 201.',
    'Since v3 a successful call returns 201.',
    'Panggilan kedua mengembalikan 201.',
    'A call with a token returns 201.',
    'On success of a refund: 201',
  ]) {
    const read = await readDraft(asked(words));
    expect(read.facts, words).not.toHaveProperty(['201 /token required']);
    expect(read.asked, words).toContain('200 is a guess');
  }
});

test('a sentence of any length is looked at once', () => {
  expect(statusesIn(onlyStatuses('SHA-256 '.repeat(20000)))).toEqual([]);
});
