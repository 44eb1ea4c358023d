import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const fields = `${endpoint}## Request body

${table('Name | Type | Required | Description', 'grant_type | String | Yes | The grant', 'client_id | String | Yes | The id')}
## Response 200

${table('Name | Type | Required | Description', 'access_token | String | Yes | The token', 'token_type | String | Yes | Its type', 'expires_in | Integer | Yes | Its life in seconds')}
`;
const constants = ['access_token', 'token_type', 'expires_in'].map((name) => `200 /${name} const`);

test('values of a sample are examples, however it is laid out', async () => {
  await expectReadings([
    {
      what: 'a table on end',
      page: `${fields}## Sample response\n\n${table('HTTP Status | 200 OK', 'access_token | 8d0f3c51a7', 'token_type | Bearer', 'expires_in | 1800')}`,
      facts: { '200 /access_token type': 'string', '200 /expires_in type': 'integer' },
      none: constants,
    },
    {
      what: 'below a heading for all samples',
      page: `${fields}## Contoh\n\n### Respons\n\n${table('HTTP Status | access_token | token_type | expires_in', '200 | 8d0f3c51a7 | Bearer | 1800')}`,
      none: constants,
    },
    {
      what: 'a list of a request and of an answer',
      page: `${fields}## Sample request\n\n- grant_type: client_credentials\n- client_id: 81ab\n\n## Sample response\n\n- access_token: 8d0f\n- token_type: \`Bearer\`\n- expires_in: 1800\n`,
      none: [...constants, 'request /grant_type const'],
      silent: ['one value alone'],
    },
    {
      what: 'a refusal',
      page: `${fields}## Sample refusal\n\n${table('HTTP Status | 401 Unauthorized', 'error | bad_client', 'trace | 88f1')}`,
      facts: { '401 status': true, '401 /error type': 'string' },
      none: ['401 /error const'],
    },
  ]);
});

test('what words say of a value holds below a heading of a sample, and codes of several refusals are those', async () => {
  await expectReadings([
    {
      what: 'a word for the only value',
      page: `${fields}## Sample response\n\n${table('Field | Type | Description', 'token_type | String | Always `Bearer`')}`,
      facts: { '200 /token_type const': 'Bearer' },
    },
    {
      what: 'a table of codes',
      page: `${fields}## Example errors\n\n${table('HTTP Status | error | When', '400 | invalid_grant | The grant is unknown', '401 | invalid_client | The client is unknown')}`,
      facts: { '401 /error const': 'invalid_client' },
    },
    {
      what: 'a heading of no sample',
      page: `${fields}## Response fields\n\n- token_type: \`Bearer\`\n`,
      facts: { '200 /token_type const': 'Bearer' },
    },
  ]);
});
