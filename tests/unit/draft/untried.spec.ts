/** Values that the page refuses and no request of a draft has are a question: those beyond bounds, and those of no list in a list. */
import { expect, test } from '@playwright/test';
import { endpoint, readDraft, table } from '../../support/draft.ts';

const page = (words: string): string =>
  `${endpoint}## Request body\n\n${table('Field | Type | Required | Description', 'life | integer | no | Seconds, 60 to 3600', 'rights | array of strings | yes | At least one of `read`, `write`, `erase`.', 'note | string | no | Any text')}## Errors\n\n${table('HTTP | Cause', `400 | ${words}`, '401 | Unauthorized')}`;

test('the question names the fields whose wrong values words about a refusal name', async () => {
  for (const [words, name] of [
    ['The body is no JSON, or `life` is out of range', 'life'],
    ['An unknown right was asked for', 'rights'],
    ['life is not valid', 'life'],
    ['`rights` salah', 'rights'],
    ['Wrong life or right', 'life or rights'],
  ] as const)
    expect
      .soft((await readDraft(page(words))).asked, words)
      .toContain(`how a value of ${name} is refused that is none`);
  for (const words of ['life is missing', 'The note is not valid', 'Malformed', 'The rights of the shop are listed'])
    expect.soft((await readDraft(page(words))).asked, words).not.toContain('is refused that is none of those allowed');
});
