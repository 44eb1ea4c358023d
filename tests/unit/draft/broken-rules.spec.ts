/** Statuses whose words say that a rule is broken, or speak of another form of the same request beside the faults of all. */
import { expect, test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';
import { credentials, drafted, refused as whole } from '../../support/refusals-drafted.ts';

const body = `${endpoint}## Request\n\n${table('Field | Type | Required', 'code | string | yes')}`;
const refused = (status: number, words: string, before = body): string =>
  `${before}## Errors\n\n${table('Status | Reason', `${status} | ${words}`)}`;

test('a fault that is called the breach of a rule, or not acceptable, is one of the request', async () => {
  for (const words of [
    'A field breaks its rule',
    'The body is not acceptable',
    'Unacceptable value',
    'A rule of a field was broken',
    'Isian melanggar aturan',
  ])
    await expectReadings([
      { what: words, page: refused(422, words), facts: { '422 status': true }, silent: ['takes nothing'] },
    ]);
});

test('a rule of something else is asked', async () => {
  for (const words of ['The order breaks a fraud rule', 'The card is not acceptable'])
    await expectReadings([{ what: words, page: refused(422, words), none: ['422 status'], asked: [words] }]);
});

const below = (words: string, before = body): string => `${before}## Answer 401\n\n${words}\n`;
const renewed = `${body.trimEnd()}\n| refresh_token | string | no |\n\n`;

test('words about a renewal beside the faults of each request leave these their status', async () => {
  for (const words of [
    'The client is not known, its secret is wrong, or the refresh token was used before.',
    'Wrong secret or refresh_token',
  ])
    await expectReadings([
      { what: words, page: below(words, renewed), facts: { '401 status': true }, silent: ['takes nothing'] },
      // Without such a field it is sent elsewhere.
      { what: words, page: below(words), none: ['401 status'], asked: [words.replace(/\.$/, '')] },
    ]);
});

test('a status of renewals alone, or of another token, is asked', async () => {
  for (const words of ['The refresh token was used before', 'Wrong secret, expired token or refresh token'])
    await expectReadings([{ what: words, page: below(words, renewed), none: ['401 status'], asked: [words] }]);
});

test('a field that breaks its rule is there, and another than is taken', async () => {
  const { of, asked } = await drafted(whole('400 | A field breaks its rule', credentials));
  expect(of('grant_type')).toMatchObject({ required: 'unnamed', value: 'parameters' });
  expect(asked).not.toContain('with another value');
  const other = await drafted(whole('400 | A mandatory field is missing', credentials));
  expect(other.asked).toContain('with another value');
});
