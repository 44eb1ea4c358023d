/** That another value than the one issued is refused, where a signature shows who asks: no words of the page say it of what is beside it. */
import { expect, test } from '@playwright/test';
import { draftOf, todosOf } from '../../../src/draft/write/files/draft.ts';
import { origin, read } from '../../support/answering.ts';
import { endpoint, table } from '../../support/draft.ts';

const snap = [
  'X-TIMESTAMP | string | yes | Time, ISO 8601',
  'X-CLIENT-KEY | string | yes | Client id',
  'X-SIGNATURE | string | yes | `SHA256withRSA` with the private key over `X-CLIENT-KEY\\|X-TIMESTAMP`, Base64',
];
/** What a page demands of other values, and what it asks. */
async function drafted(headers: string[], body: string[], errors: string[] = [], more = '') {
  const refusals = errors.length > 0 ? `## Errors\n\n${table('HTTP status | Meaning', ...errors)}` : '';
  const text = `${endpoint}## Request header\n\n${table('Name | Type | Required | Description', ...headers)}## Request body\n\n${table('Name | Type | Wajib | Description', ...body)}${more}## Response 200\n\n${table('Name | Type | Required', 'accessToken | string | yes')}${refusals}`;
  const facts = await read(text);
  const clauses = [draftOf(facts, origin)['contracts/x/contract.yaml']?.['clauses'] ?? []].flat();
  const ids = clauses.map((one) => String(Object(one).id)).filter((id) => id.endsWith('-known'));
  return {
    ids,
    asked: todosOf(facts, origin)
      .map(({ what }) => what)
      .join('\n'),
  };
}

test('no value beside a signature is demanded where no words refuse another one', async () => {
  const grant = 'grantType | string | ya | `client_credentials`';
  for (const [header, id] of [
    ['X-APP-ID | string | yes | Given by the bank in the portal', 'x-app-id-known'],
    ['X-Api-Key | string | yes | Diberikan bank melalui portal', 'x-api-key-known'],
  ]) {
    const bare = await drafted([...snap, header ?? ''], [grant]);
    expect(bare.ids).not.toContain(id);
    expect(bare.asked).toMatch(/whether another X-A\w+-\w+ .* than the one issued is refused/);
    const said = await drafted(
      [...snap, header ?? ''],
      [grant],
      ['401 | Wrong credentials', '400 | A field is missing'],
    );
    expect(said.ids).toContain(id);
  }
});

test('nor is one beside a signature that is not read', async () => {
  const body = [
    'user | string | ya | User ID H2H',
    'kode_mitra | string | ya | Kode mitra',
    'pin | string | ya | Hanya bila mitra mengaktifkan PIN loket',
    'tanda | string | ya | Tanda tangan',
  ];
  const formula = '## Tanda tangan\n\n    tanda = sha256( user + pin + kunci )\n\n';
  const bare = await drafted([], body, [], formula);
  expect(bare.ids).toEqual([]);
  expect(bare.asked).toContain('says of no refusal that was read that it is for it');
  const said = await drafted([], body, ['401 | User atau PIN salah'], formula);
  expect(said.ids).toEqual(expect.arrayContaining(['x-pin-known', 'x-user-known']));
});
