/** What a sender does to a request or a value before it is sent, and what it authenticates with: questions, whatever the body holds. */
import { expect, test } from '@playwright/test';
import { deedsIn } from '../../../src/draft/page/words/made-before-sent.ts';
import { described } from '../../support/described.ts';
import { endpoint, readDraft, table } from '../../support/draft.ts';

const page = (words: string): string =>
  `${endpoint}${words}\n\n## Request body\n\n${table('Field | Type | Required', 'client_id | string | yes', 'client_secret | string | yes')}## Response 200\n\n${table('Field | Type | Required', 'access_token | string | yes', 'expires_in | integer | yes')}`;
const askedOf = async (words: string): Promise<string> => (await readDraft(page(words))).asked;

for (const words of [
  'Please countersign each call with ES384.',
  'Sign the complete message, then send it.',
  'Signing of every request is mandatory.',
  'The payload has to be digitally signed.',
  'Requests to obtain an access token are signed with RSA.',
  'Request signing uses JWS.',
  'Sign it with your private key.',
  'Never send a call without signing it.',
  'All API calls must be signed.',
  'Sign each call with JWS, not with an API key.',
  'The token request is protected by a signature.',
  'Tanda tangani setiap permintaan dengan RSA.',
  'Permintaan token ditandatangani dengan kunci privat Anda.',
  'Penandatanganan setiap permintaan wajib.',
])
  test(`a signature is asked: ${words}`, async () => {
    expect(await askedOf(words)).toMatch(/how a client authenticates: the page states a signature/);
  });

for (const words of [
  'Hash the password with SHA-512 before you send it.',
  'Pass the client_secret encrypted with our RSA key.',
  'Encrypting the body with JWE is mandatory.',
  'Messages are encrypted by PGP.',
  'We expect the MD5 digest of the secret.',
  'clientSecret must be hashed first.',
  'The answer is encrypted with your public key.',
  'Reverse the secret before sending it.',
  'Enkripsi kata sandi dengan RSA sebelum dikirim.',
  'Isi permintaan dienkripsi memakai JWE.',
  'Compute SHA256(client_secret) and use the result.',
  'Data yang dikirim harus dienkripsi.',
  'Kirim hash SHA-256 dari client_secret.',
  '1. Encrypt the secret with our public key.',
  'The body is sent as `application/json` and is encrypted with our public key.',
])
  test(`what is done before sending is asked: ${words}`, async () => {
    expect(await askedOf(words)).toContain(`"${words.replace(/^1\. /, '').replace(/;.*/, ';')}"`);
  });

for (const [words, way] of [
  ['Authenticate using a client assertion (JWT).', 'a signed JWT'],
  ['Authenticate with a JWT bearer token.', 'a signed JWT'],
  ['The grant type is that of the JWT bearer flow.', 'a signed JWT'],
  ['The compact client assertion authenticates you.', 'a client assertion'],
  ['Clients authenticate with Kerberos.', '"Kerberos"'],
  ['Type the OTP that your phone shows.', 'a one-time password'],
  ['Each request must carry a one-time password.', 'a one-time password'],
  ['Sandi sekali pakai wajib disertakan.', 'a one-time password'],
] as const)
  test(`another way to authenticate is asked: ${words}`, async () => {
    expect(await askedOf(words)).toContain(`the page states ${way}`);
  });

for (const words of [
  'The token is a signed JWT.',
  'The access token is signed with RS256.',
  'The call returns a token that is signed with RS256.',
  'Verify the signature of webhooks.',
  'The signature of a webhook is an HMAC-SHA256 of its body.',
  'We sign the body of each notification.',
  'TLS encrypts the connection.',
  'All requests are encrypted with TLS.',
  'Secrets are hashed in our database.',
  'You do not need to sign the request.',
  'Permintaan tidak perlu ditandatangani.',
  'Token akses ditandatangani oleh kami.',
  'Sign up before you send your first request.',
  'Authenticate with your client_id and client_secret.',
  'Log in to the portal with a one-time password.',
])
  test(`nothing is asked: ${words}`, async () => {
    expect(await askedOf(words)).toBe(await askedOf('This issues a token.'));
  });

/** A description with HTTP Basic, and words about the operation. */
const withBasic = (words: string): string =>
  JSON.stringify({
    ...described(`operation: { description: "${words}", security: [{ plain: [] }] }`),
    components: { securitySchemes: { plain: { type: 'http', scheme: 'basic' } } },
  });

for (const [words, way] of [
  ['Sign the whole request with JWS.', 'a signature'],
  ['Requests are signed with HMAC-SHA256.', 'an HMAC'],
  ['Enter the OTP that you received.', 'a one-time password'],
] as const)
  test(`beside a scheme of a description its words ask for more: ${words}`, async () => {
    const { facts, asked } = await readDraft(withBasic(words), 'openapi');
    expect(facts['security']).toBe('basic');
    expect(asked).toContain(`the page states ${way}`);
  });

test('words of a description that say the same as its scheme ask for nothing', async () => {
  const { asked } = await readDraft(withBasic('Authenticate with HTTP Basic, client id and client secret.'), 'openapi');
  expect(asked).not.toContain('how a client authenticates');
});

test('a sentence of any length is looked at once', () => {
  for (const words of ['sign the ', 'request is signed ', 'hash of ', 'token is ', 'body '])
    expect(deedsIn(words.repeat(40000)).size).toBeLessThan(3);
});
