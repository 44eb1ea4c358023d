/** A media type that is not taken, with where and why beside it, and the status that it is refused with. */
import { expect, test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';
import { drafted } from '../../support/refusals-drafted.ts';

const page = (sentence: string): string =>
  `${endpoint}## Header\n\n${table('Nama | Wajib | Nilai', 'Content-Type | Ya | `application/x-www-form-urlencoded`')}${sentence}\n\n## Parameter body\n\n${table('Nama | Tipe | Wajib', 'client_id | string | Ya', 'client_secret | string | Ya')}`;

test('is refused with that status', async () => {
  for (const sentence of [
    'Body berformat JSON tidak didukung di endpoint ini dan ditolak dengan HTTP 415, meskipun isinya lengkap.',
    'JSON tidak diterima pada operasi ini dan akan ditolak dengan 415.',
    'A JSON body is not accepted at this endpoint and is refused with HTTP 415, even though it is complete.',
    'JSON is not supported and is answered with 415.',
  ])
    await expectReadings([
      {
        what: sentence,
        page: page(sentence),
        facts: { '415 status': true, 'media-type': 'application/x-www-form-urlencoded' },
      },
    ]);
});

test('is not where another operation, a time or another answer is meant', async () => {
  for (const sentence of [
    'JSON is not accepted by the transfer operation and is refused with HTTP 415.',
    'JSON is not accepted and is refused with HTTP 415 from version 3 on.',
    'JSON is not accepted here and is not refused with HTTP 415.',
  ])
    await expectReadings([{ what: sentence, page: page(sentence), none: ['415 status'] }]);
});

test('says nothing of another type, where it names one alone', async () => {
  const ways = async (sentence: string): Promise<unknown> =>
    [Object(Object((await drafted(page(sentence))).refusals)['media-type'])['documented']]
      .flat()
      .flatMap((one) => Object(one)['ways'] ?? []);
  expect(await ways('JSON is not supported here and is refused with HTTP 415.')).toEqual(['absent', 'text']);
  // Words about the body alone are tried with none that has no Content-Type.
  expect(await ways('Body JSON tidak didukung dan ditolak dengan HTTP 415.')).toEqual(['text']);
  expect(await ways('Any other type than a form is refused with HTTP 415.')).toEqual([]);
});
