/** Appendices: they begin something of their own, and the codes of the token in them are asked, or read behind its operation. */
import { test } from '@playwright/test';
import { expectReadings, table } from '../../support/draft.ts';

const token = `## Token\n\nPOST https://a.test/token\n\n${table('Name | Type | Required', 'grantType | String | yes')}### Response\n\n${table('Name | Type | Required', 'accessToken | String | yes')}`;
const transfer = `## Transfer\n\nPOST https://a.test/transfer\n\n${table('Name | Type | Required', 'amount | String | yes')}`;
const errors = `### Errors\n\n${table('Status | Meaning', '401 | Wrong key')}`;
const codes = table(
  'HTTP | Code | Meaning | 73 | 17',
  '401 | 401**00 | Unauthorized | v | v',
  '403 | 403**14 | No funds | - | v',
);

const plain = (appendix: string, ...lines: string[]): string =>
  [
    'SPESIFIKASI API',
    '',
    'BAB 2. TOKEN',
    '',
    '2.1 Permintaan Access Token',
    '',
    '    URL     : https://a.test/access-token/b2b',
    '    Metode  : POST',
    '',
    '    Body',
    '    Nama            Wajib   Tipe      Keterangan',
    '    grantType       Y       String    Selalu client_credentials',
    '',
    '2.2 Transfer',
    '',
    '    URL     : https://a.test/transfer',
    '    Metode  : POST',
    '',
    appendix,
    '',
    ...lines,
    '',
  ].join('\n');

test('the codes of an appendix behind another operation are asked, and none of that operation', async () => {
  await expectReadings([
    ...['Appendix A: Response codes', 'Lampiran 1. Kode Respons', 'Annex B - Error codes', 'Lampiran C'].map(
      (title) => ({
        what: title,
        page: `# API\n\n${token}${errors}${transfer}## ${title}\n\n${codes}`,
        facts: { '401 status': true },
        none: ['403 status'],
        asked: [`under "${title}" is about the request for a token as well`],
      }),
    ),
    ...['LAMPIRAN A. KODE RESPONS', 'Lampiran A', 'APPENDIX 2: RESPONSE CODES'].map((title) => ({
      what: title,
      page: plain(title, '    Untuk layanan 73, tanda tangan salah dijawab dengan 401**00.'),
      facts: { 'request /grantType required': true },
      asked: [
        `under "${title}" is about the request`,
        '"Untuk layanan 73, tanda tangan salah dijawab dengan 401**00."',
      ],
    })),
    {
      what: 'a sentence about a service',
      page: `# API\n\n${token}${errors}${transfer}## Appendix A: Codes\n\nFor service 73 too many requests end with 429.\n`,
      asked: ['under "Appendix A: Codes" is about'],
    },
    {
      what: 'no code in it',
      page: `# API\n\n${token}${errors}${transfer}## Appendix B: Terms\n\nA shop is a customer of ours. Version 5.2 of 2025: life 3600 seconds, shop 123456.\n`,
      silent: ['Appendix B'],
    },
    {
      what: 'a sentence that begins with the word',
      page: plain('Lampiran A berisi kode respons.', 'Kode 401 berarti ditolak.'),
      silent: ['under "Lampiran A berisi'],
    },
  ]);
});

test('an appendix behind the operation of the token is read', async () => {
  await expectReadings([
    {
      what: 'a table of statuses',
      page: `# API\n\n${transfer}${token}## Appendix A. Error codes\n\n${table('Status | Meaning', '401 | Wrong key', '423 | The key is locked')}`,
      facts: { '401 status': true, '423 status': true },
      silent: ['under "Appendix A'],
    },
  ]);
});

test('a chapter of codes behind the chapter of another operation is none of it, and is read or asked', async () => {
  const head = 'HTTP\tCode\tText';
  const manual = (...lines: string[]): string =>
    [
      'GATEWAY',
      '',
      '4.1.2\tCall',
      '',
      'POST https://a.test/auth/token',
      '',
      '4.1.5\tRefusals',
      '',
      head,
      '401\t2105\tWrong key',
      'Each code is a number.',
      '',
      '4.2.2\tRenewal',
      '',
      'POST https://a.test/auth/renew',
      '',
      '4.2.5\tRefusals',
      '',
      head,
      '409\t2202\tRenewed already',
      'Each code is a number.',
      '',
      ...lines,
      '',
    ].join('\n');
  const rows = [head, '405\t1001\tMethod not supported', '415\t1002\tContent type not supported'];
  const none = ['409 status'];
  await expectReadings([
    ...[['7\tResult codes', '', '7.1\tCodes of every service', '']].map((titles) => ({
      what: titles.join(' / '),
      page: manual(...titles, ...rows),
      facts: { '401 status': true, '405 status': true, '415 status': true },
      none,
    })),
    ...['7.1\tCodes of every service', '5.3 Kode Respons', '7 Response codes'].map((title) => ({
      what: title,
      page: manual(title, '', ...rows),
      facts: { '401 status': true },
      none: [...none, '405 status'],
      asked: [`under "${title.replaceAll('\t', ' ')}" is about the request`],
    })),
    {
      what: 'a chapter of the operation itself',
      page: manual('4.2.6\tResult codes', '', ...rows),
      none: [...none, '405 status'],
      silent: ['Result codes'],
    },
    {
      what: 'a chapter behind the operation of the token alone',
      page: manual('7\tResult codes', '', ...rows).replace(/4\.2\.2[\s\S]*?(?=7\t)/, ''),
      facts: { '401 status': true, '405 status': true, '415 status': true },
      silent: ['under "7 Result codes"'],
    },
    {
      what: 'headings of Markdown',
      page: `# API\n\n## 2.1 Token\n\nPOST https://a.test/token\n\n${errors}## 2.2 Transfer\n\nPOST https://a.test/transfer\n\n## 3 Response codes\n\n${codes}`,
      facts: { '401 status': true },
      none: ['403 status'],
      asked: ['under "3 Response codes" is about'],
    },
  ]);
});

test('appendices in a list of contents are no headings', async () => {
  const page = (contents: string): string =>
    `# Standard\n\n## Contents\n\n${contents}\n\n## 5. Access token\n\nPOST https://a.test/token\n\n### 5.1 Request body\n\n${table(
      'Field | Type | Length | M/O/C | Remarks',
      'grantType | String | 18 | M | `client_credentials`',
    )}`;
  await expectReadings(
    [
      'Annex A Onboarding checklist, Annex B Example, Annex C Limits',
      'Annex A Onboarding\nAnnex B Example',
      'Lampiran A Daftar periksa; Lampiran B Contoh',
      'Lampiran 1. Kode respons\nLampiran 2. Contoh',
      'Appendix A: Codes | Appendix B: Samples',
      'Lampiran A. Kode Respons\t14',
    ].map((contents) => ({
      what: contents,
      page: page(contents),
      facts: { 'request /grantType const': 'client_credentials' },
      silent: ['what stands below'],
    })),
  );
});
