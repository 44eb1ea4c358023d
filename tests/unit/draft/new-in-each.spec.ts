/** Values that are another in each request, and those that are made of it: no environment gives them as they are sent. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { draftOf } from '../../../src/draft/write/files/draft.ts';
import { endpoint, readDraft, table } from '../../support/draft.ts';

const head = 'Field | Type | Required | Description';
const page = (headers: string[], body: string[] = [], query: string[] = []): string =>
  `${endpoint}## Headers\n\n${table(head, 'Content-Type | string | yes | application/json', ...headers)}${query.length > 0 ? `## Query\n\n${table(head, ...query)}` : ''}## Request body\n\n${table(head, 'client_secret | string | yes | Secret of the client', ...body)}## Response 200\n\n${table(head, 'access_token | string | yes | The token', 'expires_in | integer | yes | Seconds')}`;

test('a number that rises, or that is taken once, is new in each request', async () => {
  for (const words of [
    'Nomor urut, naik terus',
    'A number that increases by one',
    'Running number of your messages',
    'Counter of the calls of a day',
    'Incremented by the sender',
    'Must never be reused',
    'It may be used only once',
    'Tidak boleh diulang',
    'Unique reference of this message',
    'Random string',
    'One-time password from your device',
    'Kode OTP dari aplikasi',
    'Nilai acak',
    'Fresh for every call',
  ]) {
    const { asked } = await readDraft(
      page(
        [`X-Mark | string | yes | ${words}`],
        [`mark | string | yes | ${words}`],
        [`qmark | string | yes | ${words}`],
      ),
    );
    for (const name of ['X-Mark', 'mark', 'qmark'])
      expect.soft(asked, words).toMatch(RegExp(`the value of ${name} .*new in each`));
  }
});

test('that a value is new in each request by its name alone is no word of the page', async () => {
  for (const name of ['X-Correlation-Id', 'message_id', 'nonce', 'X-Request-ID'])
    for (const words of ['UUID', 'Id of the message', '5 sampai 40 karakter'])
      expect
        .soft((await readDraft(page([`${name} | string | yes | ${words}`]))).asked, `${name} ${words}`)
        .toMatch(
          RegExp(
            `the value of ${name} .*its name suggests that it is to be new in each request; the page says "${words}"`,
          ),
        );
  for (const words of ['UUID. Must be new for every call.', 'Unik untuk setiap permintaan'])
    expect
      .soft((await readDraft(page([`X-Correlation-Id | string | yes | ${words}`]))).asked, words)
      .not.toContain('suggests');
});

test('what a client was given once is its own in all requests', async () => {
  for (const words of [
    'Number of the counter at which a customer pays',
    'Your unique client number',
    'Random code issued to you',
    'Version, which rises with each release',
    'Serial number of the certificate',
    'Id of the shop',
  ]) {
    const { asked } = await readDraft(page([], [`mark | string | yes | ${words}`]));
    expect.soft(asked, words).not.toContain('new in each');
  }
});

test('a value that is made of the request is no value of an environment', async () => {
  for (const words of [
    'Lower-case hex SHA-256 of the body',
    'MD5 over the request body',
    'sha256(body)',
    'Hash dari isi permintaan',
    'CRC-32 of all other fields',
    'Length of the request body in bytes',
    'The body hash in Base64',
  ]) {
    const { asked } = await readDraft(page([`X-Mark | string | yes | ${words}`], [`mark | string | yes | ${words}`]));
    for (const name of ['X-Mark', 'mark'])
      expect.soft(asked, words).toMatch(RegExp(`the value of ${name} .*made of the request`));
  }
  const named = await readDraft(page(['X-Content-Sha256 | string | yes | ']));
  expect(named.asked).toContain('the value of X-Content-Sha256');
  for (const words of [
    'SHA-256 fingerprint of your certificate',
    'Length of the token in seconds',
    'Code of the branch of the request',
  ]) {
    const { asked } = await readDraft(page([`X-Mark | string | yes | ${words}`]));
    expect.soft(asked, words).not.toContain('made of the request');
  }
});

test('a time or a nonce without a signature is no signature', async () => {
  for (const name of ['nonce', 'timestamp']) {
    const needed = await readDraft(page([], [`${name} | string | yes | `]));
    expect(needed.asked).not.toContain('a signature');
    expect(needed.asked).toContain(`the value of ${name}`);
    const optional = await readDraft(page([`X-${name} | string | no | `], [`${name} | string | no | `]));
    expect(optional.asked).not.toContain(name);
  }
  const signed = await readDraft(page(['X-Nonce | string | yes | ', 'X-Signature | string | yes | ']));
  expect(signed.asked).toContain('a signature: X-Nonce, X-Signature');
});

test('a password that is taken once is known by its name, and a client id that has such letters is none', async () => {
  for (const name of ['otp', 'kodeOtp', 'otpCode', 'totp', 'one_time_password', 'OneTimePin']) {
    const { asked } = await readDraft(page([], [`${name} | string | yes | From the device`]));
    expect.soft(asked, name).toMatch(RegExp(`the value of ${name} .*new in each`));
  }
  for (const name of ['otpClientId', 'protocol', 'optional_code'])
    expect
      .soft((await readDraft(page([], [`${name} | string | yes | Yours`]))).asked, name)
      .not.toContain('new in each');
});

test('a good request by the credentials of a client has no member that another grant alone has', async () => {
  const controlOf = async (...rows: string[]) => {
    const facts = await factsOf({
      text: page([], ['grant_type | string | yes | `client_credentials` or `refresh_token`', ...rows]),
      format: 'markdown',
      base: 'page',
    });
    const draft = draftOf(facts, { provider: 'shop', url: 'https://x.test', read: '2026-01-02' });
    return Object(draft['contracts/shop/contract.yaml']?.['control'])['body'];
  };
  const body = await controlOf(
    'refresh_token | string | C | Required if `grant_type` is `refresh_token`',
    'user | string | C | Only where the grant type is `password`',
    'shop | string | C | Required if `grant_type` is `client_credentials`',
  );
  expect(Object.keys(body)).toEqual(expect.arrayContaining(['grant_type', 'client_secret', 'shop']));
  expect(Object.keys(body)).not.toContain('refresh_token');
  expect(Object.keys(body)).not.toContain('user');
});

test('that a value is taken once says nothing of whether it is there', async () => {
  const asked = async (words: string): Promise<string> =>
    (
      await readDraft(
        `${endpoint}## Request headers\n\n${table('Header | Required | Description', `X-Mark | yes | ${words}`)}`,
      )
    ).asked;
  for (const words of [
    'Random, 16 to 32 characters, never used twice',
    'Never used twice',
    'Used only once',
    'Not reused',
  ])
    expect.soft(await asked(words), words).not.toContain('whether X-Mark is mandatory');
  for (const words of ['Never used', 'Used only for refunds', 'Sent once a shop is open', 'Random, not used'])
    expect.soft(await asked(words), words).toContain('whether X-Mark is mandatory');
});

test('what stands in another member of a description, or names another value, says nothing of this one', async () => {
  const schema = {
    type: 'object',
    required: ['terminal', 'login', 'otp'],
    properties: {
      login: { type: 'string', maxLength: 20 },
      terminal: { type: 'string', maxLength: 12, description: 'Serial of the terminal' },
      otp: { type: 'string', description: 'Six digits, cannot be reused' },
    },
  };
  const refused = { description: '1003 terminal unknown, 1004 otp wrong, 1005 otp already used' };
  const operation = {
    operationId: 'getToken',
    requestBody: { required: true, content: { 'application/json': { schema } } },
    responses: { 200: { description: 'ok' }, 400: refused },
  };
  const api = {
    ...{ openapi: '3.1.0', info: { title: 'x', version: '1' }, servers: [{ url: 'https://a.test' }] },
    paths: { '/token': { post: operation } },
  };
  const { asked } = await readDraft(JSON.stringify(api, null, 2), 'openapi');
  expect(asked).toMatch(/^the value of otp .*it is to be new in each request/m);
  expect(asked).not.toMatch(/^the value of (?:terminal|login) /m);
});
