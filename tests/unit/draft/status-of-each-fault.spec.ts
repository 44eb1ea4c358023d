/** Which status each fault has, where words about a status name it: its refusal, and what is asked. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { draftOf, todosOf } from '../../../src/draft/write/files/draft.ts';
import { isObject, type Json } from '../../../src/formats/json.ts';
import { endpoint, table } from '../../support/draft.ts';

const origin = { provider: 'x', url: 'https://x.test', read: '2026-01-02' };

/** The refusal of each clause and of each mark of a draft, by its id, and what is asked. */
async function refusedIn(text: string, format: 'markdown' | 'openapi' = 'markdown') {
  const facts = await factsOf({ text, format, base: 'page' });
  const found: Record<string, Json> = {};
  const walk = (node: Json | undefined): void => {
    if (Array.isArray(node)) for (const one of node) walk(one);
    if (!isObject(node)) return;
    for (const one of [node, node['x-clause']])
      if (isObject(one) && typeof one['id'] === 'string') found[one['id']] = one['refusal'] ?? null;
    for (const one of Object.values(node)) walk(one);
  };
  for (const file of Object.values(draftOf(facts, origin))) walk(file);
  const asked = todosOf(facts, origin).map(({ what }) => what);
  return { found, asked: asked.join('\n') };
}

const keyed = (...rows: string[]) =>
  `${endpoint}## Request headers\n\n${table('Header | Required | Description', 'X-API-Key | yes | The key of your user')}## Request body\n\n${table('Name | Type | Required', 'product | string (20) | yes')}## Response 200\n\n${table('Name | Type | Required', 'access_token | string | yes')}## Errors\n\n${table('Status | Meaning', ...rows)}`;

test('a key that words call none at all is refused by their status', async () => {
  for (const words of [
    'No API key, or an unknown one',
    'Unknown API key, or no API key at all',
    'Tidak ada API key, atau API key tidak dikenal',
    'The request has no API key; or the API key is revoked',
    'Tanpa API key, atau API key salah',
  ]) {
    const { found, asked } = await refusedIn(keyed('400 | Malformed JSON', `401 | ${words}`, '422 | Unknown product'));
    expect.soft(found, words).toMatchObject({ 'x-api-key': 'credentials' });
    expect.soft(asked, words).not.toMatch(/X-API-Key (?:or product )?missing/);
  }
});

test('fields that a list in brackets names have the status of its row, beside those of other requests', async () => {
  for (const words of [
    'Invalid Field Format [clientId/clientSecret/product]',
    'Invalid Field Format [partnerId, product]',
    'Format salah (clientId / product / amount)',
    'Invalid Field Format {product|clientId}',
  ]) {
    const { found, asked } = await refusedIn(keyed(`400 | ${words}`, '401 | Unauthorized'));
    expect.soft(JSON.stringify(found['x-product']), words).toMatch(/"type":"parameters"|^"parameters"/);
    expect.soft(asked, words).not.toContain('product of another type');
  }
});

const signed = (head: string, errors: string[], about = '') =>
  `# Access token\n\nPOST https://a.test/v1.0/access-token/b2b\n\n## Request headers\n\n${table(`${head} | Required | Description`, 'X-TIMESTAMP | yes | As 2026-01-02T15:04:05+07:00', 'X-CLIENT-KEY | yes | Your client id', 'X-SIGNATURE | yes | SHA256withRSA of X-CLIENT-KEY + "\\|" + X-TIMESTAMP, in Base64')}## Request body\n\n${table('Name | Required | Description', 'grantType | yes | client_credentials')}${about}## Response 200\n\n${table('Name | Type | Required', 'accessToken | string | yes')}${errors.length > 0 ? `## Errors\n\n${table('Status | Meaning', ...errors)}` : ''}`;

test('a credential that is not there is a parameter that is missing where the table of headers calls it so', async () => {
  for (const [head, words] of [
    ['Parameter', 'Mandatory parameter missing'],
    ['Parameter', 'Parameter wajib tidak dikirim'],
    ['Field', 'A field is missing'],
    ['Parameter', 'A required parameter was not sent'],
  ] as const) {
    const { found } = await refusedIn(signed(head, [`400 | ${words}`, '401 | Signature is wrong']));
    expect.soft(found, words).toMatchObject({ 'x-client-key': 'or-empty', 'x-signature': 'or-empty' });
  }
  // The word for it, or words that are of who does not authenticate, leave it open.
  for (const [head, words, wrong] of [
    ['Header', 'A mandatory field is missing', 'Signature is wrong'],
    ['Parameter', 'Mandatory parameter missing', 'Authentication failed'],
  ] as const) {
    const { found } = await refusedIn(signed(head, [`400 | ${words}`, `401 | ${wrong}`]));
    expect.soft(found, `${head} ${words}`).toMatchObject({ 'x-client-key': 'either', 'x-signature': 'either' });
  }
});

test('a time beyond the window of which no words say it may be refused in either way, and is asked beside parameters', async () => {
  for (const wrong of ['Unauthorized', 'Signature salah', 'Invalid signature']) {
    const { found, asked } = await refusedIn(signed('Header', [`401 | ${wrong}`]));
    expect.soft(found, wrong).toMatchObject({ 'x-timestamp-current': 'either' });
    expect.soft(asked, wrong).toContain('how wrong parameters are refused, and a time beyond the window');
  }
  const { found, asked } = await refusedIn(signed('Header', ['401 | Authentication failed']));
  expect(found).toMatchObject({ 'x-timestamp-current': 'credentials' });
  expect(asked).not.toContain('a time beyond the window');
});

test('authentication that fails is said of a client without credentials, whatever a list below it says of single ones', async () => {
  const page = (words: string) =>
    JSON.stringify({
      openapi: '3.0.3',
      info: { title: 'a', version: '1' },
      security: [{ basic: [] }],
      components: { securitySchemes: { basic: { type: 'http', scheme: 'basic' } } },
      paths: {
        '/token': {
          post: {
            summary: 'Issue a token',
            responses: {
              200: {
                description: 'ok',
                content: {
                  'application/json': {
                    schema: {
                      type: 'object',
                      required: ['access_token'],
                      properties: { access_token: { type: 'string' } },
                    },
                  },
                },
              },
              401: { description: words },
            },
          },
        },
      },
    });
  for (const [words, refusal] of [
    ['Autentikasi gagal. `rc`:\n\n* `A1` - PIN salah\n* `A2` - tanda tangan salah', 'credentials'],
    ['Authentication failed.\n\n- `E1`: wrong password\n- `E2`: wrong key', 'credentials'],
    ['Not authenticated:\n\n1. E1 wrong password\n2. E2 unknown user', 'credentials'],
    ['One of these:\n\n- `E1`: wrong password\n- `E2`: wrong key', 'either'],
  ]) {
    const { found } = await refusedIn(page(String(words)), 'openapi');
    expect.soft(found, words).toMatchObject({ 'x-basic-present': refusal });
  }
});

test('the sentence before a body says of when it is answered', async () => {
  for (const [words, refusal] of [
    ['If `X-SIGNATURE` is wrong, we answer **HTTP 401** with:', 'unnamed'],
    ['Jika `X-SIGNATURE` salah, bank menjawab **HTTP 401** dengan body:', 'unnamed'],
    ['The answer is 401 when `X-SIGNATURE` cannot be verified:', 'unnamed'],
    ['Jika `X-SIGNATURE` salah, Bayarin menjawab **HTTP 401** dengan body:', 'unnamed'],
    ['The answer 401:', 'credentials'],
  ]) {
    const page = `${signed('Header', [])}## Errors\n\n${words}\n\n\`\`\`json\n{ "responseCode": "4017300" }\n\`\`\`\n\nA wrong format of X-TIMESTAMP is answered with 400.\n`;
    const { found } = await refusedIn(page);
    expect.soft(found, words).toMatchObject({ 'x-client-key': refusal, 'x-signature': refusal });
  }
});

test('a question quotes each line of words about a status by itself', async () => {
  const errors = ['400 | Malformed JSON<br>Product unknown', '401 | Unauthorized'];
  const { asked } = await refusedIn(keyed(...errors));
  expect(asked).toContain('400 for "Malformed JSON", "Product unknown"');
});

const sending = (body: string, ...errors: string[]) =>
  `${endpoint}## Request body (application/json)\n\n${table('Name | Type | Required | Description', 'client_id | string | yes | Your id', 'client_secret | string | yes | Your secret', body)}## Response 200\n\n${table('Name | Type | Required', 'access_token | string | yes')}## Errors\n\n${table('Status | Meaning', ...errors)}`;

test('422 for a request that is called wrong says what it holds, and nothing of a body that cannot be read', async () => {
  for (const words of ['Validation failed', 'Validation error', 'Permintaan tidak valid', 'The request is invalid']) {
    const { found, asked } = await refusedIn(
      sending('ttl | integer | no | Seconds', '401 | Wrong key', `422 | ${words}`),
    );
    expect.soft(asked, words).toContain('a body that cannot be read, another media type');
    expect.soft(found, words).toMatchObject({ 'x-ttl': 'parameters' });
  }
  const { asked } = await refusedIn(
    sending('ttl | integer | no | Seconds', '401 | Wrong key', '422 | Malformed request'),
  );
  expect(asked).not.toContain('a body that cannot be read');
});

test('a malformed request is not one with another value than those that are taken', async () => {
  const grant = 'grant_type | string | yes | Always `client_credentials`';
  for (const words of [
    'The request is malformed or a field is missing',
    'Malformed request, or a field is missing',
    'Format permintaan salah, atau field wajib kosong',
  ]) {
    const { found, asked } = await refusedIn(sending(grant, `400 | ${words}`, '401 | Wrong key'));
    expect.soft(found, words).toMatchObject({ 'x-grant-type': { value: 'unnamed', required: 'parameters' } });
    expect.soft(asked, words).toContain('grant_type with another value');
  }
  const { asked } = await refusedIn(sending(grant, '400 | Bad request', '401 | Wrong key'));
  expect(asked).not.toContain('grant_type with another value');
});

test('that no refusal holds a token is of the page only where it shows each refusal', async () => {
  const shown = (status: number) => `## Response ${status}\n\n\`\`\`json\n{ "error": "a", "message": "b" }\n\`\`\`\n\n`;
  const page = sending('ttl | integer | no | Seconds', '400 | Malformed', '401 | Wrong key', '429 | Too many requests');
  const of = async (text: string) => {
    const facts = await factsOf({ text, format: 'markdown', base: 'page' });
    return JSON.stringify(draftOf(facts, origin)['contracts/x/contract.yaml']).match(
      /"id":"x-no-token-in-error".*?"source":"([\w-]+)"/,
    )?.[1];
  };
  expect.soft(await of(page + shown(400) + shown(401))).toBe('page');
  expect.soft(await of(page + shown(401))).toBe('cwe-201');
});

test('words of another algorithm are no place of the signature of BI SNAP', async () => {
  for (const [words, source] of [
    ['The signature is made with `HMAC-SHA512` and the client secret.', 'snap'],
    ['Signature dibuat dengan `HMAC-SHA512` menggunakan `clientSecret`.', 'snap'],
    ['The signature is made with `SHA256withRSA` and your private key.', 'page'],
  ]) {
    const headers = table(
      'Header | Mandatory | Description',
      'X-TIMESTAMP | M | Time',
      'X-CLIENT-KEY | M | Client id issued to you',
      'X-SIGNATURE | M | Signature',
    );
    const text = `# Access token\n\nPOST https://a.test/v1.0/access-token/b2b\n\nThe request follows BI SNAP.\n\n## Header\n\n${headers}## StringToSign Format\n\n${words}\n\n## Response 200\n\n${table('Name | Type | Required', 'accessToken | string | yes')}`;
    const facts = await factsOf({ text, format: 'markdown', base: 'page' });
    const drafted = JSON.stringify(draftOf(facts, origin)['contracts/x/contract.yaml']);
    expect.soft(drafted.match(/"id":"x-signature-verified".*?"source":"([\w-]+)"/)?.[1], words).toBe(source);
  }
});
