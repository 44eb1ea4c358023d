/** Pages copied out of a browser on which the address of each operation stands below its parts. */
import { expect, test } from '@playwright/test';
import { expectReadings, readDraft } from '../../support/draft.ts';

const refresh = (title: string) => `${title}
AUTHORIZATIONS:
ApiToken
REQUEST BODY SCHEMA: application/json
required
refresh_token
required
string <= 512 characters
rotate
boolean
Responses
200 Token refreshed
RESPONSE SCHEMA: application/json
access_token
required
string
renewed_at
required
string

POST
/tokens/refresh

Request samples
Payload
Content type
application/json

Copy
{
"refresh_token": "rt_1f",
"rotate": true
}
`;

const issue = (title: string, answers = '200 Token issued\nRESPONSE SCHEMA: application/json') => `${title}

AUTHORIZATIONS:
(ClientBasicGatewayKey)
HEADER PARAMETERS
X-Key
required
string = 32 characters
REQUEST BODY SCHEMA: application/x-www-form-urlencoded
required
grant_type
required
string
Value: "client_credentials"
Responses
${answers}
access_token
required
string <= 1024 characters
expires_in
required
integer

POST
/tokens/issue

Request samples
PayloadcURL

Content type
application/x-www-form-urlencoded
Copy
grant_type=client_credentials
Response samples
200400
Content type
application/json

Copy
{
"access_token": "gx",
"expires_in": 1800
}
`;

const intro = 'Treasury API (2.1)\n\nIntroduction\nMove your money.\n\nTokens\nIssue and refresh tokens\n\n';

const facts = {
  method: 'POST',
  path: '/tokens/issue',
  'media-type': 'application/x-www-form-urlencoded',
  'request header X-KEY required': true,
  'request /grant_type required': true,
  '200 /access_token maxLength': 1024,
};
const none = ['request /refresh_token type', 'request /rotate type', '200 /renewed_at type'];

test('what stands between two addresses is of the one below it, and schemes that nobody reads are asked', async () => {
  const titled = 'Issue a token\nIssues a token for the application.';
  const asked = ['ClientBasicGatewayKey'];
  await expectReadings([
    { what: 'first', page: `${intro}${issue(titled)}${refresh('Refresh a token')}`, facts, none, asked },
    { what: 'second', page: `${intro}${refresh('Refresh a token')}${issue(titled)}`, facts, none, asked },
    {
      what: 'a title that is a sentence',
      page: `${intro}${issue(titled)}${refresh('Refresh a token (v2), where the application was given one before')}`,
      facts,
      none,
      asked,
    },
    {
      what: 'headers of the answer before its schema',
      page: `${intro}${issue(titled, '200 Token issued\nRESPONSE HEADERS\nX-Trace\nstring <uuid>\nRESPONSE SCHEMA: application/json')}${refresh('Refresh a token')}`,
      facts: { ...facts, '200 status': true },
      none,
      asked,
    },
    {
      what: 'method and path in one',
      page: `${intro}${issue(titled)}${refresh('Refresh a token')}`.replaceAll('POST\n/tokens', 'post/tokens'),
      facts,
      none,
      asked,
    },
    {
      what: 'a last operation without fields',
      page: `${intro}${issue(titled)}${refresh('Refresh a token')}Health\nResponses\n200 OK\n\nGET\n/health\n`,
      facts,
      none,
      asked,
    },
    {
      what: 'no schemes',
      page: `${intro}${issue(titled)}${refresh('Refresh a token')}`.replace(/AUTHORIZATIONS:\n.*\n/g, ''),
      facts,
      none,
    },
    {
      what: 'in Indonesian',
      page: `${intro}${issue('Terbitkan token\nMenerbitkan token untuk aplikasi.')}${refresh('Perbarui token')}`,
      facts,
      none,
      asked,
    },
  ]);
});

test('a page whose addresses stand above their parts is read as before', async () => {
  const above = (title: string, path: string, name: string) =>
    `${title}\n\nPOST\n${path}\n\nREQUEST BODY SCHEMA: application/json\n${name}\nrequired\nstring\nResponses\n200 OK\nRESPONSE SCHEMA: application/json\naccess_token\nrequired\nstring\n\n`;
  const read = await readDraft(
    `${above('Issue a token', '/tokens/issue', 'client_id')}${above('Refresh a token', '/tokens/refresh', 'refresh_token')}`,
  );
  expect(read.facts).toMatchObject({ path: '/tokens/issue', 'request /client_id required': true });
  expect(read.facts).not.toHaveProperty('request /refresh_token type');
});
