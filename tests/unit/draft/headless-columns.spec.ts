/** Columns without a head: their cells may say what they hold. */
import { expect, test } from '@playwright/test';
import { endpoint, readDraft, table } from '../../support/draft.ts';

const read = (head: string, ...rows: string[]) => readDraft(`${endpoint}## Request body\n\n${table(head, ...rows)}`);

test('a column without a head is of duties, or of types, where each of its cells is one', async () => {
  const duties = await read('Field | | Description', 'shop | required | The shop', 'till | optional | The till');
  expect(duties.facts).toHaveProperty('request /shop required', true);
  expect(duties.asked).not.toContain('mandatory');
  const both = await read(
    'Nama | | | Keterangan',
    'toko | string | wajib | Kode toko',
    'kasir | string | opsional | Kode kasir',
  );
  expect(both.facts).toMatchObject({ 'request /toko required': true, 'request /toko type': 'string' });
});

test('a column without a head whose cells may answer another question stays one', async () => {
  for (const cells of [
    ['yes', 'no'],
    ['required', 'since v2'],
    ['required', 'deprecated'],
  ]) {
    const { facts, asked } = await read(
      'Field | | Description',
      `shop | ${cells[0]} | The shop`,
      `till | ${cells[1]} | The till`,
    );
    expect(facts, cells.join()).not.toHaveProperty(['request /shop required']);
    expect(asked, cells.join()).toContain('mandatory');
  }
});

const spanned = (head: string, ...rows: string[][]): string =>
  `<h1>Token</h1><p>POST https://a.test/token</p><h2>Response 200</h2><table><tr>${head}</tr>${rows
    .map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`)
    .join('')}</table>`;

test('a head that reaches over two columns and names both is that of each', async () => {
  const rows = [
    ['access_token', 'string', 'Yes', 'The token'],
    ['ttl', 'number', 'No', 'Its life in milliseconds'],
  ];
  const turned = rows.map(([name = '', type = '', duty = '', words = '']) => [name, duty, type, words]);
  for (const [title, cells] of [
    ['Type / Required', rows],
    ['Type, Mandatory', rows],
    ['Tipe dan Wajib', rows],
    ['Required / Type', turned],
    ['Type / Required', turned],
    ['Tipe &amp; Mandatory', rows],
    ['Tipe<br>Wajib', rows],
  ] as const) {
    const head = `<th>Field</th><th colspan="2">${title}</th><th>Remarks</th>`;
    const { facts, asked } = await readDraft(spanned(head, ...cells), 'html');
    expect.soft(facts, title).toMatchObject({
      '200 /access_token type': 'string',
      '200 /access_token required': true,
      '200 /ttl type': 'number',
    });
    expect.soft(facts, title).not.toHaveProperty(['200 /ttl required']);
    expect.soft(asked, title).not.toContain('access_token is mandatory');
  }
});

test('a head that reaches over columns with other cells than it names is no head of each', async () => {
  const head = '<th>Field</th><th colspan="2">Type / Required</th><th>Remarks</th>';
  const page = spanned(head, ['access_token', 'string', 'since v2', 'The token'], ['ttl', 'number', 'Yes', 'Its life']);
  expect((await readDraft(page, 'html')).facts).not.toHaveProperty(['200 /access_token required']);
});

test('an everyday word is an environment where it is all of the label of an address', async () => {
  const page = (label: string) =>
    `# Token\n\nBase addresses:\n\n* ${label}: \`https://one.a.test\`\n* Live: \`https://a.test\`\n\n## Get a token\n\n\`POST /token\`\n`;
  for (const label of ['Try', 'Trial', 'Playground', 'Coba'])
    expect((await readDraft(page(label))).facts, label).toHaveProperty(['server https://one.a.test']);
  for (const label of ['Docs', 'Try our docs', 'Status'])
    expect((await readDraft(page(label))).facts, label).not.toHaveProperty(['server https://one.a.test']);
});
