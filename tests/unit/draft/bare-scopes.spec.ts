/** Scopes that words list without marks, where their parts are joined by signs. */
import { expect, test } from '@playwright/test';
import { endpoint, readDraft, table } from '../../support/draft.ts';

async function scopesOf(notes: string): Promise<string[]> {
  const rows = table('Name | Type | Required | Notes', `scope | string | no | ${notes}`);
  const { facts } = await readDraft(`${endpoint}## Request body\n\n${rows}`);
  return Object.keys(facts).filter((key) => key.startsWith('scope '));
}

test('scopes without marks are read where words list all of them', async () => {
  for (const notes of [
    'fx.read or fx.book, or both separated by a space',
    'fx.read, fx.book, or both with a space between them',
    'Space-separated: fx.read, fx.book.',
    'fx.read atau fx.book atau keduanya dipisah spasi',
  ])
    expect(await scopesOf(notes), notes).toEqual(['scope fx.read', 'scope fx.book']);
});

test('words, examples and lists that go on are no scopes', async () => {
  for (const notes of [
    'read or book, or both separated by a space',
    'e.g fx.read or fx.book, or both separated by a space',
    'fx.read or fx.book, or others separated by a space',
    'fx.read or fx.book, or both separated by a comma',
    'fx.read or fx.book for banks, or both separated by a space',
    'fx.read or fx.book, or both separated by a space. More scopes on request.',
  ])
    expect(await scopesOf(notes), notes).toEqual([]);
  expect(await scopesOf(`${'a.b'.repeat(400)} or both separated by a space`)).toEqual([]);
});
