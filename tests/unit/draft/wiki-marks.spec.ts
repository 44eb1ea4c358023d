/** The marks of a wiki around addresses, values and words: they are no part of what they mark. */
import { test } from '@playwright/test';
import { expectReadings } from '../../support/draft.ts';

const wiki = `h1. Oauth Token

||Item||Value||
|HTTP Method|{{POST}}|
|Path|{{/gw/token}}|
|Environment SIT|{{https://sit-gw.test}}|

h2. Request

h3. Form Parameter

||Nama||Wajib (Y/N)||Tipe||Max||Deskripsi||
|grant_type|Y|String|20|Isi dengan {{client_credentials}}|
|note|N|String|255|{color:red}Teks bebas{color}|

h2. Response

h3. Sukses - HTTP 200

||Nama||Wajib (Y/N)||Tipe||Deskripsi||
|access_token|Y|String|Opaque token|
|token_type|Y|String|{{BearerToken}}|

{code:title=Contoh|language=json}
{ "access_token": "a{{b}}", "token_type": "BearerToken" }
{code}
`;

test('monospace of a wiki is no part of a path, a host, a method or a value', async () => {
  await expectReadings([
    {
      what: 'a page of a wiki',
      page: wiki,
      facts: {
        path: '/gw/token',
        method: 'POST',
        'request /grant_type const': 'client_credentials',
        '200 /token_type const': 'BearerToken',
        'request /note type': 'string',
      },
      none: ['request /note required'],
    },
    {
      what: 'headings of a wiki alone',
      page: 'h1. Token\n\nPOST {{https://a.test/token}}\n\nh2. Response 200\n\n* {{access_token}} (string, required): the token\n* {{token_type}} (string, required): always {{Bearer}}\n',
      facts: { path: '/token', '200 /token_type const': 'Bearer' },
    },
    {
      what: 'numbered steps of a wiki are no headings',
      page: wiki.replace('h2. Request', '# Minta kredensial\n# Kirim permintaan\n\nh2. Request'),
      facts: { path: '/gw/token', 'request /grant_type const': 'client_credentials' },
    },
    {
      what: 'the placeholder of a host before a path, in a wiki and outside',
      page: wiki.replace('{{/gw/token}}', '{{base}}/gw/token'),
      facts: { path: '/gw/token' },
    },
    {
      what: 'marks of a wiki that were left in Markdown',
      page: '# Token\n\n| Item | Nilai |\n|---|---|\n| Metode | {{POST}} |\n| Path | {{/v1/token}} |\n| Content-Type | {{application/json}} |\n',
      facts: { path: '/v1/token', method: 'POST' },
    },
    {
      what: 'placeholders of Postman',
      page: '# Token\n\n`POST {{base_url}}/v1/token`\n\nThe header `X-Key` holds {{key}}.\n',
      facts: { path: '/v1/token' },
    },
  ]);
});

test('a row of a wiki that is struck through is of no field', async () => {
  const page = (row: string): string =>
    `h1. Token\n\nPOST {{https://a.test/token}}\n\nh2. Request\n\n||No||Name||Type||Required||Notes||\n|1|scope|string|No|up to 20 characters|\n${row}\n|3|client_id|string|Yes|your id|\n`;
  await expectReadings([
    ...[
      '|2|-partner_code-|-string-|-Ya-|-Dihapus 15/03/2025, diambil dari client id-|',
      '|-2-|-partner_code-|-string (6)-|-Yes-|-Not used any more-|',
      '| 2 | -partner_code- | -string- | -Yes- | -6- |',
      '|2|{color:red}-partner_code-{color}|-string-|-Yes-|-old-|',
    ].map((row) => ({
      what: row,
      page: page(row),
      facts: { 'request /client_id required': true, 'request /scope type': 'string' },
      none: ['request /partner_code type', 'request /scope/partner_code- type', 'request /partner_code- type'],
      silent: ['partner_code'],
    })),
    {
      what: 'cells with strokes that strike nothing',
      page: page('|2|partner-code|string|Yes|- see below -|'),
      facts: { 'request /partner-code required': true },
    },
  ]);
});
