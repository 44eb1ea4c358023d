/** Rows of fields that are not there yet, or any more: whether they are is a question, whatever else their words say. */
import { expect, test } from '@playwright/test';
import { endpoint, readDraft, table } from '../../support/draft.ts';

const read = (words: string) =>
  readDraft(
    `${endpoint}## Request body\n\n${table('Name | Type | Required | Description', `outlet_no | string | yes | ${words}`)}`,
  );

test('a row whose words speak of no field that is there is a question', async () => {
  for (const words of [
    'Coming with the next release, 6 digits',
    'Planned, max 10',
    'Shelved, max 10',
    'Parked',
    'Going away, 8 characters',
    'Soon to come',
    'Direncanakan, maks 10',
    'Ditunda',
    'Belum aktif (6 digit)',
    'Khusus mitra lama, 5 digit',
    'Berlaku mulai Januari, 8 digit',
    'Nanti, maks 10',
    'Work in progress; 6 digits',
    'From next year on, 6 digits',
    'Bekas versi lama, 6 digit',
    'Rolls out in spring, 6 digits',
  ]) {
    const { facts, asked } = await read(words);
    expect(facts, words).not.toHaveProperty('request /outlet_no required');
    expect(asked, words).toMatch(/whether outlet_no is mandatory/);
  }
});

test('a row with a word for what its field is stays as it is', async () => {
  for (const words of [
    'Outlet',
    'Nomor outlet, maks 10',
    'Number of the outlet, 6 digits',
    'Code, 6 digits',
    'Keterangan',
    'Given by us, max 10 characters',
    'Max 10 characters',
    'Your own, at most 24 characters',
    '`A1`, in capital letters',
    '00 = pusat',
  ]) {
    const { facts } = await read(words);
    expect(facts, words).toHaveProperty('request /outlet_no required', true);
  }
});
