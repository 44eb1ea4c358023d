/** Sentences that state a fact in few words, and that no reader takes: they are asked. */
import { expect, test } from '@playwright/test';
import { endpoint, expectReadings, readDraft } from '../../support/draft.ts';

const behind = (words: string): string => `${endpoint}${words}\n\n## Response 200\n\n\`{"token": "a"}\`\n`;

test('a length behind a name, that both are there, and what all values of a type are', async () => {
  await expectReadings(
    [
      'The second is `shop_key`, 48 characters, shown once in the dashboard.',
      'Yang kedua `kunci_toko`, 48 karakter, dapat dilihat satu kali saja di dashboard.',
      'Lalu `pin`: maksimal 6 digit, lihat portal.',
      'Keduanya harus ada.',
      'Both must be present.',
      'All strings are at most 64 characters unless a schema says otherwise.',
      'Times are Unix seconds unless the name ends in `_ms`.',
      'Semua waktu memakai UTC kecuali disebut lain.',
      '**Berapa lama token berlaku?** Satu jam.',
      'How long does a token live? One hour.',
      '**Apakah email peka huruf besar kecil?** Tidak, tetapi `pin` iya.',
    ].map((words) => ({ what: words, page: behind(`It takes two values.\n\n${words}`), asked: [words] })),
  );
});

test('the unit that a time has in one environment is asked', async () => {
  await expectReadings([
    ...[
      'UAT masih versi lama (detik), akan disamakan pada rilis Juli.',
      'PROD menit.',
      'Staging still answers in seconds.',
      'In the sandbox the value is in milliseconds.',
      'Di sandbox satuannya menit, di produksi detik.',
    ].map((words) => ({ what: words, page: behind(`It takes two values.\n\n${words}`), asked: [words] })),
    ...['The sandbox is down for 20 minutes each night.', 'Sandbox diperbarui setiap jam.'].map((words) => ({
      ...{ what: words, page: behind(`It takes two values.\n\n${words}`), silent: ['which were not read'] },
    })),
  ]);
});

test('what says nothing of a value is not asked', async () => {
  await expectReadings(
    [
      'Both must be active at your bank.',
      'Times are hard for shops.',
      '**Apakah ada biaya?** Tidak.',
      'How long does it take to open a shop? Two days.',
      'Copy `shop_key` from the dashboard.',
    ].map((words) => ({ what: words, page: behind(`It takes two values.\n\n${words}`), silent: [words.slice(0, 18)] })),
  );
});

test('the words about all of a description are asked', async () => {
  const granted = { 200: { description: 'Granted' } };
  const description = 'All strings are at most 64 characters unless a schema says otherwise.';
  const api = {
    ...{ openapi: '3.0.3', info: { title: 'A', version: '1', description } },
    paths: { '/token': { post: { summary: 'Get an access token', responses: granted } } },
  };
  expect((await readDraft(JSON.stringify(api), 'openapi')).asked).toContain(description);
});
