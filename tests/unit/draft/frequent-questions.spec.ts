/** What questions and answers of a page say of where credentials go, wherever they stand. */
import { test } from '@playwright/test';
import { expectReadings, table } from '../../support/draft.ts';

const token = `# Token\n\n## Get a token\n\nPOST https://a.test/token\n\nAuthenticate with HTTP Basic, using the client ID as the user name and the client secret as the password.\n\n${table('Field | Required', 'grant_type | Yes')}`;
const other = `## Revoke a token\n\nPOST https://a.test/revoke\n\n${table('Field | Required', 'token | Yes')}`;
const page = (words: string): string => `${token}${other}## FAQ\n\n${words}\n`;

test('whether credentials may go elsewhere is asked where a question and its answer say it', async () => {
  await expectReadings([
    {
      what: 'a question in bold',
      page: page('**Can I send the client ID and secret in the body?**\nNo. Only HTTP Basic is supported.'),
      asked: ['Can I send the client ID and secret in the body?** No. Only HTTP'],
    },
    {
      what: 'a question as a heading',
      page: page('### May credentials be passed as form fields?\n\nNo, use HTTP Basic.'),
      asked: ['May credentials be passed as form fields? No, use HTTP Basic.'],
    },
    {
      what: 'Indonesian',
      page: page('**Apakah client ID dan secret boleh dikirim di body?**\nTidak. Hanya HTTP Basic yang didukung.'),
      asked: ['Apakah client ID dan secret boleh dikirim di body?** Tidak.'],
    },
    {
      what: 'a sentence',
      page: page('Credentials in the request body are not accepted.'),
      asked: ['Credentials in the request body are not accepted.'],
    },
    {
      what: 'a sentence beside the request',
      page: token.replace('as the password.', 'as the password. Only HTTP Basic is supported.'),
      asked: ['Only HTTP Basic is supported.'],
    },
    {
      what: 'Indonesian, a sentence',
      page: page('Kredensial yang dikirim pada body akan ditolak.'),
      asked: ['Kredensial yang dikirim pada body akan ditolak.'],
    },
    {
      what: 'of something else',
      page: page('**Can I use the same token for several merchants?**\nYes, with a header on API calls.'),
      silent: ['several merchants'],
    },
  ]);
});
