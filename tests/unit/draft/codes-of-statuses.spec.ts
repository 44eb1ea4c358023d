/** Codes of seven digits that begin with the status of HTTP, in tables and in text whose cells spaces keep apart. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const member = table('Field | Type | Mandatory', 'accessToken | String | M', 'responseCode | String | M');
const before = `${endpoint}## Response Body\n\n${member}\n## Response Code\n\n`;
const rows = (service: string): string[] => [
  '2007300 | Successful | Berhasil',
  `400${service}01 | Invalid Field Format | Format X-TIMESTAMP salah`,
  `401${service}00 | Unauthorized. Signature | Signature salah`,
];
const listed = (head: string, service = '73'): string => `${before}${table(head, ...rows(service))}`;

const spaced = (first: string): string => `# Token

POST https://a.test/token

Response Code

${first}       Pesan                     Keterangan
4007301    Invalid Field Format      Format X-TIMESTAMP salah
4017300    Unauthorized. Signature   Signature salah
`;

test('codes of one service are answered with the statuses that they begin with', async () => {
  const statuses = { '400 status': true, '401 status': true };
  await expectReadings([
    { what: 'codes', page: listed('Kode | Pesan | Keterangan'), facts: { '200 status': true, ...statuses } },
    {
      what: 'a member',
      page: listed('responseCode | Message | Cause'),
      facts: { '401 /responseCode const': '4017300' },
    },
    { what: 'spaces between cells', page: spaced('Kode'), facts: statuses },
  ]);
});

test('codes of several services, other numbers, and codes beside their statuses are what they were', async () => {
  await expectReadings([
    { what: 'several services', page: listed('Kode | Pesan | Keterangan', '11'), none: ['400 status', '401 status'] },
    {
      what: 'numbers of seven digits that begin with no status',
      page: `${before}${table('Kode | Pesan | Keterangan', '9017300 | A | B', '9027300 | C | D')}`,
      none: ['401 status'],
      asked: ['Kode, Pesan, Keterangan'],
    },
    {
      what: 'a status of its own',
      page: `${before}${table('Kode | Status HTTP | Keterangan', '4017300 | 403 | Signature salah', '4007301 | 422 | Field kosong')}`,
      none: ['401 status', '400 status'],
    },
  ]);
});
