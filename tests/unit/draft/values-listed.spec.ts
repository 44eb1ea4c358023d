/** Scopes that a list or a sentence gives, and values that a sentence about a field leaves the choice of. */
import { expect, test } from '@playwright/test';
import { endpoint, expectReadings, readDraft, table } from '../../support/draft.ts';

const fields = `## Request body\n\n${table(
  'Name | Type | Required | Notes',
  'grant_type | string | Y | Always `client_credentials`',
  'lane | string | Y | The lane',
  'scope | string | N | What is asked for',
)}`;
const page = (words: string): string => `${endpoint}${fields}${words}\n`;
const read = { 'scope fx.read': true, 'scope fx.book': true };
const none = ['scope fx.read', 'request /fx/read type', 'request /fx_read type', 'request /fx/book type'];

test('a list that is called the scopes gives them, and no fields', async () => {
  for (const words of [
    'Scopes:\n\n- `fx.read` to read rates\n- `fx.book` to book them',
    '### Scopes\n\n- `fx.read` - read rates\n- `fx.book` - book them',
    'The following scopes are available:\n\n- `fx.read`: string of rates\n- `fx.book`: string of orders',
    'Daftar scope yang tersedia:\n\n- `fx.read` — baca kurs\n- `fx.book` — pesan',
    '### Available scopes\n\nAsk for what you need.\n\n* `fx.read`\n* `fx.book`',
    'Scopes:\n\n- fx.read: read rates\n- fx.book: book them',
  ])
    await expectReadings([{ what: words, page: page(words), facts: read, none: none.slice(1) }]);
});

test('a sentence that is nothing but the scopes gives them', async () => {
  for (const words of [
    'Scopes: `fx.read`, `fx.book`.',
    'The scopes are `fx.read` and `fx.book`.',
    'Available scopes: `fx.read`, `fx.book`',
    'Scope yang tersedia adalah `fx.read` dan `fx.book`.',
  ])
    await expectReadings([{ what: words, page: page(words), facts: read, silent: ['fx.read'] }]);
});

test('a list or a sentence of scopes that is not understood is asked', async () => {
  for (const words of [
    'Scopes for partners:\n\n- `fx.read` - read rates\n- `fx.book` - book them',
    'Scopes:\n\n- `fx.read` - read rates\n- `fx.book` - only for banks',
    'Scopes:\n\n- `fx.read` - read rates\n- others that your bank gives you',
    'The old scopes:\n\n- `fx.read` - read rates\n- `fx.book` - book them',
    'Scopes: `fx.read`, `fx.book`, and others.',
    'Scopes such as `fx.read` or `fx.book` are given to some.',
  ])
    await expectReadings([{ what: words, page: page(words), none: [...none, 'scope fx.book'], asked: ['fx.read'] }]);
});

test('a list beside the scopes is read as it was', async () => {
  await expectReadings([
    {
      what: 'fields',
      page: `${endpoint}## Request body\n\nScope and client:\n\n- \`scope\` (string, required): the scopes\n- \`client_id\` (string, required): the id\n`,
      facts: { 'request /scope required': true, 'request /client_id required': true },
    },
    {
      what: 'what the page is about',
      page: page('### Scope\n\n- Partners that send orders\n- Banks that take them'),
      silent: ['Partners that'],
    },
  ]);
});

test('a choice of values that a sentence gives and no field holds is asked', async () => {
  for (const words of [
    'The header `X-Tongue` is either `en` or `id`.',
    'Messages come in the language that `Accept-Language` names, either `en` or `id`.',
    'The member `lane` is one of `en`, `id`.',
    'Nilai `lane` adalah salah satu dari `en`, `id`.',
    '`lane` must be `en` or `id`.',
  ]) {
    const { facts, asked } = await readDraft(page(words));
    expect.soft('request /lane enum' in facts || asked.includes(words.slice(0, 40)), `${words}\n${asked}`).toBe(true);
  }
});

test('a choice of fields, of what a field has already, and of other operations is no question', async () => {
  const held = table('Name | Type | Required | Notes', 'lane | string | Y | One of `en`, `id`');
  await expectReadings([
    {
      what: 'held',
      page: `${endpoint}## Request body\n\n${held}The lane is either \`en\` or \`id\`.\n`,
      facts: { 'request /lane enum': ['en', 'id'] },
      silent: ['either'],
    },
    {
      what: 'others',
      page: page('In payment requests `mode` is either `fast` or `slow`.'),
      silent: ['fast'],
    },
  ]);
});

test('words that end in `either` of marked values give all of them', async () => {
  const of = (notes: string) =>
    readDraft(
      `${endpoint}## Request body\n\n${table('Name | Type | Required | Notes', `lane | string | Y | ${notes}`, 'mode | string | Y | The mode')}`,
    );
  for (const notes of [
    'The lane you take, either `en` or `id`.',
    'Sets the language. It is either `en` or `id`.',
    'Language: either `en` or `id`',
    'Always either `en` or `id`.',
  ])
    expect((await of(notes)).facts, notes).toMatchObject({
      'request /lane enum': ['en', 'id'],
      'request /lane required': true,
    });
  for (const notes of [
    'Sent when the mode is either `en` or `id`.',
    'Goes with `mode`, either `en` or `id`.',
    'The lane, either `en` or `id`, or any other.',
    'The lane, either `en` or `id` for partners.',
    'Not either `en` or `id`.',
    'The lane, either `client_id` or `partner_id`.',
    'The lane, e.g. either `en` or `id`.',
  ])
    expect((await of(notes)).facts, notes).not.toHaveProperty(['request /lane enum']);
});
