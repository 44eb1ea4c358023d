import { test } from '@playwright/test';
import { endpoint, expectReadings } from '../../support/draft.ts';

const asked = '### Request Body\n\n```\n{ "user": "ann-7", "password": "s3cret-word" }\n```\n\n';
const answered = '#### Successful Response\n- HTTP Status Code: 200 (OK)\n\n';
const sample = '```\n{ "version": "v2", "result": { "access_token": "d0816a77", "expires_in": 86399 } }\n```\n\n';
const fields = '### Fields:\n\n- version (string): API version.\n- result (object): The details.\n';

test('a body behind the heading of an answer is of it, whatever the depth of its own heading', async () => {
  await expectReadings([
    {
      what: 'the body of the request stands above',
      page: `${endpoint}${asked}${answered}### Body:\n\n${sample}`,
      facts: { '200 status': true, '200 /version type': 'string', '200 /result/access_token type': 'string' },
      none: ['request /version type', 'request /result type'],
    },
    {
      what: 'the fields of that body',
      page: `${endpoint}${asked}${answered}### Body:\n\n${sample}${fields}`,
      facts: { '200 /version type': 'string', '200 /result type': 'object', 'request /user type': 'string' },
      none: ['request /version type', 'request /result type'],
      silent: ['which fields of the list'],
    },
    {
      what: 'no body of the request stands above: it may be of either',
      page: `${endpoint}${answered}### Body:\n\n\`\`\`\n{ "version": "v2", "note": "n" }\n\`\`\`\n`,
      none: ['request /version type', '200 /version type'],
      asked: ['what the sample "Body:"'],
    },
    {
      what: 'another operation stands between',
      page: `${endpoint}${asked}${answered}## Revoke\n\nPOST https://a.test/revoke\n\n### Body:\n\n${sample}`,
      none: ['200 /version type', 'request /version type'],
    },
    {
      what: 'a request follows',
      page: `${endpoint}${answered}### Request\n\n### Body:\n\n\`\`\`\n{ "user": "ann-7" }\n\`\`\`\n`,
      facts: { 'request /user type': 'string' },
    },
  ]);
});

test('a media type below the heading of an answer is not that of the request', async () => {
  await expectReadings([
    {
      what: 'in a heading of its own',
      page: `${endpoint}### Parameters\n\n- user (string, required): the name.\n\n${answered}#### Content-Type: application/xml\n\n`,
      none: ['media-type'],
    },
    {
      what: 'in a heading behind the parts of the request',
      page: `${endpoint}### Request Body\n\n#### Content-Type: application/json\n\n`,
      facts: { 'media-type': 'application/json' },
    },
  ]);
});

test('a list of one label and the code of an address are read as a line below their heading', async () => {
  await expectReadings([
    {
      what: 'the method in a list, the base left to the reader',
      page: '# Get Access Token\n\n### HTTP Method\n- POST\n\n### Endpoint\n``` {baseurl}/getToken ```\n\n### Request Body\n```\n{ "user": "a" }\n```\n',
      facts: { method: 'POST', path: '/getToken' },
      asked: ['the addresses of the provider'],
    },
    {
      what: 'a list of several methods',
      page: '# Get Access Token\n\n### HTTP Method\n- POST\n- GET\n\n### Endpoint\n`/getToken`\n',
      none: ['method'],
    },
    {
      what: 'a status that contradicts its heading is asked',
      page: `${endpoint}### Error Response\n- HTTP Status Code: 200 (OK)\n\n#### Body:\n\n\`\`\`\n{ "code": 3, "result": null }\n\`\`\`\n`,
      none: ['200 /code type'],
      asked: ['what the sample "Body:"'],
    },
  ]);
});
