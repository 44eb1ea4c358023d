/** Inputs of a writer who knew the kinds alone: what was taken in silence is right now, or a question. */
import { expect, test } from '@playwright/test';
import type { Page } from '../../../src/draft/facts/input.ts';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { draftOf } from '../../../src/draft/write/files/draft.ts';
import { endpoint, readDraft, table } from '../../support/draft.ts';

/** The OpenAPI file and the contract that a text gives. */
async function draft(text: string, format: Page['format'] = 'markdown') {
  const files = draftOf(await factsOf({ text, format, base: 'page' }), {
    ...{ provider: 'x', url: 'https://x.test', read: '2026-01-02' },
  });
  return { spec: files['specs/x.openapi.yaml'], contract: files['contracts/x/contract.yaml'] };
}

const granted = table('Name | Type | Required', 'token | string | yes');

test('a request without what the words about a status name is refused by that status, or it is a question', async () => {
  const headers = table('Header | Required', 'Shop-Mark | yes', 'Shop-Day | yes');
  const page = (rows: string[], body = '') =>
    `${endpoint}## Request headers\n\n${headers}${body}## Response 200\n\n${granted}## Errors\n\n${table('HTTP status | Reason', ...rows)}`;
  const own = await draft(page(['400 | Shop-Day is missing or malformed', '401 | Shop-Mark is missing or wrong']));
  expect(own.spec).toMatchObject({
    paths: {
      '/token': {
        post: {
          parameters: [
            { name: 'Shop-Mark', 'x-clause': { refusal: 'credentials' } },
            { name: 'Shop-Day', 'x-clause': { refusal: 'parameters' } },
          ],
        },
      },
    },
  });
  const { asked } = await readDraft(
    page(
      ['400 | malformed', '404 | Shop-Mark missing', '401 | tanpa toko'],
      `## Request body\n\n${table('Field | Type | Required', 'toko | string | yes')}`,
    ),
  );
  // A header has a refusal of its own then; a member has none.
  expect(asked).toContain('how a request without toko is refused: the page has 401 for "tanpa toko"');
  expect((await readDraft(page(['400 | Shop-Mark missing', '401 | unknown shop']))).asked).not.toContain(
    'a request without',
  );
});

test('a credential that is refused by a status of its own may be called by its bearer', async () => {
  const body = table('Field | Type | Required', 'merchant_id | string | yes', 'client_secret | string | yes');
  const page = (row: string) =>
    `${endpoint}## Request body\n\n${body}## Errors\n\n${table('HTTP status | Reason', '400 | malformed', '401 | wrong secret', row)}`;
  for (const words of ['merchant tidak ditemukan', 'the merchant was not found']) {
    const { contract } = await draft(page(`404 | ${words}`));
    expect(contract).toMatchObject({ refusals: { 'x-merchant-id': { documented: [{ status: 404 }] } } });
  }
  // What may be another fault of it as well leaves both.
  const { contract } = await draft(page('404 | the merchant is wrong'));
  expect(contract).toMatchObject({ refusals: { 'x-merchant-id': { documented: [{ status: [401, 404] }] } } });
  expect((await readDraft(page('423 | the merchant is blocked'))).asked).not.toContain('how another merchant_id');
});

test('an address of the operation is no server, whatever the reader is to put into its path', async () => {
  const { spec } = await draft(
    '# Token\n\n**POST** https://a.test/v1/{shop}/token\n\nSandbox: https://b.test/v1/{shop}/token\n',
  );
  expect(spec).toMatchObject({ servers: [{ url: 'https://a.test' }, { url: 'https://b.test' }] });
});

test('a field that is named by a JSON Pointer lies in what the pointer names', async () => {
  const { facts } = await readDraft(
    `${endpoint}## Request body\n\n${table('Pointer | Type | Required', '/shop/key | string | yes', '/shop/name | string | no')}`,
  );
  expect(facts).toMatchObject({ 'request /shop/key required': true, 'request /shop/name type': 'string' });
});

test('a media type that a sentence turns down beside another is none of the request', async () => {
  const page = (words: string) =>
    `${endpoint}${words}\n\n## Request body\n\n${table('Field | Type', 'shop | string')}## Response 200\n\n${granted}`;
  const both = await readDraft(
    page('Both directions use `application/vnd.a+json`. A request with `application/json` is answered `415`.'),
  );
  expect(both.facts).toMatchObject({
    'media-type': 'application/vnd.a+json',
    '200 media-type': 'application/vnd.a+json',
    '415 status': true,
  });
  const two = await readDraft(
    page('Requests with `application/json` and not `application/vnd.a+json` end with an error.'),
  );
  expect(two.facts).not.toHaveProperty('media-type');
});

test('an answer that is neither JSON nor XML is a question, and no object of JSON', async () => {
  const { contract } = await draft(
    `${endpoint}The answer is plain text, \`text/plain\`, a name on each line:\n\n${granted}`,
  );
  expect(JSON.stringify(contract)).toContain('they are of text/plain');
  expect(JSON.stringify(contract)).not.toContain('one JSON object');
});

test('a signature of BI SNAP that the page writes in another form is drafted so, or it is a question', async () => {
  const page = (said: string) =>
    `# Access token B2B\n\nPOST https://a.test/v1.0/access-token/b2b\n\n## Headers\n\n${table('Header | Type | Mandatory | Description', 'X-TIMESTAMP | String | M | `2026-01-02T10:00:00+07:00`', 'X-CLIENT-KEY | String | M |', `X-SIGNATURE | String | M | ${said}`)}`;
  const hex = await draft(page('Hexadecimal, SHA256withRSA of the string X-CLIENT-KEY|X-TIMESTAMP'));
  expect(hex.contract).toMatchObject({ control: { auth: { mechanism: 'signature', encoding: 'hex' } } });
  expect(JSON.stringify(hex.contract)).toMatch(/"timestamp-not-iso"[^}]*}[^}]*"refusal":"parameters"/);
  const snap = await draft(page('Base64, SHA256withRSA of the string X-CLIENT-KEY|X-TIMESTAMP'));
  expect(snap.contract).toMatchObject({ control: { auth: { mechanism: 'snap-signature' } } });
  expect(JSON.stringify(snap.contract)).not.toContain('how X-SIGNATURE');
  expect((await readDraft(page('SHA256withRSA, in hexadecimal'))).asked).not.toContain('how X-SIGNATURE');
  expect((await readDraft(page('SHA512withRSA, base64'))).asked).toContain('X-SIGNATURE');
});

test('a status for one more token puts the second request in question', async () => {
  const page = (words: string) => `${endpoint}## Response 200\n\n${granted}${words}\n`;
  for (const words of [
    'Ask for a new token in the last hour; before that you get HTTP 429.',
    'Ask for another token in the last hour, not before: until then you get HTTP 429.',
    '409 is returned while the client already has a token.',
  ])
    expect((await readDraft(page(words))).asked, words).toContain('whether a second good request is granted');
  const limit = await readDraft(page('429 is returned for more than ten requests a minute.'));
  expect(limit.asked).not.toContain('whether a second good request');
});
