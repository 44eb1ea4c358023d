/** Fields below two sentences, of which the second goes on about what the first names; a first row where heads would be; and `but`. */
import { expect, test } from '@playwright/test';
import { endpoint, readDraft, table } from '../../support/draft.ts';

const rows = table('Key | Content', 'shop | The shop', 'till | The till');
const granted = table('Property | What it is', 'pass | The token, a string', 'ends_in | Seconds, an integer');
const headers = `Set these headers:\n\n${table('Header | Value', 'X-Edition | 2024-09-01')}`;
const page = (request: string, answer = 'We answer 200 with a JSON object. It always has these members:') =>
  readDraft(`${endpoint}${headers}\n\n${request}\n\n${rows}\n\n${answer}\n\n${granted}`);

test('the second sentence is about what the first one names, and not about the table above it', async () => {
  for (const request of [
    'The form has two parameters. All of them are required.',
    'Badan permintaan berisi dua parameter. Semuanya wajib dikirim.',
    'The request body holds two parameters. Each of them is mandatory.',
  ]) {
    const { facts, asked } = await page(request);
    expect(facts, request).toMatchObject({ 'request /shop required': true, 'request /till required': true });
    expect(facts, request).toMatchObject({ '200 /pass required': true, '200 /ends_in type': 'integer' });
    expect(facts, request).not.toHaveProperty(['request header X-EDITION required']);
    expect(asked, request).toContain('X-Edition');
  }
});

test('what is said of others, of another number, or of some is asked', async () => {
  for (const request of [
    'The form has three parameters. All of them are required.',
    'The form has two parameters. Any of them is required.',
    'The form has two parameters. All of them are required for refunds.',
    'See the form of the bank. It is required.',
  ])
    expect((await page(request)).facts, request).not.toHaveProperty(['request /shop required']);
  const { facts, asked } = await page('The form has these:', 'We answer 200 with a JSON object. It may have these:');
  expect(facts).not.toHaveProperty(['200 /pass required']);
  expect(asked).toContain('pass');
});

test('behind fields such a sentence is about them, and says nothing of those below it', async () => {
  const above = table('Name | Type', 'shop | string');
  for (const words of [
    'The request fields above tell who you are. All of them are required.',
    'The request fields tell who you are. All of them are required.',
  ]) {
    const read = await readDraft(
      `${endpoint}## Request\n\n${above}\n${words}\n\n${table('Name | Type', 'till | string')}`,
    );
    expect(read.facts, words).not.toHaveProperty(['request /till required']);
    expect(read.asked, words).toContain('till');
  }
  // A sentence that names them itself is about these wherever it stands.
  const named = 'Permintaan dikirim dengan POST. Kedua kolom di atas wajib dikirim.';
  const { facts } = await readDraft(
    `${endpoint}## Permintaan\n\n${table('Nama | Tipe', 'toko | string', 'kasir | string')}\n${named}\n`,
  );
  expect(facts).toMatchObject({ 'request /toko required': true, 'request /kasir required': true });
});

test('a first row that is named as programs do is a field, whatever is said of it', async () => {
  const cells = table('grantType | selalu berisi `client_credentials`', 'kode | string, kode toko');
  const { facts } = await readDraft(
    `${endpoint}## Isi permintaan\n\nKedua isian di bawah ini wajib dikirim.\n\n${cells}`,
  );
  expect(facts).toMatchObject({
    ...{ 'request /grantType const': 'client_credentials', 'request /grantType required': true },
    'request /kode required': true,
  });
  for (const heads of [
    'Isian | Penjelasan',
    'field_name | description',
    'nama_isian | keterangan',
    'kode_isian | arti',
  ]) {
    const titled = table(heads, 'grantType | selalu berisi `client_credentials`');
    const read = await readDraft(`${endpoint}## Isi permintaan\n\n${titled}`);
    const [head = ''] = heads.split(' ');
    expect(read.facts, heads).not.toHaveProperty([`request /${head} required`]);
    expect(read.asked, heads).not.toContain(`whether ${head}`);
  }
});

test('what is mandatory but not sent is refused as the words say, in Indonesian too', async () => {
  for (const words of ['Ada isian yang harus ada tetapi tidak dikirim', 'A mandatory field, but it was not sent']) {
    const errors = table('Status | Reason', '401 | The till is wrong', `422 | ${words}`);
    expect((await readDraft(`${endpoint}## Request\n\n${rows}\n\n## Errors\n\n${errors}`)).facts).toMatchObject({
      '422 status': true,
    });
  }
});
