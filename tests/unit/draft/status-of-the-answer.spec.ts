/** Statuses that stand apart from the members of an answer: in a sentence below its heading, and in a table for all operations. */
import { expect, test } from '@playwright/test';
import { endpoint, expectReadings, readDraft, table } from '../../support/draft.ts';

const members = table('Attribute | Type | Required', 'access_token | string | yes');
const answered = (sentence: string): string => `${endpoint}### Response\n\n${sentence}\n\n${members}`;

test('a sentence says which status the answer is, unless it counts, or means some answers alone', async () => {
  await expectReadings([
    {
      what: 'a status with its reason',
      page: answered('The answer is `201 Created`.'),
      facts: { '201 status': true, '201 /access_token required': true },
      none: ['200 status'],
      silent: ['200 is a guess'],
    },
    {
      what: 'the same in other words',
      page: answered('Respons adalah 201.'),
      facts: { '201 /access_token required': true },
      none: ['200 status'],
    },
    { what: 'a length', page: answered('The answer is 201 characters long.'), none: ['201 status'] },
    {
      what: 'a condition',
      page: answered('The answer is 202 for resellers.'),
      none: ['202 status'],
      asked: ['The answer is 202 for resellers.'],
    },
  ]);
});

test('a column of endpoints tells which statuses of one table are those of the request for a token', async () => {
  const rows = (token: string): string[] => [
    `A1 | 401 | ${token} | The signature does not match`,
    `A2 | 422 | ${token} | A parameter is missing`,
    'B1 | 402 | payments | The card was declined',
    'C1 | 429 | all | Too many requests',
  ];
  const page = (token: string): string =>
    `${answered('The answer is 201.')}\n# Errors\n\n${table('Code | Status | Endpoint | Meaning', ...rows(token))}`;
  const { facts } = await readDraft(page('sessions'));
  expect(facts).toMatchObject({ '401 status': true, '422 status': true, '429 status': true });
  expect(facts).not.toHaveProperty(['402 status']);
  const other = await readDraft(page('shops'));
  expect(Object.keys(other.facts)).not.toContain('401 status');
  expect(other.asked).toContain('401');
});
