/** What need not be there, and is mandatory under a condition, is sent where the good request meets that, and else is not. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { draftOf } from '../../../src/draft/write/files/draft.ts';
import { endpoint, table } from '../../support/draft.ts';

const drafted = async (required: string, words: string): Promise<{ body: object; asked: string }> => {
  const head = 'Field | Type | Required | Description';
  const text = `${endpoint}## Request body\n\n${table(
    head,
    'client_id | string | yes | Id',
    'client_secret | string | yes | Secret',
    'kind | string | yes | One of `PPOB`, `QRIS`, `ALL`',
    `outlet | string | ${required} | ${words}`,
  )}## Response 200\n\n${table(head, 'access_token | string | yes | The token')}`;
  const facts = await factsOf({ text, format: 'markdown', base: 'page' });
  const draft = draftOf(facts, { provider: 'shop', url: 'https://x.test', read: '2026-01-02' });
  const contract = Object(draft['contracts/shop/contract.yaml']);
  return { body: contract.control.body, asked: JSON.stringify(contract['x-todo']) };
};

test('a condition that the good request does not meet leaves a member out, and the question says so', async () => {
  for (const [required, words] of [
    ['no', 'Kode outlet; wajib jika kind = QRIS'],
    ['no', 'Needed only if the client serves several outlets.'],
    ['no', 'Required if `kind` is `QRIS` or `ALL`'],
    ['no', 'Wajib bila mitra memiliki lebih dari satu outlet'],
    ['C', 'Wajib untuk kind QRIS'],
    ['C', 'Mandatory when `kind` equals "QRIS"'],
  ] as const) {
    const { body, asked } = await drafted(required, words);
    expect.soft(Object.keys(body), words).not.toContain('outlet');
    expect.soft(asked, words).toContain('the good request is without outlet');
  }
});

test('one that it meets, or that no value tells of what may be mandatory, leaves it there', async () => {
  for (const [required, words] of [
    ['no', 'Kode outlet; wajib jika kind = PPOB'],
    ['C', 'Required if `kind` is `PPOB` or `ALL`'],
    ['C', 'Mandatory when the client has outlets'],
    ['yes', 'Kode outlet'],
  ] as const) {
    const { body, asked } = await drafted(required, words);
    expect.soft(Object.keys(body), words).toContain('outlet');
    expect.soft(asked, words).not.toContain('the good request is without');
  }
});
