/** Sentences outside a table that give a field another length, value or presence than the table does, some with a date. */
import { expect, test } from '@playwright/test';
import { endpoint, expectReadings, readDraft, table } from '../../support/draft.ts';

const page = (note: string): string =>
  `${endpoint}## Body\n\n${table(
    'Field | Tipe | Wajib | Panjang maks | Keterangan',
    'username | String | Ya | 30 | Nama',
    'channel | String | Tidak | 3 | Kanal',
  )}## Response 200\n\n${table('Field | Tipe | Wajib', 'access_token | String | Ya', 'expiresIn | Number | Ya')}## Catatan\n\n> ${note}\n`;

test('a length that a sentence amends is no fact, and is asked', async () => {
  for (const note of [
    'ℹ️ Terhitung 1 Maret 2025 panjang maksimum `username` menjadi 50.',
    'As of 1 March 2025 the maximum length of `username` becomes 50.',
    'The limit of `username` has been raised to 50.',
    'Panjang username diperluas menjadi 70.',
    'Batas panjang `username` dinaikkan menjadi 50.',
    'Length of username: 50 (before: 30).',
    'The table is outdated for `username`: it takes 50.',
    '`username` is 50 now.',
  ]) {
    const { facts, asked } = await readDraft(page(note));
    expect.soft(facts, note).not.toHaveProperty(['request /username maxLength']);
    expect.soft(facts, note).toMatchObject({ 'request /username required': true, 'request /channel maxLength': 3 });
    expect.soft(asked.replaceAll('`', ''), note).toContain(note.replaceAll('`', ''));
  }
});

test('another value, type or presence that a sentence gives is asked', async () => {
  for (const note of [
    'Nilai `channel` kini `H2H`.',
    '`expiresIn` now comes as text.',
    'Terhitung 1 Maret 2025 `channel` wajib.',
    'With effect from 1 March 2025, `channel` is compulsory.',
    '`expiresIn` berubah dari detik menjadi menit.',
    '`channel` was replaced by `source`.',
  ]) {
    const { asked } = await readDraft(page(note));
    expect.soft(asked.replaceAll('`', ''), note).toContain(note.replaceAll('`', ''));
  }
});

test('a sentence that gives the length of the table, or none, amends nothing', async () => {
  await expectReadings(
    [
      'Panjang maksimum `username` adalah 30.',
      'As of 1 March 2025 the maximum length of `username` is 30.',
      'The length of `username` is checked since version 4.2 of 2024.',
    ].map((note) => ({
      what: note,
      page: page(note),
      facts: { 'request /username maxLength': 30 },
      silent: ['the types, lengths and values of username'],
    })),
  );
  const { asked } = await readDraft(page('Panjang maksimum `username` adalah 30.'));
  expect(asked).not.toContain('adalah 30');
});

test('a length that a sentence amends behind its word may be of a header, whose name has strokes', async () => {
  for (const note of [
    'Sejak Rev. 3, panjang maksimum X-CLIENT-KEY adalah 50 karakter (tabel akan diperbarui pada revisi berikutnya).',
    'The limit for X-CLIENT-KEY is 50 now.',
    'Length of X-CLIENT-KEY: 50 (before: 36).',
  ]) {
    const { facts, asked } = await readDraft(
      `${endpoint}## Header\n\n${table('Field | Tipe | Wajib | Panjang maks', 'X-CLIENT-KEY | String | Ya | 36')}## Catatan\n\n${note}\n`,
    );
    expect.soft(facts, note).toMatchObject({ 'request header X-CLIENT-KEY required': true });
    expect.soft(facts, note).not.toHaveProperty(['request header X-CLIENT-KEY maxLength']);
    expect.soft(asked, note).toContain('50');
  }
});
