/** What a question about a signature, or about a way to authenticate, quotes of other places of the page. */
import { expect, test } from '@playwright/test';
import { readDraft, table } from '../../support/draft.ts';

const page = (words: string, section: string): string =>
  `# 1 Guide\n\n## 3.1 Access token\n\nPOST https://a.test/v1.0/access-token/b2b\n\n### Header\n\n${table(
    'Field | Type | Mandatory | Description',
    'X-TIMESTAMP | String | M | Time',
    'X-CLIENT-KEY | String | M | Client id',
    `X-SIGNATURE | String | M | ${words}`,
  )}\n## 3.2 Payment\n\nPOST https://a.test/v1.0/pay\n\n${section}\n`;

test('a section that the words about the signature refer to is quoted with it', async () => {
  const section =
    '## 3.3 Tanda tangan asimetris\n\nHasil: heksadesimal huruf kecil, PKCS#8.\n\n## 3.4 Lain\n\nBase64 of all.';
  const quoted = 'section 3.3 has "3.3 Tanda tangan asimetris Hasil: heksadesimal huruf kecil, PKCS#8."';
  for (const words of [
    'asymmetric signature (lihat 3.3)',
    'Signature, see section 3.3',
    'Tanda tangan, lihat bagian 3.3',
    'See § 3.3',
  ])
    expect.soft((await readDraft(page(words, section))).asked, words).toContain(quoted);
  for (const words of ['asymmetric signature', 'Signature of version 3.3', 'See 9.9'])
    expect.soft((await readDraft(page(words, section))).asked, words).not.toContain('section 3.3 has');
});

test('of one of several ways the words by which it ends are told', async () => {
  const described = (description: string): string =>
    JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'A', version: '1' },
      security: [{ key: [] }, { old: [] }],
      paths: { '/token': { post: { responses: { 200: { description: 'Good' } } } } },
      components: {
        securitySchemes: {
          key: { type: 'apiKey', in: 'header', name: 'X-Key' },
          old: { type: 'http', scheme: 'basic', description },
        },
      },
    });
  const asked = async (words: string): Promise<string> => (await readDraft(described(words), 'openapi')).asked;
  for (const words of ['Deprecated. Use the key.', 'Tidak berlaku lagi.', 'No longer supported.'])
    expect.soft(await asked(words), words).toContain(`basic, of which the description says "${words}"`);
  expect(await asked('User and password.')).not.toContain('of which the description says');
});
