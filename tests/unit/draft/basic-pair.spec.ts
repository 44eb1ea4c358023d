/** Basic with one value, where pages leave its password empty: what a draft cannot send is a question. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { described, open, page } from '../../support/described.ts';
import { endpoint, readDraft, table } from '../../support/draft.ts';

for (const [form, text] of [
  [
    'base64 of a key and a colon',
    `## Header\n\n${table('Key | Value', 'Authorization | Basic Base64(ServerKey + ":")')}`,
  ],
  ['base64 of a key alone', `## Header\n\n${table('Key | Value', 'Authorization | Basic base64(apiKey)')}`],
  ['a sentence', 'Use HTTP Basic auth with your API key as the username, and leave the password empty.\n'],
  ['a command', '```\ncurl -X POST https://a.test/token -u sk_live_abc: -d grant_type=client_credentials\n```\n'],
])
  test(`Basic of one value alone is a question: ${form}`, async () => {
    const { facts, asked } = await readDraft(endpoint + text);
    expect(facts).not.toHaveProperty('security');
    expect(asked).toMatch(/how a client authenticates: the page states .*Basic/);
  });

test('Basic of a description whose password is left empty is a question', async () => {
  const scheme = `
security: [ { basic: [] } ]
components: { securitySchemes: { basic: { type: http, scheme: basic, description: Your key is the username; leave the password blank } } }`;
  expect(open(await factsOf(page(described(scheme))))).toContain('how a client authenticates: the page states');
});

for (const words of [
  'base64 of your API key followed by a colon',
  'base64 of the server key',
  'Base64(secretKey)',
  'base64(merchantId)',
])
  test(`Basic of one value alone is a question in words as well: ${words}`, async () => {
    const { facts } = await readDraft(`${endpoint}#### Headers\n\n- \`Authorization\`: \`Basic <${words}>\`\n`);
    expect(facts).not.toHaveProperty('security');
  });

for (const words of [
  'base64(client_id:client_secret)',
  'base64 of client id and client secret',
  'Base64EncodedCredentials',
  'YWJjOmRlZg==',
  '[Base64-encoded API key ID and API key secret, joined by a colon]',
  'base64 of the id, followed by a colon and the secret',
])
  test(`Basic of an id and a secret authenticates: ${words}`, async () => {
    const { facts } = await readDraft(`${endpoint}#### Headers\n\n- \`Authorization\`: \`Basic ${words}\`\n`);
    expect(facts).toHaveProperty('security', 'basic');
  });

test('Basic of a token that is given is a question', async () => {
  const { facts } = await readDraft(
    `${endpoint}## Header\n\n${table('Nama | Wajib | Nilai', 'Authorization | Ya | Basic {token statis dari bank}')}`,
  );
  expect(facts).not.toHaveProperty('security');
});

test('Basic is a fact where a sentence says that a client uses it, and a question wherever else it is named', async () => {
  const asked = /how a client authenticates: the page states .*HTTP Basic, in words that do not say/;
  for (const sentence of [
    'A client that sends its credentials with HTTP Basic gets invalid_client.',
    'Requests with HTTP Basic are answered with 401.',
    'HTTP Basic results in an error.',
    'Wrong HTTP Basic credentials get 401.',
    'HTTP Basic is for the admin API.',
    'Older clients used HTTP Basic.',
    'We dropped HTTP Basic.',
    'The portal asks for HTTP Basic.',
    'Unlike version 1, which used HTTP Basic, version 2 takes the secret in the body.',
    'Clients who still authenticate with HTTP Basic have to migrate.',
    'Do you miss HTTP Basic? Send client_secret in the body.',
  ]) {
    const draft = await readDraft(`${endpoint}${sentence}\n`);
    expect(draft.facts, sentence).not.toHaveProperty('security');
    expect(draft.asked, sentence).toMatch(asked);
  }
  for (const sentence of [
    'Authenticate with HTTP Basic; anything else fails with 401.',
    'Client authentication: HTTP Basic with client_id and client_secret.',
    'HTTP Basic, consumer key as the user name and consumer secret as the password.',
    'Send your client ID and secret with HTTP Basic authentication.',
    'All requests must be authenticated using HTTP Basic.',
    'They are the user name and the password of a Basic Auth over HTTPS.',
    'Permintaan menggunakan HTTP Basic dengan client id dan client secret.',
    'HTTP Basic is required.',
  ])
    expect((await readDraft(`${endpoint}${sentence}\n`)).facts, sentence).toHaveProperty('security', 'basic');
  const beside = await readDraft(`${endpoint}Authenticate with HTTP Basic.\n\nWrong HTTP Basic credentials get 401.\n`);
  expect(beside.facts).toHaveProperty('security', 'basic');
  expect(beside.asked).not.toMatch(asked);
});

test('Basic beside a secret of the body is a question, and beside an optional one or a password it is none', async () => {
  const page = (row: string): string =>
    `${endpoint}Authenticate with HTTP Basic.\n\n## Body\n\n${table('Name | Type | Required', row)}`;
  const both = await readDraft(page('client_secret | string | yes'));
  expect(both.asked).toMatch(/HTTP Basic \(.*\) and client_secret in the body \(.*\), of which one alone may be meant/);
  for (const row of ['client_secret | string | no', 'password | string | yes'])
    expect((await readDraft(page(row))).asked, row).not.toContain('of which one alone may be meant');
});

const labelled = (value: string): string =>
  `${endpoint}${table('Item | Value', 'Method | POST', `Authentication | ${value}`)}`;

for (const value of [
  'No Basic auth',
  'Tidak memakai Basic Auth',
  'Basic Auth (reports), OAuth (payments)',
  'Basic, for all calls after the token call',
  'Basic {api_key} (the key as it is, not base64)',
  'HTTP Basic until March',
])
  test(`Basic with words that are not understood is no fact: ${value}`, async () => {
    const { facts, asked } = await readDraft(labelled(value));
    expect(facts).not.toHaveProperty('security');
    expect(asked).toMatch(/how a client authenticates|the authentication of each request/);
  });

for (const value of [
  'Basic Auth',
  'HTTP Basic (client_id as username, client_secret as password)',
  'Basic Auth (username dan password dari Bank Rimba)',
  'Basic base64(username:password) of the user you were given at onboarding',
])
  test(`Basic with words that are all about it authenticates: ${value}`, async () => {
    expect((await readDraft(labelled(value))).facts).toHaveProperty('security', 'basic');
  });

test('Basic in a column of values is no fact where the words beside it take it back', async () => {
  const headers = (words: string): string =>
    `${endpoint}## Header\n\n${table('Header | Value | Description', `Authorization | Basic dXNlcjpwYXNz | ${words}`)}`;
  expect((await readDraft(headers('Id and secret of the client'))).facts).toHaveProperty('security', 'basic');
  for (const words of ['Not for the token call', 'Used by all other calls', 'Only for resellers'])
    expect((await readDraft(headers(words))).facts, words).not.toHaveProperty('security');
});

test('a pair that is sent as Basic is Basic, whatever stands first', async () => {
  const read = (words: string) =>
    readDraft(`${endpoint}### Headers\n\n* \`Authorization\` (required): ${words}\n* \`X-Own\` (optional): your own\n`);
  for (const words of [
    'your username and password as HTTP Basic credentials',
    'client ID and secret using Basic authentication',
    'user id dan kata sandi sebagai HTTP Basic',
  ])
    expect((await read(words)).facts, words).toHaveProperty('security', 'basic');
  for (const words of [
    'your API key as HTTP Basic user name',
    'never your username and password as HTTP Basic',
    'the username and report password as HTTP Basic',
    'your username and password as HTTP Basic or a bearer token',
  ]) {
    const { facts } = await read(words);
    expect(facts, words).not.toHaveProperty('security');
  }
});

test('a blank between the scheme and the pair is part of Basic, and a pair without a password is not', async () => {
  const read = (words: string) =>
    readDraft(
      `${endpoint}### Headers\n\n${table('Header | Required | Description', `Authorization | yes | ${words}`)}`,
    );
  const told = await read('`Basic` + blank + base64(clientId:clientSecret)');
  expect(told.facts).toHaveProperty('security', 'basic');
  expect(told.asked).not.toContain('how a client authenticates');
  expect((await read('`Basic` + base64(clientKey:), blank password')).asked).toContain('how a client authenticates');
});

test('an id and a secret behind the word Basic are one way, and a question about another has what is drafted', async () => {
  for (const value of [
    '`Basic ` diikuti base64(client_id:client_secret)',
    'Basic, disusul base64 dari client_id:client_secret',
    'Basic followed by Base64 of client_id:client_secret',
  ]) {
    const { facts, asked } = await readDraft(
      `${endpoint}## Header\n\n${table('Key | Value', `Authorization | ${value}`)}`,
    );
    expect.soft(facts, value).toMatchObject({ security: 'basic' });
    expect.soft(asked, value).not.toContain('how a client authenticates');
  }
  const shown =
    '```http\nPOST /token HTTP/1.1\nHost: a.test\nAuthorization: Basic base64(client_id:client_secret)\n```\n\n';
  const { asked } = await readDraft(
    `${endpoint}${shown}## Header\n\n${table('Key | Value', 'Authorization | Basic of the gateway, see the vault')}`,
  );
  expect(asked).toMatch(
    /how a client authenticates: the page states .*beside basic, which the draft has with its clauses/,
  );
});
