/** Codes in the words about answers, beside the members that hold them, and in samples of a grant: none is lost without a question. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { todosOf } from '../../../src/draft/write/files/draft.ts';
import type { Json } from '../../../src/formats/json.ts';
import { origin } from '../../support/answering.ts';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

/** What is asked of the codes of a description with these answers. */
async function asked(code: Json, words: Record<string, string>, info = 'Token'): Promise<string> {
  const schema: Json = { type: 'object', required: ['code'], properties: { code, token: { type: 'string' } } };
  const responses = Object.fromEntries(
    Object.entries(words).map(([status, description]): [string, Json] => [
      status,
      { description, content: { 'application/json': { schema } } },
    ]),
  );
  const post: Json = { requestBody: { content: { 'application/json': { schema: { type: 'object' } } } }, responses };
  const text = JSON.stringify({
    openapi: '3.0.1',
    info: { title: 'Token', version: '1', description: info },
    servers: [{ url: 'https://a.test' }],
    paths: { '/token': { post } },
  });
  const facts = await factsOf({ text, format: 'openapi', base: 'page' });
  const all = todosOf(facts, origin).map(({ what }) => what);
  return all.find((what) => what.startsWith('which code each answer holds')) ?? '';
}

test('codes in the words of a status, and what they are for beside the member that holds them', async () => {
  const legend = '1001 malformed, 1002 missing field, 1003 wrong credentials';
  const numbers = await asked(
    { type: 'integer', description: legend },
    { 200: 'ok', 400: '1001 or 1002', 401: '1003' },
  );
  for (const one of ['400 "1001 or 1002"', `"${legend}" beside code`, '401 "1003"']) expect(numbers).toContain(one);
  const listed = { type: 'integer', enum: [1000, 2000], description: '1000 parameter missing; 2000 credentials wrong' };
  const held = await asked(listed, { 200: 'ok', 400: 'Parameter missing', 401: 'Password wrong' });
  expect(held).toContain('2000 credentials wrong" beside code; the draft takes any of these codes with each');
  const marked = await asked(
    { type: 'string' },
    { 200: 'Berhasil (kode "0000")', 400: 'Parameter salah (kode "1400")', 401: 'PIN salah (kode 1401)' },
  );
  for (const one of ['200 "Berhasil (kode "0000")"', '401 "PIN salah (kode 1401)"']) expect(marked).toContain(one);
  expect(await asked({ const: '0000' }, { 200: 'Berhasil (kode "0000")' })).toBe('');
  for (const words of ['Max. 1000 characters', 'See RFC 6749', 'Since 2024'])
    expect(await asked({ type: 'string' }, { 200: 'ok', 400: words, 401: 'Wrong credentials' })).toBe('');
});

test('rows of a table in a description are shown without its signs', async () => {
  const info = '| Status | Error code |\n|---|---|\n| 400 | KM-001 |\n| 401 | KM-101 |\n';
  const what = await asked({ type: 'string' }, { 200: 'ok', 400: 'Bad request', 401: 'Wrong key' }, info);
  expect(what).toContain('the page has "400 | KM-001", "401 | KM-101"');
});

test('codes of pages: none of a grant by its sample alone, and short ones of hosts', async () => {
  const body = `## Body\n\n${table('Field | Type | M/O', 'merchant_id | string | M')}`;
  const rows = ['responseCode | string | M', 'accessToken | string | M'];
  const sample = '```json\n{ "responseCode": "2007300", "accessToken": "x1" }\n```\n\n';
  await expectReadings([
    {
      what: 'the code of a grant that a sample alone shows',
      page: `${endpoint}${body}## Response 200\n\n${table('Field | Type | M/O', ...rows)}${sample}`,
      silent: ['which code each answer holds'],
    },
    {
      what: 'that of a grant which is held',
      page: `${endpoint}${body}## Response 200\n\n${table('Field | Type | M/O | Description', 'responseCode | string | M | Always `2007300`', 'accessToken | string | M | ')}${sample}`,
      silent: ['which code each answer holds'],
    },
    {
      what: 'codes of two digits',
      page: `${endpoint}${body}## Response 200\n\n${table('Field | Type | M/O', 'kode | string | M', 'token | string | M')}## Kode Jawaban\n\n${table('Kode | HTTP | Uraian', '00 | 200 | SUKSES', '12 | 400 | FIELD WAJIB KOSONG', '22 | 401 | TANDA TANGAN SALAH')}`,
      asked: ['FIELD WAJIB KOSONG', 'TANDA TANGAN SALAH'],
    },
  ]);
});
