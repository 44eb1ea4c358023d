/** Another value of a credential that breaks its documented form as well: a server may refuse it as either. */
import { expect, test } from '@playwright/test';
import { atPointer } from '../../../src/formats/json.ts';
import { table } from '../../support/draft.ts';
import { answer, drafted, head } from '../../support/refusals-drafted.ts';

/** The ways of another value that the draft lets be refused as a wrong parameter, on a page with these headers. */
async function tolerated(...headers: string[]): Promise<unknown[]> {
  return of(headers);
}

async function of(headers: string[], member = ''): Promise<unknown[]> {
  const { refusals } = await drafted(
    `${head}## Header\n\n${table('Header | Type | Mandatory | Description', ...headers)}` +
      `## Request body (\`application/json\`)\n\n${table('Name | Type | Mandatory | Value', 'grantType | string | M | `client_credentials`', ...(member === '' ? [] : [member]))}` +
      `${answer}## Errors\n\n${table('HTTP | Meaning', '400 | A mandatory field is missing', '401 | Unauthorized. Unknown client or wrong signature')}`,
  );
  const all = [atPointer(refusals, '/credentials/tolerated') ?? []].flat();
  return all.flatMap((one) => Object(one).ways).filter((way) => /^(?:lengthened|shortened|blank)/.test(String(way)));
}

const signed = ['X-TIMESTAMP | string | M | Time in ISO 8601', 'X-SIGNATURE | string | M | SHA256withRSA'];

test('a credential in a header that is too long may be refused as a wrong parameter, where its length is documented', async () => {
  const client = (type: string): string => `X-CLIENT-KEY | ${type} | M | Client id issued to you`;
  expect(await tolerated(client('string (max 36)'), ...signed)).toEqual(['lengthened-client']);
  expect(await tolerated(client('string (8-36)'), ...signed)).toEqual(['shortened-client', 'lengthened-client']);
  expect(await tolerated(client('string'), ...signed)).toEqual([]);
  expect(await tolerated('X-Api-Key | string (max 36) | M | Key of the client')).toEqual(['lengthened']);
  // One whose length is not documented is a wrong one, however long.
  expect(
    await tolerated('X-Api-Key | string (max 36) | M | Key', 'X-Api-Secret | string | M | Secret of the client'),
  ).toEqual([]);
  // Of a field a clause of its own demands the length, and the run takes both refusals.
  expect(await of([], 'client_id | string (max 36) | M | ')).toEqual([]);
});
