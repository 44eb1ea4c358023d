/** A unit that a page gives expires_in goes before the one of RFC 6749, wherever it stands. */
import { test } from '@playwright/test';
import { endpoint, expectReadings } from '../../support/draft.ts';

const page = (words: string): string =>
  `${endpoint}OAuth 2.0, client credentials (RFC 6749).\n\n\`\`\`\nPOST /token\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=client_credentials\n\`\`\`\n\n## Response 200\n\n\`\`\`json\n{"access_token":"bl-3b1f","token_type":"bearer","expires_in":10}\n\`\`\`\n\n## Notes\n\n${words}\n`;
const unit = 'the unit of the lifetime (token.lifetime)';

test('a unit beside the name that was not read is asked', async () => {
  const of = (words: string) => ({ what: words, page: page(words), asked: [unit] });
  await expectReadings([
    of('Mind that our expires_in, unlike that of others, counts minutes.'),
    of('`expires_in` dihitung dalam menit, bukan seperti lazimnya.'),
    of('For historic reasons `expires_in` comes in milliseconds.'),
  ]);
});

test('a life, or the unit of something else, is none', async () => {
  const of = (words: string) => ({ what: words, page: page(words), silent: [unit] });
  await expectReadings([
    of('`expires_in` (number, always) - seconds until expiry'),
    of('Use `expires_in`, and ask again five minutes before.'),
    of('See `expires_in` for the end. Our sandbox is cleared every few hours.'),
    of('`expires_in` tells the end; `retry` is in minutes.'),
  ]);
});
