/** Which operation issues tokens, where the names of several speak of tokens. */
import { expect, test } from '@playwright/test';
import type { Page } from '../../../src/draft/facts/input.ts';
import { flatten } from '../../../src/draft/merge/flatten.ts';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { todosOf } from '../../../src/draft/write/files/draft.ts';

async function read(from: Page) {
  return { facts: Object.fromEntries([...flatten(await factsOf(from))].map(([key, { value }]) => [key, value])) };
}

const posted = (name: string, answer: string, request = '', more: object = {}): object => ({
  post: {
    ...{ summary: name, ...more },
    ...(request === ''
      ? {}
      : {
          requestBody: {
            content: { 'application/json': { schema: { type: 'object', properties: { [request]: {} } } } },
          },
        }),
    responses: {
      200: {
        description: 'ok',
        content: { 'application/json': { schema: { type: 'object', properties: { [answer]: { type: 'string' } } } } },
      },
    },
  },
});

const api = (paths: Record<string, object>, more: object = {}): Page => ({
  text: JSON.stringify({ openapi: '3.0.0', info: { title: 'x', version: '1' }, paths, ...more }),
  format: 'openapi',
  base: 'api.json',
});

test('who signs in is given the token, and what is read without a word is not', async () => {
  const read_ = Object(posted('Get a redemption token', 'token'))['post'];
  const { facts } = await read(
    api({
      '/auth/refresh': posted('Refresh an access token', 'accessToken', 'refreshToken'),
      '/auth/signin': posted('Sign in', 'accessToken', 'clientSecret'),
      '/points/token': { get: read_ },
    }),
  );
  expect(facts).toMatchObject({ path: '/auth/signin' });
});

test('an operation that is asked with a token of another address issues none', async () => {
  const flow = { tokenUrl: 'https://auth.a.test/connect/token', scopes: {} };
  const reading = read(
    api(
      { '/tokens': posted('Exchange an account number for a token', 'token', 'account') },
      {
        security: [{ o: [] }],
        components: { securitySchemes: { o: { type: 'oauth2', flows: { clientCredentials: flow } } } },
      },
    ),
  );
  await expect(reading).rejects.toThrow('is not described');
});

test('an operation that is asked with a token, and with nothing that shows who asks, is not taken for its source', async () => {
  const bearer = { security: [{ b: [] }], components: { securitySchemes: { b: { type: 'http', scheme: 'bearer' } } } };
  const orders = { get: { summary: 'List orders', responses: { 200: { description: 'ok' } } } };
  const reading = read(
    api({ '/payment-tokens': posted('Create a payment token', 'token', 'amount'), '/orders': orders }, bearer),
  );
  await expect(reading).rejects.toThrow('Several operations');
  // Generators put the security of all operations on the one for tokens too.
  const { facts } = await read(api({ '/api/login': posted('Login', 'token', 'password'), '/orders': orders }, bearer));
  expect(facts).toMatchObject({ path: '/api/login' });
});

test('what anybody may read, and a token of a form or a device, is no grant in silence', async () => {
  const csrf = { get: Object(posted('Get CSRF token', 'token'))['post'] };
  const reading = read(api({ '/csrf-token': csrf, '/api/session': posted('Buka sesi', 'reference', 'userKey') }));
  await expect(reading).rejects.toThrow('Several operations');
});

test('sections are about the operations that a table lists by the names in their headings', async () => {
  const fields = (...rows: string[]): string =>
    `\n| Name | Type | Required |\n|---|---|---|\n${rows.map((row) => `| ${row} |`).join('\n')}\n`;
  const page = (open: string): string => `# Keys

| Call | Verb | Path |
|---|---|---|
| Open | POST | ${open} |
| Check | GET | /keys/open/state |
| Change pin | PUT | /keys/pin |

## Open: request
${fields('shop | string | yes', 'pin | string | yes')}
## Open: response (200)
${fields('access_token | string | yes')}
## Check: response (200)
${fields('alive | boolean | yes')}
## Change pin: request
${fields('pin | string | yes', 'newPin | string | yes')}
## Errors of Check and Change pin

| Status | Meaning |
|---|---|
| 410 | gone |
`;
  // One path speaks of tokens, the other does not.
  for (const open of ['/keys/open', '/keys/token']) {
    const { method, path, request, answers, todos } = await factsOf({
      ...{ text: page(open), format: 'markdown', base: 'page' },
    });
    expect([method?.value, path?.value]).toEqual(['POST', open]);
    expect(request.map(({ pointer }) => pointer)).toEqual(['/shop', '/pin']);
    expect(answers.map(({ status, members }) => [status, members.map(({ pointer }) => pointer)])).toEqual([
      [200, ['/access_token']],
    ]);
    expect(todos.map(({ what }) => what).join('\n')).not.toContain('none is clearly');
  }
});

const markdown = (text: string): Page => ({ text, format: 'markdown', base: 'page.md' });

const made = (title: string, line: string, request: string, answer: string): string =>
  `## ${title}\n\n\`${line}\`\n\n| Field | Type | Required |\n|---|---|---|\n| ${request} | string | yes |\n\nAnswer \`200\`:\n\n| Field | Type | Required |\n|---|---|---|\n| ${answer} | string | yes |\n\n`;

test('tokens of an order, a card or a device are none of access, and two that may be are asked about', async () => {
  const grant = made('Masuk', 'GET /identity/issue', 'grant_type', 'access_token');
  for (const other of [
    made('Create checkout token', 'POST /pay/tokens', 'order_id', 'token'),
    made('Simpan kartu', 'POST /card-tokens', 'nomor_kartu', 'token'),
    made('Token for the cart', 'POST /cart/token', 'ref', 'token'),
  ])
    expect((await read(markdown(`# Pages\n\n${other}${grant}`))).facts).toMatchObject({ path: '/identity/issue' });
  const likely = made('Get token', 'POST /access', 'key', 'token');
  await expect(read(markdown(`# Pages\n\n${likely}${grant}`))).rejects.toThrow('Several operations');
});

test('the only addresses of a table are those of all services; of several, one service each, none is taken', async () => {
  const table = (...rows: string[]): string =>
    `# Api\n\n| | Sandbox | Production |\n|---|---|---|\n${rows.map((row) => `| ${row} | https://${row[0]?.toLowerCase()}-sbx.a.test | https://${row[0]?.toLowerCase()}.a.test |\n`).join('')}\n`;
  const grant = made('Get token', 'POST /oauth/token', 'grant_type', 'access_token');
  const one = await factsOf(markdown(table('Semua layanan') + grant));
  expect(one.servers.map(({ url }) => url)).toEqual(['https://s-sbx.a.test', 'https://s.a.test']);
  const two = await factsOf(markdown(table('Identity', 'Payments') + grant));
  expect(two.servers).toEqual([]);
  expect(two.todos.map(({ what }) => what).join()).toContain('what the table "Api" (line 3) states');
});

test('an address in the sentence that opens a section is that of another operation, and nothing flows out of it', async () => {
  const fields = (name: string): string =>
    `\n\n| Name | Type | Required |\n|---|---|---|\n| ${name} | string | yes |\n\n`;
  const grant = `# Login\n\nCall \`POST https://a.test/login\` to get the token.${fields('pin')}`;
  for (const opening of [
    'Call `PUT https://a.test/pin`. The token goes into a header.',
    'Kirim `PUT /pin` untuk mengganti pin.',
    'To change the pin, send a `PUT` request to `https://a.test/pin`.',
    'Method `PUT`, URL `/pin`.',
  ]) {
    const facts = await factsOf(markdown(`${grant}## Change pin\n\n${opening}${fields('newPin')}`));
    expect(facts.path?.value, opening).toBe('/login');
    expect(JSON.stringify([facts.request, facts.headers, facts.todos]), opening).not.toContain('newPin');
  }
  // What only speaks of where the token is used begins no section of its own.
  const used = await factsOf(
    markdown(`${grant.replace('to get the token.', 'and keep the token.\n\nThen call `GET /shops` with it.')}`),
  );
  expect(JSON.stringify(used)).toContain('pin');
});

test('what is asked about a card or an order grants no token, whatever it is called', async () => {
  const card = {
    '/tokens': posted('Create token', 'token', 'card_number'),
    '/tokens/{id}': { get: Object(posted('Get token', 'token'))['post'] },
  };
  await expect(read(api(card))).rejects.toThrow('Several operations');
  const { facts } = await read(
    api({
      '/tokens': posted('Create token', 'token', 'card_number'),
      '/session': posted('Start', 'sessionKey', 'secret'),
    }),
  );
  expect(facts).toMatchObject({ path: '/session' });
});

test('an operation that is asked with an access token grants none, and what nothing speaks for is asked about', async () => {
  const rows = (...list: string[]): string =>
    `| Field | Type | Required |\n|---|---|---|\n${list.map((row) => `| ${row} |\n`).join('')}\n`;
  const at = (line: string): string => `## ${line.split(' ')[1]}\n\n\`\`\`\n${line}\n\`\`\`\n\n`;
  const used = ['/balances/list', '/people/list'].map(
    (path) => at(`POST ${path}`) + rows('`access_token` | string | yes', '`filter.ids` | string | no'),
  );
  const asked = `### Request fields\n\n${rows('`app_id` | string | yes', '`app_secret` | string | yes')}`;
  const given = (name: string): string => `### Response fields (200)\n\n${rows(`\`${name}\` | string | yes`)}`;
  const grant = at('POST /app/token/create') + asked + given('app_token');
  for (const page of [grant + used.join(''), used.join('') + grant]) {
    const { facts } = await read(markdown(`# Tokens\n\n${page}`));
    expect(facts).toMatchObject({ path: '/app/token/create', 'request /app_secret required': true });
    expect(facts).not.toHaveProperty('200 /access_token required');
  }
  // A ticket by its name, beside one that looks at it.
  const tickets = `${at('POST /v2/tickets') + asked + given('ticket')}## Periksa tiket\n\n\`GET /v2/tickets/now\`\n\n`;
  expect((await read(markdown(`# Tickets\n\n${tickets}`))).facts).toMatchObject({ path: '/v2/tickets' });
  // Another operation answers with some token, and the one that is called so with none.
  const other = `${at('POST /people')}### Response fields (200)\n\n${rows('token | string | yes', 'name | string | yes')}`;
  await expect(read(markdown(`# A\n\n${other}${at('POST /sessions') + asked + given('id')}`))).rejects.toThrow(
    'Several',
  );
});

test('an address that people open is none of the services', async () => {
  const { facts } = await read(
    markdown(`# Token

| Environment | Base URL |
|---|---|
| Sandbox | https://box.a.test |
| Portal pengembang (bukan API) | https://people.a.test |

\`POST /token\`
`),
  );
  expect(Object.keys(facts).filter((key) => key.startsWith('server'))).toEqual(['server https://box.a.test']);
});

test('a table below another heading that demands the token itself is of what is asked with it', async () => {
  const page = (authorization: string): Page =>
    markdown(`# Access token

\`POST https://a.test/token\`

## Request header

| Header | Type | Mandatory |
|---|---|---|
| X-CLIENT-KEY | String | Yes |

## Shipments

| Header | Type | Mandatory | Description |
|---|---|---|---|
| Authorization | String | Yes | ${authorization} |
| X-BRANCH | String | Yes | |
`);
  const bearer = page('`Bearer {accessToken}`');
  expect((await read(bearer)).facts).toMatchObject({ 'request header X-CLIENT-KEY required': true });
  expect((await read(bearer)).facts).not.toHaveProperty('request header X-BRANCH required');
  const todos = todosOf(await factsOf(bearer), { provider: 'a', url: 'https://a.test', read: '2026-01-02' });
  expect(todos.map(({ what }) => what)).toContainEqual(expect.stringMatching(/"Shipments".* is asked with one$/));
  // The credentials of the client are those of the token operation itself.
  expect((await read(page('Basic, of client id and secret'))).facts).toHaveProperty('request header X-BRANCH required');
});
