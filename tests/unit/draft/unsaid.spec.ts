/** What pages of providers hold that was once passed over without a word, or taken for more than it says. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { accessOf } from '../../../src/draft/write/clauses/auth.ts';
import { draftOf } from '../../../src/draft/write/files/draft.ts';
import { atPointer } from '../../../src/formats/json.ts';
import { endpoint, expectReadings, type Reading, readDraft, table } from '../../support/draft.ts';

const readings: Reading[] = [
  {
    what: 'a line break of HTML behind an address is none of its path',
    page: '# Token\n\n<b>URL:</b> https://a.test/token<br>\n<b>Method:</b> POST\n',
    facts: { method: 'POST', path: '/token', 'server https://a.test': true },
  },
  {
    what: 'a list of strings is a list in any order of words, and a type that is not understood is asked for',
    page: `${endpoint}Parameter permintaan:\n\n1. \`kode\` (string, wajib): kode\n2. \`fitur\` (larik string, wajib): fitur\n3. \`hak\` (wajib, kumpulan string): hak\n`,
    facts: { 'request /fitur type': 'array', 'request /hak required': true },
    asked: ['the JSON type of hak'],
  },
  {
    what: 'a body that a page speaks of and does not show is asked for',
    page: `${endpoint}Content-Type: application/x-www-form-urlencoded\n\nRequest\n\nsee below\n`,
    asked: ['what the request holds'],
  },
  {
    what: 'a form in a line of text is a sample of the request',
    page: `${endpoint}Content-Type: application/x-www-form-urlencoded\n\nRequest\n\nclient_id=abc&client_secret=def&grant_type=client_credentials\n`,
    facts: { 'request /client_id type': 'string', 'request /grant_type type': 'string' },
  },
  {
    what: 'fields below the labels of an operation are those of its request, whatever its title is',
    page: `# Auth - Create Access Token\n\n**Resource URL**: \`https://a.test/v1/access-tokens\` \n**HTTP Verb**: \`POST\`\n\n${table('Parameter | Type | Required', 'key | String | Required', 'secret | String | Required')}Sample request\n\n\`\`\`json\n{ "key": "k", "secret": "s" }\n\`\`\`\n\nSample response\n\n\`\`\`json\n{ "accessToken": "a" }\n\`\`\`\n`,
    facts: { 'request /key required': true, 'request /secret required': true },
  },
  {
    what: 'what is new in each request, or the version of today, is there in each',
    page: `${endpoint}### Request headers\n\n${table('Header | Type | M/O | Description', 'Idempotency-Key | String | M | New UUID for each request')}### Body\n\n${table('Nama | Tipe | Wajib | Keterangan', 'versi | string | ya | Versi API saat ini 1.1', 'hak | string | ya | Daftar hak, contoh `baca,tulis`')}`,
    facts: {
      'request header IDEMPOTENCY-KEY required': true,
      'request /versi required': true,
      'request /hak required': true,
    },
  },
  {
    what: 'variables of a shell are an id and a secret, and no empty ones',
    page: '# Token\n\n```\ncurl -X POST https://a.test/v2/token -u "$CLIENT_ID:$CLIENT_SECRET" -d "grant_type=client_credentials"\n```\n',
    facts: { security: 'basic' },
  },
  {
    what: 'a duration in letters is no lifetime in seconds',
    page: `${endpoint}## Response 200\n\n${table('Field | Type | Required | Description', 'token | string | Yes | Token', 'expires_in | string | Yes | ISO 8601 duration, e.g. PT15M')}`,
    facts: { '200 /expires_in required': true },
    asked: ['the lifetime (token.lifetime)'],
  },
  {
    what: 'what is refused is no media type of the request',
    page: `${endpoint}Content-Type: application/x-www-form-urlencoded\n\nA JSON body is answered with 415 Unsupported Media Type.\n`,
    facts: { 'media-type': 'application/x-www-form-urlencoded' },
    silent: ['the media type: '],
  },
  {
    what: 'a row of the header Authorization begins no part of a table',
    page: `${endpoint}${table('Parameter | Type | In | Required', 'api-version | string | query | required', 'Authorization | string | header | required', 'resource | string | body | required')}`,
    facts: { 'request query api-version required': true, 'request /resource required': true },
  },
  {
    what: 'what an API receives is the request, and what it sends the answer',
    page: `${endpoint}Parameter yang diterima oleh API:\n\n- \`kode\` (string, wajib)\n\nParameter yang dikirim oleh server:\n\n- \`token\` (string, wajib)\n`,
    facts: { 'request /kode required': true, '200 /token required': true },
  },
  {
    what: 'a place that a draft cannot say is asked for behind a header as well',
    page: `${endpoint}${table('Name | In | Type | Required', 'X-Key | header | token | yes', 'bank | cookie | string | yes', 'kode | body | string | yes')}`,
    asked: ['how bank is sent'],
  },
  {
    what: 'a status in a list that is for some requests alone is asked for',
    page: `${endpoint}## Errors\n\n- 400 \`bad\`: not readable\n- 401 \`who\`: unknown\n- 403 \`zone\`: only for clients of the zone B\n`,
    none: ['403 status'],
    asked: ['403 `zone`'],
  },
  {
    what: 'a bound that stands alone in the notes of a string is its length, and of nothing else',
    page: `${endpoint}## Request body\n\n${table('Name | Type | Required | Notes', 'shop | string | yes | Maks 800', 'pin | string | yes | Min. 4; kept secret', 'n | integer | yes | Max 300', 'hours | string | yes | at most 3 hours')}`,
    facts: { 'request /shop maxLength': 800, 'request /pin minLength': 4 },
    none: ['request /n maxLength', 'request /hours maxLength'],
  },
  {
    what: 'lines that begin with a status and the body of its answer give that status',
    page: `${endpoint}## Errors\n\n    409  {"fault":"TWICE"}   sent twice\n    401  {"fault":"PIN"}     wrong pin\n`,
    facts: { '409 status': true, '401 status': true },
  },
  {
    what: 'a list of codes that was not read is asked for',
    page: `${endpoint}## Response codes\n\n- 4007301 wrong field\n- 4017300 not known\n`,
    asked: ['the list "Response codes"'],
  },
];

test('what was passed over is read, or asked for', () => expectReadings(readings));

test('words in a column of values that give the only one are no value themselves', async () => {
  const text = `${endpoint}Body fields:\n\n${table('Name | Type | Required | Value', 'purpose | string | yes | always "payment"', 'mode | string | yes | LIVE')}`;
  const { facts } = await readDraft(text);
  expect(facts).toHaveProperty(['request /purpose const'], 'payment');
  const { body } = accessOf(await factsOf({ text, format: 'markdown', base: 'page' }));
  expect(body).toMatchObject({ purpose: 'payment', mode: 'LIVE' });
});

test('lines of names in code or bold with their types are fields, lists and headers among them', async () => {
  const text = `${endpoint}**Headers**\n\n\`Api-Key\` _required_ string - Key of the application\n\`Content-Type\` _required_ - \`application/json\`\n\n**Body**\n\n**client_id** \`string\` required\nThe client id.\n\n**scopes** \`array of strings\` required\nScopes of the token.\n\n**Returns 201**\n\n\`token\` string\n\`expires_in\` integer - seconds\n`;
  const { facts } = await readDraft(text);
  expect(facts).toMatchObject({
    'request header API-KEY required': true,
    'request /client_id type': 'string',
    'request /scopes type': 'array',
    '201 /token type': 'string',
  });
});

test('a key that is left out is refused as credentials, where refused parameters are others by their names', async () => {
  const description = (words: string): string =>
    JSON.stringify({
      openapi: '3.0.3',
      info: { title: 'Pay', version: '1' },
      servers: [{ url: 'https://pay.test' }],
      paths: {
        '/token': {
          get: {
            parameters: ['X-Shop', 'X-Api-Key', 'X-Api-Secret'].map((name) => ({
              ...{ name, in: 'header', required: true, schema: { type: 'string' } },
            })),
            responses: { 200: { description: 'ok' }, 400: { description: words }, 401: { description: 'no' } },
          },
        },
      },
    });
  const refusals = async (words: string) => {
    const facts = await factsOf({ text: description(words), format: 'openapi', base: 'page' });
    const files = draftOf(facts, { provider: 'x', url: 'https://x.test', read: '2026-01-02' });
    const parameters = atPointer(files['specs/x.openapi.yaml'], '/paths/~1token/get/parameters');
    return [parameters].flat().map((one) => atPointer(one, '/x-clause/refusal'));
  };
  expect(await refusals('X-Shop is not valid')).toEqual(['parameters', 'credentials', 'credentials']);
  expect(await refusals('something is missing')).toEqual(['parameters', 'or-empty', 'or-empty']);
  expect(await refusals('something is missing or empty')).toEqual(['parameters', 'parameters', 'parameters']);
  expect(await refusals('X-Shop or X-Api-Key is missing')).toEqual(['parameters', 'parameters', 'credentials']);
});

test('a status beside the use of a token is none of the request for one', async () => {
  for (const use of [
    'The token is for other calls. `GET /orders/{id}` takes `Authorization: Bearer {token}`.',
    'Other calls take `Authorization: Bearer {token}`.',
  ]) {
    const { facts, asked } = await readDraft(`${endpoint}## More\n\n${use} An unknown order gives 404.\n`);
    expect(facts).not.toHaveProperty(['404 status']);
    expect(asked).toContain('An unknown order gives 404.');
  }
});

test('that every call is authenticated is no question beside how, and that one holds a checksum always is', async () => {
  const basic = 'Authenticate with HTTP Basic: client id as user name, client secret as password.\n\n';
  for (const plain of ['Authentication is required for all requests.', 'Semua permintaan wajib terautentikasi.']) {
    expect((await readDraft(`${endpoint}${plain} ${basic}`)).asked, plain).not.toContain(plain);
    // Without words that say how, that is what is asked.
    expect((await readDraft(`${endpoint}${plain}\n`)).asked, plain).toContain('how a client authenticates');
  }
  for (const more of ['API key authentication is required for all requests.', 'The request should include a checksum.'])
    expect((await readDraft(`${endpoint}${basic}${more}\n`)).asked).toContain(more);
  const other = 'Other requests should include a checksum.';
  expect((await readDraft(`${endpoint}${basic}${other}\n`)).asked).not.toContain(other);
});
