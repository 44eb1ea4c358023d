/** Tables with a column that says of each row which side, and which part of it, the row is of. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

/** A page with a table whose first column says the part of each row, or of the first row of the part alone. */
const page = (head: string, [sentHeader, sent, givenHeader, given]: [string, string, string, string], each = true) =>
  `${endpoint}## Struktur pesan\n\n${table(
    `${head} | Nama | Tipe | Panjang | M/O/C`,
    `${sentHeader} | X-CLIENT-KEY | String | 32 | M`,
    `${each ? sentHeader : ''} | X-TIMESTAMP | String | 25 | M`,
    `${sent} | grantType | String | 20 | M`,
    `${givenHeader} | X-TIMESTAMP | String | 25 | M`,
    `${given} | responseCode | String | 7 | M`,
    `${each ? given : ''} | accessToken | String | 2048 | M`,
  )}`;

const facts = {
  'request header X-CLIENT-KEY maxLength': 32,
  'request header X-TIMESTAMP required': true,
  'request /grantType required': true,
  '200 header X-TIMESTAMP required': true,
  '200 /responseCode maxLength': 7,
  '200 /accessToken maxLength': 2048,
};
const none = ['request /responseCode type', 'request /accessToken type', 'request header ACCESSTOKEN required'];

test('each row of a table is of the part that its group cell names', async () => {
  const parts: [string, string, string, string][] = [
    ['Request Header', 'Request Body', 'Response Header', 'Response Body'],
    ['Header Permintaan', 'Isi Permintaan', 'Header Respons', 'Isi Respons'],
    ['Request headers', 'Request body', 'Answer headers', 'Answer body'],
    ['Header (request)', 'Body (request)', 'Header (response)', 'Body (response)'],
  ];
  await expectReadings(
    ['Bagian', 'Part', 'In', 'Arah', 'Lokasi'].flatMap((head) =>
      parts.flatMap((own) =>
        [true, false].map((each) => ({
          what: `${head}: ${own[0]}, ${each}`,
          page: page(head, own, each),
          facts,
          none,
        })),
      ),
    ),
  );
});

test('a row that is of both sides is of each, and arrows tell who sends', async () => {
  const both = `${endpoint}${table(
    'Bagian | Nama | Tipe | M/O',
    'Request/Response Header | X-TIMESTAMP | String | M',
    'Request Body | grantType | String | M',
    'Response Body | accessToken | String | M',
  )}`;
  const arrows = (ask: string, give: string) =>
    `${endpoint}${table('Arah | Nama | Tipe | M/O', `${ask} | grantType | String | M`, `${give} | accessToken | String | M`)}`;
  const own = { 'request /grantType required': true, '200 /accessToken required': true };
  await expectReadings([
    {
      what: 'both',
      page: both,
      facts: { ...own, 'request header X-TIMESTAMP required': true, '200 header X-TIMESTAMP required': true },
      none: ['request /accessToken type'],
    },
    ...[
      ['Mitra → Bank', 'Bank → Mitra'],
      ['Client to server', 'Server to client'],
      ['Permintaan', 'Jawaban'],
    ].map(([ask = '', give = '']) => ({
      what: ask,
      page: arrows(ask, give),
      facts: own,
      none: ['request /accessToken type'],
    })),
    {
      what: 'a status in the cell',
      page: `${endpoint}${table(
        'Bagian | Nama | Tipe | M/O',
        'Request | grantType | String | M',
        'Response 200 | accessToken | String | M',
        'Response 401 body | reason | String | M',
      )}`,
      facts: { ...own, '401 /reason required': true },
      none: ['request /reason type', '200 /reason type'],
    },
    {
      what: 'words about a field of the request behind the table',
      page: `${arrows('Request', 'Response')}\nThe request field \`grantType\` is always \`client_credentials\`. \`grantType\` has at most 20 characters.\n`,
      facts: own,
      none: ['200 /grantType type', '200 /grantType maxLength', '200 /grantType const'],
    },
    { what: 'not understood', page: arrows('Upstream', 'Downstream'), asked: ['"Arah"'] },
  ]);
});
