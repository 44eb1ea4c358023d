/** Refusals whose words are seldom seen, and tables of them without a head. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const refused = (words: string) => `${endpoint}## Errors\n\n${table('Status | Reason', `400 | ${words}`)}`;
const html = (title: string, ...rows: [string, string][]) =>
  `${endpoint}## ${title}\n\n<table>\n${rows.map(([one, other]) => `<tr><th>${one}</th><td>${other}</td></tr>`).join('\n')}\n</table>\n`;

test('what has to be there and is not, what is too short, and lines of headers are faults', async () => {
  for (const words of ['Data yang harus ada tidak dikirim', 'isian terlalu pendek', 'a header line is missing'])
    await expectReadings([
      { what: words, page: refused(words), facts: { '400 status': true }, silent: ['whether, and when'] },
    ]);
});

test('a pair of faults in other words, and an answer that uses a status, are read', async () => {
  const page = (words: string) => `${endpoint}## Errors\n\n${words}\n`;
  const isRead = { facts: { '401 status': true }, silent: ['whether, and when'] };
  for (const words of [
    '- HTTP 401: kata sandi kosong, atau panjang maupun formatnya tidak sesuai.',
    'Jika kata sandi salah, respons memakai HTTP status 401.',
    'If the password is wrong, the response uses HTTP status 401.',
  ])
    await expectReadings([{ what: words, page: page(words), ...isRead }]);
  const open = '- HTTP 401: warna maupun ukurannya tidak sesuai.';
  await expectReadings([{ what: open, page: page(open), none: ['401 status'], asked: ['whether, and when'] }]);
});

test('a status that is not answered is none', async () => {
  for (const words of ['tidak dikirim', 'Belum digunakan'])
    await expectReadings([{ what: words, page: refused(words), none: ['400 status'] }]);
});

test('a table of refusals alone has no head', async () => {
  const rows: [string, string][] = [
    ['Wrong user or password', '401'],
    ['No parameter', '400'],
  ];
  await expectReadings([
    { what: 'refusals', page: html('Failure', ...rows), facts: { '400 status': true, '401 status': true } },
    { what: 'no refusals', page: html('Weights', ...rows), none: ['400 status', '401 status'] },
    { what: 'a head', page: html('Failure', ['Wrong user or password', 'Code'], ...rows), none: ['200 status'] },
  ]);
});

test('a value that a member of a grant always has on success is its only one', async () => {
  const page = (title: string, words: string) =>
    `${endpoint}## ${title}\n\n- \`rc\` (string, always): result; ${words}\n`;
  await expectReadings([
    ...['on success always `00`', 'bila berhasil selalu `00`'].map((words) => ({
      what: words,
      page: page('Response 200', words),
      facts: { '200 /rc required': true, '200 /rc const': '00' },
    })),
    { what: 'a choice', page: page('Response 200', 'on success `00` or `01`'), none: ['200 /rc const'] },
    { what: 'denied', page: page('Response 200', 'on success not always `00`'), none: ['200 /rc const'] },
    { what: 'for some', page: page('Response 200', 'when a till is open always `00`'), none: ['200 /rc const'] },
  ]);
});

test('a length of at most so many characters says nothing of presence', async () => {
  await expectReadings([
    {
      what: 'paling panjang',
      page: `${endpoint}## Response 200\n\n- \`kode\` (string, selalu ada): kode akses, paling panjang 64 karakter\n`,
      facts: { '200 /kode required': true, '200 /kode maxLength': 64 },
    },
  ]);
});
