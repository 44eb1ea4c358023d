/** What the words about a refusal say of a code or an id of the client beside a key and a signature, of which they speak alone. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { accessOf } from '../../../src/draft/write/clauses/auth.ts';
import { open } from '../../support/described.ts';
import { endpoint, table } from '../../support/draft.ts';

async function read(headers: string[], field: string, refused: string) {
  const rows = headers.map((one) => `${one} | yes | Sent with each request`);
  const text = `${endpoint}## Headers\n\n${table('Header | Required | Description', ...rows)}## Request body\n\n${table('Field | Type | Required | Description', `${field} | string | yes | Of the partner`)}## Response 200\n\n${table('Field | Type | Required', 'access_token | string | yes')}## Errors\n\n${table('HTTP status | Meaning', `401 | ${refused}`)}`;
  const facts = await factsOf({ text, format: 'markdown', base: 'page' });
  const asked = open(facts);
  const [, doubted = ''] = /whether another (.*?) than the one issued/.exec(asked) ?? [];
  const { fields, known } = accessOf(facts);
  return { fields, known: known.headers, doubted, asked };
}

for (const [key, field, refused] of [
  ['X-Merchant-Key', 'kodeMitra', 'Kunci atau tanda tangan salah'],
  ['X-Merchant-Key', 'partnerCode', 'Wrong key or signature'],
  ['X-Partner-Key', 'partnerCode', 'Wrong partner key or signature'],
  ['X-Api-Key', 'clientId', 'The key or the signature is not valid'],
  ['X-Api-Key', 'clientId', 'Unauthorized: invalid API key or signature'],
  ['X-App-Key', 'partner_id', 'Unknown key; signature does not match'],
] as const)
  test(`${field} beside ${key} and a signature is asked: ${refused}`, async () => {
    const { fields, doubted } = await read([key, 'X-Signature'], field, refused);
    expect(fields).toEqual([]);
    expect(doubted).toContain(field);
  });

for (const [headers, field, refused] of [
  [['X-Api-Key', 'X-Signature'], 'clientId', 'Wrong credentials'],
  [['X-Api-Key', 'X-Signature'], 'clientId', 'Unauthorized'],
  [['X-Api-Key', 'X-Signature'], 'clientId', 'Unknown client, wrong key or signature'],
  [['X-Merchant-Key', 'X-Signature'], 'partnerCode', 'Wrong partner code, key or signature'],
  [['X-Partner-Key', 'X-Signature'], 'partnerCode', 'Wrong credentials'],
  [['X-Signature'], 'clientId', 'Wrong key or signature'],
  [['X-Client-Secret'], 'clientId', 'Wrong secret'],
] as const)
  test(`${field} beside ${headers.join(' and ')} is a credential: ${refused}`, async () => {
    expect((await read([...headers], field, refused)).fields).toContain(field);
  });

for (const [headers, id, refused] of [
  [['X-Client-Id', 'X-Signature'], 'X-Client-Id', 'Bad signature'],
  [['X-Client-Id', 'X-Timestamp', 'X-Signature'], 'X-Client-Id', 'The signature does not match'],
  [['X-Partner-Id', 'X-Signature'], 'X-Partner-Id', 'Tanda tangan salah'],
  [['X-Client-Key', 'Signature'], 'X-Client-Key', 'Signature tidak sesuai'],
  [['X-Signature'], 'clientId', 'Invalid signature'],
] as const)
  test(`${id} beside ${headers.join(' and ')} is asked where words name the signature alone: ${refused}`, async () => {
    const { fields, known, doubted, asked } = await read([...headers], id === 'clientId' ? id : 'note', refused);
    expect([...fields, ...known]).not.toContain(id);
    expect(doubted).toContain(id);
    expect(asked).toMatch(/which names the signature alone|refuses others by their names/);
    expect(asked).not.toMatch(/X-Client-Id missing[^;]*; [^;]*the draft (?:has )?400 for them/);
  });

test('an id beside a signature is a credential where the words name whoever signs as well', async () => {
  for (const refused of [
    'Unknown client or bad signature',
    'Klien tidak dikenal atau tanda tangan salah',
    'Unauthorized',
  ])
    expect((await read(['X-Client-Id', 'X-Signature'], 'note', refused)).known, refused).toContain('X-Client-Id');
});
