/** Items of a list that end with the status of what they say, with a code beside it. */
import { expect, test } from '@playwright/test';
import { endpoint, expectReadings, readDraft, table } from '../../support/draft.ts';

const request = `${endpoint}## Request body\n\n${table('Name | Type | Mandatory', 'client_id | string | yes')}`;
const page = (...items: string[]): string =>
  `${request}## When it fails\n\n${items.map((item) => `- ${item}\n`).join('')}`;
const facts = { '400 status': true, '401 status': true };

test('the status at the end of an item is that of its words', async () => {
  await expectReadings(
    [
      [
        'A missing or repeated parameter: `400` and `invalid_request`',
        'A wrong `client_id`: `401` and `invalid_client`',
      ],
      ['A missing parameter: `400`', 'A wrong `client_id`: `401`'],
      ['A missing parameter – 400 (`invalid_request`)', 'A wrong `client_id` – 401 (`invalid_client`)'],
      ['Parameter kosong: HTTP 400', '`client_id` salah: HTTP 401'],
    ].map((items) => ({ what: items.join(), page: page(...items), facts, silent: ['not read, or not in full'] })),
  );
});

test('a number of something else is none, and words that are not understood are asked', async () => {
  await expectReadings([
    {
      what: 'limits',
      page: page('Requests in a minute: 500', 'Size of a page: `400`'),
      none: ['400 status', '500 status'],
    },
    {
      what: 'other words',
      page: page('A frobnicated thing that is not ours: `409` and `nope`', 'A wrong `client_id`: `401`'),
      ...{ facts: { '401 status': true }, none: ['409 status'], asked: ['409'] },
    },
  ]);
});

test('two items of one status have both values, and both are the words about it', async () => {
  const values = [
    '`400`: A missing parameter (`error` = `bad_request`)',
    '`400`: A wrong scope (`error` = `bad_scope`)',
  ];
  await expectReadings([
    { what: 'values', page: page(...values), facts: { '400 /error enum': ['bad_request', 'bad_scope'] } },
  ]);
});

test('a fault of what a client does not hold or own is one', async () => {
  await expectReadings(
    ['a permission the client does not hold', 'scope yang tidak dimiliki klien'].map((words) => ({
      what: words,
      page: `${page(`\`401\` – wrong \`client_id\``, `\`403\` – ${words}`)}\nErrors carry **reason** (string, required).\n`,
      facts: { '403 status': true, '403 /reason required': true },
    })),
  );
});

test('a member of refusals behind a word for sometimes may be left out, and the others are as they are said to be', async () => {
  for (const words of ['and sometimes `text`', 'and, mostly, `text`', 'usually `text`']) {
    const held = `${page('`400` – A missing parameter')}\nEvery error has \`error\` ${words}.\n`;
    const { facts: read } = await readDraft(held);
    expect(read, words).toMatchObject({ '400 status': true, '400 /error required': true });
    expect(read, words).not.toHaveProperty(['400 /text required']);
  }
});
