/** A value that words, or a refusal, call unique or used before is no credential: it is new in each request, or asked. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { draftOf } from '../../../src/draft/write/files/draft.ts';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const head = 'Header | Type | Length | Required | Description';
const page = (row: string, words = ''): string =>
  `${endpoint}${words}\n\n## Request headers\n\n${table(head, row)}## Response 200\n\n${table('Field | Type | Required', 'access_token | string | yes')}`;

const controlOf = async (text: string): Promise<object> => {
  const facts = await factsOf({ text, format: 'markdown', base: 'page' });
  return Object(
    draftOf(facts, { provider: 'shop', url: 'https://x.test', read: '2026-01-02' })['contracts/shop/contract.yaml'],
  )['control'];
};

test('what is unique for a request, of a length that digits may have, is made anew in each', async () => {
  for (const [length, words, digits] of [
    ['10-32', 'ID unik permintaan, alfanumerik', 20],
    ['10-32', 'Unique request id', 20],
    ['36', 'Unique for each call', 20],
    ['16', 'Nomor unik transaksi', 16],
    ['24-32', 'Harus unik untuk setiap permintaan', 24],
  ] as const)
    expect
      .soft(await controlOf(page(`X-Mark | string | ${length} | yes | ${words}`)), words)
      .toMatchObject({ headers: { 'X-Mark': { unique: 'digits', length: digits } } });
});

test('what digits may not be is asked', async () => {
  const of = (words: string, length = '10-40') => ({
    what: words,
    page: page(`X-Mark | string | ${length} | yes | ${words}`),
    asked: ['the value of X-Mark (Request headers, X-Mark): it is to be new in each request'],
  });
  await expectReadings([
    of('ID unik permintaan, UUID'),
    of('Unique request id, begins with REQ'),
    of('ID unik permintaan', '8'),
    of('ID unik permintaan, huruf besar'),
  ]);
});

test('that a value was used before may be said of a refusal alone', async () => {
  const of = (words: string) => ({
    what: words,
    page: page('X-Mark | string | 40 | yes | Mark', words),
    asked: [`it is to be new in each request: the page says "${words}"`],
  });
  await expectReadings([
    of('400 is answered where X-Mark was already used.'),
    of('Status 400: format salah atau X-Mark sudah dipakai.'),
    of('A duplicate X-Mark is refused with 409.'),
    of('409 berarti X-Mark duplikat.'),
    of('`X-Mark`, a random string which you may not reuse within 24 hours, has to be sent.'),
    {
      what: 'by its name',
      page: page(
        'nonce | string | 16-32 | yes | ',
        'Send `nonce`, a random string of letters which you may not reuse within 24 hours.',
      ),
      asked: ['the page says "Send `nonce`, a random string'],
      silent: ['no words beside it say so'],
    },
  ]);
});

test('what another name was used for is not said of this one', async () => {
  const of = (words: string) => ({
    what: words,
    page: page('X-Mark | string | 40 | yes | Mark of the shop', words),
    silent: ['new in each'],
  });
  await expectReadings([
    of('401 is answered where X-Mark is not known.'),
    of('X-Mark is sent; the code may not be reused.'),
    of('X-Mark sudah didaftarkan.'),
  ]);
});
