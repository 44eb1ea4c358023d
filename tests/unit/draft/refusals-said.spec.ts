/** Members of every refusal, as sentences of several kinds give them: behind names, in parts, and below a heading of errors. */
import { expect, test } from '@playwright/test';
import { endpoint, readDraft, table } from '../../support/draft.ts';

const request = `## Request body\n\n${table('Field | Type | Required', 'shop | string | yes', 'pin | string | yes')}`;
const granted = `## Response 200\n\n${table('Field | Type | Required', 'ticket | string | yes')}`;
const statuses = table('HTTP | Meaning', '400 | A field is missing', '401 | Wrong pin');
const page = (words: string): string => `${endpoint}${request}${granted}## Errors\n\n${statuses}\n${words}\n`;

const both = { '400 /fault required': true, '401 /fault type': 'string', '401 /text type': 'string' };

test('what every refusal holds is read, in whatever order a sentence says it', async () => {
  for (const [words, said] of [
    ['Penolakan juga berisi JSON dengan dua anggota yang selalu ada: `fault` (string) dan `text` (string).', both],
    ['All our refusals carry a JSON object with `fault` (string, always) and `text` (string, optional).', both],
    ['Isi penolakan hanya membawa `fault` dan `text`; keduanya String dan selalu ada.', both],
    [
      'A refused request is answered with a JSON object of two members: `fault`, a string, is always present; `text`, a string in English, is always present too.',
      { ...both, '401 /text required': true },
    ],
    ['The body of an error has `fault` (string, always) and `text` (string, optional).', both],
    ['Errors are `application/json` too: **fault** (string, always), **text** (string, always).', both],
    [
      'The body is `application/json` with `fault` (string, always) and `text` (string, optional).',
      { ...both, '401 media-type': 'application/json' },
    ],
    ['Error bodies are `application/json`. They have `fault` (string, required) and `text` (string, optional).', both],
    [
      'An error has always the same JSON body. `fault` (object) is always there, and in it `fault.id` (string) and `fault.text` (string) are always there. `fault.docs` (string) may be missing.',
      {
        ...{ '400 /fault required': true, '400 /fault type': 'object', '401 /fault/id required': true },
        ...{ '401 /fault/text type': 'string', '401 /fault/docs type': 'string' },
      },
    ],
  ] as const) {
    const { facts, asked } = await readDraft(page(words));
    expect.soft(facts, words).toMatchObject(said);
    expect.soft(asked, words).not.toContain('which status the answers');
    expect.soft(asked, words).not.toContain('not in full');
  }
});

test('one word that is not understood, another subject or a case leaves such a sentence a question', async () => {
  for (const words of [
    'Some of our refusals carry a JSON object with `fault` (string, always) and `text` (string, optional).',
    'Penolakan kasir berisi JSON dengan dua anggota yang selalu ada: `fault` (string) dan `text` (string).',
    'A refused refund is answered with a JSON object of two members: `fault`, a string, is always present; `text`, a string, is always present too.',
    'The body of a refund has `fault` (string, always) and `text` (string, optional).',
    'The kiosk shows an error. They have `fault` (string, required) and `text` (string, optional).',
    'A wrong pin is answered with 401. It has `fault` (string, required) and `text` (string, optional).',
    '`fault` (object) is always there, and in it `id` (string) and `text` (string) are always there.',
    'An error of a kiosk has the same JSON body. `fault` (string) is always there.',
    'The kiosk shows an error. `fault` (string) is always there.',
  ]) {
    const { facts, asked } = await readDraft(page(words));
    expect.soft(facts, words).not.toHaveProperty(['400 /fault required']);
    expect.soft(asked, words).toContain('fault');
  }
  const { facts, asked } = await readDraft(
    page(
      'An error is a JSON object: `fault`, a string, is always present; `text`, also a string, is there only where one field can be blamed.',
    ),
  );
  expect(facts).toMatchObject({ '400 /fault required': true, '400 /text type': 'string' });
  expect(facts).not.toHaveProperty(['400 /text required']);
  expect(asked).toContain('text');
});
