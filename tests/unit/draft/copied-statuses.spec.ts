/** Statuses that a copied page lists below each other, and the buttons that were copied with it. */
import { expect, test } from '@playwright/test';
import { readDraft } from '../../support/draft.ts';

const page = (caption: string, lines: string, button = 'Try it'): string =>
  `Get a token\nPOST https://a.test/token\n${button}\n\nBODY PARAMS\nshop  string  required\nThe shop.\n\n${caption}\n${lines}\n`;

test('lines that begin with statuses below a caption of answers are those answers', async () => {
  for (const caption of ['RESPONSES', 'Responses', 'Respons']) {
    const { facts } = await readDraft(page(caption, '200 Token issued\n403 Shop not accepted'));
    expect.soft(facts, caption).toMatchObject({ '200 status': true, '403 status': true });
  }
  for (const lines of [
    '200 rows at most\n403 more',
    '200 Token issued\n403 Only for resellers',
    'Up to 200 a day\n403 Locked',
  ])
    expect.soft((await readDraft(page('Responses', lines))).facts, lines).not.toHaveProperty(['403 status']);
});

test('a button is no caption, and any other words of a few are one', async () => {
  const read = async (button: string) => (await readDraft(page('Responses', '200 OK', button))).asked;
  for (const button of ['Try it', 'Try it out', 'Copy code', 'Coba sekarang'])
    expect.soft(await read(button), button).not.toContain('what stands below');
  expect(await read('For resellers')).toContain('what stands below "For resellers"');
});

test('the tabs of a sample in several languages begin no part of the page', async () => {
  const top = 'Get access token\nPOST\nhttps://a.test/token\n\nSample request\n';
  const code = '1\n2\ncurl -X POST https://a.test/token \\\n     -d \'{"user":"u1"}\'\n\n';
  const answer =
    'Response\n\n200 OK\n\nName\tType\tRequired\tDescription\nticket\tstring\tYes\tThe ticket\n\nSend a bill\nPOST\nhttps://a.test/bills\n';
  const { facts, asked } = await readDraft(`${top}Shell\nNode.js\nPython\n${code}${answer}`);
  expect(facts).toMatchObject({ '200 /ticket required': true, '200 /ticket type': 'string' });
  expect(asked).not.toContain('Python');
  // Another name is that of a part about something else.
  const other = await readDraft(`${top}Shell\nKiosks\n${code}${answer}`);
  expect(other.facts).not.toHaveProperty(['200 /ticket required']);
  expect(other.asked).toContain('under "Kiosks"');
});
