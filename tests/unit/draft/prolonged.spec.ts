/** Tokens whose use prolongs them: no clause ends them when the answer said, and a person is asked. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { draftOf, todosOf } from '../../../src/draft/write/files/draft.ts';
import { endpoint, table } from '../../support/draft.ts';

const origin = { provider: 'x', url: 'https://x.test', read: '2026-01-02' };

async function drafted(notes: string, words: string) {
  const page = `${endpoint}${words}\n\n## Response 200\n\n${table('Name | Type | Required | Description', 'access_token | string | yes | Sent as Bearer in Authorization', `expires_in | integer | yes | ${notes}`)}`;
  const facts = await factsOf({ text: page, format: 'markdown', base: 'page' });
  return {
    asked: todosOf(facts, origin)
      .map(({ what }) => what)
      .join('\n'),
    clauses: JSON.stringify(draftOf(facts, origin)['contracts/x/contract.yaml']),
  };
}

test('a life that each use begins anew has no end that was declared', async () => {
  for (const [notes, words] of [
    ['Validity from now in seconds. Sliding: every call made with the token restarts it.', ''],
    ['Validity in seconds, rolling', ''],
    ['Seconds', 'Each request made with the token resets its lifetime.'],
    ['Seconds', 'The session is extended with each API call.'],
    ['Masa berlaku dalam detik', 'Setiap pemanggilan API memperpanjang masa berlaku token.'],
    ['Masa berlaku dalam detik', 'Masa berlaku token diperpanjang setiap kali ada aktivitas.'],
    ['Life in seconds. After that time without a call the session ends.', ''],
    ['Seconds', 'The token expires after 15 minutes of inactivity.'],
  ] as const) {
    const { asked, clauses } = await drafted(notes, words);
    expect.soft(asked, notes + words).toContain('by which its use prolongs it');
    expect.soft(clauses, notes + words).not.toContain('x-token-ends');
    expect.soft(clauses, notes + words).not.toContain('x-token-shrinks');
  }
});

test('a life that nothing prolongs ends when it was declared to', async () => {
  for (const [notes, words] of [
    ['Validity from now in seconds. It is not extended by use.', ''],
    ['Seconds', 'Request a new token after each use of the refresh endpoint.'],
    ['Seconds', 'Each call needs a token. A token is valid for 900 seconds.'],
    ['Masa berlaku dalam detik', 'Setiap permintaan harus membawa token.'],
  ] as const) {
    const { asked, clauses } = await drafted(notes, words);
    expect.soft(asked, notes + words).not.toContain('prolongs it');
    expect.soft(clauses, notes + words).toContain('x-token-ends');
  }
});
