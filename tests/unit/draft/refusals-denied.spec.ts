/** A refusal that a table gives and a sentence denies: neither is taken, and both are asked. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const request = `## Request body\n\n${table(
  'Name | Type | Required | Notes',
  'client_id | string | Y | The id',
  'client_secret | string | Y | The secret',
  'scope | string | N | Separated by spaces',
  'lane | string | Y | The lane',
)}`;
const page = (row: string, words: string): string =>
  `${endpoint}${request}## Errors\n\n${table('Status | Meaning', '400 | A field is missing', '401 | Unknown client or wrong secret', row)}${words}\n`;

test('a status for what a sentence says is not refused is asked, and not drafted', async () => {
  const row = '403 | The client may not have the scope';
  await expectReadings(
    [
      'A scope that the client may not have is left out of the token.',
      'A scope that the client may not have never refuses the request.',
      'Scopes that are not enabled for the client are ignored.',
      'Asking for a scope that is not yours does not lead to an error.',
      'An unknown `scope` is silently dropped.',
      'Scope yang tidak dimiliki klien diabaikan.',
      'The token endpoint never answers 403.',
      'A request for a token is never answered with 403.',
      'Status 403 tidak pernah dikirim.',
    ].map((words) => ({
      what: words,
      page: page(row, words),
      facts: { '401 status': true },
      none: ['403 status'],
      asked: [words.slice(0, 50), 'may not have the scope', 'answered with 403'],
    })),
  );
});

test('the same of any field that the words about a status name', async () => {
  await expectReadings([
    {
      what: 'a field',
      page: page('422 | Unknown lane', 'An unknown lane is ignored.'),
      none: ['422 status'],
      asked: ['answered with 422'],
    },
    {
      what: 'one of several faults',
      page: page('422 | Unknown lane or malformed body', 'An unknown lane is ignored.'),
      facts: { '422 status': true },
      asked: ['answered with 422'],
    },
  ]);
});

test('a sentence about another fault, another thing or other calls denies nothing of a status', async () => {
  const row = '403 | The client may not have the scope';
  await expectReadings(
    [
      'A missing scope is not refused.',
      'Blanks around the scope are ignored.',
      'An unknown lane is ignored.',
      'Payments never answer 403.',
      'A scope that the client may not have is refused.',
      'The endpoint never answers 409.',
      'When the client is new, 403 is not answered.',
    ].map((words) => ({
      what: words,
      page: page(row, words),
      facts: { '403 status': true },
      silent: ['answered with 403'],
    })),
  );
});
