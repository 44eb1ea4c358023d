import { expect, test } from '@playwright/test';
import { endpoint, readDraft, table } from '../../support/draft.ts';

const page = (notes: string): string =>
  `${endpoint}## Request\n\n${table('Field | Type | Mandatory | Description', `code | String | M | ${notes}`)}`;

const instructions = [
  'Quote it when you contact support',
  'Id of the call. Please quote it when you contact our help desk',
  'Id of the call; keep it for the reconciliation',
  'Send it for each call',
  'Secret of the client. Escape reserved characters, e.g. `+` as `%2B`',
  'For people; may change',
  'Text about the call. Its wording may change at any time',
  'Compare it with the value of your ledger',
  'Id panggilan. Sebutkan ini saat Anda menghubungi dukungan',
];

const open = [
  'Send it when you contact support',
  'Only when you contact support',
  'Quote it only when the merchant is blocked',
  'Quote it when the call is a refund',
  'Id of the call. Quote it in refund requests',
  'Leave it out when you have none',
  'Store it where present',
  'Quote it unless `partner` was given',
  'If you are a reseller, quote it when you contact support',
  'Id of the call. Needed when you contact support',
  'Omit it when you call from a browser',
  'Id of the call. Reserved for banks',
  // What a verb that is not understood does may be to send it.
  'Forward it for card accounts',
  'Provide it for recurring payments',
  'Id of the call. Mention it for refunds',
  'Deliver it for corporate partners',
  'Id panggilan. Teruskan ini untuk mitra korporat',
];

test('an instruction to the reader says nothing of whether a field is mandatory', async () => {
  for (const notes of instructions) {
    const { facts, asked } = await readDraft(page(notes));
    expect.soft(facts['request /code required'], notes).toBe(true);
    expect.soft(asked, notes).not.toContain('whether code is mandatory');
  }
});

test('an instruction about sending, and a condition of the field, are asked', async () => {
  for (const notes of open) {
    const { facts, asked } = await readDraft(page(notes));
    expect.soft(facts['request /code required'], notes).not.toBe(true);
    expect.soft(asked, notes).toContain('whether code is mandatory');
  }
});
