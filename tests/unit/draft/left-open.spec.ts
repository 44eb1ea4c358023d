/** A status of its own for a credential: words that say more of it than that it is not there may be about another value. */
import { expect, test } from '@playwright/test';
import { table } from '../../support/draft.ts';
import { drafted } from '../../support/drafted-statuses.ts';

const head = 'Header | Required | Description';
const headers = table(head, 'X-Api-Key | yes | The credential of your application');
const body = table('Field | Required', 'client_id | yes', 'client_secret | yes');
const usual = '401 | Unauthorized';

const another = async (words: string, of = usual) =>
  (await drafted({ headers, body }, [of, words])).another('x-api-key-known');

test('words about a key that are of more than its absence leave both statuses to another one', async () => {
  for (const words of [
    '403 | API key absent or not active',
    '403 | invalid_key: X-Api-Key is missing, malformed or not the key of this client',
    '403 | X-Api-Key is missing, or the key may not ask for tokens',
    '404 | API key absent, or of a closed application',
  ])
    expect.soft(await another(words), words).toEqual([401, words.startsWith('404') ? 404 : 403]);
});

test('words about its absence alone are of no other value, nor are those about other parts', async () => {
  for (const words of [
    '403 | X-Api-Key is missing',
    '403 | Forbidden: the X-Api-Key header was not sent, or is empty',
    '403 | No X-Api-Key header in the request',
    '403 | API key absent, or the client secret has expired',
    '429 | Too many requests with one API key',
  ])
    expect.soft(await another(words), words).toEqual([401]);
  // Where words refuse another one, it has their status alone.
  const known = '401 | The client secret or the API key is wrong';
  expect(await another('403 | API key absent or not active', known)).toEqual([401]);
  expect(await another('403 | API key absent or not active', '401 | Wrong credentials')).toEqual([401]);
  expect(await another('403 | API key absent or not known')).toEqual([403]);
  // A short name may be that of another value, and a whole one is not.
  const short = table(head, 'X-Brand | yes | Short name of the brand');
  const named = await drafted({ headers: short, body }, [
    '401 | Brand id or secret wrong',
    '404 | There is no brand of the name in X-Brand',
  ]);
  expect(named.another('x-brand-known')).toEqual([401, 404]);
});

test('a member is allowed such a status as a header is', async () => {
  const both = await drafted({ headers, body }, [usual, '403 | X-Api-Key does not belong to the client']);
  expect(both.another('x-api-key-known')).toEqual([401, 403]);
  expect(both.another('x-client-id-known')).toEqual([401]);
  const fields = table('Field | Required', 'client_id | yes', 'client_secret | yes', 'api_key | yes');
  const read = await drafted({ body: fields }, [usual, '403 | api_key is absent or not that of the client']);
  expect(read.another('x-api-key-known')).toEqual([401, 403]);
});

test('a header without a value is refused as another value of it is, and not as the credentials of another status', async () => {
  const wrong = ['401 | client_id or client_secret is wrong', '403 | The API key is unknown or suspended'];
  const read = await drafted({ headers, body }, ['400 | A required header or field is missing', ...wrong]);
  expect(read.another('x-api-key-known')).toEqual([403]);
  expect(read.without('X-Api-Key')).toEqual([400, 403]);
  // So it is where words name the header whose absence has a status.
  const named = '400 | The body cannot be read, or X-Api-Key or a required field is absent';
  expect((await drafted({ headers, body }, [named, ...wrong])).without('X-Api-Key')).toEqual([400, 403]);
  // Words about an empty one leave no other status.
  const said = await drafted({ headers, body }, ['400 | A required header or field is missing or empty', ...wrong]);
  expect(said.without('X-Api-Key')).toEqual([400]);
});
