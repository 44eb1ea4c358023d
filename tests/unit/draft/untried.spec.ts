/** Values that the page refuses and no request of a draft has are a question: those of no list in a list, and those of bounds that no clause is about. */
import { expect, test } from '@playwright/test';
import { endpoint, readDraft, table } from '../../support/draft.ts';

const page = (words: string): string =>
  `${endpoint}## Request body\n\n${table('Field | Type | Required | Description', 'life | integer | no | Seconds, 60 to 3600', 'rights | array of strings | yes | At least one of `read`, `write`, `erase`.', 'note | string | no | Any text')}## Errors\n\n${table('HTTP | Cause', `400 | ${words}`, '401 | Unauthorized')}`;

test('the question names the fields whose wrong values words about a refusal name', async () => {
  for (const [words, name] of [
    ['An unknown right was asked for', 'rights'],
    ['`rights` salah', 'rights'],
    ['Wrong life or right', 'rights'],
  ] as const)
    expect
      .soft((await readDraft(page(words))).asked, words)
      .toContain(`how a value of ${name} is refused that is none`);
  // A draft sends a number beyond its bounds where words name it.
  for (const words of [
    'The body is no JSON, or `life` is out of range',
    'life is not valid',
    'life is missing',
    'The note is not valid',
    'Malformed',
    'The rights of the shop are listed',
  ])
    expect.soft((await readDraft(page(words))).asked, words).not.toContain('is refused that is none of those allowed');
});
