/** What words about refusals name: of which credential they are, where a list says of one what is wrong with it, and where another may be called so. */
import { expect, test } from '@playwright/test';
import { table } from '../../support/draft.ts';
import { drafted } from '../../support/drafted-statuses.ts';

const head = 'Header | Required | Description';
const gate = table(head, 'Ferry-Boarding-Key | yes | Key of your quay');
const form = table('Field | Required', 'client_id | yes', 'client_secret | yes');
const usual = '401 | The client id or the client secret is wrong';

test('a list of what is wrong with one key names it once', async () => {
  for (const words of [
    'The boarding key is absent, was never issued, or is suspended',
    'The boarding key is missing, is not known or has been revoked',
  ]) {
    const { another, without, asked } = await drafted({ headers: gate, body: form }, [usual, `403 | ${words}`]);
    expect.soft(another('x-ferry-boarding-key-known'), words).toEqual([403]);
    expect.soft(without('Ferry-Boarding-Key'), words).toEqual([403]);
    expect.soft(asked, words).not.toContain('whether another Ferry-Boarding-Key');
  }
  // One that is there and may not do something is another matter, and so is what names no key.
  for (const words of ['The boarding key is suspended', 'The quay is closed, was never opened, or is full']) {
    const { another } = await drafted({ headers: gate, body: form }, [usual, `403 | ${words}`]);
    expect.soft(another('x-ferry-boarding-key-known'), words).not.toEqual([403]);
  }
});

test('a code that begins as the name of a key does names none', async () => {
  const { asked } = await drafted({ headers: table(head, 'X-QUAY-Key | yes | The key'), body: form }, [
    '400 | QUAY-1001 A mandatory body member is missing',
    '401 | QUAY-1101 X-QUAY-Key is unknown',
  ]);
  expect(asked).toMatch(/no status: [^;]*X-QUAY-Key missing/);
});

test('a key that belongs to another is one that is not known, in either language', async () => {
  const headers = table(
    'Nama | Wajib | Keterangan',
    'X-Kode-Kapal | Ya | Kode kapal',
    'X-Kunci-Kapal | Ya | Kunci rahasia kapal, dikirim apa adanya tanpa awalan',
  );
  const { another, without, asked } = await drafted({ headers }, [
    '400 | Salah satu header tidak dikirim atau kosong',
    '403 | Kunci kapal tidak dikenal, sudah dicabut, atau bukan milik kode kapal yang dikirim',
  ]);
  expect(another('x-kunci-kapal-known')).toEqual([403]);
  expect(without('X-Kunci-Kapal')).toEqual([400]);
  expect(asked).not.toContain('is mandatory');
  expect(asked).not.toContain('whether, and when');
  const some = headers.replace('tanpa awalan', 'untuk kapal baru');
  expect((await drafted({ headers: some }, ['400 | Header kosong'])).asked).toContain('is mandatory');
});

test('words for whoever is named in the path are of no key beside it', async () => {
  const headers = table(head, 'X-Harbour-Key | yes | Your key');
  const refusals = ['401 | The API key is missing or wrong', '404 | No such harbour'];
  const named = await drafted({ headers, path: '/harbours/{harbourId}/token' }, refusals);
  expect(named.another('x-harbour-key-known')).toEqual([401]);
  expect(named.asked).not.toContain('No such harbour", and the draft');
  expect(named.asked).not.toContain('how a client that nobody knows');
  const alone = await drafted({ headers }, refusals.slice(1));
  expect(alone.another('x-harbour-key-known')).toEqual([404]);
});
