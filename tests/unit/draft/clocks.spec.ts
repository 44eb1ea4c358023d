/** The time of a signed request: how far it may be off, and forms of it that are refused, where sentences say so. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { draftOf, todosOf } from '../../../src/draft/write/files/draft.ts';
import { atPointer, isObject } from '../../../src/formats/json.ts';
import { endpoint, table } from '../../support/draft.ts';

const origin = { provider: 'x', url: 'https://x.test', read: '2026-01-02' };

const signed = (words: string, errors = '401 | Signature wrong') =>
  `${endpoint}## Request headers\n\n${table('Header | Required | Description', 'X-CLIENT-ID | yes | Issued to you', 'X-TIMESTAMP | yes | Time of signing, as 2026-01-02T15:04:05+07:00', 'X-SIGN | yes | The signature')}${words}\n\nThe signature is the Base64 form of HMAC-SHA512 with the client secret.\n\n\`\`\`\nstringToSign = X-CLIENT-ID + "|" + X-TIMESTAMP\n\`\`\`\n\n## Response 200\n\n${table('Name | Type | Required', 'access_token | string | yes')}## Errors\n\n${table('Status | Meaning', errors, '400 | Malformed')}`;

async function drafted(page: string) {
  const facts = await factsOf({ text: page, format: 'markdown', base: 'page' });
  const clauses = atPointer(draftOf(facts, origin)['contracts/x/contract.yaml'] ?? null, '/clauses');
  const row = (id: string) =>
    (Array.isArray(clauses) ? clauses : []).filter(isObject).find((one) => one['id'] === `x-${id}`);
  return {
    row,
    asked: todosOf(facts, origin)
      .map(({ what }) => what)
      .join('\n'),
  };
}

test('a window in words makes a stale time a must of the page', async () => {
  for (const words of [
    'The clock of your server may differ from ours by at most 5 minutes.',
    'Timestamps older than 300 seconds are rejected.',
    'The timestamp must be within two minutes of the server time.',
    'Permintaan yang `X-TIMESTAMP`-nya berselisih lebih dari 5 menit ditolak.',
    'Selisih waktu dengan server kami paling lama 5 menit.',
    'The timestamp must not differ by more than 5 minutes from our time, otherwise 401.',
    'Timestamps older than 300 seconds are rejected with HTTP status 401.',
    'Selisih waktu dengan server kami paling lama 5 menit, jika tidak ditolak dengan 401.',
  ]) {
    const { row, asked } = await drafted(signed(words));
    expect
      .soft(row('timestamp-current'), words)
      .toMatchObject({ level: 'must', source: 'page', at: 'Request headers, text' });
    expect.soft(asked, words).not.toContain(words.slice(0, 20));
  }
});

test('a window in a row of refusals is a must of the page, with the status of the row', async () => {
  for (const words of [
    'Timestamps older than 300 seconds',
    'Selisih X-TIMESTAMP dengan waktu server lebih dari 5 menit',
  ]) {
    const { row, asked } = await drafted(signed('', `401 | ${words}`));
    const current = row('timestamp-current');
    expect.soft(current, words).toMatchObject({ level: 'must', source: 'page', at: 'Errors, 401' });
    expect.soft(asked, words).not.toContain('how far the time of a request may be off');
  }
});

test('a window that is not wholly understood, or of which the draft has no time, is a question', async () => {
  for (const words of [
    'The timestamp should not be older than about 5 minutes.',
    'In the sandbox the timestamp may differ from the server time by 5 minutes.',
    'Selisih waktu dengan server sandbox paling lama 5 menit.',
  ]) {
    const { row, asked } = await drafted(signed(words));
    expect.soft(row('timestamp-current'), words).toMatchObject({ level: 'should' });
    expect.soft(asked, words).toContain(words.slice(0, 30));
  }
  const words = 'Timestamps older than 300 seconds are rejected.';
  const { asked } = await drafted(
    `${endpoint}${words}\n\n## Response 200\n\n${table('Name | Type | Required', 'access_token | string | yes')}`,
  );
  expect(asked).toContain(words);
});

test('a late time is refused as the words about a status say, and Z as a time of another form', async () => {
  const late = await drafted(signed('Timestamps older than 300 seconds are rejected.', '422 | Timestamp expired'));
  expect(late.row('timestamp-current')).toMatchObject({ refusal: 'parameters' });
  const beside = await drafted(signed('Timestamps older than 300 seconds are rejected with 400.'));
  expect(beside.row('timestamp-current')).toMatchObject({ level: 'must', refusal: 'parameters' });
  const other = await drafted(signed('Timestamps older than 300 seconds are rejected with 403.'));
  expect(other.row('timestamp-current')).toMatchObject({ level: 'must', refusal: 'unnamed' });
  expect(other.asked).toContain('beyond the window');
  for (const words of ['`Z` is not accepted.', 'A time in UTC (`Z`) is refused.', '`Z` tidak diterima.'])
    expect
      .soft((await drafted(signed(words))).row('timestamp-utc'), words)
      .toMatchObject({ at: 'Request headers, text' });
  for (const words of ['An offset of `Z` is accepted.', 'The letter T is not accepted.'])
    expect.soft((await drafted(signed(words))).row('timestamp-utc'), words).toBeUndefined();
});

test('a window in the words about the time itself makes a stale time a must of the page, where each word is understood', async () => {
  const beside = (words: string) =>
    drafted(signed('').replace('2026-01-02T15:04:05+07:00', `2026-01-02T15:04:05+07:00. ${words}`));
  const { row } = await beside('Requests older than 10 minutes are refused.');
  expect(row('timestamp-current')).toMatchObject({ level: 'must', source: 'page', at: 'Request headers, X-TIMESTAMP' });
  expect(row('timestamp-format')).toMatchObject({ at: 'Request headers, X-TIMESTAMP' });
  const some = await beside('Requests of resellers older than 10 minutes are refused.');
  expect(some.row('timestamp-current')).toMatchObject({ level: 'should' });
  expect(some.asked).toContain('Requests of resellers older than 10 minutes are refused');
});

test('words about a refusal that name a time which is off make it a must: too old says nothing of one that is ahead', async () => {
  const must = { level: 'must', source: 'page', gate: true };
  for (const words of ['Timestamp outside of the window', 'Signature wrong, or X-TIMESTAMP outside the tolerance']) {
    const { row } = await drafted(signed('', `401 | ${words}`));
    expect.soft(row('timestamp-current'), words).toMatchObject(must);
    expect.soft(row('timestamp-ahead'), words).toBeUndefined();
  }
  const { row } = await drafted(signed('', '401 | The timestamp is too old'));
  expect(row('timestamp-current')).toMatchObject({ ...must, demand: { break: ['timestamp-stale'] } });
  expect(row('timestamp-ahead')).toMatchObject({ level: 'should', demand: { break: ['timestamp-future'] } });
  for (const words of ['Signature wrong', 'Invalid timestamp', 'The token has expired, or the timestamp is missing']) {
    const none = await drafted(signed('', `401 | ${words}`));
    expect.soft(none.row('timestamp-current'), words).toMatchObject({ level: 'should', source: 'rfc9449' });
    expect.soft(none.row('timestamp-current'), words).not.toHaveProperty('gate');
  }
});

test('a time beyond a window that the page gives no status may be refused as a wrong parameter too', async () => {
  for (const words of [
    'The clock of your server may differ from ours by at most 5 minutes.',
    'Selisih `X-TIMESTAMP` dengan jam server Bank maksimal 5 menit.',
    'X-TIMESTAMP tidak boleh berbeda lebih dari 3 menit dari waktu server.',
  ]) {
    const { row } = await drafted(signed(words, '401 | Unauthorized'));
    expect.soft(row('timestamp-current'), words).toMatchObject({ level: 'must', source: 'page', refusal: 'either' });
  }
});

test('a code of BI SNAP says the status of a time beyond the window, and the code is asked', async () => {
  for (const words of [
    'Requests whose X-TIMESTAMP differs by more than 5 minutes from our clock are answered with 4017300.',
    'X-TIMESTAMP yang berselisih lebih dari 5 menit dengan jam server kami dijawab dengan 4017300.',
    'If the X-TIMESTAMP is older than 5 minutes, the request is rejected with response code 4017300.',
    'Jika selisih waktu lebih dari 300 detik, permintaan ditolak dengan kode 4017300.',
  ]) {
    const { row, asked } = await drafted(signed(words, '401 | Unauthorized'));
    expect
      .soft(row('timestamp-current'), words)
      .toMatchObject({ level: 'must', source: 'page', refusal: 'credentials' });
    expect.soft(asked, words).toContain(words.slice(0, 40));
  }
});
