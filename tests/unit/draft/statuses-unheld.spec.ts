/** Statuses of refusals that a sentence alone has: no answer of the draft holds them, and they are asked once. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const answer = `## Response 200\n\n${table('Field | Type | Required', 'access_token | string | yes')}`;
const errors = `## Errors\n\n${table('HTTP | Meaning', '400 | A field is missing', '401 | Wrong client')}`;
const page = (words: string): string => `${endpoint}${answer}${errors}## FAQ\n\n${words}\n`;

test('a status that no answer has is asked with its sentence', async () => {
  await expectReadings(
    [
      'Only `503` (`temporarily_unavailable`) is worth a retry.',
      'Boleh, tapi ada batas 30 permintaan token per menit. Lebih dari itu, kami balas HTTP 429.',
      'Jangan kaget dengan `503` pada hari Minggu.',
      'Saat pemeliharaan Anda menerima `503` dengan kode `MNT-1`.',
      'Too fast a client meets `429`, with `Retry-After`.',
    ].map((words) => ({ what: words, page: page(words), asked: [words.split('. ').at(-1)?.slice(0, 40) ?? ''] })),
  );
});

test('a status that an answer has, or that is of other calls, is not asked', async () => {
  await expectReadings(
    [
      'A `401` may also come when you typed it wrong twice.',
      'Other requests without a token are answered with HTTP 403.',
      'The other calls may meet `409`.',
    ].map((words) => ({ what: words, page: page(words), silent: [words] })),
  );
});

test('a limit beside a status is quoted with it', async () => {
  await expectReadings([
    {
      what: 'a code and its words',
      page: `${endpoint}${answer}## Errors\n\n${table('HTTP | Code | Meaning', '429 | slow_down | More than 10 tokens per minute and key')}`,
      asked: ['429: slow_down More than 10 tokens per minute'],
    },
  ]);
});
