/** What shows who asks, though no clause of the draft replaces it: it may be refused as a wrong parameter, or as wrong credentials. */
import { expect, test } from '@playwright/test';
import { table } from '../../support/draft.ts';
import { drafted } from '../../support/drafted-statuses.ts';

test('a header that words of wrong credentials name may be refused as these where it is not there', async () => {
  const headers = table('Nama | Wajib | Keterangan', 'X-Dermaga-Id | Ya | ID dermaga', 'X-Dermaga-Key | Ya | Kunci');
  const body = table('Nama | Wajib', 'muatan | Ya');
  const refusals = [
    '400 | Parameter wajib tidak ada',
    '401 | Dikirim bila X-Dermaga-Id tidak dikenal atau X-Dermaga-Key salah',
  ];
  const named = await drafted({ headers, body }, refusals);
  expect(named.without('X-Dermaga-Id')).toEqual([400, 401]);
  expect(named.without('X-Dermaga-Key')).toEqual([400, 401]);
  const beside = await drafted({ headers, body }, ['400 | Parameter wajib tidak ada', '401 | X-Dermaga-Key salah']);
  expect(beside.without('X-Dermaga-Id')).toEqual([400]);
});

test('a proof beyond its length may be refused as one that does not verify', async () => {
  const body = table(
    'Field | Type | Required | Description',
    'client_assertion | string (max 4096) | yes | JWT signed with the key of the client',
    'berth | string (max 40) | yes | Berth',
  );
  const wrong = '401 | The assertion does not verify or has expired';
  const named = await drafted({ body }, ['400 | A parameter is missing or not valid', wrong]);
  expect(named.tooLong('client_assertion')).toEqual([400, 401]);
  expect(named.tooLong('berth')).toEqual([400]);
  const unnamed = await drafted({ body }, ['400 | A parameter is missing', wrong]);
  expect(unnamed.tooLong('client_assertion')).toEqual([400, 401]);
});
