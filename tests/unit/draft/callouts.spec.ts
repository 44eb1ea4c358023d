/** Notes, tabs and foldable parts, as site builders write them: their text is read in its place. */
import { expect, test } from '@playwright/test';
import { blocksOf } from '../../../src/draft/page/text/page.ts';
import { endpoint, expectReadings, readDraft } from '../../support/draft.ts';

const fields = ['- `shop` (string, required): the shop', '- `pin` (string, required): at most 40 characters'];
const indented = (by: string, lines: string[]): string => lines.map((line) => (line ? by + line : '')).join('\n');
const quoted = fields.map((line) => `> ${line}`).join('\n');

const facts = {
  'request /shop required': true,
  'request /pin maxLength': 40,
  'request /last required': true,
};
const last = '\n\n- `last` (string, required): the last one\n';

test('fields in a note of any site builder are fields of the part that it stands in', async () => {
  const notes = {
    MkDocs: `!!! note\n${indented('    ', fields)}`,
    'MkDocs, folded': `??? tip\n\n${indented('    ', fields)}`,
    'MkDocs, by a tab': `!!! warning "Important"\n${indented('\t', fields)}`,
    'MkDocs, in another': `???+ info\n\n${indented('    ', ['!!! tip', '', ...fields.map((line) => `    ${line}`)])}`,
    Docusaurus: `:::note\n\n${fields.join('\n')}\n\n:::`,
    'Docusaurus, without empty lines': `:::tip[Important]\n${fields.join('\n')}\n:::`,
    VitePress: `::: warning\n${fields.join('\n')}\n:::`,
    GitHub: `> [!IMPORTANT]\n${quoted}`,
    Mintlify: `<Note>\n${fields.join('\n')}\n</Note>`,
    'Mintlify, indented': `<Accordion>\n  <Note>\n${indented('    ', fields)}\n  </Note>\n</Accordion>`,
  };
  await expectReadings(
    Object.entries(notes).map(([what, note]) => ({
      what,
      page: `${endpoint}## Request body\n\n${note}${last}`,
      facts,
      silent: ['not read'],
    })),
  );
});

test('tables and samples in a note or a tab are read as such', async () => {
  const rows = ['| Field | Required | Type |', '|---|---|---|', '| shop | Yes | string |'];
  const sample = ['```json', '{"shop": "north", "pin": "1"}', '```'];
  for (const page of [
    `!!! note\n\n${indented('    ', [...rows, '', ...sample])}\n`,
    `:::note\n${rows.join('\n')}\n\n${sample.join('\n')}\n:::\n`,
    `=== "Request"\n\n${indented('    ', [...rows, '', ...sample])}\n`,
    `<Tabs>\n  <TabItem value="a" label="Request">\n\n${indented('    ', [...rows, '', ...sample])}\n\n  </TabItem>\n</Tabs>\n`,
  ])
    expect
      .soft(
        blocksOf(page, 'markdown').flatMap(({ kind }) => (kind === 'heading' ? [] : [kind])),
        page,
      )
      .toEqual(['table', 'code']);
});

test('a sentence in a note is no other than one outside', async () => {
  const sentence = 'The access token expires after 900 seconds.';
  const plain = await readDraft(`${endpoint}${sentence}\n`);
  for (const note of [`!!! note\n    ${sentence}`, `:::note\n${sentence}\n:::`, `> [!NOTE]\n> ${sentence}`])
    expect
      .soft((await readDraft(`${endpoint}${note}\n`)).asked.replace(/ on line \d+/g, ''), note)
      .toBe(plain.asked.replace(/ on line \d+/g, ''));
});

test('the title of a note or a tab is that of its own text, and ends with it', () => {
  const titles = (page: string): string[] =>
    blocksOf(page, 'markdown').flatMap((block) =>
      block.kind === 'lines' ? [`${block.title}: ${block.lines.join(' ').trim()}`] : [],
    );
  const one = ['Request: one', 'Response: two', 'Token: three'];
  expect(titles('# Token\n\n=== "Request"\n\n    one\n\n=== "Response"\n\n    two\n\nthree\n')).toEqual(one);
  expect(titles('# Token\n\n:::note[Request]\none\n:::\n\n:::tip Response\ntwo\n:::\n\nthree\n')).toEqual(one);
  expect(
    titles(
      '# Token\n\n<Tabs>\n<Tab title="Request">\none\n</Tab>\n<Tab title="Response">\ntwo\n</Tab>\n</Tabs>\n\nthree\n',
    ),
  ).toEqual(one);
  expect(titles('# Token\n\n??? info "Refresh"\n\n    === "Request"\n\n        one\n\n    two\n\nthree\n')).toEqual([
    'Refresh: Request: one',
    'Refresh: two',
    'Token: three',
  ]);
});

test('each line stays where it is, and what is code or words alone stays as it is', () => {
  const lines = (page: string): unknown[] => blocksOf(page, 'markdown').flatMap((block) => [[block.kind, block.line]]);
  expect(lines('!!! note\n\n    one\n\n## Next\n')).toEqual([
    ['lines', 3],
    ['heading', 5],
  ]);
  const code = '```text\n!!! note\n    one\n:::note\n<Note>\n> [!NOTE]\n```\n';
  expect(blocksOf(code, 'markdown')).toMatchObject([{ kind: 'code', text: code.split('\n').slice(1, -2).join('\n') }]);
  expect(blocksOf('Really!!! note this.\n', 'markdown')).toMatchObject([{ lines: ['Really!!! note this.'] }]);
});

test('a note in an item of a list is read with the item', async () => {
  const { facts: read } = await readDraft(
    `${endpoint}## Request body\n\n- \`shop\` (string, required): the shop\n\n    !!! note\n        At most 40 characters.\n\n- \`pin\` (string): the pin\n\n    > [!NOTE]\n    > At most 6 characters.\n`,
  );
  expect(read).toMatchObject({ 'request /shop maxLength': 40, 'request /pin maxLength': 6 });
});
