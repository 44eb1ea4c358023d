/** How a request for a token is signed: a label, an item or a sentence is a fact where each of its words is understood. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { accessOf } from '../../../src/draft/write/clauses/auth.ts';
import { described, open, page } from '../../support/described.ts';
import { table } from '../../support/draft.ts';

const text = (words: string): string =>
  `# Token\n\nPOST https://a.test/snap/v1.0/access-token/b2b\n\n## Header\n\n${table(
    'Header | Required | Description',
    'X-TIMESTAMP | M | Format yyyy-MM-ddTHH:mm:ssTZD',
    'X-CLIENT-KEY | M | Client ID',
    'X-SIGNATURE | M | Signature',
  )}## Signature\n\n${words}\n\n\`\`\`\nstringToSign = X-CLIENT-KEY + "|" + X-TIMESTAMP\n\`\`\`\n\n## Response 200\n\n${table('Field | Type | Required', 'accessToken | string | M')}`;

const read = async (words: string) => {
  const facts = await factsOf({ text: text(words), format: 'markdown', base: 'page' });
  return { asked: open(facts), mechanism: accessOf(facts).auth };
};

for (const words of [
  'Algorithm: SHA256withRSA, Base64',
  'Algoritma: SHA256withRSA, Base64.',
  '- Algoritma: SHA256withRSA\n- Encoding: Base64',
  'The signature is created using SHA256withRSA with your private key, then Base64 encoded.',
  "The signature is Base64 of SHA256withRSA with the client's private key.",
  'Algoritma: SHA256withRSA, Base64.\n\nUntuk transaksi dipakai HMAC_SHA512.',
  'Algorithm: SHA256withRSA\n\nTransaction API: HMAC_SHA512 with the client secret, hex.',
  'Algoritma: SHA256withRSA\n\nWebhook signatures are HMAC-SHA512 in hex.',
  'Algoritma: SHA256withRSA\n\nKey pair minimal RSA 2048 bit.',
  'Algoritma: SHA256withRSA\n\nThe access token is a JWT signed with HS512.',
])
  test(`each word is understood: ${words.replaceAll('\n', ' / ')}`, async () => {
    const { asked, mechanism } = await read(words);
    expect(mechanism).toMatchObject({ mechanism: 'snap-signature' });
    expect(asked).not.toContain('X-SIGNATURE');
  });

for (const words of [
  'Algoritma: SHA512withRSA, Base64',
  '- Hash: SHA-512\n- Encoding: Base64',
  'Algorithm: RSA (PSS padding)',
  'Algoritma: SHA256withRSA, Base64URL tanpa padding',
  'Algoritma: bukan SHA256withRSA, melainkan SHA512withRSA.',
  'Algoritma: SHA256withRSA (produksi), di sandbox SHA1withRSA.',
  'Algorithm: SHA256withRSA\n\nFrom 1 July on the signature is made with HMAC_SHA512.',
  'Algoritma: SHA256withRSA\n\nSampai versi 1 dipakai HMAC_SHA256.',
  'Algorithm: SHA256withRSA\n\nOld partners use HMAC_SHA512.',
  'SHA256withRSA dipakai untuk token dan transaksi.',
  'SHA512withRSA',
  '**Algorithm** SHA384withRSA',
  '1. Build the string to sign.\n2. Sign it with SHA384withRSA.\n3. Encode the result in Base64.',
  '```\nopenssl dgst -sha512 -sign key.pem text.txt | base64\n```',
])
  test(`how it is signed is asked: ${words.replaceAll('\n', ' / ')}`, async () => {
    expect((await read(words)).asked).toMatch(/how X-SIGNATURE .* is made: .* of which it says "/);
  });

test('a signature that is written in hex is drafted so', async () => {
  const { mechanism } = await read('Algoritma: SHA256withRSA, hasilnya hex huruf kecil.');
  expect(mechanism).toMatchObject({ mechanism: 'signature', algorithm: 'rsa-sha256', encoding: 'hex' });
});

test('the words of a description are understood as those of a page', async () => {
  const header = (words: string) =>
    page(
      described(
        `operation: { parameters: [ { name: X-Sign, in: header, required: true, schema: { type: string }, description: '${words}' } ] }`,
      ),
    );
  const said = await factsOf(header('HMAC-SHA256 over X-Key:body, hex'));
  const unsure = await factsOf(header('HMAC-SHA256 (v1: SHA-1) over X-Key:body with the MD5 of your secret, hex'));
  expect(said.signed).toMatchObject([{ at: 'OpenAPI, parameter X-Sign' }]);
  expect(said.signed[0]).not.toHaveProperty('isUnsure');
  expect(open(unsure)).toContain('a signature: X-Sign, of which it says "HMAC-SHA256 (v1: SHA-1)');
});
