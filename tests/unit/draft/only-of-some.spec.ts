/** What words say of some alone: of mandatory fields, of a header, of the place of a code. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { draftOf, todosOf } from '../../../src/draft/write/files/draft.ts';
import { atPointer, type Json } from '../../../src/formats/json.ts';
import { endpoint, readDraft, table } from '../../support/draft.ts';

const origin = { provider: 'x', url: 'https://x.test', read: '2026-01-02' };

const answered = `## Response 200\n\n${table('Name | Type | Required', 'access_token | string | yes')}`;

async function drafted(page: string) {
  const facts = await factsOf({ text: page, format: 'markdown', base: 'page' });
  const files = draftOf(facts, origin);
  const at = (file: string, pointer: string): Json | undefined => atPointer(files[file] ?? null, pointer);
  const asked = todosOf(facts, origin).map(({ what }) => what);
  return {
    request: (name: string) => at('contracts/x/request.schema.yaml', `/properties/${name}/x-clause/refusal`),
    contract: (pointer: string) => at('contracts/x/contract.yaml', pointer),
    asked: asked.join('\n'),
  };
}

const fields = `## Request\n\nContent-Type: application/json\n\n${table('Name | Type | Required | Description', 'role | string | yes | Set to `API_USER`', 'merchantCode | string (12) | yes | As on your statement', 'terminal | string (max. 20) | no | One terminal')}`;

test('what is wrong with a mandatory field says nothing of an optional one', async () => {
  const refused = (words: string) =>
    `${endpoint}Authorization: Basic base64(key:secret)\n\n${fields}${answered}## Errors\n\n${table('Status | Meaning', `400 | ${words}`, '401 | Key or secret wrong')}`;
  for (const words of ['A mandatory field is missing or malformed', 'A required parameter is absent or invalid']) {
    const { request, asked, contract } = await drafted(refused(words));
    expect.soft(request('terminal'), words).toBe('unnamed');
    expect.soft(asked, words).toContain('terminal of another type, terminal too long');
    // What may be no credential is refused as any other field.
    expect.soft(request('merchantCode'), words).toBe('parameters');
    expect.soft(contract('/refusals/or-empty'), words).toBeUndefined();
  }
  const any = await drafted(refused('A field is missing or malformed'));
  expect(any.request('terminal')).toBe('parameters');
  expect(any.asked).not.toContain('terminal of another type');
});

test('a header has the value that its words call the only one, below a head for contents as well', async () => {
  const collection = (description: string) =>
    JSON.stringify({
      info: { name: 'A', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
      item: [
        {
          name: 'Get token',
          request: {
            method: 'POST',
            url: 'https://a.test/oauth/token',
            header: [{ key: 'X-Channel', value: 'H2H', description }],
            body: { mode: 'urlencoded', urlencoded: [{ key: 'grant_type', value: 'client_credentials' }] },
          },
        },
      ],
    });
  for (const words of ['Mandatory. Selalu H2H', 'Always H2H', 'Must be `H2H`'])
    expect.soft((await readDraft(collection(words), 'openapi')).facts, words).toMatchObject({
      'request header X-CHANNEL const': 'H2H',
    });
  for (const words of ['Mandatory, e.g. H2H', 'H2H for host-to-host partners'])
    expect
      .soft((await readDraft(collection(words), 'openapi')).facts, words)
      .not.toHaveProperty(['request header X-CHANNEL const']);
  const page = await drafted(
    `${endpoint}## Headers\n\n${table('Header | Content', 'Content-Type | application/x-www-form-urlencoded', 'X-App-Version | 3')}${answered}`,
  );
  expect(page.contract('/control/headers')).toMatchObject({ 'X-App-Version': '3' });
});

test('the key of a pair is a secret, and one beside a secret is what its name says', async () => {
  const body = (other: string) =>
    `${endpoint}## Request\n\nContent-Type: application/json\n\n${table('Name | Type | Required', 'merchant_id | string | yes', `${other} | string | yes`)}${answered}`;
  const pair = await drafted(body('merchant_key'));
  expect(pair.contract('/credentials/merchantKey')).toMatchObject({ secret: true });
  expect(pair.contract('/credentials/merchantId')).not.toHaveProperty('secret');
  const apart = await drafted(body('merchant_key | string | yes |\n| merchant_secret'));
  expect(apart.contract('/credentials/merchantKey')).not.toHaveProperty('secret');
});

test('a sentence gives the place of the codes that a table of statuses has', async () => {
  const codes = (words: string) =>
    `${endpoint}${answered}## Errors\n\n${table('Status | Error | Meaning', '400 | invalid_request | Malformed', '401 | invalid_login | Wrong credentials')}${words}\n`;
  for (const words of [
    'The name of the error is in the field `error`.',
    'Kode kesalahan ada di kolom `error`.',
    'The error code stands in `error`.',
  ])
    expect.soft((await readDraft(codes(words))).facts, words).toMatchObject({ '401 /error const': 'invalid_login' });
  for (const words of [
    'The name of the error is sometimes in the field `error`.',
    'The token is in the field `error`.',
  ]) {
    const { facts, asked } = await readDraft(codes(words));
    expect.soft(facts, words).not.toHaveProperty(['401 /error const']);
    expect.soft(asked, words).toContain('whether the answers hold Error, and where');
  }
});

test('words give the type of a value, and the number that is the life of the token', async () => {
  const { facts } = await readDraft(
    `${endpoint}## Response 200\n\n${table('Name | Description', 'access_token | the token, a string of 64 characters', 'left | seconds left, as a number', 'shop | the number of your shop', 'kind | usually as a number')}`,
  );
  expect(facts).toMatchObject({ '200 /access_token type': 'string', '200 /left type': 'number' });
  for (const name of ['shop', 'kind']) expect.soft(facts).not.toHaveProperty([`200 /${name} type`]);
  const life = (name: string, words: string) =>
    drafted(
      `${endpoint}## Response 200\n\n${table('Name | Type | Required | Description', 'access_token | string | yes |', `${name} | integer | yes | ${words}`)}`,
    );
  for (const [name, words] of [
    ['seconds', 'Remaining lifetime'],
    ['left', 'Lifetime of the token in seconds'],
    ['detik', 'Sisa masa berlaku token'],
  ] as const)
    expect.soft((await life(name, words)).contract('/token/lifetime'), name).toBe(`/${name}`);
  for (const [name, words] of [
    ['left', 'Remaining lifetime'],
    ['seconds', 'Lifetime of the session cookie'],
  ] as const)
    expect.soft((await life(name, words)).contract('/token/lifetime'), name).toBeUndefined();
});

test('what the page denies of this grant is a question', async () => {
  const page = (words: string) =>
    `${endpoint}## Response 200\n\n${table('Name | Type | Required | Description', 'access_token | string | yes |', `refresh_token | string | no | ${words}`)}`;
  for (const words of ['Not for client_credentials', 'Never returned with client credentials'])
    expect
      .soft((await drafted(page(words))).asked, words)
      .toContain('whether an answer may hold what is not of this grant');
  expect((await drafted(page('Also for client_credentials'))).asked).not.toContain('not of this grant');
});
