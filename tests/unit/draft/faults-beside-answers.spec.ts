/** Words about the answer that refuses name no fault of the request. */
import { expect, test } from '@playwright/test';
import { answer, body, credentials, drafted, head, refused } from '../../support/refusals-drafted.ts';

const said = (words: string): string => refused(`400 | ${words}`, credentials);

test('words about the body of an answer are of no body of a request', async () => {
  const missing = { required: 'or-empty', type: 'unnamed', length: 'unnamed' };
  for (const words of [
    'A missing parameter is refused with `400`, which has no body.',
    'A missing parameter is refused with status 400, that has no code and no body.',
    'A missing parameter is refused with 400, which does not have a body.',
    'Parameter tidak ada: ditolak dengan 400 tanpa isi.',
    'A missing parameter is refused with 400 and an empty body.',
    'A missing parameter is refused with 400 without a body.',
    'A missing parameter is refused with 400 (no body).',
    'A missing parameter is refused with 400. The answer has no body.',
    'A missing parameter is refused with 400. The body of the response is empty.',
  ]) {
    const read = await drafted(said(words));
    expect.soft([read.body, read.of('client_id')], words).toEqual(['unnamed', missing]);
    expect.soft(read.asked, words).toContain('a body that cannot be read');
    expect.soft(read.asked, words).toContain('client_id or client_secret or grant_type of another type');
  }
  const sentence = `${head}${body}${answer}A wrong client_secret or client_id is refused with 401. A missing parameter is refused with 400, which has no body.\n`;
  expect((await drafted(sentence)).of('client_id')).toEqual(missing);
  // Behind a status words may say for what it is, and those ahead of it are about the request.
  for (const words of [
    'A request without a body is refused with 400, which has no code.',
    'An invalid request is refused with 400, which means that the body is no JSON.',
    'A request is refused with 400 if it has no body.',
  ])
    expect.soft((await drafted(said(words))).body, words).toBe('parameters');
});
