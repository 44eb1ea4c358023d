/** What a page gives for one request alone is asked before it is sent again, and no clause for a second grant is a must. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { draftOf } from '../../../src/draft/write/files/draft.ts';
import { isObject } from '../../../src/formats/json.ts';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const fields = (...rows: string[]): string => table('Field | Type | Required', ...rows);
const granted = `## Response 200\n\n${fields('access_token | string | yes')}`;
const page = (words: string, ...rows: string[]): string =>
  `${endpoint}## Request body\n\n${fields('client_id | string | yes', ...rows)}${granted}## Notes\n\n${words}\n`;
const code = ['grant_type | string | yes', 'code | string | yes'];
const refresh = ['grant_type | string | yes', 'refresh_token | string | yes'];

test('a sentence by which it is used once is asked, whatever it is', async () => {
  const asked = (words: string): string[] => [`granted more than once: the page says "${words}"`];
  const of = (words: string, rows: string[]) => ({ what: words, page: page(words, ...rows), asked: asked(words) });
  await expectReadings([
    of('Refreshing is a one-time operation.', refresh),
    of('A refresh token can only be used once.', refresh),
    of('The authorization code is single-use.', code),
    of('Each code may be exchanged once.', code),
    of('Kode hanya dapat digunakan satu kali.', code),
    of('Kode otorisasi bersifat sekali pakai.', code),
    of('The code cannot be reused.', code),
  ]);
});

test('what is not sent, or of which the page says nothing of the kind, is not asked', async () => {
  const silent = ['granted more than once'];
  await expectReadings([
    { what: 'not sent', page: page('Refreshing is a one-time operation.'), silent },
    {
      what: 'the grant of the client',
      page: page(
        'A refresh token can only be used once.',
        'grant_type | string, fixed: client_credentials | yes',
        'refresh_token | string | no',
      ),
      silent,
    },
    { what: 'shown once', page: page('The client secret is shown only once.', ...code), silent },
    { what: 'a token', page: page('The token can be used more than once.', ...code), silent },
  ]);
});

test('words about an older token demand a second grant only of what can be sent twice', async () => {
  const levelOf = async (text: string): Promise<unknown> => {
    const facts = await factsOf({ text, format: 'markdown', base: 'page' });
    const files = draftOf(facts, { provider: 'x', url: 'https://x.test', read: '2026-01-02' });
    const clauses = [files['contracts/x/contract.yaml']?.['clauses'] ?? []].flat().filter(isObject);
    return clauses.find(({ id }) => id === 'x-granted-again')?.['level'];
  };
  const words = 'Each request invalidates the previous token.';
  expect(await levelOf(page(words))).toBe('must');
  expect(await levelOf(page(words, ...code))).toBe('should');
  expect(await levelOf(page(words, ...refresh))).toBe('should');
});
