/** Values that no environment gives as they are, statuses of one credential, and how a token is used: each by the page's words. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { draftOf } from '../../../src/draft/write/files/draft.ts';
import { endpoint, readDraft, table } from '../../support/draft.ts';

const head = 'Field | Type | Required | Description';
const page = (headers: string[], body: string[], answer: string[]): string =>
  `${endpoint}## Headers\n\n${table(head, 'Content-Type | string | yes | application/json', ...headers)}## Request body\n\n${table(head, ...body)}## Response 200\n\n${table(head, ...answer)}`;
const granted = ['access_token | string | yes | The token', 'expires_in | integer | yes | Seconds'];
const secret = ['client_secret | string | yes | Secret of the client'];

test('a header whose words say how a signature is made is no value of the environment, whatever its name is', async () => {
  const { asked } = await readDraft(
    page(['X-Seal | string | yes | hex(HMAC-SHA256(secret, X-Partner + body))'], secret, granted),
  );
  expect(asked).toContain('a signature: X-Seal');
  const named = await readDraft(page(['X-Partner | string | yes | Id of the partner'], secret, granted));
  expect(named.asked).not.toContain('a signature');
});

for (const [name, words] of [
  ['X-Proof-Of-Key', 'Base64 of RSA-SHA256 over X-Stamp and body'],
  ['X-Kunci-Segel', 'heksadesimal HMAC-SHA512 atas body'],
])
  test(`a proof is known by what it is made of: ${name}`, async () => {
    const { asked } = await readDraft(page([`${name} | string | yes | ${words}`], secret, granted));
    expect(asked).toContain(`a signature: ${name}`);
  });

for (const words of [
  'All later calls carry the token in the header `X-Access-Token`.',
  'Use the token as `?access_token=` in the query of every call.',
  'Send `Authorization: Token <access_token>` with all other requests.',
  'Token dikirim pada header `X-Token` di setiap panggilan.',
])
  test(`a token that is sent otherwise than as Bearer is asked: ${words}`, async () => {
    expect((await readDraft(`${page([], secret, granted)}\n${words}\n`)).asked).toContain(words);
  });

test('a member that is new in each request is a question, by its words or by its name', async () => {
  for (const row of [
    'order | string | yes | UUID, unique for each request',
    'request_id | string | yes | Your reference',
    'nomor | string | yes | Harus berbeda pada setiap permintaan',
  ]) {
    const { asked } = await readDraft(page([], [...secret, row], granted));
    expect(asked).toContain(`the value of ${row.split(' ')[0]}`);
    expect(asked).toContain('new in each request');
  }
});

test('the time of the request is new in each of them', async () => {
  for (const words of ['UTC time of the request', 'epoch dalam milidetik', 'Current time in ISO 8601']) {
    const { asked } = await readDraft(page([`X-Issued | string | yes | ${words}`], secret, granted));
    expect(asked).toContain('the value of X-Issued');
  }
});

test('a credential that is sent hashed or encrypted is a question', async () => {
  const { asked } = await readDraft(page([], ['password | string | yes | SHA-256 of the password, in hex'], granted));
  expect(asked).toContain('how password is made');
  expect((await readDraft(page([], secret, granted))).asked).not.toContain('is made');
});

test('a token that is sent in a header of its own is a question, from a cell or a sentence', async () => {
  const inCell = await readDraft(
    page([], secret, ['access_token | string | yes | Put it in `X-Session`', 'expires_in | integer | yes | Seconds']),
  );
  expect(inCell.asked).toContain('how the token is sent');
  const inText = await readDraft(
    `${page([], secret, granted)}\nSend the token in the header \`X-Session\` of all calls.\n`,
  );
  expect(inText.asked).toContain('in the header `X-Session`');
  const asBearer = ['access_token | string | yes | Send it as `Authorization: Bearer <token>`'];
  expect((await readDraft(page([], secret, asBearer))).asked).not.toContain('how the token is sent');
});

test('a number in Indonesian may have a fraction', async () => {
  const { facts } = await readDraft(page([], [...secret, 'umur | bilangan | tidak | Umur'], granted));
  expect(facts['request /umur type']).toBe('number');
});

const withKey = (refused: string, name = 'X-App-Key'): string => `openapi: 3.0.3
info: { title: T, version: "1" }
servers: [{ url: "https://a.test" }]
paths:
  /login:
    post:
      summary: Get an access token
      security: [{ app: [] }]
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [username, password]
              properties: { username: { type: string }, password: { type: string } }
      responses:
        "200":
          description: OK
          content:
            application/json:
              schema:
                type: object
                required: [access_token, expires_in]
                properties: { access_token: { type: string }, expires_in: { type: integer } }
        "400": { description: Malformed }
        "401": { description: Unknown user or wrong password }
        "403": { description: ${refused} }
components:
  securitySchemes:
    app: { type: apiKey, in: header, name: "${name}" }
`;

const contractOf = async (refused: string, name?: string): Promise<string> => {
  const facts = await factsOf({ text: withKey(refused, name), format: 'openapi', base: 'page' });
  const drafted = draftOf(facts, { provider: 'x', url: 'https://x.test', read: '2026-01-02' });
  return JSON.stringify(drafted['contracts/x/contract.yaml']);
};

test('a credential has the status that the description gives to it by its name', async () => {
  const contract = await contractOf('App key is missing or not known');
  expect(contract).toMatch(/"id":"x-app-key-known"[^}]*\}[^}]*"refusal":"x-app-key"/);
  expect(contract).toContain('"x-app-key":{"statement":"refused as credentials (403)","documented":[{"status":403}]}');
  expect(contract).toMatch(/"id":"x-password-known"[^}]*\}[^}]*"refusal":"credentials"/);
});

test('a status for a credential that is blocked is none of a wrong one', async () => {
  // That of the user and the password is none of it either.
  const blocked = await contractOf('The app key is blocked');
  expect(blocked).not.toContain('"id":"x-app-key-known"');
  expect(blocked).toContain('whether another X-App-Key (');
  // The name of a header may hold signs that patterns have.
  expect(await contractOf('The key is wrong', 'X-Key.*+')).toContain('"header":"X-Key.*+"');
});
