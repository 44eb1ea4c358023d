/** Parts that stand below the request and again below the answer, on one level with both. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const head = 'Field | Type | Requirement | Description';
const headers = (name: string): string => `### Header\n\n${table(head, `${name} | String | Mandatory | The id`)}`;
const asked = `### Body\n\n${table(head, 'grantType | String | Mandatory | The grant')}`;
const answered = `### Body\n\n${table(head, 'responseCode | String | Mandatory | The code', 'accessToken | String | Mandatory | The token')}`;

test('a part is of the side before it, where the other side has it as well', async () => {
  await expectReadings([
    {
      what: 'request first',
      page: `${endpoint}### Request\n\n${headers('X-CLIENT-KEY')}${asked}### Response\n\n${headers('X-TRACE')}${answered}`,
      facts: {
        'request header X-CLIENT-KEY required': true,
        'request /grantType required': true,
        '200 header X-TRACE required': true,
        '200 /responseCode required': true,
        '200 /accessToken type': 'string',
      },
      none: ['request header X-TRACE required', 'request /responseCode required'],
    },
    {
      what: 'answer first',
      page: `${endpoint}### Response\n\n${answered}### Request\n\n${asked}`,
      facts: { 'request /grantType required': true, '200 /accessToken required': true },
      none: ['request /accessToken required'],
    },
    {
      what: 'with its status, and a refusal',
      page: `${endpoint}### Request\n\n${asked}### Response 201\n\n${answered}### Response 401\n\n### Body\n\n${table(head, 'responseCode | String | Mandatory | The code')}`,
      facts: { '201 /accessToken required': true, '401 /responseCode required': true },
      none: ['401 /accessToken required'],
    },
    {
      what: 'once, below both',
      page: `${endpoint}### Request\n\nIt is POST.\n\n### Response\n\nIt is JSON.\n\n${answered}`,
      none: ['200 /responseCode required', 'request /responseCode required'],
      asked: ['is about the request or the response'],
    },
    {
      what: 'behind another heading',
      page: `${endpoint}### Request\n\n${asked}### Response\n\nIt is JSON.\n\n### Retries\n\nWait.\n\n${answered}`,
      none: ['200 /responseCode required'],
    },
  ]);
});

const sample = (code: string): string =>
  `### Response\n\n\`\`\`shell\nContent-type: application/json\nX-TRACE: abc\n{\n  "responseCode": "${code}",\n  "accessToken": "x"\n}\n\`\`\`\n\n${answered}`;
const list = `### Response List\n\n${table('Response Code | Case Code | Description', '200 **OK** | 00 | The token is issued', '400 **Bad Request** | 01 | The grantType is missing', '401 **Unauthorized** | 00 | The signature is invalid')}`;

test('headers right above a body are those of its message', async () => {
  await expectReadings([
    {
      what: 'an answer',
      page: `${endpoint}### Request\n\n${asked}${sample('2007300')}`,
      facts: { '200 media-type': 'application/json', '200 /responseCode type': 'string' },
    },
    {
      what: 'a request',
      page: `${endpoint}### Request\n\n\`\`\`\nContent-Type: application/json\nX-KEY: abc\n{"grantType": "client_credentials"}\n\`\`\`\n\n`,
      facts: {
        'media-type': 'application/json',
        'request header X-KEY type': 'string',
        'request /grantType type': 'string',
      },
    },
    {
      what: 'other lines above it',
      page: `${endpoint}### Request\n\n\`\`\`\nContent-Type: application/json\nthen send this\n{"grantType": "client_credentials"}\n\`\`\`\n\n`,
      none: ['media-type', 'request /grantType type'],
    },
  ]);
});

test('codes that are longer than the statuses that they begin with are no others', async () => {
  const page = (code: string): string => `${endpoint}### Request\n\n${asked}${sample(code)}${list}`;
  await expectReadings([
    { what: 'of BI SNAP', page: page('2007300'), facts: { '400 status': true, '401 status': true } },
    {
      what: 'a status itself',
      page: page('200'),
      none: ['400 status', '401 status'],
      asked: ['statuses of HTTP or codes in the body'],
    },
  ]);
});
