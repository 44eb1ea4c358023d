/** What words say of a signature, as writers of pages put it, and what they leave open. */
import { expect, test } from '@playwright/test';
import { signedIn } from '../../../src/draft/page/words/signed.ts';

const snap = '{method}:{path}:{token}:{sha256(minified body)|hex|lower}:{timestamp}';

for (const [words, wanted] of [
  [
    'X-SIGNATURE is HMAC_SHA512 (clientSecret, stringToSign) in Base64.',
    { algorithm: 'hmac-sha512', encoding: 'base64' },
  ],
  [
    'stringToSign = HTTPMethod +":"+ EndpointUrl +":"+ AccessToken +":"+ Lowercase(HexEncode(SHA-256(minify(RequestBody)))) +":"+ TimeStamp',
    { over: snap },
  ],
  [
    'The signature is an HMAC-SHA512 of METHOD:path:token:sha256(body):timestamp.',
    {
      algorithm: 'hmac-sha512',
      over: '{method}:{path}:{token}:{sha256(body)|hex|lower}:{timestamp}',
    },
  ],
  [
    'Sign `{client_id}|{X-TIMESTAMP}` by SHA256withRSA, Base64-encoded.',
    {
      algorithm: 'rsa-sha256',
      encoding: 'base64',
      over: '{client}|{header:X-TIMESTAMP}',
    },
  ],
  ['stringToSign = client_ID + "|" + X-TIMESTAMP', { over: '{client}|{header:X-TIMESTAMP}' }],
  [
    'Signature: lowercase hex of HMAC-SHA256 over timestamp.body',
    {
      algorithm: 'hmac-sha256',
      encoding: 'hex',
      over: '{timestamp}.{body}',
    },
  ],
  [
    'The signature is HMAC-SHA256 over timestamp + method + path + body, in hexadecimal.',
    {
      algorithm: 'hmac-sha256',
      encoding: 'hex',
      over: '{timestamp}{method}{path}{body}',
    },
  ],
  ['Sign with ES256 over nonce:body', { algorithm: 'ecdsa-p256-sha256', over: '{nonce}:{body}' }],
  ['string to sign: method + "\\n" + path + "\\n" + date', {}],
  // Two of a kind say nothing of that kind.
  ['Sign by SHA256withRSA, or HMAC-SHA512, in Base64.', { encoding: 'base64' }],
  // Not a word of a signature.
  ['The request body: token', {}],
  ['POST method:path', {}],
  ['The signature covers method, path, body and timestamp.', {}],
] as const)
  test(`understood: ${words}`, () => {
    expect(signedIn(words)).toEqual(wanted);
  });
