/** Lengths that a column and the words beside it give. */
import { expect, test } from '@playwright/test';
import { endpoint, readDraft, table } from '../../support/draft.ts';

test('digits of a column of lengths, and an exact length behind the word for it, are all there are', async () => {
  const read = (type: string, length: string, words: string, head = 'Panjang') =>
    readDraft(
      `${endpoint}## Request body\n\n${table(`Nama | Tipe | Wajib | ${head} | Keterangan`, `urut | ${type} | ya | ${length} | ${words}`)}`,
    );
  expect((await read('string', '6 digit', 'Nomor urut')).facts).toMatchObject({
    'request /urut pattern': '^[0-9]{6}$',
    'request /urut minLength': 6,
    'request /urut maxLength': 6,
  });
  expect((await read('string', '36', 'Kunci, panjang tepat 36 karakter')).facts).toMatchObject({
    'request /urut minLength': 36,
    'request /urut maxLength': 36,
  });
  for (const [length, words, head] of [
    ['maks. 6 digit', 'Nomor urut', 'Panjang'],
    ['6 digit', 'Nomor urut', 'Panjang maksimal'],
    ['36', 'Kunci, panjang 36 karakter atau kurang', 'Panjang'],
    ['36', 'Kunci, panjang tepat 30 karakter', 'Panjang'],
  ] as const)
    expect((await read('string', length, words, head)).facts, words).not.toHaveProperty(['request /urut minLength']);
});

test('a bare length in a column that calls others the most is a question, and stays the most', async () => {
  const read = (...lengths: string[]) =>
    readDraft(
      `${endpoint}## Request body\n\n${table(
        'Name | Type | Mandatory | Length | Description',
        ...lengths.map((length, index) => `part${index} | string | yes | ${length} | A part`),
      )}`,
    );
  for (const [bare, most] of [
    ['25', 'Max 36'],
    ['12 characters', '32 to 64 characters'],
    ['7', '..150'],
    ['7', 'paling banyak 150'],
    ['7', '≤ 150'],
  ] as const) {
    const { facts, asked } = await read(bare, most);
    expect(asked, most).toContain(`whether the lengths of part0 (${bare}) are the only ones`);
    expect(facts, most).toMatchObject({ 'request /part0 maxLength': Number.parseInt(bare, 10) });
    expect(facts, most).not.toHaveProperty(['request /part0 minLength']);
  }
  for (const lengths of [
    ['25', '36'],
    ['max 25', 'max 36'],
    ['exactly 25', 'max 36'],
  ])
    expect((await read(...lengths)).asked, lengths.join()).not.toContain('only ones');
});
