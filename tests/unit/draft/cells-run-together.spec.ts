/** Tables of a page that has lost the marks between their cells: an address in one is asked for. */
import { test } from '@playwright/test';
import { endpoint, expectReadings } from '../../support/draft.ts';

test('a method and an address that run together are quoted in a question', async () => {
  await expectReadings([
    ...[
      'SettingValueHTTP MethodPOSTPath/api/oauth/tokenHostsandbox.a.test',
      'Service Code73NameAPI Access Token B2BVersion1.0HTTP MethodPOSTPath../{version}/access-token/b2b',
      'MetodePOSTURLhttps://a.test/v2/tokenFormatJSON',
    ].map((line) => ({
      what: line,
      page: `${endpoint}## Request\n\n${line}\n\nThe answer holds \`access_token\`.\n`,
      asked: [line.slice(0, 40)],
    })),
    {
      what: 'an address that is read',
      page: `${endpoint}## Request\n\nHTTP Method: POST\nPath: /token\n`,
      facts: { path: '/token', method: 'POST' },
      silent: ['HTTP Method'],
    },
  ]);
});
