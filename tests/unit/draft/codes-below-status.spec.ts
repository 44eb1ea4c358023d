/** Tables of codes below a sentence that gives all of them one status. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const request = `${endpoint}## Parameters\n\n${table('Name | Required', '`client_id` | yes', '`client_secret` | yes')}`;
const codes = (head: string): string =>
  table(
    head,
    '`invalid_request` | A required parameter is missing',
    '`invalid_client` | The client ID is not known or the client secret is wrong',
  );

test('codes below a sentence with their status are read with it, and a status that it denies is none', async () => {
  const both = { '400 status': true, '400 /error enum': ['invalid_request', 'invalid_client'] };
  await expectReadings([
    {
      what: 'with a denied status',
      page: `${request}## Errors\n\nIf the request fails, the endpoint responds with status \`400\` and a JSON object with the member \`error\`, which holds one of the following values. Note that wrong credentials also give status 400, not 401.\n\n${codes('error | Description')}`,
      facts: both,
      none: ['401 status'],
      silent: ['its heads say nothing we know', 'the draft takes nothing', '401 is what the draft takes'],
    },
    {
      what: 'Indonesian',
      page: `${request}## Galat\n\nJika permintaan gagal, server menjawab dengan status \`400\` dan objek JSON dengan anggota \`error\` yang berisi salah satu nilai berikut.\n\n${codes('error | Keterangan')}`,
      facts: both,
      silent: ['its heads say nothing we know'],
    },
    {
      what: 'with a colon',
      page: `${request}## Errors\n\nEvery failure is a 400 whose \`error\` tells the reason:\n\n${codes('`error` | Meaning')}`,
      facts: both,
      silent: ['its heads say nothing we know'],
    },
    {
      what: 'of several statuses',
      page: `${request}## Errors\n\nA failure has status 400 or 401 and one of these in \`error\`:\n\n${codes('error | Meaning')}`,
      none: ['400 /error enum', '401 /error enum'],
    },
    {
      what: 'of another member',
      page: `${request}## Errors\n\nA failure has status 400. These are the levels of logs:\n\n${codes('level | Meaning')}`,
      none: ['400 /level enum'],
    },
  ]);
});
