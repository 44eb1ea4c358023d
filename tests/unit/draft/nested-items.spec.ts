/** Items below others, and answers that are a list: what is no member, and what is no object, is asked. */
import { expect, test } from '@playwright/test';
import { endpoint, expectReadings, readDraft, table } from '../../support/draft.ts';

const list = (...items: string[]): string => `${endpoint}Request body (JSON):\n\n${items.join('\n')}\n`;

test('what lies below a value that holds none is no member of it', async () => {
  await expectReadings([
    {
      what: 'values with words',
      page: list(
        '- `client_id` (string, required): your id',
        '- `grant_type` (string, required): one of',
        '  - `client_credentials`',
        '  - `refresh_token` (only with a token)',
      ),
      facts: { 'request /client_id required': true, 'request /grant_type type': 'string' },
      none: ['request /grant_type/refresh_token type', 'request /grant_type/refresh_token required'],
      asked: ['which values grant_type has', '"`refresh_token` (only with a token)"'],
    },
    {
      what: 'values in Indonesian',
      page: list(
        '- `id` (string, wajib)',
        '- `jenis` (string, wajib): salah satu dari',
        '  - `TOKO`: toko fisik',
        '  - `DARING`: toko daring',
      ),
      none: ['request /jenis/TOKO type'],
      asked: ['which values jenis has'],
    },
    {
      what: 'one field and more values',
      page: list('- `mode` (integer, required)', '  - `1` live', '  - `2` test', '  - `3` both'),
      facts: { 'request /mode required': true, 'request /mode type': 'integer' },
      asked: ['which values mode has'],
    },
    {
      what: 'members of an object',
      page: list('- `device` (object, required)', '  - `id` (string, required): your id', '- `os` (string, optional)'),
      facts: { 'request /device/id required': true, 'request /os type': 'string' },
      silent: ['which values'],
    },
  ]);
});

test('what words announce is a field beside the others, for which requests is asked', async () => {
  await expectReadings([
    {
      what: 'two ways',
      page: list(
        '- `client_id` (string, required)',
        '- With a password:',
        '  - `password` (string, required)',
        '- With a certificate:',
        '  - `thumbprint` (string, required)',
      ),
      facts: { 'request /password type': 'string', 'request /thumbprint type': 'string' },
      none: ['request /password required', 'request /With type', 'request /client_id/password type'],
      asked: ['"With a password", "With a certificate"'],
    },
  ]);
});

const answer = (shown: string): string =>
  `${endpoint}## Response 200\n\n${shown}\n\n${table('Field | Type | Required', 'access_token | string | yes')}`;

for (const shown of [
  '```json\n[{ "access_token": "a", "expires_in": 900 }]\n```',
  '```json\n[\n  { "sessionId": "a" }\n]\n```',
  '```http\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n[{"access_token":"a"}]\n```',
  'Example: `[{"access_token":"a"}]`',
])
  test(`an answer that is a list is asked: ${shown.replaceAll('\n', ' ')}`, async () => {
    expect((await readDraft(answer(shown))).asked).toContain('it is a list, and the draft has an object in its place');
  });

test('a list within an answer, and one of texts, are none', async () => {
  for (const shown of ['```json\n{ "access_token": "a", "roles": [{ "token": "b" }] }\n```', '```json\n["a"]\n```'])
    expect((await readDraft(answer(shown))).asked).not.toContain('it is a list');
});
