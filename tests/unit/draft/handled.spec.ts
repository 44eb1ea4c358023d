/** Words beside a field that say how its value is handled, or that it is there on success: none is for some requests alone. */
import { expect, test } from '@playwright/test';
import { endpoint, readDraft, table } from '../../support/draft.ts';

const sent = (notes: string): string =>
  `${endpoint}## Request body\n\n${table('Name | Type | Required | Notes', `secret_code | string | yes | ${notes}`)}`;

test('how a value is kept, encoded or set is none for some requests alone, and its near neighbours are asked', async () => {
  for (const notes of [
    'The secret. Store it securely.',
    'The secret. Percent-encode it, since it may hold `+`',
    'Opaque. Never log it.',
    'Shown once, when the key is created',
    'Id of the call, for troubleshooting',
    'Send it as `X: ...` on all other calls',
    'Set to PARTNER_API',
    'Diisi dengan H2H',
  ]) {
    const { facts, asked } = await readDraft(sent(notes));
    expect(facts, notes).toHaveProperty(['request /secret_code required']);
    expect(asked, notes).not.toContain('secret_code is mandatory');
  }
  for (const notes of [
    'The secret. Store kiosks.',
    'The secret. Send it for marketplaces',
    'Sent once, when the shop is new',
    'Id of the call, for kiosks',
    'Set for partners',
    'The secret. Use it on all other shops',
  ]) {
    const { facts, asked } = await readDraft(sent(notes));
    expect(facts, notes).not.toHaveProperty(['request /secret_code required']);
    expect(asked, notes).toContain('secret_code is mandatory');
  }
});

test('what an answer holds on success is there in the one that grants', async () => {
  const page = (notes: string, heading = '## Response 200'): string =>
    `${endpoint}${heading}\n\n${table('Parameter | Tipe | M/O/C | Deskripsi', 'rc | String | M | Kode', `token | String | C | ${notes}`)}`;
  for (const notes of [
    'Ada jika request berhasil',
    'Token. Present if the request was successful',
    'Wajib jika sukses',
  ])
    expect((await readDraft(page(notes))).facts, notes).toHaveProperty(['200 /token required']);
  for (const notes of ['Ada jika mitra baru', 'If rc is 00', 'Ada jika request tidak berhasil'])
    expect((await readDraft(page(notes))).facts, notes).not.toHaveProperty(['200 /token required']);
  const refused = await readDraft(page('Ada jika request berhasil', '## Error 400'));
  expect(refused.facts).not.toHaveProperty(['400 /token required']);
});

test('fields that are always present, and lists among types without brackets, are read', async () => {
  const page = (type: string): string =>
    `${endpoint}### Request fields\n\n**\`shop_id\`** \`${type}\` *required*\nThe shop.\n\n**\`areas\`** \`[string]\` *required*\nThe areas. Maximum length of 30 characters.\n\n### Response fields\n\n**\`access_token\`** \`string\` *always present*\nThe token, for tracing.\n\n**\`note\`** \`string\` *always present*\nWords.\n`;
  const { facts } = await readDraft(page('string'));
  expect(facts).toMatchObject({
    'request /areas type': 'array',
    'request /areas required': true,
    '200 /access_token required': true,
  });
  const some = page('string').replace('*always present*\nWords', '*always present if asked for*\nWords');
  expect((await readDraft(some)).facts).not.toHaveProperty(['200 /note required']);
  // Where each type of a list stands between brackets, these are no more than that.
  const lone = await readDraft(page('[object]'));
  expect(lone.facts).not.toMatchObject({ 'request /areas type': 'array' });
});
