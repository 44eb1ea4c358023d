/** Fields that sentences and bullets describe one by one, on a page without tables: whether each is there, and what it is. */
import { expect, test } from '@playwright/test';
import { endpoint, readDraft } from '../../support/draft.ts';

const inRequest = (words: string): string => `${endpoint}## Request\n\n${words}\n`;

test('a sentence says of one field that it is mandatory or optional, and describes it behind that', async () => {
  for (const [words, said] of [
    ['The parameter `area` (string) is optional: one or more areas.', { 'request /area type': 'string' }],
    [
      'Parameter `area` (string, maks 9) wajib diisi.',
      { 'request /area required': true, 'request /area maxLength': 9 },
    ],
    ['`kind` is required and must be `shop`.', { 'request /kind required': true, 'request /kind const': 'shop' }],
    ['Header `Shop-Trace` wajib ada dan berisi nomor kasir.', { 'request header SHOP-TRACE required': true }],
    ['Header `Shop-Trace` opsional, maksimal 40 karakter.', { 'request header SHOP-TRACE maxLength': 40 }],
    [
      'Every request, also the one for a token, must carry `Shop-Trace` (string, at most 32 characters).',
      { 'request header SHOP-TRACE required': true, 'request header SHOP-TRACE maxLength': 32 },
    ],
  ] as const) {
    const { facts, asked } = await readDraft(inRequest(words));
    expect.soft(facts, words).toMatchObject(said);
    expect.soft(asked, words).not.toContain('not in full');
  }
});

test('a field that is there for some or elsewhere, or of which one word is strange, is asked', async () => {
  for (const words of [
    'The parameter `area` (string) is required for kiosks.',
    'Parameter `area` (string) hanya wajib bagi mitra dengan lebih dari satu kasir.',
    'The parameter `area` (zoned) is required.',
    'The kiosk parameter `area` (string) is required.',
    'Send `area` (string), which is required there.',
    '`area` is required there.',
    'Every request except the one for a token must carry `area` (string).',
  ]) {
    const { facts } = await readDraft(inRequest(words));
    expect.soft(facts, words).not.toHaveProperty(['request /area required']);
    expect.soft(facts, words).not.toHaveProperty(['request header AREA required']);
  }
  const { facts } = await readDraft(inRequest('`area` is required, only for kiosks.'));
  expect(facts).not.toHaveProperty(['request /area required']);
});

test('a status that something gets is asked, where words around it are strange', async () => {
  const { facts, asked } = await readDraft(`${endpoint}A kiosk we do not know gets 403 \`no_kiosk\`.\n`);
  expect(facts).not.toHaveProperty(['403 status']);
  expect(asked).toContain('A kiosk we do not know gets 403');
});

test('bullets say in sentences what their fields are, behind words that count them', async () => {
  const { facts, asked } = await readDraft(
    `${endpoint}Two headers matter:\n\n* \`Shop-Key\` is required. It is your key.\n* \`Shop-Locale\` is optional and decides the language.\n\n` +
      'The body is JSON (`application/json`). It has these members:\n\n' +
      '* `pin` — string, required, exactly 6 characters.\n* `area`, a string, at most 9 characters.\n* `till` is required for kiosks.\n',
  );
  expect(facts).toMatchObject({
    'request header SHOP-KEY required': true,
    'request /pin required': true,
    'request /pin minLength': 6,
    'request /area type': 'string',
    'media-type': 'application/json',
  });
  expect(facts).not.toHaveProperty(['request header SHOP-LOCALE required']);
  expect(facts).not.toHaveProperty(['request /till required']);
  expect(asked).not.toContain('is so for each request');
  const three = (words: string): string =>
    inRequest(
      `${words}:\n\n- \`kind\`, yang satu-satunya nilainya \`shop\`;\n- \`pin\`, string, minimal 4 karakter;\n- \`till\`, string.`,
    );
  const all = {
    'request /kind required': true,
    'request /kind const': 'shop',
    'request /pin minLength': 4,
    'request /till required': true,
  };
  expect((await readDraft(three('Tiga parameter wajib dikirim'))).facts).toMatchObject(all);
  for (const words of [
    'Tiga parameter kasir wajib dikirim',
    'Dua parameter wajib dikirim',
    'Tiga parameter mungkin dikirim',
  ])
    expect((await readDraft(three(words))).facts, words).not.toHaveProperty(['request /till required']);
});
