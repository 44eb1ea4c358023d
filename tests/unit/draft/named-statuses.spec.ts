/** Statuses and codes that words give to one fault: of a media type, of a code among others, of parameters in the query. */
import { expect, test } from '@playwright/test';
import { draftOf } from '../../../src/draft/write/files/draft.ts';
import { atPointer, type JsonObject } from '../../../src/formats/json.ts';
import { origin, read } from '../../support/answering.ts';
import { endpoint, table } from '../../support/draft.ts';
import { answer, body, credentials, drafted, head, refused } from '../../support/refusals-drafted.ts';

test('415 for the media type is its refusal, also where the rest of its words is a question', async () => {
  for (const words of ['The Content-Type is not the one of our guide', 'Tipe konten bukan yang disepakati']) {
    const { type, asked, files } = await drafted(refused('400 | A field is missing', credentials, `415 | ${words}`));
    expect(type, words).toBe('media-type');
    expect(asked, words).not.toContain('another media type');
    expect(JSON.stringify(files), words).toContain('415 for another media type');
  }
  // Of another call, or of another fault.
  for (const words of [
    'Content-Type of a payment call is not JSON, the payment endpoint answers',
    'The picture is no PNG of our guide',
  ]) {
    expect((await drafted(refused('400 | A field is missing', credentials, `415 | ${words}`))).type, words).toBe(
      'unnamed',
    );
  }
});

test('a code that the page gives to one fault is promised of no other of the same status', async () => {
  const coded = (...rows: string[]): string =>
    `${head}${body}${answer.trimEnd()}\n| code | string | yes |\n\n## Errors\n\n${table('HTTP | code | Meaning', ...rows)}`;
  const codeOf = ({ files }: { files: Record<string, unknown> }) =>
    Object.entries(files).flatMap(([file, schema]) =>
      file.includes('refused') ? [Object(atPointer(Object(schema), '/properties/code'))] : [],
    );
  const one = await drafted(coded('400 | E-7 | Wrong grant type', '401 | E-9 | Wrong client id or secret'));
  expect(codeOf(one).every((code) => code.const === undefined)).toBe(true);
  expect(one.refusals).toMatchObject({
    parameters: { documented: [{ status: 400, body: { '/code': { const: 'E-7' } } }] },
    unnamed: { documented: [{ status: [400, 401] }] },
  });
  const general = await drafted(coded('400 | E-7 | Bad request', '401 | E-9 | Wrong client id or secret'));
  // Without its credentials a request may be refused with 401 as well, for which no words name the code.
  expect(codeOf(general).map((code) => code.const)).toEqual(['E-7', undefined]);
  expect(general.refusals).toMatchObject({
    parameters: { documented: [{ status: 400 }] },
    credentials: { documented: [{ status: 401, body: { '/code': { const: 'E-9' } } }] },
    either: { documented: [{ status: 400 }, { status: 401 }] },
  });
  const two = await drafted(
    coded('400 | E-7 | Bad request', '400 | E-8 | A field is missing', '401 | E-9 | Wrong secret'),
  );
  expect(JSON.stringify(two.files)).toContain('which of the codes each fault has: code of 400 (E-7, E-8)');
  // It is one question.
  expect(two.todos.filter(({ name }) => name.startsWith('codes-of-faults'))).toHaveLength(1);
  expect(JSON.stringify(general.files)).not.toMatch(/which code is|which of the codes/);
});

test('another media type may be refused with 415 where the page gives it no status, and with no other', async () => {
  const unsupported = { status: 415, ways: ['absent', 'text', 'form'], effect: 'notes' };
  const general = await drafted(refused('400 | Bad request', credentials));
  expect([general.type, general.refusals]).toMatchObject([
    'parameters',
    { 'media-type': { tolerated: [unsupported] } },
  ]);
  const named = await drafted(refused('400 | grant_type tidak valid', credentials));
  expect([named.type, named.refusals]).toMatchObject(['unnamed', { 'media-type': { tolerated: [unsupported] } }]);
  const own = await drafted(refused('400 | Bad request', '415 | The media type is not JSON', credentials));
  expect(own.type).toBe('media-type');
  expect(JSON.stringify(own.refusals)).not.toContain('"status":415,"ways"');
});

test('another media type has a refusal of its own where 415 is tolerated, which no missing member shares', async () => {
  for (const words of ['Bad request', 'grant_type is missing']) {
    const { mark, refusals } = await drafted(refused(`400 | ${words}`, credentials));
    expect(mark, words).toBe('media-type');
    const { 'media-type': own, ...others } = Object(refusals);
    expect(own.tolerated, words).toMatchObject([{ status: 415, ways: ['absent', 'text', 'form'] }]);
    expect(JSON.stringify(others), words).not.toContain('415');
  }
});

test('parameters in the query lack each in the body, though the page calls none mandatory', async () => {
  const rows = ['client_id | from your mail', 'client_secret | from your mail', 'grant_type | `client_credentials`'];
  const form = `## Request body (\`application/x-www-form-urlencoded\`)\n\n${table('Key | Value', ...rows)}`;
  const page = (words: string): string =>
    `${head}${form}${answer}## Errors\n\n${table('HTTP | Meaning', `400 | ${words}`, credentials)}`;
  const inQuery = async (words: string) => {
    const { clauses } = await drafted(page(words));
    const found = (clauses as { id: string; refusal?: string }[]).find(({ id }) => id.endsWith('query-parameters'));
    return found?.refusal;
  };
  expect(await inQuery('You asked for more than you have')).toBe('unnamed');
  expect(await inQuery('A parameter is missing')).not.toBe('unnamed');
});

test('a key that is called as an account is a secret where the words about it say so', async () => {
  const credentialsOf = async (words: string) => {
    const rows = table('Name | Type | Mandatory | Description', `merchantKey | string | yes | ${words}`);
    const facts = await read(`${head}## Request body (\`application/json\`)\n\n${rows}${answer}`);
    return atPointer(draftOf(facts, origin)['contracts/x/contract.yaml'] ?? {}, '/credentials/merchantKey/secret');
  };
  for (const words of ['Kunci rahasia merchant', 'The secret of your shop', 'Kata sandi toko'])
    expect(await credentialsOf(words), words).toBe(true);
  expect(await credentialsOf('Number of your shop')).toBeUndefined();
});

/** A page of BI SNAP with these rows of errors. */
const ofSnap = (...rows: string[]): string =>
  `${endpoint}This endpoint follows BI SNAP.\n\n## Headers\n\n${table('Header | Type | Mandatory | Description', 'X-TIMESTAMP | String | M | the time', 'X-CLIENT-KEY | String | M | the id', 'X-SIGNATURE | String | M | SHA256withRSA of client id and time, in Base64')}## Errors\n\n${table('HTTP | Meaning', ...rows)}`;

test('a header that shows the client and has no value is missing or wrong, where words tell these apart', async () => {
  const refusalsOf = async (words: string) => {
    const { headers } = await drafted(ofSnap(`400 | ${words}`, '401 | Unauthorized. Signature'));
    return (headers as JsonObject[]).map((one) => [one['name'], atPointer(one, '/x-clause/refusal')]);
  };
  expect(await refusalsOf('A mandatory header is not sent')).toEqual([
    ['X-TIMESTAMP', 'or-empty'],
    ['X-CLIENT-KEY', 'or-empty'],
    ['X-SIGNATURE', 'or-empty'],
  ]);
  expect(await refusalsOf('A mandatory header is not sent or empty')).toEqual([
    ['X-TIMESTAMP', 'parameters'],
    ['X-CLIENT-KEY', 'parameters'],
    ['X-SIGNATURE', 'parameters'],
  ]);
});

test('a signature that is not in its encoding may be refused as a value in a wrong form, and no other signature', async () => {
  const apart = await drafted(ofSnap('400 | A field is missing or in a wrong format', '401 | Unauthorized. Signature'));
  expect(apart.refusals).toMatchObject({
    credentials: {
      documented: [{ status: 401 }],
      tolerated: [{ status: [400], ways: ['not-base64'], effect: 'notes' }],
    },
  });
  const same = await drafted(ofSnap('400 | Invalid client credentials', '400 | A field is missing'));
  expect(JSON.stringify(same.refusals)).not.toContain('not-base64');
});
