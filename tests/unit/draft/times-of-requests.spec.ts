/** Values that are the time of a request by their words, their form or their name: no environment gives them as they are sent. */
import { expect, test } from '@playwright/test';
import { endpoint, readDraft, table } from '../../support/draft.ts';

const head = 'Field | Type | Required | Description';
const page = (headers: string[], body: string[] = []): string =>
  `${endpoint}## Headers\n\n${table(head, 'Content-Type | string | yes | application/json', ...headers)}## Request body\n\n${table(head, 'client_secret | string | yes | Secret of the client', ...body)}## Response 200\n\n${table(head, 'access_token | string | yes | The token', 'expires_in | integer | yes | Seconds')}`;

test('a date of a standard, a sample of one, and a count of seconds are the time of the request', async () => {
  for (const words of [
    'Format RFC 7231, misal Tue, 11 Mar 2025 02:15:22 GMT',
    'Format RFC 1123',
    'HTTP-date',
    'Date as in RFC 9110',
    'Tanggal menurut RFC 2822',
    'RFC 3339, UTC',
    'ISO 8601 dengan zona waktu',
    'For example 2025-03-11T02:15:22Z',
    'Contoh: Sel, 11 Mar 2025 09:15:22 +0700',
    'Unix seconds',
    'Seconds since 1970',
    'Milidetik sejak 1 Januari 1970',
  ]) {
    const { asked } = await readDraft(page([`X-Mark | string | yes | ${words}`], [`mark | string | yes | ${words}`]));
    for (const name of ['X-Mark', 'mark'])
      expect.soft(asked, words).toMatch(RegExp(`the value of ${name} .*new in each.*"${words.slice(0, 8)}`));
  }
});

test('a header that is called the date or the time of something is the time of the request', async () => {
  for (const name of ['X-Shop-Date', 'X-Request-Time', 'X-Tanggal', 'Request-Date-Time', 'X-Client-Datetime', 'Date']) {
    const { asked } = await readDraft(page([`${name} | string | yes | `]));
    expect.soft(asked, name).toMatch(RegExp(`the value of ${name} .*new in each`));
  }
});

test('a day, a length of time, and what a standard says of something else are no time of the request', async () => {
  for (const words of [
    'Date of birth, ISO 8601 (YYYY-MM-DD)',
    'Mail address as in RFC 5322',
    'Duration as in ISO 8601, P1D',
    'Country as in ISO 3166',
    'Seconds that the token is to live',
  ]) {
    const { asked } = await readDraft(page([], [`mark | string | yes | ${words}`]));
    expect.soft(asked, words).not.toContain('new in each');
  }
  for (const name of ['X-Update', 'X-Timeout', 'X-Candidate']) {
    const { asked } = await readDraft(page([`${name} | string | yes | `]));
    expect.soft(asked, name).not.toContain('new in each');
  }
});

test('the date of a description is asked with its form', async () => {
  const text = JSON.stringify({
    swagger: '2.0',
    info: { title: 'Corp', version: '1' },
    host: 'a.test',
    schemes: ['https'],
    paths: {
      '/token': {
        post: {
          consumes: ['application/x-www-form-urlencoded'],
          parameters: [
            { name: 'X-Corp-Date', in: 'header', required: true, type: 'string', description: 'Format RFC 7231' },
            { name: 'client_secret', in: 'formData', required: true, type: 'string' },
          ],
          responses: { 200: { description: 'Token' } },
        },
      },
    },
  });
  const { asked } = await readDraft(text, 'openapi');
  expect(asked).toContain('the value of X-Corp-Date');
  expect(asked).toContain('"Format RFC 7231"');
});
