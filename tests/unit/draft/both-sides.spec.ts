/** What a page says of the request and of its answer at once, and tables that say where each field is. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const answer = `## Response 200\n\n${table('Name | Type | Required', 'token | string | Yes')}`;

test('a label of the media type of both sides gives both, and one of another side gives its own', async () => {
  const page = (label: string) =>
    `# Token\n\n| | |\n|---|---|\n| Method | POST |\n| URL | https://a.test/token |\n| ${label} | application/json |\n\n` +
    `## Request\n\n${table('Name | Type | Required', 'user | string | Yes')}${answer}`;
  const both = { 'media-type': 'application/json', '200 media-type': 'application/json' };
  await expectReadings([
    ...[
      'Content-Type (request and response)',
      'Content type of requests and answers',
      'Request and response media type',
    ].map((what) => ({ what, page: page(what), facts: both })),
    {
      what: 'the request alone',
      page: page('Content-Type'),
      facts: { 'media-type': 'application/json' },
      none: ['200 media-type'],
    },
    {
      what: 'another page',
      page: page('Content-Type (request and response of v2)'),
      none: ['media-type', '200 media-type'],
    },
  ]);
});

test('a column whose cells are places is that of the place, where its head says no more', async () => {
  const page = (head: string) =>
    `${endpoint}## Response parameters (HTTP 200)\n\n${table(
      `Parameter | ${head} | Type | Required`,
      'Trace-Id | Header | String | Yes',
      'token | Body | String | Yes',
    )}`;
  const facts = { '200 header TRACE-ID required': true, '200 /token required': true };
  await expectReadings([
    ...['Returned in', 'Where', 'Carried in'].map((what) => ({
      what,
      page: page(what),
      facts,
      none: ['200 /Trace-Id required'],
    })),
    {
      what: 'a condition',
      page: page('Returned in v2 in'),
      asked: ['Returned in v2 in'],
      none: ['200 header TRACE-ID required'],
    },
  ]);
});
