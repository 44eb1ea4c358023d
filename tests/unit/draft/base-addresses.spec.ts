/** Base addresses in sentences, with the environment of each beside it. */
import { expect, test } from '@playwright/test';
import { readDraft } from '../../support/draft.ts';

const read = (sentence: string) =>
  readDraft(`# Layanan\n\n${sentence}\n\n## Get a token\n\n\`POST /token\`\n\n## Get a balance\n\n\`GET /balance\`\n`);

test('a sentence gives the base addresses of all operations', async () => {
  for (const sentence of [
    'Semua layanan memakai alamat dasar `https://api.a.test` (produksi) atau `https://uji.a.test` (staging).',
    'The base addresses are https://uji.a.test (sandbox) and https://api.a.test (production).',
  ]) {
    const { facts } = await read(sentence);
    expect(facts, sentence).toHaveProperty(['server https://api.a.test']);
    expect(facts, sentence).toHaveProperty(['server https://uji.a.test']);
  }
});

test('an address of something else is none', async () => {
  for (const sentence of [
    'Layanan lain memakai alamat dasar `https://api.a.test`.',
    'Alamat dasar yang lama: `https://api.a.test`.',
    'The old base address was https://api.a.test.',
    'Bantuan ada di `https://api.a.test`.',
  ])
    expect((await read(sentence)).facts, sentence).not.toHaveProperty(['server https://api.a.test']);
});
