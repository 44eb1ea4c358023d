/** Hosts that only the words of a description give. */
import { expect, test } from '@playwright/test';
import { readDraft } from '../../support/draft.ts';

const read = (description: string) =>
  readDraft(
    JSON.stringify({
      ...{ swagger: '2.0', info: { title: 'x', version: '1', description }, basePath: '/auth/v1' },
      paths: { '/token': { post: { responses: { 200: { description: 'A token' } } } } },
    }),
    'openapi',
  );

test('a whole address in the words that ends with the relative one gives the host', async () => {
  const { facts, asked } = await read('Ask for a token at <b>https://api.a.test/live/auth/v1/token</b>.');
  expect(facts).toMatchObject({ 'server https://api.a.test/live/auth/v1': true, path: '/token' });
  expect(asked).not.toContain('the addresses of the provider');
});

test('an address of something else leaves the host open', async () => {
  for (const words of ['See https://docs.a.test/auth/v1/tokens.', 'See https://api.a.test/token.']) {
    const { facts, asked } = await read(words);
    expect(
      Object.keys(facts).filter((fact) => fact.startsWith('server ')),
      words,
    ).toEqual([]);
    expect(asked, words).toContain('the addresses of the provider');
  }
});
