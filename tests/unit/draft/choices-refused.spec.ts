/** Values that a page leaves the choice of, and that its refusals call unknown: none of them was issued. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { draftOf } from '../../../src/draft/write/files/draft.ts';
import { endpoint, table } from '../../support/draft.ts';

async function clausesOf(words: string, refusal: string): Promise<string> {
  const page = `${endpoint}## Request headers\n\n${table('Header | Required | Description', 'X-API-Key | yes | Your key')}## Request body\n\n${table('Name | Type | Required | Description', `product | string | yes | ${words}`)}## Errors\n\n${table('Status | Meaning', '401 | Unknown key', refusal)}`;
  const facts = await factsOf({ text: page, format: 'markdown', base: 'page' });
  return JSON.stringify(draftOf(facts, { provider: 'x', url: 'https://x.test', read: '2026-01-02' }));
}

test('a choice that is refused as unknown was issued to nobody', async () => {
  for (const [words, refusal] of [
    ['Possible values: `platform`, `onboarding`, `bank` ¹.', '422 | Unknown product'],
    ['Either `cards` or `wallets`, as agreed', '404 | product unknown'],
    ['Salah satu dari `kartu`, `dompet` atau `bank`.', '422 | product tidak dikenal'],
  ] as const)
    expect.soft(await clausesOf(words, refusal), words).not.toContain('Another product than');
});

test('what is issued and refused as unknown is one that was issued', async () => {
  expect(await clausesOf('Issued at onboarding', '422 | Unknown product')).toContain(
    'Another product than the one issued',
  );
});
