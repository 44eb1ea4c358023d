/** Words for a type that stand between commas of a description, where no column has types. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const page = (words: string) =>
  `${endpoint}Response 200 (all mandatory)\n\n${table('Field | Meaning', `life | ${words}`, 'other | string')}`;

test('a type before or behind a comma is that of the field, whose other words are read as before', async () => {
  await expectReadings([
    {
      what: 'string',
      page: page('string, the token'),
      facts: { '200 /life type': 'string', '200 /life required': true },
    },
    {
      what: 'behind',
      page: page('the token, string'),
      facts: { '200 /life type': 'string', '200 /life required': true },
    },
    {
      what: 'two words',
      page: page('angka bulat, umur token dalam detik'),
      facts: { '200 /life type': 'integer', '200 /life required': true },
    },
    {
      what: 'its value',
      page: page('string, always `Bearer`'),
      facts: { '200 /life type': 'string', '200 /life const': 'Bearer' },
    },
  ]);
});

test('a word that may be no type, or is one of several, is none', async () => {
  for (const words of [
    'string, integer',
    'string, and for kiosks a number',
    'integer, sent as a string',
    'number, as it stands on the card',
    'string, if a till is set',
    'string or integer, the life',
  ])
    await expectReadings([{ what: words, page: page(words), none: ['200 /life type'] }]);
});
