/** Servers that a page names for its environments, in cells and sentences. */
import { expect, test } from '@playwright/test';
import { readDraft } from '../../support/draft.ts';

test('a cell with a server for each environment gives each', async () => {
  const { facts } = await readDraft(
    '<h1>Token</h1><table><tr><td>Method</td><td>POST</td></tr><tr><td>Path</td><td>/token</td></tr><tr><td>Host</td><td>Dev: <a href="https://dev.a.test">https://dev.a.test</a><br>Prod: <a href="https://a.test">https://a.test</a></td></tr></table>',
    'html',
  );
  expect(facts).toMatchObject({ 'server https://dev.a.test': true, 'server https://a.test': true });
});

test('the server of another environment behind a sentence about all addresses is one, and any other sentence gives none', async () => {
  const servers = async (words: string) =>
    Object.keys(
      (await readDraft(`# Token\n\nAll endpoints are below \`https://api.a.test\`. ${words}\n\nPOST /token\n`)).facts,
    ).filter((key) => key.startsWith('server '));
  expect(await servers('The sandbox is `https://box.a.test`.')).toHaveLength(2);
  expect(await servers('The sandbox of cards is `https://box.a.test`.')).toHaveLength(1);
});
