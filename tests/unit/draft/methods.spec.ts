/** A path that the page gives several methods, each for a time. */
import { test } from '@playwright/test';
import { expectReadings, table } from '../../support/draft.ts';

const body = `## Body\n\n${table('Name | Type | Required', 'client_secret | string | yes')}## Response 200\n\n${table('Name | Type', 'access_token | string')}`;
const page = (...lines: string[]): string => `# Token\n\nHost: https://a.test\n\n${lines.join('\n')}\n\n${body}`;

test('a path with another method at another time is asked about, with what the page says', async () => {
  await expectReadings([
    {
      what: 'lines',
      page: page('GET  /v1/token   (until 31 Jan 2025)', 'POST /v1/token   (since 1 Feb 2025)'),
      asked: ['the method: GET, or POST: the page has "GET /v1/token (until 31 Jan 2025)"'],
    },
    {
      what: 'a list',
      page: page('- `POST /v1/token` since 2025', '- `PUT /v1/token` until 2024'),
      asked: ['the method of the token endpoint; the page has'],
    },
    {
      what: 'Indonesian',
      page: page('GET /v1/token (sampai 31 Januari 2025)', 'POST /v1/token (sejak 1 Februari 2025)'),
      asked: ['the method: GET, or POST'],
    },
    {
      what: 'a method that is no longer so',
      page: page('POST /v1/token', 'GET /v1/token (deprecated)'),
      asked: ['the method of the token endpoint; the page has'],
    },
    {
      what: 'operations of one path',
      page: page('POST /v1/token', `\n${body}# Revoke since version 2\n\nDELETE /v1/token`),
      facts: { method: 'POST' },
      silent: ['the method: POST'],
    },
    { what: 'one method', page: page('POST /v1/token (since 1 Feb 2025)'), silent: ['the method: POST'] },
  ]);
});
