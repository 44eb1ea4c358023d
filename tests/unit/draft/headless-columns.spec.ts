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

test('an everyday word is an environment where it is all of the label of an address', async () => {
  const page = (label: string) =>
    `# Token\n\nBase addresses:\n\n* ${label}: \`https://one.a.test\`\n* Live: \`https://a.test\`\n\n## Get a token\n\n\`POST /token\`\n`;
  for (const label of ['Try', 'Trial', 'Playground', 'Coba'])
    expect((await readDraft(page(label))).facts, label).toHaveProperty(['server https://one.a.test']);
  for (const label of ['Docs', 'Try our docs', 'Status'])
    expect((await readDraft(page(label))).facts, label).not.toHaveProperty(['server https://one.a.test']);
});
