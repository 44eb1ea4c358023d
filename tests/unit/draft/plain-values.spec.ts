/** Values of numbers, and of what is true or false, that the words about a member give. */
import { expect, test } from '@playwright/test';
import { plainValue } from '../../../src/draft/page/values/plain-values.ts';
import { endpoint, readDraft, table } from '../../support/draft.ts';

test('a number is the only value where every word says so, and one that stands alone is asked', () => {
  for (const words of ['Always 300', 'Seconds until it ends; always 300', 'Detik, selalu 300', 'Fixed at 300 seconds'])
    expect(plainValue(words, 'integer'), words).toEqual({ only: 300 });
  for (const words of ['300', 'Always 300 for our partners', 'Always 300, or 600 in the sandbox'])
    expect(plainValue(words, 'integer'), words).toEqual({ shown: 300 });
  for (const words of ['Always 5 digits', 'At most 300', 'Always above 300', '300 or 600', 'Lifetime in seconds'])
    expect(plainValue(words, 'integer'), words).toBeNull();
  for (const words of [
    'true',
    '`true`',
    'Always true',
    'selalu true',
    '`true` jika berhasil',
    'Whether it worked, always true',
  ])
    expect(plainValue(words, 'boolean'), words).toEqual({ only: true });
  for (const words of ['true if it worked, false if not', 'yes', 'Whether it worked'])
    expect(plainValue(words, 'boolean'), words).toBeNull();
});

test('a description that is only a value says nothing of whether the member is mandatory', async () => {
  const answer = table(
    'Field | Type | Description',
    'done | boolean | true',
    'left | integer | 3600',
    'token | string | Send it',
  );
  const { facts, asked } = await readDraft(`${endpoint}## Response 200\n\n${answer}`);
  expect(facts).toMatchObject({ '200 /done const': true });
  expect(facts).not.toHaveProperty(['200 /done required']);
  expect(facts).not.toHaveProperty(['200 /left const']);
  expect(asked).toMatch(/whether done, left, token are mandatory/);
  expect(asked).toContain('whether left (Response 200, left) has one value alone');
  const request = `## Request body (JSON)\n\n${table('Field | Type | Description', 'keep | boolean | true', 'shop | string | Mandatory')}`;
  const sent = await readDraft(`${endpoint}${request}`);
  expect(sent.facts).toMatchObject({ 'request /shop required': true });
  expect(sent.facts).not.toHaveProperty(['request /keep const']);
  expect(sent.asked).toContain('whether keep');
});

test('a URN that a field always has is its only value, without marks as well', async () => {
  const constOf = async (words: string) => {
    const page = `${endpoint}## Request body\n\n${table('Field | Type | Mandatory | Description', `kind | string | yes | ${words}`)}`;
    return (await readDraft(page)).facts['request /kind const'];
  };
  for (const words of ['Always urn:acme:kind:till-1', 'Selalu urn:acme:kind:till-1.', 'Must be urn:acme:kind:till-1'])
    expect.soft(await constOf(words), words).toBe('urn:acme:kind:till-1');
  for (const words of [
    'Always a URN such as urn:acme:kind:till-1',
    'Always urn:acme:kind:till-1 or urn:acme:kind:till-2',
    'Always urn:acme:kind:till-1 for shops with a till',
    'Always urn:acme:kind:{till}',
    'E.g. urn:acme:kind:till-1',
  ])
    expect.soft(await constOf(words), words).toBeUndefined();
});
