/** Fields that a sentence alone describes, by a name that no table, list or sample has: they are asked, where they are not drafted. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const answer = `## Response 200\n\n${table('Field | Type | Required', 'access_token | string | yes')}`;

test('a sentence that says of an unknown name whether it is there, or how long it is, is asked', async () => {
  await expectReadings(
    [
      'Your merchant number goes into `merchantNo`: it is mandatory, numeric, and has exactly ten digits.',
      'The `nonce` is mandatory as well; use between 16 and 32 random letters or digits.',
      'You may add a `terminalId` of no more than eight characters.',
      'Nomor toko dikirim dalam `nomorToko` dan wajib diisi.',
      'Anda boleh menambahkan `kodeCabang` sepanjang 4 karakter.',
      'Put your shop into `shop`, which is optional.',
    ].map((sentence) => ({
      what: sentence,
      page: `${endpoint}Send a JSON body. ${sentence}\n\n${answer}`,
      asked: [sentence.slice(0, 40)],
    })),
  );
});

test('a sentence about a field of another call, or of an unknown name without a word for either, is not', async () => {
  await expectReadings(
    [
      'The other calls need a `requestId` of 20 characters.',
      'We log your request as `oauth` in the portal.',
      'Is `scope` mandatory?',
    ].map((sentence) => ({
      what: sentence,
      page: `${endpoint}Send a JSON body. ${sentence}\n\n${answer}`,
      silent: [`what these sentences say, which were not read, or not in full: "${sentence}`],
    })),
  );
});
