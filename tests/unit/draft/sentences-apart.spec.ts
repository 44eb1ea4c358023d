/** Sentences that stand for a table, and those that say of all fields that they are there. */
import { expect, test } from '@playwright/test';
import { fieldsIn, fieldsInBoth } from '../../../src/draft/page/sentences/sentence-fields.ts';
import { endpoint, readDraft, table } from '../../support/draft.ts';

const errors = `## Errors\n\n${table('Status | When', '400 | The shop is missing', '401 | The secret is wrong')}\n`;

for (const sentence of [
  'Each of them has the members `code` (string, always) and `hint` (string, max 80, sometimes).',
  'The body of an error has two fields, `code` (string, mandatory) and `hint` (String, 80, optional).',
  'Isi respons gagal memuat `code` (string, wajib) dan `hint` (string, maksimal 80, opsional).',
  'Every error has `code` (string, always),\n`hint` (optional, string, up to 80).',
])
  test(`fields are read of: ${sentence.slice(0, 40)}`, async () => {
    const { facts, asked } = await readDraft(`${endpoint}${errors}${sentence}\n`);
    for (const status of [400, 401])
      expect(facts).toMatchObject({
        [`${status} /code required`]: true,
        [`${status} /code type`]: 'string',
        [`${status} /hint maxLength`]: 80,
      });
    expect(facts).not.toHaveProperty(['400 /hint required']);
    expect(asked).not.toContain('sentences');
  });

test('a sentence may name its statuses, its side and its place, and say of all fields at once what they are', async () => {
  const { facts } = await readDraft(
    `${endpoint}## Flow\n\nSend the header \`X-Shop\` (string, required). The request body has the required fields \`shop\` (string) and \`till\` (integer). The answer holds \`token\` (string) and \`life\` (integer), both always.\n\nThe body of a 401 and of a 403 has \`code\` (string) and \`hint\` (string), both always.\n`,
  );
  expect(facts).toMatchObject({
    'request header X-SHOP required': true,
    'request /till required': true,
    '200 /life required': true,
    '401 /code required': true,
    '403 /hint required': true,
  });
  expect(Object.keys(facts).filter((key) => /request \/X-Shop|(?:200|400) \/(?:code|shop)/.test(key))).toEqual([]);
});

test('a unit of time and how long it is now are understood, and any other word is none of a field', () => {
  const of = (said: string) => fieldsIn(`\`ticket\` (string) and \`life\` (integer, ${said}) are always there.`);
  for (const said of ['seconds', 'seconds; currently 30 days', 'dalam detik, saat ini 900 detik'])
    expect(
      of(said)?.rows.map(([name]) => name),
      said,
    ).toEqual(['ticket', 'life']);
  for (const said of ['seconds for web shops', 'at most 30 days']) expect(of(said), said).toBeNull();
});

test('what lies within something, or is so for some requests, and a choice, is no such sentence', () => {
  for (const words of [
    'The object `data` has `token` (string, always).',
    'The data object has `token` (string, always).',
    'If it failed, the answer has `code` (string, always).',
    'The answer of resellers has `code` (string, always).',
    'The answer has `code` (string, always) or `hint` (string, always).',
    'The answer has no `code` (string) in it.',
    'The answer has `code` (a number of the bank).',
    'The answer has an optional `code` (string) and `hint` (string).',
  ])
    expect(fieldsIn(words), words).toBeNull();
});

const body = `**Headers**\n\n${table('Key | Value', 'X-Shop | your shop')}\n**Body**\n\n${table('Key | Value', 'shop | your shop', 'till | your till')}\n`;
const mandatory = async (text: string): Promise<string[]> =>
  Object.keys((await readDraft(`${endpoint}${text}`)).facts).filter((key) => / (?:\/|header ).* required$/.test(key));

test('a sentence about all fields above it reaches up to the last heading, and one about these the last table alone', async () => {
  for (const sentence of ['All of the above are mandatory.', 'Semua parameter di atas wajib diisi.'])
    expect(await mandatory(`${body}${sentence}\n`), sentence).toHaveLength(3);
  for (const sentence of [
    'All of these are always sent.',
    'Semuanya wajib.',
    'All fields are required, unless marked otherwise.',
    'They must be present.',
  ])
    expect(await mandatory(`${body}${sentence}\n`), sentence).toEqual([
      'request /shop required',
      'request /till required',
    ]);
});

test('a sentence with any other word, about another side, or for some says it of no field', async () => {
  for (const sentence of [
    'All of the above are mandatory for resellers.',
    'All of these are mandatory except till.',
    'All of these are optional.',
    'All fields of the answer are always there.',
    'All our shops are required.',
    'See the guide. They must be present.',
  ])
    expect(await mandatory(`${body}${sentence}\n`), sentence).toEqual([]);
  expect(
    await mandatory(`${body.replace('your till', 'your till, only for shops of v2')}All of these are mandatory.\n`),
  ).toEqual(['request /shop required']);
});

test('in the words of an OpenAPI description such a sentence stays a question', async () => {
  const words = 'All of these are always there. The answer has `code` (string, always).';
  const api = { openapi: '3.0.3', info: { title: 'T', version: '1' }, servers: [{ url: 'https://a.test' }] };
  const post = { operationId: 'token', description: words, responses: { 200: { description: 'A token' } } };
  const text = JSON.stringify({ ...api, paths: { '/token': { post } } });
  expect((await readDraft(text, 'openapi')).asked).toContain('The answer has `code` (string, always).');
});

test('a sentence behind one that names fields says what they are, each word of both understood', async () => {
  for (const [names, said, count] of [
    ['Kirim `shop` dan `till` di body (JSON).', 'Keduanya wajib, berupa string.', 2],
    ['Send `shop` and `till` in the JSON body.', 'Both are mandatory strings.', 2],
    ['The request body holds `shop`, `till` and `area`.', 'All three are required strings.', 3],
    ['The answer has `token` and `life`.', 'Both are always there.', 2],
  ] as const)
    expect(fieldsInBoth(names, said)?.rows, names).toHaveLength(count);
  for (const [names, said] of [
    ['Send `shop` or `till` in the body.', 'Both are mandatory strings.'],
    ['Send `shop`, `till` and `area` in the body.', 'Both are mandatory strings.'],
    ['Do not send `shop` and `till` in the body.', 'Both are mandatory strings.'],
    ['If the shop is new, send `shop` and `till` in the body.', 'Both are mandatory strings.'],
    ['To refund, send `shop` and `till` in the body.', 'Both are mandatory strings.'],
    ['Until v2 the body held `shop` and `till`.', 'Both are mandatory strings.'],
    ['For example `shop` and `till` in the body.', 'Both are mandatory strings.'],
    ['Send `shop` and `till` in the body.', 'Both are mandatory strings of resellers.'],
    ['Send `shop` and `till` in the body.', 'Both were issued at registration.'],
  ] as const)
    expect(fieldsInBoth(names, said), `${names} ${said}`).toBeNull();
  const { facts, asked } = await readDraft(
    `${endpoint}For the sandbox, replace the host with \`sandbox.a.example\`.\n\nSend \`shop\` and \`till\` in the body (JSON). Both are mandatory strings.\n\nIf it succeeds, the server answers 201 with \`token\` (string) and \`life\` (integer, seconds). Wrong shop: 401.\n`,
  );
  expect(facts).toMatchObject({
    ...{ 'request /shop required': true, 'request /till type': 'string', '201 /life type': 'integer' },
    ...{ '401 status': true, 'server https://sandbox.a.example': true },
  });
  expect(asked).not.toContain('sentences');
});

test('an answer on success is the one that grants, and one on the success of something else is none', () => {
  for (const words of ['If it succeeds, the', 'When the request is successful, the', 'Jika permintaan berhasil,'])
    expect(fieldsIn(`${words} server answers 200 with \`t\` (string).`)?.statuses, words).toEqual([200]);
  for (const words of ['If the refund succeeds, the', 'Jika tidak berhasil,', 'Jika gagal,', 'Once v3 succeeds, the'])
    expect(fieldsIn(`${words} server answers 200 with \`t\` (string).`), words).toBeNull();
});

test('a host takes the place of another for the environment that the sentence names', async () => {
  const serversOf = async (words: string): Promise<string[]> =>
    Object.keys((await readDraft(`${endpoint}${words}\n`)).facts).filter((key) => key.startsWith('server'));
  for (const words of [
    'Untuk sandbox ganti host dengan `s.a.example`.',
    'In the sandbox swap the domain for s.a.example.',
  ])
    expect(await serversOf(words), words).toContain('server https://s.a.example');
  for (const words of [
    'Replace the host with `s.a.example` of yours.',
    'For the sandbox, replace the host with the name that you were given.',
    'Do not replace the host with `s.a.example` in the sandbox.',
    'Until v2, for the sandbox, replace the host with `s.a.example`.',
    'For the sandbox of other endpoints, replace the host with `s.a.example`.',
  ])
    expect(await serversOf(words), words).toEqual(['server https://a.test']);
});

test('a sentence about all fields of the one before it marks those, and a unit beside a type hides neither', async () => {
  const read = async (words: string) => readDraft(`${endpoint}${words}\n`);
  for (const words of [
    'Jawaban 200 berisi `token` (string) dan `life` (bilangan bulat, menit); keduanya selalu ada.',
    'The answer has `token` (string) and `life` (integer, minutes). Both are always present.',
  ])
    expect((await read(words)).facts, words).toMatchObject({
      ...{ '200 /token required': true, '200 /life required': true, '200 /life type': 'integer' },
    });
  for (const words of [
    'The answer has `token` (string) and `life` (integer, minutes). Both are always present for resellers.',
    'The answer has `token` (string) and `life` (integer, minutes). Both request fields are always present.',
    'The answer has `token` (string) and `life` (integer, minutes). Neither is always present.',
    'The answer has `token` (string) and `life` (integer, minutes). See the guide. They must be present.',
  ])
    expect((await read(words)).facts, words).not.toHaveProperty(['200 /life required']);
});

test('the status of a sentence of fields may be marked as code, a value stands among the attributes, and a count fits', async () => {
  const fields =
    '`200` with `ticket` (string), `token_type` (string, `Bearer`) and `left` (number of seconds, integer).';
  for (const all of ['All three are always there.', 'Semua tiga kolom selalu ada.']) {
    const { facts, asked } = await readDraft(`${endpoint}## Response\n\n${fields} ${all}\n`);
    expect(facts, all).toMatchObject({
      '200 /ticket required': true,
      '200 /token_type const': 'Bearer',
      '200 /left type': 'integer',
      '200 /left required': true,
    });
    expect(asked).not.toContain('mandatory');
  }
  for (const all of [
    'All two are always there.',
    'All three are usually there.',
    'All three are always there in v2.',
  ]) {
    const { facts, asked } = await readDraft(`${endpoint}## Response\n\n${fields} ${all}\n`);
    expect(facts, all).not.toHaveProperty(['200 /ticket required']);
    expect(asked, all).toContain('mandatory');
  }
  const other = fields.replace('`Bearer`', '`Bearer`, `MAC`');
  expect((await readDraft(`${endpoint}## Response\n\n${other}\n`)).facts).not.toHaveProperty(['200 /token_type const']);
});

test('what is not always there is optional, and open what is there for some alone', async () => {
  const { facts, asked } = await readDraft(
    `${endpoint}## Response\n\n\`400\` with \`code\` (string, always) and \`hint\` (string, not always).\n`,
  );
  expect(facts).toMatchObject({ '400 /code required': true, '400 /hint type': 'string' });
  expect(facts).not.toHaveProperty(['400 /hint required']);
  expect(asked).not.toContain('whether hint');
});

test('what is not taken is refused with the status behind it, where that is so of each request', async () => {
  const ofForm = (words: string) => readDraft(`${endpoint}## Request\n\nPost the fields form-urlencoded. ${words}\n`);
  for (const words of [
    'JSON is **not** accepted here and is answered with `415`.',
    'JSON tidak diterima dan dijawab dengan 415.',
    'XML is not supported and will be rejected with 415.',
  ])
    expect((await ofForm(words)).facts, words).toHaveProperty(['415 status'], true);
  for (const words of [
    'JSON is not accepted and is not answered with `415`.',
    'JSON is not accepted and is answered with `415` in version 1.',
    'JSON is never answered with `415`.',
    'JSON is not accepted, and 415 is the number of our desk.',
    'JSON is not accepted and is answered with 415 characters.',
  ])
    expect((await ofForm(words)).facts, words).not.toHaveProperty(['415 status']);
});

test('what may lie in an object of the same sentence is left, and what stands beside it is not', async () => {
  const of = (words: string) => readDraft(`${endpoint}## Response\n\n${words}\n`);
  const beside = 'Success (`200`): `data` (object, always), `ticket` (string, always) and `left` (integer, always).';
  expect((await of(beside)).facts).toMatchObject({ '200 /data type': 'object', '200 /ticket required': true });
  for (const words of [
    '`200` with `data` (object, always), in it `ticket` (string, always).',
    '`200` with `data` (object, always) with `ticket` (string, always).',
    '`200` with `data` (object, always): `ticket` (string, always).',
    'Jawaban 200: `data` (object, wajib) berisi `ticket` (string, wajib).',
    '`200` or `201` with `ticket` (string, always).',
  ]) {
    const { facts, asked } = await of(words);
    expect(facts, words).not.toHaveProperty(['200 /ticket required']);
    expect(asked, words).toContain('what an answer that grants looks like');
  }
});
