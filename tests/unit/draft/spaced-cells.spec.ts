/** Tables that are copied out of a portal, one cell to a line with an empty line behind each. */
import { expect, test } from '@playwright/test';
import { readDraft as read } from '../../support/draft.ts';

const blank = '\u00a0 ';

/** Cells as a portal is copied: those of one row behind those of the other. */
const cells = (empty: string, ...rows: string[][]): string =>
  rows
    .flat()
    .map((cell) => `${cell === '' ? empty : cell}\n\n`)
    .join('');

const head = ['Key', 'Value', 'Format', 'Mandatory', 'Length', 'Deskripsi', 'Contoh'];

const page = (empty: string): string =>
  `Ambil Token

General Information

HTTP Method POST
Path /snap/v1.0/access-token/b2b

Header Structure

${cells(
  empty,
  head,
  ['X-CLIENT-KEY', '', 'Alphanumeric', 'M', '', 'ID klien', ''],
  ['X-APP', '', 'Alphanumeric', 'O', '20', 'Nama aplikasi', 'toko'],
  ['Content-Type', 'application\n\n/json', '', 'M', '', '', ''],
)}Request Structure

${cells(
  empty,
  ['Field', 'Data Type', 'Format', ...head.slice(3)],
  ['grantType', 'String', 'Alphabet', 'M', '', 'selalu `client_credentials`', 'client_credentials'],
  ['kode', 'String', 'Numeric', 'O', '5', 'Kode mitra', ''],
)}Response Structure

${cells(
  empty,
  ['Field', 'Data Type', 'Format', ...head.slice(3)],
  ['accessToken', 'String', '', 'M', '2048', 'Token akses', ''],
  ['expiresIn', 'String', '', 'M', '', 'Masa berlaku dalam detik', '900'],
)}Contoh Response

{
"accessToken": "abc.def",
"expiresIn": "900"
}
`;

test('an empty cell is a blank of any kind between the lines, and a broken cell goes on below', async () => {
  for (const empty of [blank, '', ' ', '\t']) {
    const { facts, asked } = await read(page(empty));
    expect(facts, JSON.stringify(empty)).toMatchObject({
      path: '/snap/v1.0/access-token/b2b',
      'media-type': 'application/json',
      'request header X-CLIENT-KEY required': true,
      'request header X-APP maxLength': 20,
      'request /grantType required': true,
      'request /grantType const': 'client_credentials',
      'request /kode maxLength': 5,
      '200 /accessToken maxLength': 2048,
      '200 /expiresIn type': 'string',
    });
    expect(facts).not.toHaveProperty(['request /json required']);
    expect(asked).not.toContain('Structure" (line');
  }
});

test('two columns for a type are read where cells are right below each other too', async () => {
  for (const empty of ['\u00a0', '', '-']) {
    const own = page(empty || '@@').replace(
      /\n\n(?!(?:General|Header|Request|Response) |HTTP|Key|Field|Contoh Re|\{)/g,
      '\n',
    );
    const { facts } = await read(own.replaceAll('@@', ''));
    expect(facts, JSON.stringify(empty)).toMatchObject({
      'request header X-APP maxLength': 20,
      'request /grantType const': 'client_credentials',
      '200 /accessToken maxLength': 2048,
    });
    expect(facts).not.toHaveProperty(['request /kode const']);
  }
});

test('a description may be of several paragraphs, and rows that do not fit their heads are asked about', async () => {
  const rows = (said: string[], required = 'M'): string =>
    `Token\n\nHTTP Method POST\nPath /v1/token\n\nHeader Structure\n\n${cells(
      blank,
      ['Key', 'Format', 'Mandatory', 'Deskripsi', 'Contoh'],
      ['X-APP', 'Alphanumeric', required, ...said, ''],
      ['X-KIND', 'Alphanumeric', 'M', 'Jenis aplikasi', ''],
    )}`;
  const several = await read(rows(['Nama aplikasi', '', '(seperti di portal)', ')']));
  expect(several.facts).toMatchObject({
    'request header X-APP required': true,
    'request header X-KIND required': true,
  });
  const other = await read(rows(['Nama aplikasi'], 'bila diminta'));
  expect(other.facts).not.toHaveProperty(['request header X-APP required']);
  expect(other.asked).toContain('Header Structure');
});
