/** What stands beside a grant: a token that is refreshed by the same request, an id beside HTTP Basic, a token in a place that is open. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { accessOf } from '../../../src/draft/write/clauses/auth.ts';
import { draftOf } from '../../../src/draft/write/files/draft.ts';
import { textsOf } from '../../../src/draft/write/files/write.ts';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const read = (text: string) => factsOf({ text, format: 'markdown', base: 'page' });

test('what is issued or refreshed by one request is of the grant', async () => {
  const answer = '```json\n{ "access_token": "abc", "expires_in": 3600 }\n```\n';
  const page = (title: string): string =>
    `${endpoint}## Response\n\n${table('Name | Type | Mandatory', 'access_token | string | yes')}## ${title}\n\n${answer}`;
  await expectReadings([
    ...['Generate or refresh token response', 'Refresh token / create token response', 'Get and refresh token'].map(
      (title) => ({
        what: title,
        page: page(title).replace('Get and refresh token', 'Response: get and refresh token'),
        facts: { '200 /expires_in type': 'integer' },
        silent: ['is about the request for a token as well'],
      }),
    ),
    ...['Refresh token response', 'Refresh token and revoke token response'].map((title) => ({
      what: title,
      page: page(title),
      none: ['200 /expires_in type'],
      asked: ['is about the request for a token as well'],
    })),
  ]);
});

test('another id beside HTTP Basic is a question, unless the page says that it is refused', async () => {
  const page = (field: string, more = ''): string =>
    `${endpoint}Authenticate with HTTP Basic.\n\n## Request body\n\n${table('Field | Type | Required | Description', field)}${more}`;
  const fields = async (text: string): Promise<string[]> => {
    const facts = await read(text);
    return accessOf(facts).fields;
  };
  expect(await fields(page('client_id | string | yes | Your id'))).toEqual([]);
  expect(await fields(page('client_id | string | yes | Your credential'))).toEqual(['client_id']);
  expect(
    await fields(
      page(
        'client_id | string | yes | Your id',
        `## Errors\n\n${table('HTTP status | Meaning', '401 | Wrong client_id')}`,
      ),
    ),
  ).toEqual(['client_id']);
});

test('a form is tolerated by the member that holds the token, and where that is open by none', async () => {
  const tolerated = async (name: string) => {
    const text = `${endpoint}The body is sent as application/x-www-form-urlencoded.\n\n## Request\n\n${table('Name | Type | Mandatory', 'client_id | string | yes', 'client_secret | string | yes')}## Response 200\n\n${table('Name | Type | Mandatory', `${name} | string | yes`)}`;
    const draft = await draftOf(await read(text), { provider: 'x', url: 'https://x.test', read: '2026-01-02' });
    return Object.values(textsOf(draft)).join('\n');
  };
  expect(await tolerated('accessToken')).toMatch(/body:\s+\/accessToken:\s+type: string/);
  const open = await tolerated('outcome');
  expect(open).toContain('bad-escape');
  expect(open).not.toContain('/access_token');
});

test('what a JWT says of its begin is the word of its standard, whatever the page says of the lifetime', async () => {
  const text = `${endpoint}## Response 200\n\n${table('Name | Type | Mandatory | Description', 'access_token | string | yes | Token', 'expires_in | integer | yes | Lifetime in seconds')}`;
  const draft = await draftOf(await read(text), { provider: 'x', url: 'https://x.test', read: '2026-01-02' });
  const drafted = Object.values(textsOf(draft)).join('\n');
  expect(drafted).toMatch(/x-claims-begun\n.*\n\s+level: should\n\s+source: rfc7519/);
  expect(drafted).toMatch(/x-claims-live\n.*\n\s+level: must\n\s+source: page/);
});
