/** What stands beside the body of an error and beside a path: the list of codes, and the version. */
import { expect, test } from '@playwright/test';
import { expectReadings, readDraft as read, table } from '../../support/draft.ts';

const labels = (path: string, version: string): string =>
  `${table(`Path | ${path}`, 'HTTP Method | POST', `Version | ${version}`, 'SNAP service code | 73')}`;

const page = (codes: string, title = 'List of Response Codes', between = ''): string => `# Access Token

${labels('/{version}/access-token/b2b', 'v1.0')}
### Response Body

${table('Field | Type | Mandatory', 'accessToken | String(2048) | M')}
### Response Body Error Case

${table('Field | Type | Mandatory', 'responseCode | String(7) | M', 'reason | String(150) | M')}
${between}### ${title}

${codes}`;

const codes = table(
  'Response Code | HTTP Status Code | Response Message',
  '2007300 | 200 | Success',
  '4017300 | 401 | Unauthorized',
  '5007300 | 500 | Internal Server Error',
);

test('the body of an error is that of each refusal of the one list of codes beside it', async () => {
  const { facts, asked } = await read(page(codes));
  expect(facts).toMatchObject({
    '401 /reason required': true,
    '401 /reason maxLength': 150,
    '500 /reason required': true,
  });
  expect(facts).not.toHaveProperty(['200 /reason required']);
  expect(asked).not.toContain('Response Body Error Case');
  for (const other of [
    page(codes, 'Response codes of the callback'),
    page(codes, undefined, '# Balance\n\nGET /v1.0/balance\n\n'),
    page(`${codes}\n### Response Codes\n\n${table('HTTP Status Code | Description', '409 | Conflict')}`),
  ]) {
    const read = await expectNone(other);
    expect(read).toContain('Response Body Error Case');
  }
});

async function expectNone(text: string): Promise<string> {
  const { facts, asked } = await read(text);
  expect(facts).not.toHaveProperty(['401 /reason required']);
  return asked;
}

test('the version beside a path is that of its part for it', async () => {
  const rows = (path: string, version: string): string => `# Token\n\n${labels(path, version)}`;
  await expectReadings([
    {
      what: 'a row',
      page: rows('/{version}/access-token/b2b', 'v1.0'),
      facts: { path: '/v1.0/access-token/b2b' },
      silent: ['stands for', 'SNAP service code'],
    },
    {
      what: 'a line',
      page: '# Token\n\nMethod: POST\nPath: /api/{version}/token\nVersion: v2\n',
      facts: { path: '/api/v2/token' },
    },
    {
      what: 'an item',
      page: '# Token\n\n- Method: POST\n- Path: /api/{apiVersion}/token\n- API version: v2.1\n',
      facts: { path: '/api/v2.1/token' },
    },
    {
      what: 'a number without its letter',
      page: rows('/{version}/access-token/b2b', '1.0'),
      asked: ['what stands for {version}'],
    },
    { what: 'a part of a part', page: rows('/v{version}/token', 'v1.0'), asked: ['what stands for {version}'] },
    { what: 'another part', page: rows('/{region}/token', 'v1.0'), asked: ['what stands for {region}'] },
  ]);
});
