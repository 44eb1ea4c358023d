/** The question how a client authenticates quotes all that a page says of how a proof is made, and of which way is taken where. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const head = 'Field | Type | Required | Description';
const page = (description: string, words = ''): string =>
  `${endpoint}${words}\n\n## Request body\n\n${table(head, 'user | string | yes | Your id', `signature | string | yes | ${description}`)}## Response 200\n\n${table(head, 'access_token | string | yes | The token')}`;

test('the recipe of a signature is quoted, whichever field has it', async () => {
  const recipe = "HMAC-SHA256(user + ':' + ts, app_secret), hex";
  await expectReadings([
    { what: 'in the field', page: page(recipe), asked: [`of how it is made "${recipe}"`] },
    {
      what: 'in a sentence as well',
      page: page(recipe, '`signature` selalu huruf kecil.'),
      asked: [recipe, '"`signature` selalu huruf kecil."'],
    },
    {
      what: 'what is not sent',
      page: page(
        '',
        '    signature = sha256( user + ts + kunci )\n\n`kunci` adalah kunci mitra, **tidak pernah dikirim**.',
      ),
      asked: ['sha256( user + ts + kunci )', 'tidak pernah dikirim'],
    },
    { what: 'nothing of it', page: page('Your signature'), asked: ['a signature'], silent: ['of how it is made'] },
  ]);
});

test('Basic that was switched off is no way to authenticate', async () => {
  const of = (words: string) => ({
    what: words,
    page: `${endpoint}${words}\n\n## Request body\n\n${table(head, 'client_id | string | yes | Id', 'client_secret | string | yes | Secret')}`,
  });
  const silent = ['HTTP Basic'];
  await expectReadings([
    {
      ...of('HTTP Basic was switched off on 31 March 2023; send both in the body.'),
      silent: ['how a client authenticates'],
    },
    { ...of('HTTP Basic has been removed.'), silent },
    { ...of('HTTP Basic sudah tidak didukung sejak 2023.'), silent },
    { ...of('HTTP Basic was switched off for some old clients.'), asked: ['HTTP Basic'] },
    { ...of('HTTP Basic will be switched off on 31 March 2029.'), asked: ['HTTP Basic'] },
  ]);
});
