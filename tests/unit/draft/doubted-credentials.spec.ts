/** Wrong credentials that the page refuses by 401 in words that were not understood in full. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { draftOf, todosOf } from '../../../src/draft/write/files/draft.ts';
import { atPointer } from '../../../src/formats/json.ts';
import { endpoint, table } from '../../support/draft.ts';

const origin = { provider: 'x', url: 'https://x.test', read: '2026-01-02' };

test('the status of wrong credentials is that of the row that speaks of them, and is asked', async () => {
  for (const words of [
    'Wrong ID or secret, or the secret was rolled',
    'Invalid client credentials, or the account is frosty',
    'ID atau rahasia salah, atau rahasia telah digulirkan',
  ]) {
    const page = `${endpoint}Send the client ID and the client secret as HTTP Basic credentials.\n\n## Request body\n\n${table('Name | Type | Required', 'grant_type | string | yes')}## Response 200\n\n${table('Name | Type | Required', 'access_token | string | yes')}## Errors\n\n${table('HTTP | `error` | When', '400 | `invalid_request` | A parameter is missing, repeated or malformed', "400 | `invalid_scope` | You asked for a scope your key doesn't have", `401 | \`invalid_client\` | ${words}`)}`;
    const facts = await factsOf({ text: page, format: 'markdown', base: 'page' });
    const contract = draftOf(facts, origin)['contracts/x/contract.yaml'] ?? null;
    expect.soft(atPointer(contract, '/refusals/credentials/documented/0/status'), words).toBe(401);
    const asked = todosOf(facts, origin)
      .map(({ what }) => what)
      .join('\n');
    expect.soft(asked, words).toContain('401 "invalid_client');
  }
});
