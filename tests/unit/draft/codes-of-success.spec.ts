/** The code of success, as the words about a member of a grant give it. */
import { expect, test } from '@playwright/test';
import { endpoint, expectReadings, readDraft, table } from '../../support/draft.ts';

const answer = (said: string, status = '200'): string =>
  `${endpoint}## Response (${status})\n\n${table('Field | Type | Mandatory | Description', `rc | String | M | ${said}`, 'token | String | M | Token')}`;

test('a code on success is the only one of a grant', async () => {
  await expectReadings([
    ...[
      'kode hasil; bila berhasil selalu `00`',
      'Code of the result. If successful it is always `00`.',
      'Result code, on success always "00"',
    ].map((said) => ({
      what: said,
      page: answer(said),
      facts: { '200 /rc const': '00', '200 /rc required': true },
    })),
    {
      what: 'when the token was issued',
      page: answer('2007300 when the token was issued'),
      facts: { '200 /rc const': '2007300' },
    },
    {
      what: 'in a mark of code',
      page: answer('`ok_1` if the token is granted'),
      facts: { '200 /rc const': 'ok_1' },
    },
    ...[
      'kode hasil; bila berhasil biasanya `00`',
      'Code of the result, `01` for old clients; if successful always `00`',
      '2007300 when the token was refreshed',
    ].map((said) => ({ what: said, page: answer(said), none: ['200 /rc const'] })),
    {
      what: 'a length in words beside it',
      page: answer('kode hasil, paling panjang 4 karakter'),
      facts: { '200 /rc required': true, '200 /rc maxLength': 4 },
    },
  ]);
});

/** A description whose answer that grants and whose refusal have one member `rc`. */
const described = (rc: Record<string, unknown>, example?: unknown): string => {
  const schema = { type: 'object', required: ['rc'], properties: { rc, token: { type: 'string' } } };
  const content = { 'application/json': { schema, ...(example === undefined ? {} : { example }) } };
  const responses = { 200: { description: 'OK', content }, 401: { description: 'Wrong client', content } };
  const paths = { '/token': { post: { operationId: 'token', responses } } };
  return JSON.stringify({ openapi: '3.0.3', info: { title: 'T', version: '1' }, paths });
};

test('a code of success beside others words for its member is that of the grant alone, and one among several is not', async () => {
  for (const description of [
    'Kode respon, "00" = sukses',
    'Result code. 00 = success',
    'Kode hasil (sukses = 00)',
    'Kode respons; `00` berarti berhasil',
    'Code of the answer, 00 means success.',
  ]) {
    const { facts } = await readDraft(described({ type: 'string', description }), 'openapi');
    expect.soft(facts, description).toMatchObject({ '200 /rc const': '00' });
    expect.soft(facts, description).not.toHaveProperty(['401 /rc const']);
    const page = await readDraft(answer(description.replaceAll('|', '/')));
    expect.soft(page.facts, description).toMatchObject({ '200 /rc const': '00' });
  }
  const several = 'Kode respon, 00 = sukses, 05 = tertunda';
  const { facts } = await readDraft(described({ type: 'string', description: several }), 'openapi');
  expect(facts).not.toHaveProperty(['200 /rc const']);
});
