/** Which numbers of a sentence are statuses: those of algorithms, keys, lengths, ports and amounts never are. */
import { expect, test } from '@playwright/test';
import { onlyStatuses, statusesIn } from '../../../src/draft/page/status-words.ts';
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

test('a sentence of any length is looked at once', () => {
  expect(statusesIn(onlyStatuses('SHA-256 '.repeat(20000)))).toEqual([]);
});
