/** What is said of the calls of transactions, beside the request for a token: their headers are none of the token's. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const own = `${endpoint}## Request headers\n\n${table('Header | Required', 'X-CLIENT-KEY | yes', 'X-TIMESTAMP | yes')}## Response 200\n\n${table('Name | Type | Required', 'accessToken | string | yes')}`;
const sample = '```http\nX-TIMESTAMP: 2020-12-17T10:55:00+07:00\nX-PARTNER-ID: 8215\nCHANNEL-ID: 95221\n```\n\n';
const none = ['request header X-PARTNER-ID', 'request header CHANNEL-ID', 'request header CHANNEL-ID required'];

test('a heading that names the requests of transactions, or a sentence, sets their headers apart', async () => {
  await expectReadings(
    [
      '**Contoh _Header_ – _Transaction Request_ (B2B):**\n\n',
      '## Sample header of a transaction request\n\n',
      '## Header layanan transaksi\n\n',
      '## Example headers\n\nThe headers of API calls for transactions are as follows:\n\n',
      '## Contoh header\n\nStandar struktur header untuk API level transaksi adalah sebagai berikut:\n\n',
      '## Contoh header\n\nUntuk API tingkat transaksi dikirim header berikut:\n\n',
    ].map((above) => ({
      what: above,
      page: `${own}${above}${sample}`,
      facts: { 'request header X-CLIENT-KEY required': true },
      none,
      silent: ['X-PARTNER-ID', 'CHANNEL-ID'],
    })),
  );
  await expectReadings([
    {
      what: 'a table of headers',
      page: `${own}## Transaction Request\n\n${table('Header | Required', 'X-PARTNER-ID | yes', 'CHANNEL-ID | yes')}`,
      none,
    },
    {
      what: 'a grant that is named by what it is for',
      page: `# Access token for transaction APIs\n\nPOST https://a.test/token\n\n## Request headers\n\n${table('Header | Required', 'X-PARTNER-ID | yes')}`,
      facts: { 'request header X-PARTNER-ID required': true },
    },
  ]);
});
