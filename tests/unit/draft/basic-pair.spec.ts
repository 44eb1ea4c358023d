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
