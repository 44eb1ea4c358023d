/** The words of a collection, which its format allows as texts and as objects that hold one. */
import { expect, test } from '@playwright/test';
import { collectionOf } from '../../support/collection.ts';
import { readDraft } from '../../support/draft.ts';

/** A collection of one request with a form, its words as they are given. */
const collection = (said: (words: string) => unknown): string =>
  collectionOf(
    {
      description: said('Issues an access token.'),
      url: { raw: 'https://a.test/v1/token', query: [{ key: 'lang', value: 'id', description: said('Optional.') }] },
      header: [{ key: 'X-Desk', value: '7', description: said('Mandatory, at most 8 characters') }],
      body: {
        mode: 'urlencoded',
        urlencoded: [{ key: 'desk', value: '7', description: said('Mandatory, at most 8 characters') }],
      },
    },
    { description: said('All values of time are in minutes.') },
  );

test('words that an object holds are read as texts are, and one that holds none says nothing', async () => {
  const plain = await readDraft(
    collection((words) => words),
    'openapi',
  );
  const held = await readDraft(
    collection((content) => ({ content, type: 'text/plain' })),
    'openapi',
  );
  expect(plain.facts).toMatchObject({ 'request /desk maxLength': 8 });
  expect(held).toEqual(plain);
  const none = await readDraft(
    collection(() => ({ content: null })),
    'openapi',
  );
  expect(none.facts).not.toHaveProperty(['request /desk maxLength']);
});
