/** A request without its Content-Type lacks a header, and has no other media type. */
import { expect, test } from '@playwright/test';
import { table } from '../../support/draft.ts';
import { answer, body, credentials, drafted, head } from '../../support/refusals-drafted.ts';

const listed = (...rows: string[]): string =>
  `${head}## Headers\n\n${table('Header | Mandatory | Description', 'Content-Type | yes | application/json', 'X-Trace | yes | Id of the call')}${body}${answer}## Errors\n\n${table('HTTP | Meaning', ...rows, credentials)}`;

test('a request without Content-Type lacks a header, where words refuse that otherwise than another media type', async () => {
  const untyped = [{ status: 415 }, { status: [400], ways: ['absent'] }];
  const refusal = async (page: string) =>
    ((await drafted(page)).refusals as Record<string, { documented: unknown }>)['media-type'];
  const other = '415 | Unsupported Content-Type';
  for (const words of [
    'A mandatory header or field is missing',
    'A header is missing',
    'Content-Type is missing',
    'A required field is missing',
  ])
    expect.soft((await refusal(listed(`400 | ${words}`, other)))?.documented, words).toEqual(untyped);
  // Words about 415 may say it themselves, and those about other faults do not.
  for (const rows of [
    ['400 | A header is missing', '415 | Content-Type is missing or another'],
    ['400 | A header is missing', '415 | The body is not JSON, or the request has no Content-Type'],
    ['400 | X-Trace is missing', other],
    ['400 | A member of the body is missing', other],
    ['400 | Bad Request', other],
  ])
    expect.soft((await refusal(listed(...rows)))?.documented, rows[0]).toEqual([{ status: 415 }]);
  // One that the page lists among no headers is no field.
  const unlisted = listed('400 | A required field is missing', other).replace(
    'Content-Type | yes | application/json',
    'X-Other | yes | Any',
  );
  expect((await refusal(unlisted))?.documented).toEqual([{ status: 415 }]);
});

test('a request without Content-Type is refused as one that lacks a header, where another media type has no status', async () => {
  const refusal = async (page: string) =>
    ((await drafted(page)).refusals as Record<string, { documented: unknown; tolerated: unknown }>)['media-type'];
  const ways = ['text', 'form'];
  for (const words of ['A mandatory header or field is missing', 'A header is missing'])
    expect.soft(await refusal(listed(`400 | ${words}`)), words).toMatchObject({
      documented: [
        { status: 400, ways: ['absent'] },
        { status: [400, 401], ways },
      ],
      tolerated: [{ status: 415, ways }],
    });
  const open = { documented: [{ status: [400, 401] }], tolerated: [{ status: 415, ways: ['absent', ...ways] }] };
  for (const words of ['A mandatory field is missing', 'X-Trace is missing', 'A header is not valid'])
    expect.soft(await refusal(listed(`400 | ${words}`)), words).toMatchObject(open);
  // One that need not be there is missed by nobody, and no request without it is sent.
  const optional = listed('400 | A mandatory header is missing').replace('Content-Type | yes', 'Content-Type | no');
  expect(JSON.stringify(await refusal(optional))).not.toContain('absent');
});

test('a form that cannot be decoded may be refused as one that is no form, where words about 415 are of that', async () => {
  const form = (words: string): string =>
    `${head}${body.replace('application/json', 'application/x-www-form-urlencoded')}${answer}## Errors\n\n${table('HTTP | Meaning', '400 | A parameter is missing or not valid', `415 | ${words}`, credentials)}`;
  const ofBody = async (words: string) =>
    ((await drafted(form(words))).refusals as Record<string, { documented: unknown }>)['body']?.documented;
  const ways = ['bad-escape', 'bad-utf8'];
  for (const words of ['The request is not form-encoded', 'Isi bukan form'])
    expect.soft(await ofBody(words), words).toEqual([{ status: 400 }, { status: 415, ways }]);
  for (const words of ['Unsupported Media Type', 'Another Content-Type', 'The Content-Type is not form-encoded'])
    expect.soft(await ofBody(words), words).toEqual([{ status: 400 }]);
});
