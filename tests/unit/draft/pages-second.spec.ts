/** What pages of providers say in places of their own, which a first reading lost, or took for more than it is. */
import { expect, test } from '@playwright/test';
import type { DeriveOptions, Page } from '../../../src/draft/facts/input.ts';
import { flatten } from '../../../src/draft/merge/flatten.ts';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { draftOf } from '../../../src/draft/write/files/draft.ts';
import { atPointer } from '../../../src/formats/json.ts';
import { described, open, page } from '../../support/described.ts';

async function read(from: Page | string, options: DeriveOptions = {}) {
  const given: Page = typeof from === 'string' ? { text: from, format: 'markdown', base: 'page.md' } : from;
  const found = await factsOf(given, options);
  const files = draftOf(found, { provider: 'x', url: 'https://x.test', read: '2026-01-02' });
  return {
    facts: Object.fromEntries([...flatten(found)].map(([key, { value }]) => [key, value])),
    headers: found.headers.map(({ name }) => name),
    asked: open(found),
    spec: files['specs/x.openapi.yaml'] ?? {},
  };
}

const endpoint = '# Token\n\nPOST https://a.test/token\n\n';

test('headers with their values are no labels, though two of them are called so', async () => {
  const table = `| Key | Value |
|---|---|
| Content-Type | application/json |
| Authorization | Basic base64(id:secret) |
| X-Partner-Code | kode mitra Anda |
`;
  const { facts, headers, asked } = await read(`${endpoint}## Headers\n\n${table}`);
  expect(facts).toMatchObject({ 'media-type': 'application/json', security: 'basic' });
  expect(headers).toContain('X-Partner-Code');
  expect(asked).toContain('X-Partner-Code');
});

test('a row of a table of labels that is not read is a question, unless it only names the service', async () => {
  const rows = (more: string): string => `# Token\n\n| Item | Value |\n|---|---|
| Service name | Get access token |
| URL (sandbox) | https://sbx.a.test/v1/token |
| HTTP method | POST |
${more}`;
  const lost = await read(rows('| Token quota | 15 minutes |\n'));
  expect(lost.asked).toContain('"Token quota"');
  const named = await read(rows('| Kode Layanan | 73 |\n| Versi | 1.0 |\n'));
  expect(named.asked).not.toContain('they were not read');
});

test('the addresses of one operation in a table of labels share its path', async () => {
  const { facts } = await read(`# Otentikasi\n\n| Nama Layanan | Otentikasi Mitra |\n|---|---|
| Metode HTTP | POST |
| URL Pengembangan | https://dev.a.test/mitra/otentikasi |
| URL Produksi | https://api.a.test/mitra/otentikasi |
`);
  expect(facts).toMatchObject({
    method: 'POST',
    path: '/mitra/otentikasi',
    'server https://dev.a.test': true,
    'server https://api.a.test': true,
  });
});

test('a cell may list the environments', async () => {
  const { facts, asked } = await read(`# Token\n\n| Endpoint | /v2/token |\n|---|---|
| Verb | POST |
| Environments | UAT: https://uat.a.test <br> Live: https://live.a.test |
`);
  expect(facts).toMatchObject({ 'server https://uat.a.test': true, 'server https://live.a.test': true });
  expect(asked).not.toContain('Environments');
});

test('a media type is no body: where the page shows none, no clause demands one', async () => {
  const { asked, spec } = await read(`# Token\n\n| Method | POST |\n|---|---|
| Path | /v1/token |
| Content type | application/json |
| Authentication | Basic Auth |

## Request

No body.

## Response

| Field | Type | M/O |
|---|---|---|
| accessToken | string | M |
`);
  expect(asked).toContain('whether the request has a body: the page says "No body."');
  expect(JSON.stringify(atPointer(spec, '/paths/~1v1~1token/post/requestBody') ?? null)).not.toContain('x-clause');
});

test('a length that the form of a time beside it does not have is a question', async () => {
  const stamp = (length: number, form: string): string => `${endpoint}## Header

| Field | Mandatory | Type | Length | Description |
|---|---|---|---|---|
| X-TIMESTAMP | M | String | ${length} | Waktu lokal klien, ${form} |
`;
  const short = await read(stamp(28, 'yyyy-MM-ddTHH:mm:ss.SSSTZD'));
  expect(short.facts).not.toHaveProperty(['request header X-TIMESTAMP maxLength']);
  expect(short.asked).toContain('the length of X-TIMESTAMP');
  const long = await read(stamp(29, 'yyyy-MM-ddTHH:mm:ss.SSSTZD'));
  expect(long.facts).toMatchObject({ 'request header X-TIMESTAMP maxLength': 29 });
  const plain = await read(stamp(25, 'contoh 2024-05-20T08:55:40+07:00'));
  expect(plain.facts).toMatchObject({ 'request header X-TIMESTAMP maxLength': 25 });
});

test('a word for mandatory may be the last sentence about a field', async () => {
  const { facts, asked } = await read(`${endpoint}## Request Body

| Name | Description |
|---|---|
| apiKey | Your API key. Mandatory. |
| deviceId | Perangkat pengguna. Opsional |
`);
  expect(facts).toMatchObject({ 'request /apiKey required': true });
  expect(asked).not.toContain('deviceId');
});

test('a body that is no object is a question, since a draft states members alone', async () => {
  const list = {
    responses: { 200: { description: 'ok', content: { 'application/json': { schema: { type: 'array' } } } } },
  };
  const api = described('');
  const whole = page({ ...api, paths: { ...Object(api['paths']), '/quotes': { get: list } } });
  const { asked } = await read(whole, { operation: 'POST /oauth/token', with: ['GET /quotes'] });
  expect(asked).toMatch(/of the type array.*getQuotes/);
});

test('what all forms of a body have is so whichever is meant', async () => {
  const code = `code: { type: string, pattern: '^[A-Z]{8}$' }`;
  const [one, other] = ['{ type: integer, const: 60, minimum: 1 }', '{ type: integer, const: 90, minimum: 1 }'];
  const { facts, asked } = await read(
    page(
      described(`
request:
  anyOf:
    - { title: Kunci, type: object, required: [code, akses], properties: { ${code}, akses: { type: string }, umur: ${one}, mode: { type: string } } }
    - { title: Sertifikat, type: object, required: [code, bukti], properties: { ${code}, bukti: { type: string }, umur: ${other}, mode: { type: integer } } }`),
    ),
  );
  expect(facts).toMatchObject({ 'request /code required': true, 'request /code pattern': '^[A-Z]{8}$' });
  expect(facts).not.toHaveProperty(['request /akses type']);
  // Of what they say differently of a member the rest is so, unless it is of another type.
  expect(facts).toMatchObject({ 'request /umur type': 'integer', 'request /umur minimum': 1 });
  expect(facts).not.toHaveProperty(['request /umur const']);
  expect(facts).not.toHaveProperty(['request /mode type']);
  expect(asked).toContain('Kunci (akses, mode), Sertifikat (bukti, mode)');
});

test('the query of an address in a collection is sent', async () => {
  const request = {
    method: 'POST',
    url: 'https://a.test/pos/login?lang=en',
    header: [],
    body: { mode: 'raw', raw: '{"user":"a","pin":"1"}' },
  };
  const text = JSON.stringify({
    info: { name: 'pos', schema: 'https://schema.getpostman.com/json/collection/v2.0.0/collection.json' },
    item: [{ name: 'login', request, response: [{ name: 'ok', code: 200, body: '{"token":"a"}' }] }],
  });
  const { facts, asked } = await read({ text, format: 'openapi', base: 'a.json' });
  expect(facts).toHaveProperty(['request query lang type'], 'string');
  expect(asked).toContain('lang');
});

test('a sentence that names requests and answers gives the media type of both', async () => {
  const { facts } = await read(`# API\n\nAll requests and responses are in JSON (\`Content-Type: application/json\`).

## Token

POST https://a.test/token

### Response 200

| Name | Type | Required |
|---|---|---|
| token | string | Yes |
`);
  expect(facts).toMatchObject({ 'media-type': 'application/json', '200 media-type': 'application/json' });
});

test('numbers alone mark the headings of a plain text, and what is below each is of one operation', async () => {
  const table = (...rows: string[]): string => ['Field\tType\tRequired', ...rows].join('\n');
  const text = (between: string): string => `Payment API

1. Login${between}POST /api/v1/login

Request Body
${table('username\tstring\tY', 'password\tstring\tY')}

Response Body
${table('token\tstring\tY')}

2. Logout${between}POST /api/v1/logout

Request Header
${table('X-Session\tstring\tY')}

3. Create Payment${between}POST /api/v1/payments

Request Body
${table('amount\tnumber\tY')}
`;
  for (const between of ['\n', '\n\n']) {
    const { facts, headers } = await read(text(between));
    expect(facts).toMatchObject({ method: 'POST', path: '/api/v1/login', 'request /username required': true });
    expect(facts).not.toHaveProperty(['request /amount required']);
    expect(headers).toEqual([]);
  }
});

test('a column of values may describe them', async () => {
  const { facts, asked } = await read(`${endpoint}## Returns

| Name | Value |
|---|---|
| access_token | The token |
| valid_for | Seconds that the token is valid |
`);
  expect(facts).toHaveProperty(['200 status']);
  expect(asked).not.toContain('the unit of the lifetime');
});

test('marks around an address are none of it', async () => {
  for (const line of ['> `POST` **https://a.test/v1/token**', '**POST** *https://a.test/v1/token*']) {
    const { facts } = await read(`## Create token\n\n${line}\n`);
    expect(facts, line).toMatchObject({ method: 'POST', path: '/v1/token', 'server https://a.test': true });
  }
});

test('a label whose value says nothing that is read is a question', async () => {
  const rows = (more: string): string =>
    `# Token\n\n| Method | POST |\n|---|---|\n| Path | /v1/token |\n| Authentication | None |\n${more}`;
  expect((await read(rows('| Request format | XML |\n'))).asked).toContain('"Request format"');
  const { facts, asked } = await read(rows('| Format Data | JSON |\n| URL | /v1/token |\n'));
  expect(facts).toHaveProperty('media-type', 'application/json');
  expect(asked).not.toContain('they were not read');
});

test('the letters for mandatory stand in any order', async () => {
  const { facts } = await read(
    `${endpoint}## Body\n\n| Name | Type | M/C/O |\n|---|---|---|\n| code | String | M |\n| note | Email | O |\n`,
  );
  expect(facts).toMatchObject({ 'request /code required': true, 'request /note format': 'email' });
  expect(facts).not.toHaveProperty(['request /note required']);
});
