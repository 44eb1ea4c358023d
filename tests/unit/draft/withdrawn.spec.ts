/** Fields that a page takes out of the request: removed, refused, not used, or not to be sent. */
import { expect, test } from '@playwright/test';
import { endpoint, expectReadings, readDraft, table } from '../../support/draft.ts';

const answer = `## Response 200\n\n${table('Name | Type | Required', 'access_token | string | yes')}`;
const page = (words: string, required = 'no') =>
  `${endpoint}## Request body\n\n${table('Name | Type | Required | Description', 'client_id | string | yes | Your id', `pin | string | ${required} | ${words}`)}${answer}`;

test('a field that is removed or not to be sent is none of the request', async () => {
  for (const words of [
    '~~PIN of the shop~~ Removed since 3.0',
    'PIN merchant. Dihapus sejak Rev. 3',
    'Dihapus sejak versi 1.2, jangan dikirim',
    'Jangan diisi, diisi oleh gateway kami',
    'Tidak digunakan pada layanan ini',
    'Do not send it any more.',
    'N/A',
    'Removed in March 2024 and must not be sent',
    'No longer supported since version 2',
    'Sudah tidak didukung lagi',
    'Jangan lagi dikirim',
    'Discontinued as of 2025-01-01',
  ])
    await expectReadings([
      { what: words, page: page(words), none: ['request /pin type'], silent: ['pin is', 'pin (', 'of pin'] },
    ]);
  const undecided = page('~~PIN merchant~~ Dihapus sejak 3.0', '~~yes~~');
  await expectReadings([
    { what: 'struck', page: undecided, none: ['request /pin type'], silent: ['pin is', 'pin (', 'of pin'] },
  ]);
});

test('a field with which a request is refused is none of it, and the refusal is asked about', async () => {
  for (const words of [
    'Deprecated since v3. Requests that contain it are refused.',
    'Usang sejak v3. Permintaan yang memuatnya ditolak.',
    'Was accepted up to version 2023-06. Now refused like any unknown field.',
  ])
    await expectReadings([
      {
        what: words,
        page: page(words),
        none: ['request /pin type'],
        asked: ['whether a request that holds one of these is refused: pin (Request body, pin)'],
      },
    ]);
});

test('words that take a field out for some, or of a field that is shown or mandatory, are asked', async () => {
  for (const words of ['Jangan dikirim pada produksi', 'Removed for new partners', 'Not supported for new clients'])
    await expectReadings([{ what: words, page: page(words), none: ['request /pin type'], asked: ['pin', words] }]);
  await expectReadings([
    { what: 'mandatory', page: page('Removed since 3.0', 'yes'), asked: ['Removed since 3.0'] },
    {
      what: 'shown',
      page: `${page('Removed since 3.0')}## Sample request\n\n\`\`\`json\n{"client_id": "a", "pin": "123456"}\n\`\`\`\n`,
      none: ['request /pin type'],
      asked: ['Removed since 3.0'],
    },
  ]);
});

test('words about a value take no field out', async () => {
  for (const words of [
    'Do not send spaces',
    'Do not send it in plain text',
    'Must not be used twice',
    'Tidak boleh digunakan ulang',
    'Never send it to a browser',
    'Blanks are trimmed and removed',
    'A PIN that was removed from the list is refused',
  ])
    expect.soft((await readDraft(page(words))).facts, words).toMatchObject({ 'request /pin type': 'string' });
});

test('lists, HTML, OpenAPI and Postman are read in the same way', async () => {
  const words = 'Dihapus sejak versi 2. Jangan dikirim.';
  const list = `${endpoint}## Request body\n\n- \`client_id\` string (required) Your id\n- \`pin\` string - ${words}\n\n${answer}`;
  const html = `<h1>Token</h1><p>POST https://a.test/token</p><h2>Request body</h2><dl><dt><code>client_id</code> <i>string, required</i></dt><dd>Your id</dd><dt><code>pin</code> <i>string</i></dt><dd><span class="badge">removed</span> Was taken up to version 2.</dd></dl>`;
  const schema = {
    type: 'object',
    properties: { client_id: { type: 'string' }, pin: { type: 'string', description: words } },
  };
  const post = {
    summary: 'Get an access token',
    parameters: [{ name: 'X-Pin', in: 'header', schema: { type: 'string' }, description: words }],
    requestBody: { content: { 'application/json': { schema } } },
    responses: { 200: { description: 'Granted' } },
  };
  const openapi = JSON.stringify({
    openapi: '3.0.3',
    info: { title: 'Tokens', version: '1' },
    paths: { '/token': { post } },
  });
  const field = (key: string, description: string) => ({ key, value: '7', description });
  const fields = [field('client_id', 'Mandatory, at most 8 characters'), field('pin', words)];
  const header = [field('X-Pin', words)];
  const postman = JSON.stringify({
    info: { name: 'Tokens', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
    item: [
      {
        name: 'Get token',
        request: {
          ...{ method: 'POST', url: 'https://a.test/token', header },
          body: { mode: 'urlencoded', urlencoded: fields },
        },
      },
    ],
  });
  for (const [text, format] of [
    [list, 'markdown'],
    [html, 'html'],
    [openapi, 'openapi'],
    [postman, 'openapi'],
  ] as const) {
    const { facts } = await readDraft(text, format);
    const keys = Object.keys(facts).join('\n');
    expect.soft(keys, text).toContain('request /client_id');
    expect.soft(keys, text).not.toMatch(/pin\b/i);
  }
});
