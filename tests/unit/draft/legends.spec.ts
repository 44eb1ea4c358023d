/** Columns that are written in codes which the page explains. */
import { expect, test } from '@playwright/test';
import { endpoint, readDraft, table } from '../../support/draft.ts';

const page = (legend: string, ...rows: string[]): string =>
  `# Get token\n\n\`POST https://a.test/token\`\n\n${legend}\n\n## Request body\n\n| Item | Kode | Bentuk | Ket. |\n|---|---|---|---|\n${rows.join('\n')}\n`;

const rows = ['| user | W | teks | |', '| note | P | teks | |'];

for (const [form, legend] of Object.entries({
  line: 'W = wajib, P = pilihan',
  list: '- **W**: wajib diisi\n- **P**: opsional',
  table: '| Code | Meaning |\n|---|---|\n| W | Mandatory. The call is rejected without it |\n| P | Optional |',
  sentence: '`W` means required and `P` optional.',
}))
  test(`codes that a ${form} explains say what is mandatory`, async () => {
    const { facts, asked } = await readDraft(page(legend, ...rows));
    expect(facts).toMatchObject({ 'request /user required': true, 'request /user type': 'string' });
    expect(facts).not.toHaveProperty('request /note required');
    expect(asked.replace(/^whether user .* letter case.*$/m, '')).not.toMatch(/user|note|Kode|Meaning/);
  });

test('a code is what the page says it is, whatever others use it for', async () => {
  const { facts } = await readDraft(
    page('O = obligatory; N = optional', '| user | O | teks | |', '| note | N | teks | |'),
  );
  expect(facts).toHaveProperty('request /user required', true);
  expect(facts).not.toHaveProperty('request /note required');
});

test('below a head that is known, a cell without an explained code is read as it is', async () => {
  const given = page('O = obligatory; N = optional', '| user | O | teks | |', '| note | C | teks | |');
  const { facts, asked } = await readDraft(given.replace('Kode', 'Mandatory'));
  expect(facts).toHaveProperty('request /user required', true);
  expect(asked).toMatch(/note/);
});

for (const [why, legend] of Object.entries({
  'of another matter': 'W = Warung, P = Pasar',
  'that lacks one': 'W = wajib, K = kondisional',
  'for some alone': 'W = wajib untuk mitra baru, P = pilihan',
  'that another contradicts': 'W = wajib, P = pilihan\n\n- W = opsional\n- P = wajib',
}))
  test(`a legend ${why} explains nothing, and is asked about`, async () => {
    const { facts, asked } = await readDraft(page(legend, ...rows));
    expect(facts).not.toHaveProperty('request /user required');
    expect(asked).toMatch(/user/);
  });

test('codes of types hold their numbers, and one that is not explained is asked about', async () => {
  const legend =
    'Types: `an..n` means a JSON string of up to n characters, `an n` a JSON string of exactly n characters, `i` a JSON number without fraction and `z` something else.';
  const table = (...own: string[]): string =>
    `# Get token\n\n\`POST https://a.test/token\`\n\n${legend}\n\n## Request body\n\n| Field | Required | Rep. |\n|---|---|---|\n${own.join('\n')}\n`;
  const { facts } = await readDraft(table('| a | yes | an..36 |', '| b | yes | an 8 |', '| c | yes | i |'));
  expect(facts).toMatchObject({
    'request /a maxLength': 36,
    'request /b minLength': 8,
    'request /b maxLength': 8,
    'request /c type': 'integer',
  });
  expect(facts).not.toHaveProperty('request /a minLength');
  const left = await readDraft(table('| a | yes | an..36 |', '| b | yes | z |'));
  expect(left.facts).not.toHaveProperty('request /b type');
  expect(left.asked).toMatch(/Rep\./);
});

test('a legend that says that a number alone is exact makes the lengths of types exact', async () => {
  const read = async (legend: string) =>
    (
      await readDraft(
        `${endpoint}${legend}\n\n## Request body\n\n${table('Name | Type | Required | Description', 'branch | String(4) | yes | The branch', 'label | String(..9) | yes | A label')}`,
      )
    ).facts;
  for (const legend of [
    'Lengths: `(6)` means exactly 6, `(..36)` at most 36.',
    '(n) = fixed length, (..n) = maximum length.',
    '`(6)` berarti panjang tetap, `(..36)` berarti panjang maksimal.',
    'An(6) is always exactly 6 characters.',
    '- (6): fixed\n- (..36): at most',
  ])
    expect.soft(await read(legend), legend).toMatchObject({
      'request /branch minLength': 4,
      'request /branch maxLength': 4,
      'request /label maxLength': 9,
    });
  for (const legend of ['`(6)` means at most 6.', '(6) is not exactly 6.', 'The code has exactly 6 letters.'])
    expect.soft(await read(legend), legend).not.toHaveProperty(['request /branch minLength']);
});

test('a code that is a word stands for a type, with its number in it, and for nothing else', async () => {
  const given = (legend: string) =>
    readDraft(
      `# Get token\n\n\`POST https://a.test/token\`\n\n${legend}\n\n## Request body\n\n${table('Element | Mult. | Class', 'shop | 1..1 | Max20Code', 'till | 0..1 | Count')}`,
    );
  const legend =
    'Class `MaxNCode` is a string of 1 to N characters, `Count` an integer. Mult. `1..1` means mandatory, `0..1` optional.';
  const { facts } = await given(legend);
  expect(facts).toMatchObject({
    ...{ 'request /shop type': 'string', 'request /shop minLength': 1, 'request /shop maxLength': 20 },
    ...{ 'request /till type': 'integer', 'request /shop required': true },
  });
  expect(facts).not.toHaveProperty(['request /till required']);
  for (const other of [legend.replace('an integer', 'how many there are'), legend.replace('of 1 to N', 'of some')]) {
    const read = await given(other);
    expect(read.facts, other).not.toHaveProperty(['request /shop maxLength']);
    expect(read.asked, other).toContain('Class');
  }
});
