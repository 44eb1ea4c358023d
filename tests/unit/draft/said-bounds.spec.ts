/** Bounds by signs and words, and regular expressions, in the descriptions of fields. */
import { expect, test } from '@playwright/test';
import { endpoint, readDraft, table } from '../../support/draft.ts';

const read = (type: string, words: string, value = '') =>
  readDraft(
    `${endpoint}## Request body\n\n${table('Name | Type | Mandatory | Description | Example', `lane | ${type} | yes | ${words} | ${value}`)}`,
  );

/** The facts about the field, without those that its row has. */
async function said(
  type: string,
  words: string,
  value = '',
): Promise<{ facts: Record<string, unknown>; asked: string }> {
  const { facts, asked } = await read(type, words, value);
  const own = Object.entries(facts).filter(([key]) => key.startsWith('request /lane '));
  const short = own.map(([key, one]): [string, unknown] => [key.slice('request /lane '.length), one]);
  return { facts: Object.fromEntries(short.filter(([key]) => !['required', 'type'].includes(key))), asked };
}

test('what is more or less than a number has a bound', async () => {
  const bounds: [words: string, facts: object][] = [
    ['Life of the lane, > 0', { exclusiveMinimum: 0 }],
    ['Must be >= 60.', { minimum: 60 }],
    ['Must be greater than zero', { exclusiveMinimum: 0 }],
    ['Seconds. Must be greater than or equal to 60', { minimum: 60 }],
    ['Must not be greater than 900', { maximum: 900 }],
    ['Harus lebih besar dari 0', { exclusiveMinimum: 0 }],
    ['Nilai kurang dari atau sama dengan 9', { maximum: 9 }],
    ['Must be greater than 5 and less than 10', { exclusiveMinimum: 5, exclusiveMaximum: 10 }],
    ['less than 100', { exclusiveMaximum: 100 }],
  ];
  for (const [words, facts] of bounds) expect.soft((await said('integer', words)).facts, words).toEqual(facts);
  const { facts } = await read('integer', 'less than 100');
  expect(facts).toMatchObject({ 'request /lane required': true });
});

test('a number of something else, or of some requests alone, is no bound', async () => {
  for (const words of [
    'Lane of orders with more than 5 items',
    'If the shop is new, > 5',
    'Number of the lane; takes more than 3 calls',
    'The lane differs by less than 5',
    'Not greater or less',
    'Sent when the amount is greater than 5',
    'Must be less than 10 digits',
  ])
    expect.soft((await said('integer', words)).facts, words).toEqual({});
});

test('a regular expression is the pattern of a text', async () => {
  const patterns: [words: string, pattern: string][] = [
    ['Must match `^[A-Z0-9]{8}$`', '^[A-Z0-9]{8}$'],
    ['Must match ^[A-Z0-9]{8}$.', '^[A-Z0-9]{8}$'],
    ['The lane. Regex: ^[A-Z]{2,5}$', '^[A-Z]{2,5}$'],
    ['Pattern: `[a-z]+`', '[a-z]+'],
    ['regex `/^[0-9]{4}$/`', '^[0-9]{4}$'],
    ['Sesuai pola ^[0-9]{4}$', '^[0-9]{4}$'],
  ];
  for (const [words, pattern] of patterns) {
    const { facts, asked } = await said('string', words);
    expect.soft(facts, words).toEqual({ pattern });
    expect.soft(asked, words).not.toMatch(/which form lane|whether lane is mandatory/);
  }
  expect((await said('string', 'Regex: ^[A-Z]{4}$', 'ABCD')).facts).toEqual({ pattern: '^[A-Z]{4}$' });
});

test('one that is none, is that of another value or stands beside another is asked', async () => {
  const open: [words: string, value: string, why: string][] = [
    ['Must match `^[A-Z0-9{8}$`', '', 'is no pattern'],
    ['Must match `^(?=x)[A-Z]{8}$`', '', 'is no pattern'],
    ['Regex: ^[A-Z]{4}$', 'ab12', 'is not that of the value ab12'],
    ['Regex: ^[A-Z]{4}$ or regex: ^[0-9]{4}$', '', 'has another one'],
    ['Must match `/^[a-z]{4}$/i`', '', 'is not understood'],
    ['Must not match ^[a-z]{4}$', '', 'may be none of each value'],
  ];
  for (const [words, value, why] of open) {
    const { facts, asked } = await said('string', words, value);
    expect.soft(facts, words).not.toHaveProperty('pattern');
    expect.soft(asked, words).toMatch(/which form lane has .*gives [^\n]*/);
    expect.soft(asked, words).toContain(why);
  }
  for (const words of ['Pattern: `YYYYMMDD`', 'Pattern: `[SHOP]-[NUMBER]`', 'Must match the `lane` of the order']) {
    const { facts, asked } = await said('string', words);
    expect.soft(facts, words).not.toHaveProperty('pattern');
    expect.soft(asked, words).not.toContain('which form lane');
  }
});
