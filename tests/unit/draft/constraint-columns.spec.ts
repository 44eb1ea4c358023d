/** A column of constraints beside the descriptions: each cell gives what it says, and one that is not understood is asked. */
import { expect, test } from '@playwright/test';
import { endpoint, readDraft, table } from '../../support/draft.ts';

const rows = (head: string, ...each: [name: string, type: string, said: string][]): string =>
  `${endpoint}## Request body\n\n${table(`Name | Type | Required | ${head} | Description`, ...each.map(([name, type, said]) => `${name} | ${type} | yes | ${said} | The ${name}`))}`;

test('lengths, bounds, formats and values are read cell by cell', async () => {
  const { facts, asked } = await readDraft(
    rows(
      'Constraints',
      ['shop', 'string', 'max 36 characters'],
      ['mark', 'string', '8–20 chars'],
      ['life', 'integer', '60 ≤ n ≤ 86400'],
      ['count', 'integer', '>= 1, <= 5'],
      ['kind', 'string', '`pay` \\| `data`'],
      ['grant_type', 'string', 'one of: `client_credentials`'],
      ['sent', 'string', '`date-time`'],
      ['note', 'string', '-'],
      ['free', 'string', ''],
    ),
  );
  expect(facts).toMatchObject({
    'request /shop maxLength': 36,
    'request /mark minLength': 8,
    'request /mark maxLength': 20,
    'request /life minimum': 60,
    'request /life maximum': 86_400,
    'request /count minimum': 1,
    'request /count maximum': 5,
    'request /kind enum': ['pay', 'data'],
    'request /grant_type const': 'client_credentials',
    'request /sent format': 'date-time',
  });
  expect(Object.keys(facts).filter((key) => /\/(?:note|free) (?!type|required)/.test(key))).toEqual([]);
  expect(asked).not.toContain('what the columns');
});

test('a cell that gives nothing leaves the column to a person, beside what the others give', async () => {
  for (const said of ['unique per partner', 'max 5 items', 'see the contract']) {
    const { facts, asked } = await readDraft(
      rows('Validation rules', ['shop', 'string', 'max 36 characters'], ['list', 'array', said]),
    );
    expect.soft(facts['request /shop maxLength'], said).toBe(36);
    expect.soft(asked, said).toContain('what the columns "Validation rules"');
  }
});

test('a column of another name is asked as a whole', async () => {
  const { facts, asked } = await readDraft(rows('Constraints of v1', ['shop', 'string', 'max 36 characters']));
  expect(facts).not.toHaveProperty(['request /shop maxLength']);
  expect(asked).toContain('what the columns "Constraints of v1"');
});

test('how far a number may be from another is no bound of it', async () => {
  for (const words of [
    'May differ by at most 300 seconds from ours',
    'A skew of at most 300 seconds',
    'Within max 300 s',
  ])
    expect
      .soft((await readDraft(rows('Constraints', ['time', 'integer', words]))).facts, words)
      .not.toHaveProperty(['request /time maximum']);
});
