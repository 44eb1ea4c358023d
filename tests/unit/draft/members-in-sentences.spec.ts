/** Members of a grant that one sentence lists: a value that is always theirs, what is not understood of one, and that all are there. */
import { expect, test } from '@playwright/test';
import { endpoint, expectReadings, readDraft, table } from '../../support/draft.ts';

const page = (words: string): string =>
  `${endpoint}## Request body\n\n${table('Field | Type | Required', 'shop | string | yes')}## Answer\n\n${words}\n`;

test('the value that a member always has is its only one, and no status of every answer', async () => {
  for (const words of [
    'A good request gets `200` with JSON: `ticket` (string), `kind` (string, always `Bearer`). Both are always there.',
    'Success is `200` with JSON: `ticket` (string), `kind` (string, fixed value `Bearer`). All of them are mandatory.',
    'Success is `200`, JSON with `ticket` (string) and `kind` (string, always "Bearer"). All two members are required.',
    'Berhasil: `200` dengan JSON berisi `ticket` (string), `kind` (string, selalu `Bearer`). Keduanya selalu ada.',
    'Success is 200 with JSON: `ticket` (string, always there), `kind` (always `Bearer`, required, string).',
  ]) {
    const { facts, asked } = await readDraft(page(words));
    expect.soft(facts, words).toMatchObject({
      '200 /ticket type': 'string',
      '200 /ticket required': true,
      '200 /kind type': 'string',
      '200 /kind const': 'Bearer',
      '200 /kind required': true,
      '200 media-type': 'application/json',
    });
    expect.soft(asked, words).not.toContain('how a request is refused: the page says');
    expect.soft(asked, words).not.toContain('the page shows no members of it');
  }
});

test('what is not understood of one member is asked of it alone, and a status of every answer still is', async () => {
  await expectReadings([
    {
      what: 'one member',
      page: page('Success is `200` with JSON: `ticket` (string), `age` (integer, in ticks). All three are there.'),
      facts: { '200 /ticket type': 'string' },
      none: ['200 /ticket required', '200 /age const'],
      asked: ['age "integer, in ticks"'],
    },
    {
      what: 'always the status',
      page: page('The status is always 200, with JSON: `ticket` (string, always `x`).'),
      asked: ['how a request is refused: the page says'],
    },
    {
      what: 'a count that is another',
      page: page('Success is `200` with JSON: `ticket` (string), `kind` (string). All three are always there.'),
      facts: { '200 /kind type': 'string' },
      none: ['200 /ticket required'],
    },
  ]);
});

test('how something was done says no more than that it was, behind a word that is known', async () => {
  const statuses = (words: string): string => `${page('')}## Errors\n\n${table('Status | When', `401 | ${words}`)}`;
  for (const words of ['The shop is unknown, also when it was not encoded cleanly', 'Shop wrong or signed sloppily'])
    expect.soft((await readDraft(statuses(words))).facts, words).toMatchObject({ '401 status': true });
  for (const words of ['The shop is unknown, worldly ones too', 'Shop wrong for the monthly fee'])
    expect.soft((await readDraft(statuses(words))).facts, words).not.toHaveProperty(['401 status']);
});
