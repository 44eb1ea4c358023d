/** Hosts, lives and limits of environments that no reader takes: each is asked, wherever it stands. */
import { expect, test } from '@playwright/test';
import { endpoint, expectReadings, readDraft, table } from '../../support/draft.ts';

const fields = `## Request body\n\n${table('Name | Type | Required', 'client_id | string | yes')}## Response 200\n\n${table('Name | Type | Required', 'access_token | string | yes', 'expires_in | integer | yes')}`;
const at = '# Token\n\nPOST https://sandbox.pay.test/token\n\n';

test('a host that words give to an environment is asked, whatever their layout', async () => {
  for (const words of [
    '**What is the host in production?**\n`https://api.pay.test`. Credentials of the sandbox do not work there.',
    '- Collection — sandbox: `https://sandbox.pay.test`, produksi: `https://api.pay.test`\n- Payout — sandbox: `https://out.pay.test`',
    '[block:callout]\n{\n  "type": "info",\n  "title": "Base URL",\n  "body": "Test: `https://sandbox.pay.test`\\nLive: `https://api.pay.test`"\n}\n[/block]',
    'Setelah lulus uji, ganti alamatnya dengan https://api.pay.test untuk produksi.',
    '> Going live? Everything is the same at <https://api.pay.test>.',
  ]) {
    const { facts, asked } = await readDraft(`${at}${words}\n\n${fields}`);
    const isRead = Object.hasOwn(facts, 'server https://api.pay.test');
    expect.soft(isRead || asked.includes('https://api.pay.test'), words).toBe(true);
  }
  for (const words of [
    'Get the live keys at https://portal.pay.test first.',
    'The status of production is at https://status.pay.test for all.',
    'See the [live guide](https://api.pay.test) first.',
    'Payments are at https://api.pay.test as ever.',
  ])
    expect
      .soft((await readDraft(`${at}${words}\n\n${fields}`)).asked, words)
      .not.toContain('whether the endpoint is served at');
});

test('a row of a table of environments is read, or asked with its cells', async () => {
  const rows = (...more: string[]): string =>
    `# Token\n\n${table(' | Sandbox | Produksi', 'Host | https://s.a.test | https://a.test', ...more)}POST /token\n\n${fields}`;
  await expectReadings([
    {
      what: 'lives that differ, an IP and a certificate',
      page: rows(
        'Masa berlaku token | 60 menit | 15 menit',
        'Pembatasan IP | Tidak | Ya',
        'Sertifikat klien (mTLS) | Tidak | Ya',
      ),
      asked: [
        'Masa berlaku token: Sandbox 60 menit, Produksi 15 menit',
        '"Pembatasan IP: Tidak / Ya", "Sertifikat klien (mTLS): Tidak / Ya"',
      ],
    },
    {
      what: 'a number without a unit',
      page: rows('Token lifetime | 3600 | 900', 'Service name | Token | Token'),
      asked: ['"Token lifetime: 3600 / 900"'],
      silent: ['Service name'],
    },
    {
      what: 'one life in all',
      page: rows('Token validity | 15 minutes | 15 minutes'),
      silent: ['what the rows'],
    },
    {
      what: 'words beside the address of an environment',
      page: `${endpoint}${table('Lingkungan | Base URL | Keterangan', 'Sandbox | https://s.a.test | Terbuka', 'Produksi | https://a.test | Hanya lewat IP terdaftar + mTLS', 'UAT | https://u.a.test | Sertifikat klien diperlukan')}${fields}`,
      asked: ['Produksi: Hanya lewat IP terdaftar + mTLS', 'UAT: Sertifikat klien diperlukan'],
      silent: ['Terbuka'],
    },
    {
      what: 'a certificate for one environment in a sentence',
      page: `${endpoint}In production connections need a client certificate as well.\n\n${fields}`,
      asked: ['In production connections need a client certificate as well'],
    },
  ]);
});

const openapi = (info: string, server = 'Sandbox.') =>
  readDraft(
    JSON.stringify({
      ...{ openapi: '3.0.3', info: { title: 'x', version: '1', description: info } },
      servers: [{ url: 'https://sandbox.a.test', description: server }],
      paths: {
        '/token': {
          post: {
            responses: {
              200: {
                description: 'A token',
                content: {
                  'application/json': {
                    schema: {
                      type: 'object',
                      properties: { access_token: { type: 'string' }, expires_in: { type: 'integer' } },
                    },
                  },
                },
              },
            },
          },
        },
      },
    }),
    'openapi',
  );

test('the words and tables before the operations of a description are asked, and those of its servers', async () => {
  const changes = table('Date | Change', '2024-03-03 | token lifetime 2 hours (was 24 hours)', '2024-01-01 | New logo');
  const { asked } = await openapi(`Partner API.\n\n## Changes\n\n${changes}`);
  expect(asked).toContain('token lifetime 2 hours (was 24 hours)');
  expect(asked).not.toContain('these sentences');
  const codes = table('Status | Code | When', '403 | K-110 | `/token`, IP not registered (production)');
  expect((await openapi(codes)).asked).toContain('IP not registered (production)');
  expect((await openapi('x', 'Sandbox. Token berlaku 1 jam di lingkungan ini.')).asked).toContain(
    'Token berlaku 1 jam di lingkungan ini',
  );
  for (const words of [
    'Panjang (maxLength) yang tidak disebutkan berarti 128.',
    'Unless stated otherwise, the maximum length is 128.',
    'Fields without a maxLength of their own hold up to 128.',
    'Kecuali disebutkan lain, panjang maksimum 255.',
  ])
    expect.soft((await openapi(words)).asked, words).toContain(words.replace(/[.]$/, ''));
});
