/** When a member of an answer is there, as words beside it say, and which code each fault has. */
import { expect, test } from '@playwright/test';
import { endpoint, expectReadings, readDraft, table } from '../../support/draft.ts';

const answer = (presence: string, words: string) =>
  `${endpoint}## Response 200\n\n${table('Name | Type | M/O | Description', 'code | string | M | Code', `token | string | ${presence} | ${words}`)}`;

test('a member that is there on success alone is always in an answer that grants', async () => {
  for (const words of [
    'Only if successful',
    'The token, present on success only',
    'Token (only when the request is successful)',
    'Only on success',
    'Hanya ada jika berhasil',
    'Dalam detik, hanya ada jika berhasil',
  ]) {
    const { facts, asked } = await readDraft(answer('O', words));
    expect.soft(facts, words).toMatchObject({ '200 /token required': true });
    expect.soft(asked, words).not.toContain('token is mandatory');
  }
  for (const words of [
    'Only if unsuccessful',
    'Only if the mobile check is successful',
    'Hanya ada jika tidak berhasil',
  ])
    expect.soft((await readDraft(answer('O', words))).facts, words).not.toHaveProperty(['200 /token required']);
});

test('any other condition of a member of an answer is a question', async () => {
  for (const words of [
    'Only after a code grant',
    'Token; returned when the partner has a branch',
    'Hanya untuk mitra baru',
    'Ada jika perangkat terdaftar',
  ])
    expect.soft((await readDraft(answer('O', words))).asked, words).toContain('when the answer has token');
  for (const words of ['For calls of other services', 'The token, only ASCII', 'Token sesi'])
    expect.soft((await readDraft(answer('O', words))).asked, words).not.toContain('when the answer has');
});

test('a column of codes that no member is known for is a question, and so are several codes of one status', async () => {
  const granted = `## Response 200\n\n${table('Name | Type | M/O', 'token | string | M')}`;
  const errors = (head: string, ...rows: string[]) =>
    `${endpoint}${granted}## Errors\n\n${table(`Status | ${head} | Meaning`, ...rows)}`;
  await expectReadings([
    ...['KEY_WRONG', 'E-401', 'AUTH01', '40101'].map((code) => ({
      what: code,
      page: errors(
        'code',
        `400 | ${code.replace(/\d$/, '0')} | A field is missing`,
        `401 | ${code} | The secret is wrong`,
      ),
      asked: ['whether the answers hold code'],
    })),
    ...['Unauthorized', 'no', '401'].map((word) => ({
      what: word,
      page: errors('Reason', `401 | ${word} | The secret is wrong`),
      silent: ['whether the answers hold'],
    })),
  ]);
  const body = `**Body of errors**\n\n${table('Name | Type | M/O', 'errorCode | string | M')}`;
  const several = await readDraft(
    errors(
      'errorCode',
      '400 | A.01 | The form is wrong',
      '400 | A.02 | The grant is wrong',
      '401 | A.03 | The secret is wrong',
    ) + body,
  );
  expect(several.facts).toMatchObject({ '400 /errorCode enum': ['A.01', 'A.02'] });
  expect(several.asked).toContain('which of the codes each fault has: errorCode of 400 (A.01, A.02)');
  const one = await readDraft(
    errors('errorCode', '400 | A.01 | The form is wrong', '401 | A.03 | The secret is wrong') + body,
  );
  expect(one.asked).not.toContain('which of the codes');
});
