/** What stands beside a value and bounds it: the mark of a note elsewhere, a kind of characters, a condition, a unit. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { draftOf } from '../../../src/draft/write/files/draft.ts';
import { atPointer } from '../../../src/formats/json.ts';
import { endpoint, expectReadings, readDraft, table } from '../../support/draft.ts';

const page = (words: string, required = '') =>
  `${endpoint}## Request body\n\n${table('Name | Type | Description', 'client_id | string | Mandatory. Your id', `desk | string | ${required}${words}`)}`;

test('a value with the mark of a note that stands elsewhere is asked', async () => {
  for (const words of [
    'Its code. 43 characters, Base64url².',
    'Kode cabang, 43 karakter [1].',
    '43 karakter *)',
    'At most 43 characters<sup>2</sup>',
  ])
    await expectReadings([
      { what: words, page: page(words), none: ['request /desk minLength', 'request /desk maxLength'], asked: ['43 '] },
    ]);
  for (const words of ['One of `A`, `B`²', 'Selalu `A`¹'])
    await expectReadings([
      { what: words, page: page(words), none: ['request /desk enum', 'request /desk const'], asked: [words] },
    ]);
  await expectReadings([
    { what: 'a unit', page: page('Area in m², at most 5 characters'), facts: { 'request /desk maxLength': 5 } },
  ]);
});

test('digits are those of the kind that words name beside them', async () => {
  for (const words of ['Serial number, hexadecimal, 16 to 40 digits', 'Nomor seri, heksadesimal, 16 sampai 40 digit'])
    await expectReadings([
      { what: words, page: page(words), facts: { 'request /desk pattern': '^[0-9a-fA-F]{16,40}$' } },
    ]);
  await expectReadings([
    { what: 'both', page: page('Alphanumeric, 16 digits'), none: ['request /desk pattern'] },
    { what: 'digits', page: page('Its number, 16 digits'), facts: { 'request /desk pattern': '^[0-9]{16}$' } },
  ]);
});

test('a field that some requests must not have is not sent, and is asked with the whole sentence', async () => {
  for (const words of [
    'Required if `grant` is `sub`, and must be empty for `main`.',
    'Wajib bila `grant` bernilai `sub`, dan harus kosong bila bernilai `main`.',
    'Wajib jika `grant` adalah `sub` dan tidak boleh diisi untuk `main`.',
    'Mandatory for `sub`; with `main` it must not be sent.',
    'Required when `grant` is `sub`, otherwise it must be left out.',
  ]) {
    const text = `${endpoint}## Request body\n\n- \`grant\` string (required) One of \`main\` or \`sub\`.\n- \`desk\` string ${words}\n`;
    const facts = await factsOf({ text, format: 'markdown', base: 'page' });
    const contract = draftOf(facts, { provider: 'x', url: 'https://x.test', read: '2026-01-02' })[
      'contracts/x/contract.yaml'
    ];
    const body = atPointer(contract ?? null, '/control/body');
    expect.soft(body, words).toMatchObject({ grant: 'main' });
    expect.soft(body, words).not.toHaveProperty('desk');
    expect.soft(JSON.stringify(contract), words).toContain(words.slice(-12));
  }
});

test('a duty that is denied before a comma is none', async () => {
  for (const words of [
    'Not required, 5 digits',
    'Tidak wajib, 5 digit',
    'Not mandatory, see below',
    'Tidak diperlukan',
  ])
    await expectReadings([
      { what: words, page: page(words), none: ['request /desk required'], silent: ['whether desk is mandatory'] },
    ]);
});

test('a word before the condition that a request succeeds is no value of its own', async () => {
  const answer = (words: string) =>
    `${endpoint}## Response\n\n${table('Name | Type | M/O | Description', 'access_token | string | M | The token', `expires_in | string | M | ${words}`)}`;
  for (const words of ['detik, hanya bila berhasil', 'seconds, only on success', 'Detik, hanya jika berhasil'])
    await expectReadings([
      { what: words, page: answer(words), none: ['200 /expires_in const'], silent: ['Fixed value'] },
    ]);
  await expectReadings([
    { what: 'colon', page: answer('Only on success: Basic'), facts: { '200 /expires_in const': 'Basic' } },
  ]);
});

test('a note that changes a length is asked, whatever it says of the next revision', async () => {
  const key = (note: string) =>
    `${endpoint}## Request header\n\n${table('Name | Type | Required | Description', 'X-SHOP | string | yes | Its id')}Catatan:\n\n${note}\n`;
  for (const words of [
    'Sejak Rev. 3, panjang maksimum X-DESK adalah 50 karakter (tabel akan diperbarui pada revisi berikutnya).',
    'Since rev. 3 the maximum length of X-DESK is 50 characters (the table follows in a later revision).',
    'Panjang X-DESK menjadi 50 karakter pada versi selanjutnya.',
  ])
    await expectReadings([{ what: words, page: key(words), asked: [words] }]);
});

test('words about who knows a secret, and about the items of a list, leave their facts as they are', async () => {
  const secret = (words: string) =>
    `${endpoint}## Request body\n\n${table('Name | Type | Required | Description', `client_secret | string | yes | ${words}`)}`;
  for (const words of [
    'a secret known only to your application and the authorization server.',
    'Rahasia yang hanya diketahui oleh mitra dan bank',
    'Known only by you and us',
  ])
    await expectReadings([
      {
        what: words,
        page: secret(words),
        facts: { 'request /client_secret required': true },
        silent: ['whether client_secret'],
      },
    ]);
  const described = (list: object) =>
    JSON.stringify({
      openapi: '3.0.3',
      info: { title: 'Tokens', version: '1' },
      paths: {
        '/token': {
          post: {
            summary: 'Get an access token',
            requestBody: { content: { 'application/json': { schema: { type: 'object', properties: { list } } } } },
            responses: { 200: { description: 'Granted' } },
          },
        },
      },
    });
  const items = { type: 'string', enum: ['a', 'b'] };
  const list = { type: 'array', minItems: 1, maxItems: 5, uniqueItems: true, items };
  const { facts } = await readDraft(described(list), 'openapi');
  expect(facts).toMatchObject({
    'request /list minItems': 1,
    'request /list maxItems': 5,
    'request /list uniqueItems': true,
  });
  const { asked } = await readDraft(described({ type: 'array', minItems: 3, maxItems: -1, items }), 'openapi');
  expect(asked).toContain('minItems 3');
  expect(asked).toContain('maxItems -1');
});

test('a question about a value that seems to be new quotes the words beside it', async () => {
  const words = 'UUID. Berlaku sebagai kunci idempotensi selama 24 jam.';
  const text = `${endpoint}## Request body\n\n${table('Name | Type | Required | Description', `request_id | string | yes | ${words}`)}`;
  await expectReadings([{ what: words, page: text, asked: [`the page says "${words}" of it`] }]);
});
