/** What stands in a note below a table is said of the field whose words bear its mark. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const page = (mark: string, note: string): string =>
  `${endpoint}## Request body\n\n${table('Field | Type | Required | Description', 'user | string | yes | Your id', `password | string | yes | Your password ${mark}`)}${note}\n\n## Response 200\n\n${table('Field | Type | Required', 'access_token | string | yes')}`;

test('how a secret is made may stand in a note', async () => {
  const of = (mark: string, note: string) => ({
    what: `${mark} ${note}`,
    page: page(mark, note),
    asked: ['how password is made: the page says', 'SHA-256'],
  });
  await expectReadings([
    of('¹)', '¹) Kata sandi dikirim dalam bentuk SHA-256 (heksadesimal, 64 karakter), bukan teks asli.'),
    of('<sup>1)</sup>', '<sup>1)</sup> Sent as SHA-256, hexadecimal.'),
    of('[1]', '[1] Lower-case hex of its SHA-256.'),
    of('†', '† Dikirim sebagai hash SHA-256.'),
    of('¹', '¹ The SHA-256 of it is sent.'),
  ]);
});

test('its letter case is open where the note has it in hexadecimal', async () => {
  await expectReadings([
    {
      what: 'hex',
      page: page('¹)', '¹) SHA-256 of the password, 64 hexadecimal characters.'),
      asked: ['and password (Request body, password) are read in any letter case'],
    },
  ]);
});

test('a note of another mark, or one of two, is none of it', async () => {
  for (const [mark, note] of [
    ['¹)', '²) Sent as SHA-256.'],
    ['', '1) Sent as SHA-256.'],
    ['¹)', '1) Make the SHA-256 of a file.\n\n1) Send it.'],
  ] as const) {
    const { request } = await factsOf({ text: page(mark, note), format: 'markdown', base: 'page' });
    expect.soft(JSON.stringify(request), note).not.toContain('SHA-256');
  }
});
