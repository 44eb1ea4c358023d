/** Another value of a credential that breaks its documented form as well: a server may refuse it as either. */
import { expect, test } from '@playwright/test';
import { isObject } from '../../../src/formats/json.ts';
import { table } from '../../support/draft.ts';
import { answer, drafted, head } from '../../support/refusals-drafted.ts';

const credentials = '401 | Unauthorized. Unknown client or wrong signature';
const missing = '400 | A mandatory field is missing';

interface Parts {
  headers?: string[];
  members?: string[];
  format?: string;
  errors?: string[];
}

/** The ways of another value that the draft lets be refused as a wrong parameter, by the clauses of a page with these parts. */
async function tolerated({ headers = [], members = [], format = 'json', errors = [missing, credentials] }: Parts) {
  const type = format === 'json' ? 'application/json' : 'application/x-www-form-urlencoded';
  const { refusals, clauses } = await drafted(
    `${head}${headers.length > 0 ? `## Header\n\n${table('Header | Type | Mandatory | Description', ...headers)}` : ''}` +
      `## Request body (\`${type}\`)\n\n${table('Name | Type | Mandatory | Value', 'grantType | string | M | `client_credentials`', ...members)}` +
      `${answer}## Errors\n\n${table('HTTP | Meaning', ...errors)}`,
  );
  const found = [clauses ?? []].flat().flatMap((clause): [string, string[]][] => {
    if (!isObject(clause) || !/-(?:known|verified)$/.test(String(clause['id']))) return [];
    const { demand, refusal } = clause;
    const row = Object(Object(refusals)[String(refusal)]);
    const tried = [Object(demand).break, Object(demand).deep ?? []].flat();
    const ways = [row.tolerated ?? []].flat().flatMap((one) => Object(one).ways ?? []);
    const near = ways.filter((way) => tried.includes(way) && !/^(?:line|nul)-|^not-base64$/.test(way));
    return near.length > 0 ? [[String(clause['id']), near]] : [];
  });
  return Object.fromEntries(found);
}

const signed = ['X-TIMESTAMP | string | M | Time in ISO 8601', 'X-SIGNATURE | string | M | SHA256withRSA'];
const client = (type: string): string[] => [`X-CLIENT-KEY | ${type} | M | Client id issued to you`, ...signed];

test('a key that a mechanism sends may be refused as a wrong parameter in each way that leaves its documented form', async () => {
  expect(await tolerated({ headers: client('string (max 36)') })).toEqual({
    'x-client-key-known': ['lengthened-client', 'blank-inside-client'],
  });
  expect(await tolerated({ headers: client('string (8-36)') })).toEqual({
    'x-client-key-known': ['shortened-client', 'lengthened-client', 'blank-inside-client'],
  });
  expect(await tolerated({ headers: client('string') })).toEqual({});
  // A signature that is cut breaks its own form, where it has one.
  const long = client('string').map((row) => row.replace('SHA256withRSA', 'SHA256withRSA, exactly 344 characters'));
  expect(await tolerated({ headers: long })).toEqual({ 'x-signature-verified': ['truncated'] });
});

test('of a credential for which another demand names a refusal the run tells what breaks its form, and the draft tolerates none', async () => {
  const key = 'X-Api-Key | string (max 36) | M | Key of the client';
  expect(await tolerated({ headers: [key] })).toEqual({});
  expect(await tolerated({ members: ['client_id | string (max 36) | M | '] })).toEqual({});
  expect(await tolerated({ headers: [key], members: ['client_id | string (max 36) | M | '] })).toEqual({});
});

test('of a credential for which no other demand does, its own ways alone are tolerated', async () => {
  const errors = ['400 | grantType is missing', '401 | A header is missing, or the key or the secret is wrong'];
  const [key, secret] = ['X-Api-Key | string (max 36) | M | Key', 'X-Api-Secret | string | M | Secret of the client'];
  expect(await tolerated({ headers: [key], errors })).toEqual({ 'x-api-key-known': ['lengthened', 'blank-inside'] });
  // The other credential is refused as one alone, however long.
  expect(await tolerated({ headers: [key, secret], errors })).toEqual({
    'x-api-key-known': ['lengthened', 'blank-inside'],
  });
  // A form has no demand on the type of a text.
  const id = 'client_id | UUID | M | ';
  expect(await tolerated({ members: [id], format: 'form' })).toMatchObject({
    'x-client-id-known': ['shortened', 'lengthened', 'blank-before', 'blank-after', 'blank-inside'],
  });
  expect(await tolerated({ members: [id] })).toEqual({});
});
