/** What a page shows otherwise than a standard has it: the clauses of the standard are not drafted, and it is asked. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { draftOf, todosOf } from '../../../src/draft/write/files/draft.ts';
import { collectionOf } from '../../support/collection.ts';
import { described } from '../../support/described.ts';
import { endpoint, table } from '../../support/draft.ts';

const origin = { provider: 'x', url: 'https://x.test', read: '2026-01-02' };

/** The ids of the clauses of a draft, and its questions. */
async function drafted(text: string, format: 'markdown' | 'openapi' = 'openapi') {
  const facts = await factsOf({ text, format, base: 'page' });
  const files = draftOf(facts, origin);
  const rows = [files['contracts/x/contract.yaml']?.['clauses']].flat();
  const ids = rows.map((row) => String(Object(row)['id']));
  const asked = todosOf(facts, origin)
    .map(({ what }) => what)
    .join('\n');
  return { ids, asked, type: facts.mediaType?.value };
}

test('a key whose words deny Bearer, and a header of other operations that is called the token, are no Bearer', async () => {
  const withOrders = (more: string, rest = ''): string => {
    const { paths, ...api } = described(rest);
    return JSON.stringify({
      ...api,
      ...{ paths: { ...Object(paths), '/orders': { get: JSON.parse(more) } } },
    });
  };
  const responses = { 200: { description: 'ok' } };
  for (const words of [
    'Diisi token dari /auth/token, tanpa kata "Bearer"',
    'The token, without the word Bearer',
    'The token itself. Do not write Bearer before it.',
    'Token saja, jangan tulis kata Bearer',
  ]) {
    const scheme = `components: { securitySchemes: { own: { type: apiKey, in: header, name: X-Access, description: '${words}' } } }`;
    const { ids, asked } = await drafted(withOrders(JSON.stringify({ security: [{ own: [] }], responses }), scheme));
    expect.soft(ids, words).not.toContain('x-resource-guarded');
    expect.soft(asked, words).toContain('the page names the header X-Access');
  }
  for (const name of ['X-MX-TOKEN', 'x-shop-token', 'Access-Token', 'token']) {
    const parameters = [{ name, in: 'header', required: true, schema: { type: 'string' } }];
    const { ids, asked } = await drafted(withOrders(JSON.stringify({ parameters, responses })));
    expect.soft(ids, name).not.toContain('x-token-accepted');
    expect.soft(asked, name).toContain(`the page names the header ${name}`);
  }
  for (const name of ['X-CSRF-Token', 'x-device-token', 'X-Token-Type', 'X-Trace']) {
    const parameters = [{ name, in: 'header', required: true, schema: { type: 'string' } }];
    const { ids } = await drafted(withOrders(JSON.stringify({ parameters, responses })));
    expect.soft(ids, name).toContain('x-token-accepted');
  }
});

test('an answer that is of refusals as well as of grants leaves no clause that a refusal is 4xx', async () => {
  for (const words of [
    'Berhasil maupun gagal. Periksa field rc.',
    'Success or failure, see rc',
    'Sukses dan gagal',
    'Both failed and successful requests',
    'Success / error',
  ]) {
    const page = `${endpoint}## Responses\n\n${table('Status | Meaning', `200 | ${words}`, '503 | Down')}## Response body\n\n${table('Field | Type', 'rc | string', 'token | string')}`;
    const { ids, asked } = await drafted(page, 'markdown');
    expect.soft(ids, words).not.toContain('x-documented-status');
    expect.soft(asked, words).toContain('how a request is refused');
  }
  const copied = `${endpoint}## Responses\n\n200\nBerhasil maupun gagal. Periksa field rc.\n\n## Body\n\n${table('Field | Type', 'rc | string')}`;
  expect((await drafted(copied, 'markdown')).ids).not.toContain('x-documented-status');
  const { ids } = await drafted(
    `${endpoint}## Responses\n\n${table('Status | Meaning', '200 | Success', '400 | Failure')}`,
    'markdown',
  );
  expect(ids).toContain('x-documented-status');
});

test('a saved 401 with another challenge than that of Basic, or saved whole with none, is a question', async () => {
  const header = (...keys: [string, string][]) => keys.map(([key, value]) => ({ key, value }));
  const saved = (...keys: [string, string][]) =>
    collectionOf(
      {
        auth: {
          type: 'basic',
          basic: [
            { key: 'username', value: 'a' },
            { key: 'password', value: 'b' },
          ],
        },
        url: 'https://a.test/v1/token',
        body: { mode: 'urlencoded', urlencoded: [{ key: 'grant_type', value: 'client_credentials' }] },
      },
      {
        response: [
          { name: 'ok', code: 200, header: header(['Content-Type', 'application/json']), body: '{"access_token":"a"}' },
          {
            name: 'no',
            code: 401,
            header: header(['Content-Type', 'application/json'], ...keys),
            body: '{"error":"a"}',
          },
        ],
      },
    );
  const plain: [string, string][] = [
    ['Date', 'a'],
    ['Server', 'b'],
    ['Connection', 'c'],
  ];
  for (const keys of [[['WWW-Authenticate', 'Key realm="a"']], plain] satisfies [string, string][][]) {
    const { ids, asked } = await drafted(saved(...keys));
    expect.soft(ids, keys.join()).not.toContain('x-challenge');
    expect.soft(asked, keys.join()).toContain('which challenge a 401 has');
  }
  for (const keys of [[['WWW-Authenticate', 'Basic realm="a"']], []] satisfies [string, string][][]) {
    const { ids, asked } = await drafted(saved(...keys));
    expect.soft(ids, keys.join()).toContain('x-challenge');
    expect.soft(asked, keys.join()).not.toContain('which challenge a 401 has');
  }
});

test('a request has the media type of a vendor that its header has, and any other is a question', async () => {
  const sent = (type: string, mode = 'raw') =>
    collectionOf({
      url: 'https://a.test/v1/token',
      header: [{ key: 'Content-Type', value: type }],
      body:
        mode === 'raw'
          ? { mode, raw: '{"client_id":"a","client_secret":"b"}', options: { raw: { language: 'json' } } }
          : { mode, urlencoded: [{ key: 'client_id', value: 'a' }] },
    });
  for (const type of ['application/vnd.shop.v2+json', 'application/vnd.shop+json; charset=utf-8']) {
    const read = await drafted(sent(type));
    expect.soft(read.type).toBe(type.split(';')[0]);
    expect.soft(read.asked, type).not.toContain('the media type of the request');
  }
  for (const [type, mode] of [
    ['application/x-www-form-urlencoded', 'raw'],
    ['application/json', 'urlencoded'],
  ]) {
    const { asked } = await drafted(sent(String(type), mode));
    expect.soft(asked, type).toContain('the media type of the request');
  }
  expect((await drafted(sent('application/json'))).asked).not.toContain('the media type of the request');
});
