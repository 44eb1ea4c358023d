/** Answers of one kind say nothing of those of another, whatever the depth of the headings that part them. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const json = (body: string): string => `\`\`\`json\n${body}\n\`\`\`\n\n`;
const granted = json('{ "access_token": "abc", "expires_in": 3600 }');
const refused = json('{ "issue": "abc" }');

test('a media type below refusals is theirs', async () => {
  const page = `${endpoint}## Response\n\n### 200\n\n${granted}`;
  const open = ['media type of the answers 200'];
  await expectReadings([
    {
      what: 'the media type of faults of the server is of no other answer',
      page: `${page}### 5xx Server Error (Content-Type: text/plain)\n\nSomething broke.\n`,
      none: ['200 media-type'],
      asked: open,
    },
    {
      what: 'a label below refusals is neither of the request nor of the grant',
      page: `${page}### Errors\n\nContent-Type: application/problem+json\n\n${refused}`,
      none: ['200 media-type', 'media-type'],
      asked: open,
    },
    {
      what: 'each status has the media type that stands below it',
      page: `${endpoint}## Response\n\n### 200\n\nContent-Type: application/json\n\n${granted}### 401\n\nContent-Type: application/problem+json\n\n${refused}`,
      facts: { '200 media-type': 'application/json', '401 media-type': 'application/problem+json' },
      none: ['media-type'],
    },
    {
      what: 'headers below refusals',
      page: `${page}### 4xx errors\n\n${table('Header | Value', 'Content-Type | text/plain')}`,
      none: ['200 media-type'],
      asked: open,
    },
    {
      what: 'what is said of all answers is so for the grant, wherever it stands',
      page: `${page}### Errors\n\nAll responses have the Content-Type application/json.\n`,
      facts: { '200 media-type': 'application/json' },
    },
  ]);
});

test('a label below an answer is of that, unless it names the request', async () => {
  await expectReadings([
    {
      what: 'a content type below the heading of the answer',
      page: `${endpoint}## Response\n\nContent-Type: application/json\n\n${granted}`,
      facts: { '200 media-type': 'application/json' },
      none: ['media-type'],
    },
    {
      what: 'one that names the request',
      page: `${endpoint}## Response\n\nRequest content type: application/json\n\n${granted}`,
      facts: { 'media-type': 'application/json' },
    },
    {
      what: 'one below a heading of both',
      page: `${endpoint}## Request and response\n\nContent-Type: application/json\n`,
      facts: { 'media-type': 'application/json' },
    },
  ]);
});

test('a media type below a status is that of no other answer, and of no request', async () => {
  const fields = table('Name | Type | Mandatory', 'access_token | string | yes');
  const errors = `## Errors\n\n${table('Status | error | When', '400 | invalid_grant | The grant is unknown', '401 | invalid_client | The client is unknown')}`;
  const form = '## Form parameters\n\nContent type: `application/x-www-form-urlencoded`\n\n';
  const sent = table('Name | Type | Mandatory', 'grant_type | string | yes');
  await expectReadings([
    {
      what: 'below the heading of a grant',
      page: `${endpoint}${form}${sent}## Response 200\n\nContent type: \`application/json\`\n\n${fields}${errors}`,
      facts: { '200 media-type': 'application/json', 'media-type': 'application/x-www-form-urlencoded' },
      none: ['400 media-type', '401 media-type'],
      asked: ['media type of the answers 400, 401'],
      silent: ['application/json (Response 200'],
    },
    {
      what: 'of a request without a body',
      page: `${endpoint}The request has no body.\n\n## Response: 200 OK\n\nContent type: \`application/json\`\n\n${fields}`,
      facts: { '200 media-type': 'application/json' },
      none: ['media-type'],
      silent: ['whether the request has a body'],
    },
    {
      what: 'below a heading without a status',
      page: `${endpoint}## Response\n\nContent type: \`application/json\`\n\nHTTP 200\n\n${fields}${errors}`,
      facts: { '200 media-type': 'application/json' },
      none: ['media-type'],
    },
    {
      what: 'one that is said of all answers',
      page: `${endpoint}## Response 200\n\nAll responses have the content type \`application/json\`.\n\n${fields}${errors}`,
      facts: { '200 media-type': 'application/json', '401 media-type': 'application/json' },
    },
  ]);
});

test('a part that comes again beside itself is of the heading before it', async () => {
  const fields = (name: string): string => table('Name | Type | Mandatory', `${name} | string | yes`);
  await expectReadings([
    {
      what: 'samples behind headings of the same depth',
      page: `${endpoint}## Response\n\n### 2xx Success\n\n### Example\n\n${granted}### 4xx Client Error\n\n### Example\n\n${refused}`,
      facts: { '200 /access_token type': 'string' },
      none: ['200 /issue type'],
      asked: ['what the sample "Example" (line 19) shows'],
    },
    {
      what: 'tables behind headings of the same depth',
      page: `${endpoint}## Request\n\n## Parameters\n\n${fields('client_id')}## Response\n\n## Parameters\n\n${fields('access_token')}`,
      facts: { 'request /client_id required': true, '200 /access_token required': true },
      none: ['request /access_token required'],
    },
    {
      what: 'one that stands once behind refusals may be of them',
      page: `${endpoint}## Response\n\n### Success\n\n${granted}### 4xx Client Error\n\nIt failed.\n\n### Example\n\n${refused}`,
      none: ['200 /issue type'],
      asked: ['what the sample "Example"'],
    },
    {
      what: 'one below a heading is of that',
      page: `${endpoint}## Response\n\n### Errors\n\nIt failed.\n\n## Response body\n\n### Example\n\n${granted}`,
      facts: { '200 /access_token type': 'string' },
    },
  ]);
});
