/** Sentences about members that the sample above them shows: they are about the side of that sample. */
import { test } from '@playwright/test';
import { expectReadings } from '../../support/draft.ts';

const call = '# Toko API\n\n## Autentikasi\n\nKirim permintaan `POST` ke `https://a.test/masuk` dengan body JSON.\n\n';
const granted = '```json\n{ "done": true, "token": "a1", "shop": { "no": 4 } }\n```\n\n';
const refusal = '### Kalau gagal\n\nPIN salah dijawab `401`:\n\n```json\n{ "done": false, "why": "x" }\n```\n';
const asked = '```json\n{ "pin": "123456", "till": "a" }\n```\n\n';

const behind = (intro: string, sentence: string, sample = granted): string =>
  `${call}${intro}\n\n${sample}${sentence}\n\n${refusal}`;

test('a sentence behind a sample is about the side of the sample that shows its member', async () => {
  await expectReadings(
    [
      ['Kalau berhasil, kami menjawab `200` seperti ini:', '`done` selalu ada dan selalu boolean.'],
      ['Kalau berhasil, kami menjawab `200` seperti ini:', '`done` selalu ada. `shop` kadang kosong.'],
      ['We answer `200`:', '`done` is always present.'],
      ['We answer `200`:', 'Some words go between.\n\n`done` is always sent and is a boolean.'],
    ].map(([intro = '', sentence = '']) => ({
      what: sentence,
      page: behind(intro, sentence),
      facts: { '200 /done required': true },
      none: ['request /done required', 'request /done type'],
      silent: ['the value of done'],
    })),
  );
  await expectReadings([
    {
      what: 'a sample of the request',
      page: behind('Isi permintaan:', '`pin` wajib.', asked),
      facts: { 'request /pin required': true },
      none: ['200 /pin required'],
    },
    {
      what: 'a sample of each side',
      page: behind(
        'Isi permintaan:',
        '`pin` wajib. `done` selalu ada.',
        `${asked}Kami menjawab \`200\`:\n\n${granted}`,
      ),
      facts: { 'request /pin required': true, '200 /done required': true },
      none: ['200 /pin required', 'request /done required'],
    },
  ]);
});

test('a sentence behind a sample that does not show its member is of no side that is known, and is asked', async () => {
  await expectReadings(
    ['`kind` is always present.', '`kind` selalu ada.', '`kind` wajib dan berisi `a`.'].map((sentence) => ({
      what: sentence,
      page: behind('Kalau berhasil, kami menjawab `200` seperti ini:', sentence),
      none: ['request /kind required', '200 /kind required'],
      asked: ['is about the request or the response'],
    })),
  );
});
