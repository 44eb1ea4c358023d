/** The level of clauses that no page states in so many words: a second token, and what OAuth 2.0 says of pages that do not name it. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { draftOf, todosOf } from '../../../src/draft/write/files/draft.ts';
import { atPointer, isObject } from '../../../src/formats/json.ts';
import { origin, read } from '../../support/answering.ts';
import { endpoint, table } from '../../support/draft.ts';

const page = (words: string): string =>
  `${endpoint}${words}\n\n## Request body (\`application/x-www-form-urlencoded\`)\n\n${table('Name | Required | Description', 'client_id | yes | Id', 'client_secret | yes | Secret', 'grant_type | yes | `client_credentials`')}## Response 200\n\n${table('Name | Type', 'access_token | string', 'expires_in | integer')}`;

/** What some clauses of a page cite. */
async function cites(words: string, ...ids: string[]) {
  const contract = draftOf(await read(page(words)), origin)['contracts/x/contract.yaml'] ?? null;
  const clauses = [atPointer(contract, '/clauses')].flat().filter(isObject);
  return ids.map((id) => {
    const row = clauses.find((one) => one['id'] === `x-${id}`);
    return `${row?.['level']} ${row?.['source']}`;
  });
}

test('a second token is a must of a page alone that says one is granted beside the first', async () => {
  for (const words of ['A token can be requested at any time.', 'A new token ends the previous token.'])
    expect(await cites(words, 'granted-again'), words).toEqual(['must page']);
  for (const words of ['', 'A token can be requested.', 'Payments can be requested at any time.'])
    expect(await cites(words, 'granted-again'), words).toEqual(['should page']);
});

test('what OAuth 2.0 says binds a page that names it', async () => {
  const ids = ['query-parameters', 'lifetime'];
  const of = (level: string) => [`${level} rfc6749-uri`, `${level} rfc6749-unit`];
  expect(await cites('This is a grant of OAuth 2.0.', ...ids)).toEqual(of('must'));
  expect(await cites('', ...ids)).toEqual(of('should'));
  // How a token is sent it leaves to RFC 6750, and so does what is shown by sending one.
  expect(await cites('This is a grant of OAuth 2.0.', 'token-lives')).toEqual(['should rfc6749-unit']);
  expect(await cites('This grants a bearer token of OAuth 2.0.', 'token-lives')).toEqual(['must rfc6749-unit']);
});

test('that other operations refuse a token whose life has ended is no more than what is said of that life', async () => {
  const described = (life: string) => `openapi: 3.0.3
info: { title: Shop, version: "1" }
servers: [{ url: https://a.test }]
paths:
  /token:
    post:
      security: [{ client: [] }]
      requestBody:
        content:
          application/x-www-form-urlencoded:
            schema: { type: object, required: [grant_type], properties: { grant_type: { enum: [client_credentials] } } }
      responses:
        "200":
          description: A token
          content:
            application/json:
              schema:
                type: object
                required: [access_token, expires_in]
                properties: { access_token: { type: string }, expires_in: ${life} }
  /orders:
    get: { security: [{ token: [] }], responses: { "200": { description: The orders } } }
components:
  securitySchemes: { client: { type: http, scheme: basic }, token: { type: http, scheme: bearer } }
`;
  const ended = async (life: string) => {
    const pages = [{ text: described(life), format: 'openapi' as const, base: 'page' }];
    const facts = await factsOf(pages, { with: ['GET /orders'] });
    const contract = draftOf(facts, origin)['contracts/x/contract.yaml'] ?? null;
    const clauses = [atPointer(contract, '/clauses')].flat().filter(isObject);
    return clauses
      .filter((one) => /operations-/.test(String(one['id'])) && JSON.stringify(one).includes('after-end'))
      .map((one) => `${one['id']} ${one['level']} ${one['source']}`);
  };
  expect(await ended('{ type: integer }')).toEqual(['x-operations-token-ends should rfc6749-unit']);
  expect(await ended('{ type: integer, description: Lifetime in seconds }')).toEqual([
    'x-operations-guarded must page',
  ]);
});

test('what tolerates another status for what is not there says that the page has one, where it has', async () => {
  const noted = async (answers: string) => {
    const text = `openapi: 3.0.3
info: { title: Shop, version: "1" }
servers: [{ url: https://a.test }]
paths:
  /token:
    post: { summary: Issue an access token, responses: { "200": { description: A token } } }
  /orders/{id}:
    get:
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses: { "200": { description: The order }${answers} }
`;
    const facts = await factsOf([{ text, format: 'openapi', base: 'page' }], { with: ['GET /orders/{id}'] });
    const contract = draftOf(facts, origin)['contracts/x/contract.yaml'] ?? null;
    return atPointer(contract, '/refusals/operation-unknown/tolerated/0/note');
  };
  expect(await noted('')).toContain('names no status');
  expect(await noted(', "404": { description: No such order }')).not.toContain('names no status');
});

test('a question about a credential quotes what the page has about it', async () => {
  const key = table('Header | Required | Description', 'X-Shop-Key | yes | Your API key: 32 digits');
  const asked = async (line: string) =>
    todosOf(await read(`${endpoint}## Headers\n\n${key}\n## Notes\n\n${line}\n`), origin)
      .map(({ what }) => what)
      .find((what) => what.includes('whether another X-Shop-Key'));
  expect(await asked('- K1402, 401, sessions: the API key is unknown or blocked')).toContain('unknown or blocked');
  expect(await asked('- Thank you.')).toContain('the page does not say it');
});
