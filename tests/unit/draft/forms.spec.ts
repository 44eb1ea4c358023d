/** The forms people write documentation in: what each gives, and what it leaves open. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { flatten } from '../../../src/draft/merge/flatten.ts';
import { readPage } from '../../../src/draft/page/text/source.ts';
import { onlyValue } from '../../../src/draft/page/values/only-value.ts';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { draftOf, todosOf } from '../../../src/draft/write/files/draft.ts';
import { atPointer, type Json } from '../../../src/formats/json.ts';

const forms = fileURLToPath(new URL('../../fixtures/pages/forms/', import.meta.url));
const origin = { provider: 'x', url: 'https://x.test/docs', read: '2026-01-02' };

async function read(
  name: string,
): Promise<{ facts: Record<string, Json>; todos: string[]; control: Json; token: Json }> {
  const found = await factsOf(await readPage(join(forms, name)));
  const contract = draftOf(found, origin)['contracts/x/contract.yaml'];
  return {
    facts: Object.fromEntries([...flatten(found)].map(([key, { value }]) => [key, value])),
    todos: todosOf(found, origin).map(({ what }) => what),
    control: contract?.['control'] ?? null,
    token: contract?.['token'] ?? null,
  };
}

test('a page of BI SNAP in Indonesian: bold captions, a table of labels, samples that are nearly JSON, a form of timestamp', async () => {
  const { facts, todos, control } = await read('indonesian.md');
  expect(facts).toMatchObject({
    method: 'POST',
    path: '/snap/v1.0/access-token/b2b',
    'media-type': 'application/json',
    'request header X-CLIENT-KEY maxLength': 36,
    'request /grantType const': 'client_credentials',
    '200 /accessToken maxLength': 2048,
    '200 /tokenType const': 'Bearer',
    '401 /responseCode type': 'string',
    '504 status': true,
  });
  // The signature of BI SNAP with the form of time that the page has.
  expect(atPointer(control, '/auth')).toMatchObject({
    mechanism: 'signature',
    algorithm: 'rsa-sha256',
    encoding: 'base64',
    over: '{header:X-CLIENT-KEY}|{header:X-TIMESTAMP}',
    timestamp: { header: 'X-TIMESTAMP', form: "yyyy-MM-dd'T'HH:mm:ss.SSSXXX", zone: '+07:00' },
  });
  expect(todos.filter((what) => what.startsWith('the form of X-TIMESTAMP'))).toEqual([]);
  // The page says by which algorithm, and leaves the rest to the standard that it names.
  const ofAuth = todos.filter((what) => what.includes('how a client authenticates'));
  expect(ofAuth).toEqual([
    expect.stringContaining('of which the draft has what BI SNAP signs, nor how the signature is written'),
  ]);
});

test('a page copied out of a browser with one cell to a line', async () => {
  const { facts } = await read('copied.md');
  expect(facts).toMatchObject({
    'server https://api.copied.test': true,
    method: 'POST',
    path: '/v2/oauth/token',
    'media-type': 'application/x-www-form-urlencoded',
    security: 'basic',
    'request /grant_type const': 'client_credentials',
    'request /scope type': 'string',
    '200 /access_token required': true,
    '200 /expires_in type': 'integer',
  });
});

test('fields as bullets, in Markdown and as elements of HTML', async () => {
  const bullets = await read('bullets.md');
  expect(bullets.facts).toMatchObject({
    'request /grant_type const': 'client_credentials',
    'request /client_secret required': true,
    '200 /expires_in required': true,
    '400 status': true,
    '401 status': true,
  });
  expect(bullets.facts).not.toHaveProperty('200 /access_token required');
  const elements = await read('elements.html');
  expect(elements.facts).toMatchObject({
    path: '/api/v2/token',
    'request /client_id required': true,
    'request /client_id type': 'string',
    '200 /token type': 'string',
    '200 /ttl type': 'integer',
  });
});

test('attributes in the column of the type; a lifetime in minutes; another operation under bold captions', async () => {
  const { facts, token } = await read('bold.md');
  expect(facts).toMatchObject({
    'request /username required': true,
    'request /password maxLength': 32,
    'request /device maxLength': 10,
    'request /kind maxLength': 18,
    '200 /token required': true,
  });
  expect(Object.keys(facts).some((key) => key.includes('balance') || key.includes('X-FOO'))).toBe(false);
  expect(token).toEqual({ value: '/token', lifetime: '/expires_in', lifetimeUnit: 'minutes' });
});

test('query, headers, members of members, and what stands under another topic', async () => {
  const { facts, todos } = await read('nested.md');
  expect(facts).toMatchObject({
    'server https://api.nested.test': true,
    'request query tenant required': true,
    '200 /data/access_token required': true,
    '200 /status const': 'success',
    '401 status': true,
  });
  for (const name of [
    '/region const',
    '/charset const',
    '/level const',
    '/refresh_token type',
    '/amount type',
    '/X-Rate type',
  ])
    expect(facts, name).not.toHaveProperty(`request ${name}`);
  expect(todos).toEqual(
    expect.arrayContaining([
      expect.stringContaining('under "Refresh token"'),
      expect.stringContaining('X-Request-Id (Headers, X-Request-Id): it is to be new in each request'),
      expect.stringContaining('whether region is mandatory'),
    ]),
  );
});

test('samples alone: a use of the token gives nothing to the request for it, and nothing is called mandatory', async () => {
  const { facts, todos, control } = await read('samples.md');
  expect(facts).toMatchObject({ path: '/oauth/token', security: 'basic', 'request /grant_type type': 'string' });
  expect(Object.keys(facts).filter((key) => /tenant|cards|total|required|const$/i.test(key))).toEqual([]);
  expect(control).toMatchObject({ auth: { mechanism: 'basic' }, body: { grant_type: 'client_credentials' } });
  expect(todos.filter((what) => what.includes('"Error codes"'))).toHaveLength(1);
});

test('OpenAPI as a whole: alternatives of security, several media types, ranges, forms, callbacks', async () => {
  const { facts, todos } = await read('whole.yaml');
  expect(facts).toMatchObject({ path: '/auth', security: 'basic', '200 /access_token required': true });
  expect(Object.keys(facts).filter((key) => /mfa|const$|region required/.test(key))).toEqual([]);
  for (const part of [
    'application/json or application/x-www-form-urlencoded',
    'audience may be: the description gives several forms',
    'gives for 4XX, with code',
    'gives for default, with code',
    'which of several ways: basic; or the query parameter api_key with a client certificate (cert)',
    'which status the answer has (OpenAPI, response 2XX)',
    'Mfa: OpenAPI, response 2XX has these forms too',
  ])
    expect(
      todos.filter((what) => what.includes(part)),
      part,
    ).toHaveLength(1);
});

test('a Swagger file and a collection keep what they say, and a collection calls nothing mandatory', async () => {
  const swagger = await read('swagger.yaml');
  expect(swagger.facts).toMatchObject({
    'server https://api.s.test/v1': true,
    'media-type': 'application/x-www-form-urlencoded',
    security: 'basic',
    'request header X-API-KEY required': true,
    'request /grant_type const': 'client_credentials',
    '200 /access_token maxLength': 500,
    '401 /error required': true,
  });
  const collection = await read('collection.json');
  expect(collection.facts).toMatchObject({ security: 'basic', '200 /access_token type': 'string' });
  expect(Object.keys(collection.facts).filter((key) => key.endsWith(' required'))).toEqual([]);
});

test('words name the only value where they say so, and not where they give an example', () => {
  for (const [words, shown, value] of [
    ['Must be `client_credentials`.', [], 'client_credentials'],
    ['Filled with Bearer type', ['Bearer'], 'Bearer'],
    ['Set to API_USER', [], 'API_USER'],
    ['selalu "Bearer"', [], 'Bearer'],
    ['Bearer', ['Bearer'], 'Bearer'],
    ['eu or us, by account', ['eu'], null],
    ['Your region, e.g. `eu_west`', ['eu_west'], null],
    ['Must be UTF-8', [], null],
    ['one of: `low_level` or `high_level`', [], null],
    ['Must be the `client_id` you received', [], null],
    ['An error level', ['error'], null],
    ['"900" : life in seconds', ['900'], null],
  ] as const)
    expect(onlyValue(words, [...shown]), words).toBe(value);
});

test('two pages about one operation give their facts together, and a third about another gives none', async () => {
  const page = (base: string, text: string) => ({ text, format: 'markdown' as const, base });
  const table = (title: string, name: string): string =>
    `## ${title}\n\n| Name | Type | Required |\n|---|---|---|\n| ${name} | string | Yes |\n`;
  const found = await factsOf([
    page('a.md', `# Token request\n\nPOST /v1/oauth/token\n\n${table('Request', 'client_secret')}`),
    page('b.md', `# Token response\n\nPOST /v1/oauth/token\n\n${table('Response 200', 'access_token')}`),
    page('c.md', `# Cards\n\nGET /v1/cards\n\n${table('Response 200', 'cards')}`),
  ]);
  const names = [...flatten(found).keys()].filter((key) => key.endsWith(' required') && key.includes('/'));
  expect(names).toEqual(['request /client_secret required', '200 /access_token required']);
  expect(found.account.filter(({ page: name, why }) => name === 'c.md' && why.includes('Cards'))).toHaveLength(2);
});

test('a command with very many arguments keeps each value with its option', async () => {
  const headers = Array.from({ length: 450 }, (_, index) => `--compressed -H 'X-H${index}: -v'`).join(' ');
  const text = `# Token\n\n\`\`\`sh\ncurl ${headers} -X POST https://a.test/token -d '{"grant_type":"x"}'\n\`\`\`\n`;
  const facts = await factsOf({ text, format: 'markdown', base: 'page' });
  expect(facts.headers.map(({ name }) => name)).toEqual(Array.from({ length: 450 }, (_, index) => `X-H${index}`));
  expect(facts.request.map(({ pointer }) => pointer)).toEqual(['/grant_type']);
  expect([facts.method?.value, facts.path?.value]).toEqual(['POST', '/token']);
});
