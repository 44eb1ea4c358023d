/** The bounds of a lifetime, in the rows of the field that asks for it and of the one that declares it. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const page = (ttl: string, expires = 'Lifetime in seconds', type = 'integer') =>
  `${endpoint}## Request body\n\n${table('Name | Type | Required | Description', 'grant_type | string | yes | Fixed: `client_credentials`', `ttl | ${type} | no | ${ttl}`)}## Response 200\n\n${table('Name | Type | Required | Description', 'access_token | string | yes | The token', `expires_in | ${type} | yes | ${expires}`)}`;

test('the ends of a lifetime that a request asks for are bounds, whatever stands behind them', async () => {
  const both: [words: string, minimum: number | null, maximum: number | null][] = [
    ['Wanted lifetime in **minutes**, from 5 to 15 (see note 2)', 5, 15],
    ['Wanted lifetime, 5-15 (minutes)', 5, 15],
    ['Lifetime in seconds (300-3600)', 300, 3600],
    ['Lifetime in seconds (300 to 3600, default 900)', 300, 3600],
    ['Masa berlaku, 5 s.d. 15 menit, bawaan 10', 5, 15],
    ['Masa berlaku dalam menit (lihat catatan 2), antara 5 dan 15 (lihat catatan 2)', 5, 15],
    ['Token lifetime; max. 15 minutes', null, 15],
    ['Umur token, maks. 15 menit', null, 15],
  ];
  await expectReadings(
    both.map(([words, minimum, maximum]) => ({
      what: words,
      page: page(words),
      facts: {
        ...(minimum === null ? {} : { 'request /ttl minimum': minimum }),
        ...(maximum === null ? {} : { 'request /ttl maximum': maximum }),
      },
      silent: ['ttl'],
    })),
  );
});

test('ends in another unit than that of the field are none of its value', async () => {
  await expectReadings([
    ...['Seconds. Between 5 and 15 minutes', 'In seconds, at least 5 minutes', 'Detik, antara 5 dan 15 menit'].map(
      (words) => ({
        what: words,
        page: page(words),
        none: ['request /ttl minimum', 'request /ttl maximum'],
        asked: [words],
      }),
    ),
    {
      what: 'of the answer',
      page: page('Minutes', 'Seconds. Between 5 and 15 minutes'),
      none: ['200 /expires_in minimum', '200 /expires_in maximum'],
    },
    {
      what: 'the same unit twice',
      page: page('Seconds, between 300 and 3600 seconds (one hour)'),
      facts: { 'request /ttl minimum': 300, 'request /ttl maximum': 3600 },
      silent: ['ttl'],
    },
  ]);
});

test('ends that no keyword of the draft holds are asked', async () => {
  await expectReadings([
    {
      what: 'of a text',
      page: page('Lifetime in seconds, between 300 and 3600', 'Lifetime in seconds, from 300 up to 3600', 'string'),
      asked: ['ttl (Request body, ttl)', '"Lifetime in seconds, between 300 and 3600"', 'from 300 up to 3600'],
    },
    {
      what: 'of a text in Indonesian',
      page: page('Masa berlaku dalam menit, 5 sampai dengan 15', 'Detik', 'string'),
      asked: ['"Masa berlaku dalam menit, 5 sampai dengan 15"'],
    },
    {
      what: 'times of the day, dates, counts of characters and lengths',
      page: page('Sent between 08:00 and 17:00. Up to 20 digits, 10 to 20 characters. 2026-01-02', 'Seconds', 'string'),
      silent: ['which values ttl'],
    },
  ]);
});
