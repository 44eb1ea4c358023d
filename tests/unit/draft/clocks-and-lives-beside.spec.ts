/** How far a time may be off, how long a token lives and what ends it, in sentences about something else: each is asked or read. */
import { expect, test } from '@playwright/test';
import { endpoint, expectReadings, readDraft, table } from '../../support/draft.ts';

const granted = `## Response 200\n\n${table('Name | Type | Required', 'access_token | string | yes', 'expires_in | integer | yes')}`;
const headers = (name: string, words: string): string =>
  `## Request headers\n\n${table('Header | Required | Description', 'X-CLIENT-ID | yes | Issued to you', `${name} | yes | ${words}`, 'X-SIGN | yes | The signature')}`;
const page = (words: string): string =>
  `${endpoint}${headers('X-TIMESTAMP', 'Time of signing, as 2026-01-02T15:04:05+07:00')}${words}\n\n${granted}`;

test('a window beside the field of a time, or in a section behind other operations, is read or asked', async () => {
  const of = (name: string, words: string): string => `${endpoint}${headers(name, words)}${granted}`;
  const behind = (words: string): string =>
    `# A\n\n## Token\n\n### POST https://a.test/token\n\n${granted.replace('## ', '#### ')}## Balance\n\n### GET /v1/balance\n\n${table('Name | Type | Required', 'account | string | yes')}## FAQ\n\n${words}\n`;
  await expectReadings([
    ...[
      'Time of the call. It may run ahead of our clock by about 30 seconds or more.',
      'Waktu kirim. Kira-kira selisih 5 menit masih kami terima di hari kerja.',
    ].map((words) => ({
      ...{ what: words, page: of('X-TIMESTAMP', words) },
      asked: ['how far the time of a request may be off'],
    })),
    {
      what: 'a header of another name',
      page: of('X-Pay-Date', 'RFC 1123. At most two minutes older than our clock.'),
      asked: ['At most two minutes older than our clock'],
    },
    ...[
      'A request whose `X-Pay-Date` is older than two minutes, or more than 30 seconds in the future, is refused with `401` and `date_out_of_range`.',
      'Permintaan dengan selisih waktu lebih dari 300 detik juga dijawab dengan kode tersebut.',
      'Jam yang meleset lebih dari 2 menit membuat permintaan gagal.',
    ].flatMap((words) => [
      { what: words, page: page(words), asked: [words.replace(/[.]$/, '')] },
      { what: `behind: ${words}`, page: behind(words), asked: [words.replace(/[.]$/, '')] },
    ]),
  ]);
  const { asked } = await readDraft(
    of('X-TIMESTAMP', 'Waktu kirim, `yyyy-MM-ddTHH:mm:ssXXX`. Selisih terhadap jam bank paling besar 300 detik.'),
  );
  // Words that are understood are asked as well where the draft signs no time.
  expect(asked).toContain('how far the time');
});

test('a life in a sentence about something else is asked', async () => {
  await expectReadings([
    ...[
      '`ttl` is for tests only. Elsewhere it is ignored and the lifetime is 15 minutes.',
      'If nothing is sent, the validity period is 20 minutes.',
      'Tanpa parameter itu, masa berlakunya 15 menit.',
    ].map((words) => ({
      ...{ what: words, page: page(words) },
      asked: [`the page says "${words.split('. ').at(-1)}"`],
    })),
    ...['An OTP is sent to the user. After that the validity period is 3 minutes.'].map((words) => ({
      ...{ what: words, page: page(words) },
      silent: ['page says "After that'],
    })),
  ]);
});

test('what a second request does to the first token, and that several are good at once, is asked', async () => {
  const quoted = [
    'A second call within this time ends the first token.',
    'You can have multiple access tokens, and they can be used at the same time.',
    'Panggilan kedua membuat token pertama tidak berlaku.',
    'Lebih dari satu token dapat dipakai dan tetap aktif bersamaan.',
    'Several tokens may be active in parallel.',
  ];
  const others = ['Once the first token expires, ask for another.', 'Several tokens are shown below.'];
  await expectReadings([
    ...quoted.map((words) => ({
      ...{ what: words, page: page(words) },
      asked: [`what becomes of a token once a newer one is issued: the page says "${words}"`],
    })),
    ...others.map((words) => ({ what: words, page: page(words), silent: ['what becomes of a token once'] })),
  ]);
});

test('a window in a row of refusals is read with its status, or asked', async () => {
  const rows = (...given: string[]): string => page(`\n\n## Errors\n\n${table('HTTP | Description', ...given)}`);
  await expectReadings([
    {
      what: 'a row that is understood',
      page: rows('400 | Wrong field', '401 | Selisih waktu lebih dari 5 menit'),
      asked: ['Selisih waktu lebih dari 5 menit'],
    },
    {
      what: 'one that is not',
      page: rows('400 | Wrong field', '401 | Clock of the partner drifts by about 5 minutes on working days'),
      asked: ['drifts by about 5 minutes'],
    },
    { what: 'no window', page: rows('400 | Wrong field', '401 | Token of 5 minutes'), silent: ['how far the time'] },
  ]);
});
