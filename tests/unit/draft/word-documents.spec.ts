/** Documents out of a word processor: their tables of any heads, their lists of contents, and what a section about tokens says of older ones. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { endpoint, expectReadings } from '../../support/draft.ts';

const token = 'Method\tPOST\nEndpoint\thttps://a.test/v2/token\n\n';

/** The titles of the tables in the account of a page. */
async function tablesOf(text: string): Promise<string[]> {
  const { account } = await factsOf({ text, format: 'markdown', base: 'page' });
  return account.flatMap(({ kind, heads }) => (kind === 'table' ? [heads.join(' ')] : []));
}

test('a table with tabs is one whatever its heads are called, and stands in the account', async () => {
  const rows = [
    'Versi\tTanggal\tPerubahan\n2.3\t12 Mei 2025\tKode 14\n2.2\t3 Februari 2025\tMasa berlaku token menjadi 60 menit\n',
    'Rev\tDate\tChange\n2\t3 May 2025\tAdded code 14\n1\t1 May 2025\tThe token lives for 60 minutes now\n',
    'Istilah\tKepanjangan\tArti\nH2H\tHost-to-Host\tAntar server\nPKS\tPerjanjian Kerja Sama\tKontrak\n',
  ];
  for (const table of rows)
    expect(await tablesOf(`1. Token\n1.1 Request Token\n${token}\n2. Lainnya\n${table}`)).toContain(
      (table.split('\n')[0] ?? '').replaceAll('\t', ' '),
    );
  expect(await tablesOf(`${token}Satu\tdua\tTiga\nnot a row of it\n`)).not.toContain('Satu dua Tiga');
});

test('how long tokens live is asked where a history of the page says it', async () => {
  const history = (rows: string): string => `1. Token\n1.1 Request Token\n${token}\n2. Riwayat Dokumen\n${rows}`;
  await expectReadings([
    {
      what: 'Indonesian',
      page: history(
        'Versi\tTanggal\tPerubahan\n2.3\t12 Mei 2025\tKode 14\n2.2\t3 Februari 2025\tMasa berlaku token menjadi 60 menit (sebelumnya 30 menit)\n',
      ),
      asked: ['Masa berlaku token menjadi 60 menit'],
    },
    {
      what: 'English',
      page: history(
        'Rev\tDate\tChange\n2\t3 May 2025\tAdded code 14\n1\t1 May 2025\tThe token is valid for 60 minutes\n',
      ),
      asked: ['The token is valid for 60 minutes'],
    },
    {
      what: 'an older one than the text has',
      page: `${history('Rev\tDate\tChange\n2\t3 May 2025\tCode 14\n1\t1 May 2025\tThe token is valid for 60 minutes\n')}\n3. Masa Berlaku\nThe token is valid for 30 minutes.\n`,
      silent: ['The token is valid for 60 minutes'],
    },
  ]);
});

test('the title of a page is its heading, and not the links of its site', async () => {
  const page = (first: string, heading: string): string =>
    `<body><nav><a href="/">Home</a> <a href="/docs">Docs</a> <a href="/in">Status</a></nav>${first}<main>${heading}<p>POST https://a.test/token</p></main></body>`;
  for (const [first, heading, title] of [
    ['', '<h1>Access token</h1>', 'Access token'],
    ['<p>Masuk Daftar Bantuan</p>', '<h1>Token Akses</h1>', 'Token Akses'],
    ['', '<h2>Token</h2><h1>Other</h1>', 'Other'],
  ] as const) {
    const found = await factsOf({ text: page(first, heading), format: 'html', base: 'page' });
    expect.soft(found.title).toBe(title);
  }
});

test('a list of the titles of a page gives no facts', async () => {
  const contents =
    'Daftar Isi\n1. Pendahuluan\n2. Autentikasi\n2.1 Request Token\n2.2 Penggunaan Token\n3. Kode Respon\n\n1. Pendahuluan\nDokumen.\n\n';
  await expectReadings([
    {
      what: 'of numbered lines',
      page: `${contents}2. Autentikasi\n2.1 Request Token\n${token}2.2 Penggunaan Token\nToken dikirim.\n\n3. Kode Respon\n401 jika salah\n`,
      silent: ['2.1 Request Token 2.2'],
    },
    {
      what: 'of items',
      page: `# API\n\n- Authentication\n  - Basic details\n- Errors\n\n## Authentication\n\n### Basic details\n\nPOST https://a.test/token\n\n## Errors\n\nNone.\n`,
      none: ['authentication'],
    },
  ]);
});

test('what becomes of older tokens is asked wherever a section about tokens says it', async () => {
  const use = (title: string, words: string): string => `${endpoint}## Request\n\nNone.\n\n# ${title}\n\n${words}\n`;
  await expectReadings([
    {
      what: 'one active token',
      page: use('Penggunaan Token', 'Satu mitra hanya memiliki satu token aktif.'),
      asked: ['hanya memiliki satu token aktif'],
    },
    {
      what: 'a new one ends the one before',
      page: use(
        'Using the token',
        'Send it with each call. When you ask for a new one, the previous token is no longer valid.',
      ),
      asked: ['the previous token is no longer valid'],
    },
    {
      what: 'Indonesian',
      page: use(
        'Penggunaan Token',
        'Token dikirimkan pada header. Apabila mitra meminta token baru maka token sebelumnya menjadi tidak berlaku.',
      ),
      asked: ['maka token sebelumnya menjadi tidak berlaku'],
    },
  ]);
});
