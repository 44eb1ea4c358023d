/** Captions of a part that say of all fields below them that they are there, and of which type. */
import { expect, test } from '@playwright/test';
import { endpoint, expectReadings, readDraft, table } from '../../support/draft.ts';

const list = '- `shop`: name of the shop, at most 9 characters\n- `kind`: always `till`\n\n';
const fields = table('Element | Content', 'shop | name of the shop', 'till | ID of the till');
const answer = 'Response 200 (all mandatory)\n\n- `ticket`: string\n';

test('a caption says of all fields below it that they are there, and of which type', async () => {
  const both = {
    ...{ 'request /shop required': true, 'request /shop type': 'string' },
    ...{ 'request /till required': true, 'request /till type': 'string' },
  };
  for (const caption of [
    '*Table 2: What the client sends (all mandatory, all strings)*',
    'Request body (application/json; all of them are mandatory and of type string)',
    'Request body. All mandatory and strings:',
    'Isi permintaan. Semuanya wajib dan bertipe string:',
  ]) {
    const { facts, asked } = await readDraft(`${endpoint}${caption}\n\n${fields}`);
    expect.soft(facts, caption).toMatchObject(both);
    expect.soft(asked, caption).not.toContain('mandatory');
  }
});

test('the name of the part is read beside what is said of its fields', async () => {
  await expectReadings([
    {
      what: 'a list of the request, and one of the answer',
      page: `${endpoint}Isi permintaan. Semuanya wajib dan bertipe string:\n\n${list}Jawaban 200 (\`application/json\`). Semuanya selalu ada:\n\n- \`ticket\`: string\n- \`note\`: string\n`,
      facts: {
        ...{ 'request /shop required': true, 'request /shop type': 'string', 'request /shop maxLength': 9 },
        ...{ 'request /kind required': true, 'request /kind const': 'till' },
        ...{ '200 /ticket required': true, '200 /note required': true, '200 media-type': 'application/json' },
      },
    },
    {
      what: 'a status and JSON in the brackets',
      page: `${endpoint}Yang diterima (HTTP 200, JSON; semua selalu ada)\n\n- \`ticket\`: string\n- \`note\`: string\n`,
      facts: { '200 /ticket required': true, '200 /note required': true },
    },
    {
      what: 'headers',
      page: `${endpoint}*Table 1: HTTP header lines (all mandatory)*\n\n${table('Header | Content', 'X-Shop | number of the shop')}`,
      facts: { 'request header X-SHOP required': true },
    },
  ]);
});

test('a type of its own goes before that of all', async () => {
  const page = (words: string) =>
    readDraft(
      `${endpoint}Request body (all mandatory, all strings)\n\n- \`shop\`: ${words}\n- \`till\`: ID of the till\n`,
    );
  expect((await page('integer, number of the shop')).facts).toMatchObject({ 'request /shop type': 'integer' });
  expect((await page('as an integer')).facts['request /shop type']).not.toBe('string');
});

test('what is said of some fields, or for some requests, is asked', async () => {
  for (const caption of [
    'Request body (all mandatory for refunds)',
    'Request body (not all mandatory)',
    'Request body (all optional)',
    'Request body (all mandatory, some strings)',
    'Request body (nearly all mandatory)',
    'Request body (all three mandatory)',
    'Refund body (all mandatory)',
    'Isi permintaan. Semuanya wajib bila ada kasir:',
    'Isi permintaan. Semuanya pernah wajib:',
  ]) {
    const { facts, asked } = await readDraft(`${endpoint}${caption}\n\n${fields}${answer}`);
    expect.soft(facts, caption).not.toHaveProperty(['request /shop required']);
    expect.soft(facts, caption).not.toHaveProperty(['request /shop type']);
    expect.soft(asked, caption).toMatch(/shop|body/);
  }
});
