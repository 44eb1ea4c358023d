/** The form of a signed time: what sentences of a page say of it goes before a sample, and whatever does not agree is a question. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { draftOf, todosOf } from '../../../src/draft/write/files/draft.ts';
import { atPointer, isObject } from '../../../src/formats/json.ts';
import { endpoint, table } from '../../support/draft.ts';

const origin = { provider: 'x', url: 'https://x.test', read: '2026-01-02' };

/** A page of the headers of BI SNAP, with words about the time, a sample of it, and its length. */
const page = (words: string, sample: string, length = '', refused = '401 | Unauthorized') =>
  `${endpoint}## Clock\n\n${words}\n\n## Headers\n\n${table('Header | Required | Length | Description', 'X-CLIENT-KEY | yes | | Client key issued to you', `X-TIMESTAMP | yes | ${length} | See Clock`, 'X-SIGNATURE | yes | | See below')}## Signature\n\nX-SIGNATURE is Base64 of SHA256withRSA over X-CLIENT-KEY + "|" + X-TIMESTAMP.\n\n\`\`\`http\nPOST /token HTTP/1.1\nX-CLIENT-KEY: abc\nX-TIMESTAMP: ${sample}\nX-SIGNATURE: c2ln\n\`\`\`\n\n## Response 200\n\n${table('Name | Type | Required', 'access_token | string | yes')}## Errors\n\n${table('Status | Meaning', refused, '400 | Malformed field')}`;

async function drafted(text: string) {
  const facts = await factsOf({ text, format: 'markdown', base: 'page' });
  const contract = draftOf(facts, origin)['contracts/x/contract.yaml'] ?? null;
  const clauses = atPointer(contract, '/clauses');
  return {
    auth: atPointer(contract, '/control/auth'),
    row: (id: string) =>
      (Array.isArray(clauses) ? clauses : []).filter(isObject).find((one) => one['id'] === `x-${id}`),
    asked: todosOf(facts, origin)
      .map(({ what }) => what)
      .join('\n'),
  };
}

test('letters alone stand for the offset that a sample has', async () => {
  const words = 'The X-TIMESTAMP has the format yyyy-MM-ddTHH:mm:ss.SSSTZD.';
  for (const [sample, zone] of [
    ['2026-02-03T11:05:06.789+08:00', '+08:00'],
    ['2026-02-03T11:05:06.789+07:00', '+07:00'],
    ['{time}', '+07:00'],
  ] as const)
    expect((await drafted(page(words, sample))).auth, sample).toMatchObject({ timestamp: { zone } });
});

test('an offset that a sample has without a colon is sent without one, and `Z` among the letters is none of UTC then', async () => {
  for (const letters of ["yyyy-MM-dd'T'HH:mm:ssZ", 'yyyy-MM-ddTHH:mm:ssxx', 'yyyy-MM-ddTHH:mm:ssTZD']) {
    const words = `The X-TIMESTAMP has the format ${letters}.`;
    const { auth, asked } = await drafted(page(words, '2026-02-03T11:05:06+0700', '24'));
    expect(auth, letters).toMatchObject({ timestamp: { form: "yyyy-MM-dd'T'HH:mm:ssxx", zone: '+07:00' } });
    expect(asked, letters).not.toContain('the form of X-TIMESTAMP');
  }
  const utc = await drafted(page('The X-TIMESTAMP has the format yyyy-MM-ddTHH:mm:ssZ.', '2026-02-03T04:05:06Z'));
  expect(utc.auth).toMatchObject({ timestamp: { form: "yyyy-MM-dd'T'HH:mm:ssXXX", zone: 'Z' } });
});

const jakarta = '2026-02-03T11:05:06+07:00';

test('what a sentence says of the form goes before a sample of another, and both are asked about', async () => {
  for (const words of [
    'The `X-TIMESTAMP` is in UTC with milliseconds, format `yyyy-MM-ddTHH:mm:ss.SSSZ`.',
    'Nilai X-TIMESTAMP memakai UTC dengan milidetik, contoh `2026-02-03T04:05:06.789Z`.',
  ]) {
    const { auth, asked } = await drafted(page(words, jakarta));
    expect
      .soft(auth, words)
      .toMatchObject({ mechanism: 'signature', timestamp: { form: "yyyy-MM-dd'T'HH:mm:ss.SSSXXX", zone: 'Z' } });
    expect.soft(asked, words).toContain('the page gives more than one, with a fraction of the second and without');
    expect.soft(asked, words).toContain(words.slice(0, 30));
    expect.soft(asked, words).toContain(jakarta);
  }
  const unsure = 'For reports the X-TIMESTAMP is in UTC with milliseconds.';
  const open = await drafted(page(unsure, jakarta));
  expect(open.auth).toMatchObject({ mechanism: 'snap-signature' });
  expect(open.asked).toContain(unsure);
  const words = 'The X-TIMESTAMP has the format yyyy-MM-ddTHH:mm:ss+07:00 without milliseconds.';
  const alike = await drafted(page(words, jakarta, '25'));
  expect(alike.auth).toMatchObject({ mechanism: 'snap-signature' });
  expect(alike.asked).not.toContain('the form of X-TIMESTAMP');
  for (const whole of [
    'The timestamp follows ISO 8601.',
    'Stempel waktu ditulis dengan zona waktu WIB, tanpa milidetik.',
  ]) {
    const { auth: drawn, asked } = await drafted(page(whole, jakarta));
    expect.soft(drawn, whole).toMatchObject({ mechanism: 'snap-signature' });
    expect.soft(asked, whole).not.toContain(whole.slice(0, 20));
  }
});

test('a form that is refused, one in words that are not understood, and a length that does not fit are questions', async () => {
  for (const [words, length] of [
    ['A timestamp with an offset is rejected.', ''],
    ['Offset seperti `+07:00` akan ditolak.', ''],
    ['In our second data centre the timestamp is in UTC.', ''],
    ['', '24'],
  ] as const) {
    const { asked } = await drafted(page(words, jakarta, length));
    expect.soft(asked, `${words}${length}`).toContain('the form of X-TIMESTAMP');
    expect.soft(asked, words).toContain(words.slice(0, 30));
  }
  // What is said of transactions is none of it.
  const other = await drafted(page('For transaction services X-TIMESTAMP is in UTC with milliseconds.', jakarta));
  expect(other.auth).toMatchObject({ mechanism: 'snap-signature' });
  expect(other.asked).not.toContain('the form of X-TIMESTAMP');
});

test('how transactions are signed is not how a client of the token endpoint authenticates', async () => {
  const other = await drafted(page('Untuk layanan transaksi X-SIGNATURE memakai HMAC-SHA512.', jakarta));
  expect(other.asked).not.toContain('an HMAC');
  for (const words of ['X-SIGNATURE memakai HMAC-SHA512.', 'Our gateway checks the HMAC and answers 401.'])
    expect.soft((await drafted(page(words, jakarta))).asked, words).toContain('HMAC');
});

test('a late time is refused as words say, and as a question where they name other credentials alone', async () => {
  const window = 'A timestamp may differ from our clock by at most 5 minutes.';
  const open = await drafted(page(window, jakarta, '', '401 | Unauthorized. [Signature]'));
  expect(open.row('timestamp-current')).toMatchObject({ refusal: 'unnamed' });
  expect(open.asked).toContain('a time beyond the window');
  for (const words of ['401 | Authentication failed', '401 | Signature wrong or timestamp expired']) {
    const said = await drafted(page(window, jakarta, '', words));
    expect.soft(said.row('timestamp-current'), words).toMatchObject({ refusal: 'credentials' });
    expect.soft(said.asked, words).not.toContain('a time beyond the window');
  }
});

test('a zone that the words of a time demand is asked, for a schema takes any', async () => {
  const words = (said: string): string =>
    page('', jakarta).replace(/(\| X-TIMESTAMP \|[^\n]*?)(\|\s*\n)/, `$1. ${said} $2`);
  for (const said of ['Zona waktu harus GMT+7 (WIB)', 'The time zone must be +07:00', 'Only UTC+7 is accepted'])
    expect.soft((await drafted(words(said))).asked, said).toContain(`another zone is refused: the page says "${said}`);
  for (const said of ['Waktu kirim', 'With the offset of your zone', 'On UTC+7 (WIB), merchants need to subtract 7'])
    expect.soft((await drafted(words(said))).asked, said).not.toContain('in another zone');
});
