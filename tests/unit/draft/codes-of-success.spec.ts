/** The code of success, as the words about a member of a grant give it. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const answer = (said: string, status = '200'): string =>
  `${endpoint}## Response (${status})\n\n${table('Field | Type | Mandatory | Description', `rc | String | M | ${said}`, 'token | String | M | Token')}`;

test('a code on success is the only one of a grant', async () => {
  await expectReadings([
    ...[
      'kode hasil; bila berhasil selalu `00`',
      'Code of the result. If successful it is always `00`.',
      'Result code, on success always "00"',
    ].map((said) => ({
      what: said,
      page: answer(said),
      facts: { '200 /rc const': '00', '200 /rc required': true },
    })),
    {
      what: 'when the token was issued',
      page: answer('2007300 when the token was issued'),
      facts: { '200 /rc const': '2007300' },
    },
    {
      what: 'in a mark of code',
      page: answer('`ok_1` if the token is granted'),
      facts: { '200 /rc const': 'ok_1' },
    },
    ...[
      'kode hasil; bila berhasil biasanya `00`',
      'Code of the result, `01` for old clients; if successful always `00`',
      '2007300 when the token was refreshed',
    ].map((said) => ({ what: said, page: answer(said), none: ['200 /rc const'] })),
    {
      what: 'a length in words beside it',
      page: answer('kode hasil, paling panjang 4 karakter'),
      facts: { '200 /rc required': true, '200 /rc maxLength': 4 },
    },
  ]);
});
