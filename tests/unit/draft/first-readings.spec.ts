/** What the first reading of a small page or file once got wrong without a question, and what stood beside it. */
import { expect, test } from '@playwright/test';
import type { DeriveOptions, Page } from '../../../src/draft/facts/input.ts';
import { flatten } from '../../../src/draft/merge/flatten.ts';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { accessOf } from '../../../src/draft/write/clauses/auth.ts';
import { draftOf } from '../../../src/draft/write/files/draft.ts';
import { atPointer, type Json } from '../../../src/formats/json.ts';
import { described, open, page } from '../../support/described.ts';

const markdown = (text: string): Page => ({ text, format: 'markdown', base: 'page.md' });

async function read(from: Page, options: DeriveOptions = {}) {
  const found = await factsOf(from, options);
  const files = draftOf(found, { provider: 'x', url: 'https://x.test', read: '2026-01-02' });
  return {
    facts: Object.fromEntries([...flatten(found)].map(([key, { value }]) => [key, value])),
    asked: open(found),
    access: accessOf(found),
    contract: files['contracts/x/contract.yaml'] ?? {},
    spec: files['specs/x.openapi.yaml'] ?? {},
  };
}

const endpoint = '# Token\n\nPOST https://a.test/token\n\n';

test('a number that a sentence about an item ends with is no length', async () => {
  const { facts } = await read(
    markdown(
      `${endpoint}## Response\n\n- \`expires_in\` (string, mandatory): life in seconds: 900\n- \`code\` (string, mandatory, 7)\n- \`note\` (string, optional): text, max 20\n`,
    ),
  );
  expect(facts).not.toHaveProperty(['200 /expires_in maxLength']);
  expect(facts).toMatchObject({ '200 /code maxLength': 7, '200 /note maxLength': 20 });
});

const snap = (form: string): string =>
  `${endpoint}## Header\n\n| Field | M/O | Format | Description |\n|---|---|---|---|
| X-TIMESTAMP | M | ${form} | Waktu klien |
| X-CLIENT-KEY | M | String | Client id |
| X-SIGNATURE | M | String | SHA256withRSA(privateKey, X-CLIENT-KEY\\|X-TIMESTAMP), base64 |\n`;

test('the form of a timestamp is read where the column of types gives it', async () => {
  const { access } = await read(markdown(snap('yyyy-MM-ddTHH:mm:ss.SSSXXX')));
  expect(atPointer(access.auth, '/timestamp')).toEqual({
    header: 'X-TIMESTAMP',
    form: "yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
    zone: '+07:00',
  });
});

const keyed = `
security: [ { key: [] } ]
components: { securitySchemes: { key: { type: apiKey, in: query, name: akses } } }`;

test('the key of a security scheme is a secret, and a request without it is refused as its credentials are', async () => {
  const { contract, spec } = await read(page(described(keyed)));
  expect(atPointer(contract, '/credentials/akses/secret')).toBe(true);
  const parameters = atPointer(spec, '/paths/~1oauth~1token/post/parameters');
  expect(parameters).toEqual([
    expect.objectContaining({ 'x-clause': expect.objectContaining({ refusal: 'credentials' }) }),
  ]);
});

test('such a key is a secret under any name that ends so, but for the one of a client, which is an id', async () => {
  const secretOf = async (name: string): Promise<Json | undefined> => {
    const { contract } = await read(
      page(described(keyed.replace('in: query, name: akses', `in: header, name: ${name}`))),
    );
    const [[, credential] = []] = Object.entries(atPointer(contract, '/credentials') ?? {});
    return credential?.secret ?? false;
  };
  for (const name of ['x-partner-key', 'Merchant-Key', 'Kunci-Mitra-Kunci'])
    expect(await secretOf(name), name).toBe(true);
  for (const name of ['X-CLIENT-KEY', 'X-Partner-Id']) expect(await secretOf(name), name).toBe(false);
});

test('an operation with a key of its own is asked without a token, and has no clause about one', async () => {
  const whole = described(`${keyed}
operation: { security: [] }`);
  const list = { responses: { 200: { description: 'ok' } } };
  const api = page({ ...whole, paths: { ...(whole['paths'] as { [path: string]: Json }), '/things': { get: list } } });
  const { contract, asked } = await read(api, { operation: 'POST /oauth/token', with: ['GET /things'] });
  expect(atPointer(contract, '/operations/getThings')).toEqual({
    headers: {},
    query: { akses: { credential: 'akses' } },
  });
  expect(asked).not.toContain('how getThings is authenticated');
  expect(JSON.stringify(contract['clauses'])).not.toContain('x-operations-guarded');
});

test('what is given a token and answers with none does not issue it', async () => {
  const body = (names: string[]): Json => ({
    content: {
      'application/json': {
        schema: {
          type: 'object',
          required: names,
          properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
        },
      },
    },
  });
  const { facts } = await read(
    page({
      ...{ openapi: '3.0.0', info: { title: 'x', version: '1' }, servers: [{ url: 'https://a.test' }] },
      paths: {
        '/devices/token': {
          post: {
            summary: 'Register a push token',
            requestBody: body(['token']),
            responses: { 204: { description: 'done' } },
          },
        },
        '/login': {
          post: {
            ...{ summary: 'Login mitra', requestBody: body(['username', 'password']) },
            responses: { 200: { description: 'ok', ...(body(['accessToken']) as object) } },
          },
        },
      },
    }),
  );
  expect(facts['path']).toBe('/login');
});

test('forms of a body that authenticate the client in different ways are a question', async () => {
  const { asked, facts } = await read(
    page(
      described(`
request: { type: object, required: [client_id], properties: { client_id: { type: string } }, oneOf: [
  { required: [client_secret], properties: { client_secret: { type: string } } },
  { required: [client_assertion], properties: { client_assertion: { type: string } } } ] }`),
    ),
  );
  expect(asked).toContain('which of the forms');
  expect(facts).not.toHaveProperty(['request /client_secret required']);
});

test('a fault in a description inside a page is named with the line and column of the page', async () => {
  const block = '```json\n{\n  "openapi": "3.0.0",\n  "info": { "title": "x" "version": "1" }\n}\n```\n';
  const fault = await factsOf(markdown(`# Spec\n\n${block}`)).catch((error: unknown) => error);
  expect(fault).toMatchObject({ problems: [expect.stringMatching(/^line 6, column 26: /), expect.anything()] });
});

test('a table of codes and sentences is no table of tables, and one that gives nothing is a question', async () => {
  const { facts, asked } = await read(
    markdown(
      `${endpoint}## Response Code\n\n| HTTP | Response Code | Response Message | Keterangan |\n|---|---|---|---|
| 400 | 4007301 | Invalid Field Format | Format field tidak sesuai |
| 401 | 4017300 | Unauthorized | Salah |\n\n## Batas\n\n| Lingkungan | Permintaan per detik |\n|---|---|\n| Sandbox | 5 |\n`,
    ),
  );
  expect(facts).toMatchObject({ '400 status': true, '401 status': true });
  expect(asked).toContain('whether the answers hold Response Code');
  expect(asked).toContain('what the table "Batas" (line 14) states; it was not read: no row of it could be read');
});

test('the first sentence of the words may be the type, and a column of values may give the only one', async () => {
  const { facts } = await read(
    markdown(
      `${endpoint}## Body\n\n| Property | Must be sent | Allowed |\n|---|---|---|\n| grant_type | yes | client_credentials |
| audience | no | payments, payouts |\n\n## Hasil\n\n| Kunci | Arti |\n|---|---|\n| access_token | String. Send it as a bearer token. |\n`,
    ),
  );
  expect(facts).toMatchObject({
    'request /grant_type required': true,
    'request /grant_type const': 'client_credentials',
    'request /audience enum': ['payments', 'payouts'],
    '200 /access_token type': 'string',
  });
});

test('an offset without a colon, which BI SNAP does not have, is asked for', async () => {
  const example = (time: string): Page => markdown(snap('String').replace('Waktu klien', `Contoh: ${time}`));
  const form = /the form (?:and the zone )?of X-TIMESTAMP/;
  expect((await read(example('2025-01-31T08:00:00+0700'))).asked).toMatch(form);
  expect((await read(example('2025-01-31T08:00:00+07:00'))).asked).not.toMatch(form);
});

test('a body inside a line is a sample of the request', async () => {
  const { contract, asked } = await read(
    markdown(`${endpoint}Header: \`X-Key\`\n\nBody: \`{"grantType": "client_credentials"}\`\n`),
  );
  expect(atPointer(contract, '/control/body')).toEqual({ grantType: 'client_credentials' });
  expect(asked).toContain('whether grantType of the request is mandatory');
});

test('of two statuses for wrong parameters each is documented for its faults, and none that is of a body that cannot be read', async () => {
  for (const [remark, row] of [
    ['A parameter is missing', 'parameters-422'],
    ['Malformed JSON', 'parameters'],
  ] as const) {
    const { contract } = await read(
      markdown(
        `${endpoint}## Body\n\n| Field | Type | Required |\n|---|---|---|\n| client_secret | string | yes |\n\n## Status\n\n| Status | Remarks |\n|---|---|\n| 400 | ${remark} |\n| 401 | Wrong secret |\n| 422 | A parameter is invalid |\n`,
      ),
    );
    expect(atPointer(contract, `/refusals/${row}/documented`), remark).toEqual([{ status: 422 }]);
  }
});

test('a timestamp in UTC, as words or a sample say, is not sent with the offset of BI SNAP', async () => {
  const bare = snap('String').replace('Waktu klien', 'ISO 8601');
  const sample = (time: string): string =>
    `\n## Request\n\n\`\`\`http\nPOST /token HTTP/1.1\nX-TIMESTAMP: ${time}\n\`\`\`\n`;
  const zone = async (text: string): Promise<Json | undefined> =>
    atPointer((await read(markdown(text))).access.auth, '/timestamp/zone');
  expect(await zone(bare + sample('2024-09-01T01:02:03Z'))).toBe('Z');
  expect((await read(markdown(bare.replace('ISO 8601', 'ISO 8601 in UTC')))).asked).toContain(
    'the form of X-TIMESTAMP',
  );
  expect((await read(markdown(bare.replace('ISO 8601', 'ISO 8601, UTC+7')))).asked).not.toContain('the form of');
});

test('a variable of a collection may end with the slash that its path begins with, and GraphQL is sent as JSON', async () => {
  const collection = (url: string, body: Json): Page =>
    page({
      info: { name: 'x', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
      variable: [{ key: 'url', value: 'https://a.test/v9/' }],
      item: [{ name: 'token', request: { method: 'POST', url, body, header: [] } }],
    });
  const empty = { mode: 'raw', raw: '{}' };
  for (const [url, path, server] of [
    ['{{url}}token', '/v9/token', 'https://a.test'],
    ['{{url}}/token', '/token', 'https://a.test/v9'],
  ] as const)
    expect((await read(collection(url, empty))).facts, url).toMatchObject({ path, [`server ${server}`]: true });
  const { facts } = await read(
    collection('{{url}}token', { mode: 'graphql', graphql: { query: 'mutation { login { token } }' } }),
  );
  expect(facts['media-type']).not.toBe('text/plain');
});

test('the words about a field may be its attributes alone', async () => {
  const { facts } = await read(
    markdown(`${endpoint}## Body\n\n| Kolom | Ketentuan |\n|---|---|\n| client_id | wajib, string, maks 32 |\n`),
  );
  expect(facts).toMatchObject({
    'request /client_id required': true,
    'request /client_id type': 'string',
    'request /client_id maxLength': 32,
  });
});
