/** Tables in the cells of a table of fields: their rows are members of the field of that row. */
import { expect, test } from '@playwright/test';
import { readDraft } from '../../support/draft.ts';

const row = (...cells: string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const head = (...cells: string[]): string => `<tr>${cells.map((cell) => `<th>${cell}</th>`).join('')}</tr>`;
const table = (...rows: string[]): string => `<table>${rows.join('')}</table>`;

const page = (rows: string, heads = head('Field', 'Type', 'Required', 'Description')): string =>
  `<h1>Token</h1><p>POST https://a.test/token</p><h2>Response 200</h2>${table(heads, row('token', 'string', 'yes', 'The token'), rows)}`;

const members = [row('code', 'string', 'For machines'), row('text', 'string', 'For people')];
const headed = table(head('Field', 'Type', 'Content'), ...members);

test('members in a table within a cell lie below the field of its row', async () => {
  const list = { '200 /warnings/*/code type': 'string', '200 /warnings/*/text type': 'string' };
  const object = { '200 /meta/code type': 'string', '200 /meta/text type': 'string' };
  const cases: [string, string, Record<string, unknown>][] = [
    ['array of objects', page(row('warnings', 'array of object', 'no', headed)), list],
    ['object, behind words', page(row('meta', 'object', 'no', `<p>About it.</p><div>${headed}</div>`)), object],
    ['without heads', page(row('meta', 'object', 'no', table(...members))), object],
    [
      'a row of its own',
      page(`${row('meta', 'object', 'no', 'About it')}<tr><td colspan="4">${headed}</td></tr>`),
      object,
    ],
    [
      'in Indonesian',
      page(
        row('meta', 'object', 'Tidak', table(head('Nama', 'Tipe', 'Keterangan'), ...members)),
        head('Nama', 'Tipe', 'Wajib', 'Keterangan'),
      ),
      object,
    ],
    [
      'two levels',
      page(row('meta', 'object', 'no', table(head('Field', 'Type', 'Content'), row('inner', 'object', headed)))),
      { '200 /meta/inner/code type': 'string' },
    ],
  ];
  for (const [what, text, facts] of cases) {
    const read = await readDraft(text, 'html');
    expect.soft(read.facts, what).toMatchObject({ '200 /token required': true, ...facts });
    expect.soft(read.facts, what).not.toHaveProperty(['200 /code type']);
  }
});

test('a table in a cell whose heads do not tell is asked, and one of values is none of members', async () => {
  const values = table(head('Value', 'Meaning'), row('card', 'A card'), row('cash', 'Cash'));
  const read = await readDraft(page(row('kind', 'string', 'no', `One of ${values}`)), 'html');
  expect(read.facts).toMatchObject({ '200 /token required': true, '200 /kind type': 'string' });
  expect(Object.keys(read.facts).filter((fact) => /card|cash/.test(fact))).toEqual([]);
  expect(read.asked).toContain('"kind"');
});
