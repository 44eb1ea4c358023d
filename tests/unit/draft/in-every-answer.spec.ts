/** Members that every refusal has as a grant has them, said of all answers or of an error; and the only value of a query parameter. */
import { expect, test } from '@playwright/test';
import { draftOf, todosOf } from '../../../src/draft/write/files/draft.ts';
import { atPointer, isObject } from '../../../src/formats/json.ts';
import { origin, read } from '../../support/answering.ts';
import { endpoint, expectReadings, readDraft, table } from '../../support/draft.ts';

const statuses = table(
  'HTTP Status | Result Code | Meaning',
  '200 | 2001 | Fine',
  '400 | 4001 | Malformed',
  '401 | 4011 | Wrong key',
);
const fields = (...more: string[]): string =>
  table(
    'Field | Type | Required | Length | Description',
    'resultCode | String | yes | max 4 | Code',
    'resultText | String | yes | max 90 | A text',
    ...more,
  );

test('a table of all answers whose other fields are there on success alone is of refusals as well', async () => {
  const onSuccess = 'ticket | String | cond. | max 200 | Present on success';
  const whole = { '401 /resultCode required': true, '401 /resultText required': true, '401 /resultText maxLength': 90 };
  await expectReadings([
    {
      what: 'codes below another head',
      page: `${endpoint}## Response body\n\n${fields(onSuccess)}## Codes\n\n${statuses}`,
      facts: { ...whole, '401 /resultCode const': '4011' },
      none: ['401 /ticket type'],
    },
    {
      what: 'one of them that may be there',
      page: `${endpoint}## Response body\n\n${fields('more | Object | no | | Anything else', onSuccess)}## Codes\n\n${statuses}`,
      facts: { ...whole, '401 /more type': 'object' },
      none: ['401 /ticket type', '401 /more required'],
    },
    {
      what: 'a mark for mandatory that says so',
      page: `${endpoint}## Response body\n\n${fields('ticket | String | on success | max 200 | Ticket', 'age | Integer | on success | | seconds')}## Codes\n\n${statuses}`,
      facts: { ...whole, '200 /ticket required': true, '200 /age required': true },
      none: ['401 /ticket type', '200 /age const'],
    },
    {
      what: 'a mark that says something else',
      page: `${endpoint}## Response body\n\n${fields('ticket | String | on request | max 200 | Ticket')}## Codes\n\n${statuses}`,
      none: ['200 /ticket required', '401 /resultText required'],
    },
    {
      what: 'without a value of any of them',
      page: `${endpoint}## Response body\n\n${fields(onSuccess)}## Codes\n\n${table('HTTP Status | Meaning', '401 | Wrong key')}`,
      none: Object.keys(whole),
    },
    {
      what: 'without a word about success',
      page: `${endpoint}## Response body\n\n${fields('ticket | String | yes | max 200 | The ticket')}## Codes\n\n${statuses}`,
      none: ['401 /resultText required'],
    },
  ]);
});

test('a field that is there once a token is issued, by the code of the answer or by a starred mark is on success alone', async () => {
  const whole = { '401 /resultText required': true, '401 /resultText maxLength': 90, '200 /ticket required': true };
  const row = (mark: string, words: string): string => `ticket | String | ${mark} | max 200 | ${words}`;
  const page = (rows: string[], below = ''): string =>
    `${endpoint}## Response body\n\n${fields(...rows)}${below}## Codes\n\n${statuses}`;
  const all: [string, string, string?][] = [
    ['C', 'Ada jika token berhasil diterbitkan'],
    ['C', 'Present when the token was issued.'],
    ['C', 'Only sent if resultCode = 2001'],
    ['C', 'Hanya ada apabila `resultCode` adalah `2001`.'],
    ['M*', 'The ticket', '*) Hanya apabila resultCode = 2001\n\n'],
    ['Y**', 'The ticket', '\\*\\* Only when the request succeeds.\n\n'],
    ['M*', 'Tiketnya', '*) Wajib jika token berhasil diterbitkan.\n\n'],
  ];
  await expectReadings([
    ...all.map(([mark, words, below]) => ({
      what: `${mark} ${words} ${below ?? ''}`,
      page: page([row(mark, words)], below),
      facts: whole,
      none: ['401 /ticket type'],
      silent: ['whether ticket is mandatory', 'Hanya', 'Only'],
    })),
    {
      what: 'a mark that leads to something else',
      page: page([row('M*', 'The ticket')], '*) Only for partners of type B.\n\n'),
      none: Object.keys(whole),
      asked: ['ticket Required "M*"'],
    },
    {
      what: 'the code of another answer',
      page: page([row('C', 'Only sent if resultCode = 4011')]),
      none: ['401 /resultText required', '200 /ticket required'],
    },
  ]);
});

test('an error that holds members as they stand elsewhere has them so, with the marks of code or without', async () => {
  const page = (words: string): string =>
    `${endpoint}## Response 200\n\n${fields('ticket | String | yes | | The ticket')}## Errors\n\n${statuses}${words}\n`;
  for (const words of [
    'An error carries resultCode and resultText, with the lengths given above, and nothing else.',
    'Every error has `resultCode` and `resultText` as described above.',
    'Errors contain the same fields resultCode and resultText.',
    'All refusals hold resultCode, resultText as in the success response.',
    'Setiap galat memuat `resultCode` dan `resultText` seperti tercantum di atas.',
  ]) {
    const { facts } = await readDraft(page(words));
    expect.soft(facts, words).toMatchObject({ '401 /resultText required': true, '401 /resultText maxLength': 90 });
    expect.soft(facts, words).not.toHaveProperty('401 /ticket required');
  }
  for (const words of [
    'An error carries resultCode and resultText, as agreed with your bank above.',
    'An error carries the weather and the moon, as shown above.',
    'Errors of payments contain the same fields resultCode and resultText.',
  ])
    expect.soft((await readDraft(page(words))).facts, words).not.toHaveProperty('401 /resultText required');
});

test('one value alone in a column of possible values is the only one, and another in the query is refused', async () => {
  const drafted = async (value: string) => {
    const query = table('Name | Type | Presence | Possible values', `grant_type | String | Mandatory | ${value}`);
    const facts = await read(
      `${endpoint}## Query parameters\n\n${query}## Errors\n\n${table('HTTP | Cause', '400 | Invalid grant type passed')}`,
    );
    const clauses = [atPointer(draftOf(facts, origin)['contracts/x/contract.yaml'] ?? null, '/clauses')]
      .flat()
      .filter(isObject);
    const asked = todosOf(facts, origin)
      .map(({ what }) => what)
      .join('\n');
    return { asked, row: clauses.find(({ id }) => id === 'x-query-grant-type-value') };
  };
  const only = await drafted('client_credentials');
  expect(only.row).toMatchObject({ demand: { parameter: 'grant_type', break: ['unknown'] }, refusal: 'parameters' });
  for (const value of ['client_credentials, refresh_token', 'Text', ''])
    expect((await drafted(value)).row, value).toBeUndefined();
});
