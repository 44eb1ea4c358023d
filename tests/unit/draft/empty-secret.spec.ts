/** A password of HTTP Basic that the page leaves empty: it is asked, and an empty one is not demanded to be refused. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { draftOf, todosOf } from '../../../src/draft/write/files/draft.ts';
import { endpoint, readDraft, table } from '../../support/draft.ts';

const page = (words: string): string =>
  `${endpoint}## Headers\n\n${table('Header | Mandatory | Description', `Authorization | Yes | ${words}`)}`;

/** What is asked, and whether the draft has the clause about the secret, where a person decided that it is Basic. */
async function decided(text: string): Promise<{ asked: boolean; isChecked: boolean }> {
  const facts = await factsOf({ text, format: 'markdown', base: 'page' }, { decided: { auth: 'basic' } });
  const origin = { provider: 'x', url: 'https://x.test', read: '2026-01-02' };
  const asked = todosOf(facts, origin).some(({ what }) => what.includes('whether the password of HTTP Basic is empty'));
  return { asked, isChecked: JSON.stringify(draftOf(facts, origin)).includes('"empty-secret"') };
}

test('words that leave the password empty are quoted, and no empty one has to be refused', async () => {
  for (const words of [
    '`Basic ` + base64(`api_key` + `:`). Perhatikan titik dua di akhir, password dikosongkan',
    '`Basic base64(api_key:)`, the password is left empty',
    'Basic base64 of the API key followed by a colon, with an empty password',
    'Basic, api_key sebagai user, kosongkan password',
  ]) {
    const text = page(words);
    expect.soft(await decided(text), words).toEqual({ asked: true, isChecked: false });
    const told = /dikosongkan|left empty|empty password|kosongkan/.exec(words)?.[0] ?? '';
    expect.soft((await readDraft(text)).asked, words).toContain(told);
  }
});

test('any other password is checked', async () => {
  for (const words of ['`Basic base64(api_key:api_secret)`', 'Basic of the partner', 'Token of the portal'])
    expect.soft(await decided(page(words)), words).toEqual({ asked: false, isChecked: true });
});
