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
