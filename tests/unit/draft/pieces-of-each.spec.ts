/** Words beside a description that are of no request alone, and words near them that may be. */
import { expect, test } from '@playwright/test';
import { endpoint, readDraft, table } from '../../support/draft.ts';

const read = (words: string) =>
  readDraft(
    `${endpoint}## Request body\n\n${table('Field | Type | Required | Description', `mark | string | yes | The mark of a call, ${words}`)}`,
  );

for (const words of [
  'played back in the response',
  'echoed unchanged in the answer',
  'verified via hash',
  'diverifikasi melalui hash',
  'valid for all APIs',
  'berlaku untuk semua layanan',
  'for people',
  '`exp` at most 300 seconds ahead',
  'go to `https://console.a.test`',
])
  test(`what is mandatory stays so beside "${words}"`, async () => {
    const { facts, asked } = await read(words);
    expect(facts).toMatchObject({ 'request /mark required': true });
    expect(asked).not.toContain('whether mark is mandatory');
  });

for (const words of [
  'played back for resellers',
  'verified by hand',
  'valid for all resellers',
  'for people abroad',
  'go live first',
])
  test(`what is mandatory is a question beside "${words}"`, async () => {
    expect((await read(words)).asked).toContain('whether mark is mandatory');
  });
