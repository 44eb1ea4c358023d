/** How a token itself is signed says nothing of how a request for one is. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { endpoint, table } from '../../support/draft.ts';

const signedOf = async (answer: string): Promise<string[]> => {
  const { signed } = await factsOf({
    text: `${endpoint}## Response\n\n${answer}\n`,
    format: 'markdown',
    base: 'page',
  });
  return signed.map(({ value }) => value);
};

test('a field of the answer that is a signed JWT signs no request', async () => {
  for (const answer of [
    '- `access_token` (string, required): JWT signed with ES256.\n- `expires_in` (integer): Seconds',
    '- `access_token` - JWT, signed with RS256\n- `expires_in` - seconds',
    '- token: JWT yang ditandatangani dengan ES256',
    table('Field | Type | Description', 'access_token | string | JWT signed with ES256'),
    'A JWT signed with EdDSA.',
  ])
    expect.soft(await signedOf(answer), answer).toEqual([]);
});

test('a line that names the token, and what is signed for it, is of the request', async () => {
  expect(await signedOf('- Access Token: SHA256withRSA over the text to sign, Base64')).toHaveLength(1);
});
