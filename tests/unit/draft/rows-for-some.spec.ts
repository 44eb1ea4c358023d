/** Tables of statuses whose marks or signs give rows to some calls alone: those of others are not drafted. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const errors = '## Errors\n\n';
const rows = (head: string, mark: string, none: string): string =>
  table(
    `HTTP status | ${head} | Meaning`,
    `400 | ${mark} | ${mark} | a member is missing`,
    `401 | ${mark} | ${none} | a wrong secret`,
    `503 | ${none} | ${mark} | the service is down`,
  );
const facts = { '400 status': true, '401 status': true };
const none = ['503 status'];

test('a column of marks for each call gives the token operation its own rows', async () => {
  await expectReadings([
    {
      what: 'a legend',
      page: `${endpoint}${errors}T = token service (issue), P = payments.\n\n${rows('T | P', '●', '')}`,
      facts,
      none,
    },
    { what: 'heads in words', page: `${endpoint}${errors}${rows('Token | Payment', '✓', '-')}`, facts, none },
    {
      what: 'a legend behind',
      page: `${endpoint}${errors}${rows('T | P', 'x', '')}T: token, P: payments\n`,
      facts,
      none,
    },
    {
      what: 'in Indonesian',
      page: `${endpoint}${errors}A = akses token, B = pembayaran.\n\n${rows('A | B', 'ya', 'tidak')}`,
      facts,
      none,
    },
    {
      what: 'nobody says what they are',
      page: `${endpoint}${errors}${rows('A1 | B1', '●', '')}`,
      facts: { '400 status': true },
      none: ['401 status', '503 status'],
      asked: ['marked for A1 alone', 'marked for B1 alone', 'which the draft leaves out'],
    },
    {
      what: 'codes that are no statuses of HTTP',
      page: `${endpoint}${errors}${table('status | Meaning | Token API | Other', '00 | Success | x | x', '30 | Signature wrong | x | ')}`,
      silent: ['which the draft leaves out'],
      asked: ['no row of it could be read'],
    },
    {
      what: 'the same for all',
      page: `${endpoint}${errors}${rows('Token | Payment', '✓', '✓')}`,
      facts: { ...facts, '503 status': true },
    },
  ]);
});

test('a sign at a status that a sentence gives to some calls is asked about', async () => {
  const signed = (sign: string) =>
    table('HTTP | Meaning', '400 | a member is missing', `404 ${sign} | Resource not found`, '401 | a wrong secret');
  await expectReadings([
    ...[
      [`Those marked with * don't occur on session creation.\n\n${signed('*')}`, 'session creation'],
      [`${signed('†')}† Only payments.\n`, 'Only payments'],
      [`Yang bertanda * tidak terjadi pada permintaan token.\n\n${signed('\\*')}`, 'permintaan token'],
      [`${signed('**')}\\*\\* all calls but the token call\n`, 'all calls but'],
    ].map(([words = '', said = '']) => ({
      what: said,
      page: `${endpoint}${errors}${words}`,
      facts,
      none: ['404 status'],
      asked: ['404', said, 'which the draft leaves out'],
    })),
    { what: 'a sign without a note', page: `${endpoint}${errors}${signed('*')}`, facts },
  ]);
});
