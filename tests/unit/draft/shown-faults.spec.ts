/** Answers of one status that a collection has saved, or a description has as examples: each is about a fault of its own. */
import { expect, test } from '@playwright/test';
import type { Json } from '../../../src/formats/json.ts';
import { readDraft } from '../../support/draft.ts';

/** The faults of which a question says that the page gives no status. */
const withoutStatus = (asked: string): string => /gives no status: (.*?); it has/.exec(asked)?.[1] ?? '';

/** The facts about values that refusals have. */
const valuesIn = (facts: object): string[] => Object.keys(facts).filter((fact) => /^4.*(?:enum|const)$/.test(fact));

type Saved = [name: string, code: number, body: Json];

const collection = (...saved: Saved[]): string =>
  JSON.stringify({
    info: { name: 'T', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
    item: [
      {
        name: 'Token',
        request: {
          ...{ method: 'POST', url: 'https://a.test/token' },
          header: ['X-Shop', 'X-Till'].map((key) => ({ key, value: 's', description: 'Mandatory' })),
          body: { mode: 'raw', raw: '{"grantType": "client_credentials"}' },
        },
        response: [
          { name: 'ok', code: 200, header: [], body: '{"rc": "00", "token": "t"}' },
          ...saved.map(([name, code, body]) => ({ name, code, header: [], body: JSON.stringify(body) })),
        ],
      },
    ],
  });

const description = (examples: Record<string, Json>): string =>
  JSON.stringify({
    openapi: '3.0.3',
    info: { title: 'T', version: '1' },
    paths: {
      '/token': {
        post: {
          summary: 'Get a token',
          parameters: ['X-Shop', 'X-Till'].map((name) => ({
            ...{ name, in: 'header', required: true, schema: { type: 'string' } },
          })),
          responses: {
            200: {
              description: 'OK',
              content: { 'application/json': { schema: { properties: { token: { type: 'string' } } } } },
            },
            400: {
              description: 'Refused',
              content: {
                'application/json': { schema: { type: 'object', properties: { rc: { type: 'string' } } }, examples },
              },
            },
          },
        },
      },
    },
  });

const saved: Record<string, Saved[]> = {
  English: [
    ['X-Shop missing', 400, { rc: '4001', message: 'Shop is mandatory' }],
    ['X-Till missing', 400, { rc: '4002', message: 'Till is mandatory', field: 'X-Till' }],
  ],
  Indonesian: [
    ['X-Shop tidak dikirim', 400, { rc: '4001', pesan: 'X-Shop wajib diisi' }],
    ['X-Till kosong', 400, { rc: '4002', pesan: 'X-Till wajib diisi', field: 'X-Till' }],
  ],
  'with the status first': [
    ['400 - X-Shop missing', 400, { rc: '4001' }],
    ['400 - X-Till missing', 400, { rc: '4002', field: 'X-Till' }],
  ],
};

for (const [what, answers] of Object.entries(saved))
  test(`each saved answer of one status is used: ${what}`, async () => {
    const { facts, asked } = await readDraft(collection(...answers), 'openapi');
    expect(valuesIn(facts)).toEqual([]);
    expect(withoutStatus(asked)).not.toContain('X-');
    expect(asked).toMatch(/which code each fault has: rc of 400 \(4001 "[^,]+", 4002 "[^,]+"\)/);
    expect(asked).toContain('field');
  });

test('the code of one saved answer is asked, since another fault may have another', async () => {
  const { facts, asked } = await readDraft(
    collection(['X-Shop missing', 400, { rc: '30' }], ['Unknown shop', 401, { rc: '61' }]),
    'openapi',
  );
  expect(valuesIn(facts)).toEqual([]);
  expect(asked).toContain('rc of 400 (30 "X-Shop missing"), rc of 401 (61 "Unknown shop")');
  expect(asked).toContain('and rc of the 400 answer, and rc of the 401 answer are mandatory');
});

for (const [what, note, name] of [
  ['withdrawn', 'Catatan: `4007300` tidak dipakai lagi sejak v1.3.', 'Gagal (lama)'],
  ['one of several', '**Kode**\n\n- 400 `4007300` format salah\n- 400 `4007302` field wajib kosong', 'Format salah'],
  ['of no fault that is named', 'Errors are JSON.', 'Error'],
  ['of a name that says nothing', '', 'Response 2'],
] as const)
  test(`no refusal is drafted with the code of one saved answer that is ${what}`, async () => {
    const given = JSON.parse(collection([name, 400, { rc: '4007300', pesan: 'Bad Request' }]));
    given.item[0].request.description = note;
    const { facts, asked } = await readDraft(JSON.stringify(given), 'openapi');
    expect(valuesIn(facts)).toEqual([]);
    expect(asked).toContain(`which code each fault has: rc of 400 (4007300 "${name}")`);
  });

test('no code is asked that the description gives to all refusals of its status', async () => {
  const examples = { a: { summary: 'No shop', value: { rc: '40' } }, b: { summary: 'No till', value: { rc: '40' } } };
  const asking = async (schema: object) => {
    const text = description(examples).replace('"rc":{"type":"string"}', `"rc":${JSON.stringify(schema)}`);
    return (await readDraft(text, 'openapi')).asked.includes('which code each fault has');
  };
  expect(await asking({ type: 'string', const: '40' })).toBe(false);
  expect(await asking({ type: 'string' })).toBe(true);
});

test('a code keeps to what a table in the description says of its member', async () => {
  const fields =
    'Response\n\n| Field | Type | Mandatory |\n|---|---|---|\n| rc | String(4) | Y |\n| token | String | Y |';
  const given = JSON.parse(
    collection(['X-Shop missing', 400, { rc: '4001' }], ['X-Till missing', 400, { rc: '4002' }]),
  );
  given.item[0].request.description = fields;
  const { facts } = await readDraft(JSON.stringify(given), 'openapi');
  expect(facts).toMatchObject({ '200 /rc maxLength': 4 });
  expect(valuesIn(facts)).toEqual([]);
});

test('what is no code is no value of an answer', async () => {
  const { facts } = await readDraft(
    collection(
      ['X-Shop missing', 400, { error: 'No shop was sent', message: 'None', traceId: 'a-1' }],
      ['X-Till missing', 400, { error: 'No till was sent', message: 'None', traceId: 'a-2' }],
    ),
    'openapi',
  );
  expect(valuesIn(facts)).toEqual([]);
});

test('a saved refusal with the status of a grant is asked about, and one with other members as well', async () => {
  const refused = await readDraft(collection(['Kode toko salah', 200, { rc: '14', pesan: 'Gagal' }]), 'openapi');
  expect(refused.asked).toContain('how a request is refused: the page says "Kode toko salah');
  const other = await readDraft(collection(['ok, with areas', 200, { rc: '00', token: 't', area: 4 }]), 'openapi');
  expect(other.asked).toMatch(/"ok, with areas".*area/);
});

for (const [what, examples] of Object.entries({
  'by summaries': {
    a: { summary: 'X-Shop is missing', value: { rc: '4001' } },
    b: { summary: 'X-Till is missing', value: { rc: '4002' } },
  },
  'by names': { 'x-shop-missing': { value: { rc: '4001' } }, 'x-till-missing': { value: { rc: '4002' } } },
  'by words in their bodies': {
    example1: { value: { rc: '4001', message: 'X-Shop wajib diisi' } },
    example2: { value: { rc: '4002', message: 'X-Till wajib diisi' } },
  },
}))
  test(`each of several examples of one answer is used, called ${what}`, async () => {
    const { facts, asked } = await readDraft(description(examples), 'openapi');
    expect(valuesIn(facts)).toEqual([]);
    expect(withoutStatus(asked)).not.toContain('X-');
    expect(asked).toMatch(/which code each fault has: rc of 400 \(4001 "[^,]+", 4002 "[^,]+"\)/);
  });
