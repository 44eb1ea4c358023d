/** What is asked of several places in the same words is one question, and a media type of refusals beside Accept is asked. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { described, open, page } from '../../support/described.ts';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const answer = `## Response 200\n\n${table('Field | Type | Required', 'access_token | string | yes')}`;

test('answers of one schema that no draft can state are asked once, with the places of all', async () => {
  const list = 'content: { application/json: { schema: { type: array, items: { type: object } } } }';
  const responses = [400, 401, 404, 503].map((status) => `'${status}': { description: x, ${list} }`).join(', ');
  const asked = open(await factsOf(page(described(`responses: { '200': { description: ok }, ${responses} }`))));
  const lines = asked.split('\n').filter((line) => line.includes('it is of the type array'));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('response 400, 401, 404, 503 holds');
});

test('the media type of refusals that a page allows for Accept is asked, where no answer has it', async () => {
  const headers = (words: string): string =>
    `${endpoint}## Headers\n\n${table('Name | Type | Required | Description', `Accept | string | no | ${words}`)}${answer}`;
  await expectReadings([
    ...[
      'Allowed: application/json, application/problem+json',
      '`application/problem+json` atau `application/json`',
      'application/json (default) | application/problem+json',
    ].map((words) => ({
      what: words,
      page: headers(words.replace(' | ', ' / ')),
      asked: ['which answers are of application/problem+json'],
    })),
    {
      what: 'said of the refusals',
      page: `${headers('application/json, application/problem+json')}## Errors\n\nEvery error is sent as \`application/problem+json\`.\n\n${table('HTTP | Meaning', '400 | A field is missing')}`,
      silent: ['which answers are of application/problem+json'],
    },
    { what: 'one type', page: headers('application/json'), silent: ['which answers are of'] },
  ]);
});
