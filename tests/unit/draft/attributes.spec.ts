/** Cells that say all of a value at once: each piece is a type, a word for mandatory, a length or a part of one, or it is asked. */
import { expect, test } from '@playwright/test';
import { endpoint, readDraft, table } from '../../support/draft.ts';

const body = (head: string, ...rows: string[]): string => `${endpoint}## Request body\n\n${table(head, ...rows)}`;

const ofMark = (facts: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(facts).flatMap(([key, value]) =>
      key.startsWith('request /mark ') ? [[key.slice('request /mark '.length), value]] : [],
    ),
  );

const exact = { type: 'string', required: true, minLength: 12, maxLength: 12 };

test('a word for the only length and its number may be two pieces, in any order and whatever parts them', async () => {
  for (const said of [
    'String, Mandatory, Fixed, 12',
    'String (Mandatory) Fixed, 12',
    'String; Mandatory; Fixed: 12',
    'String, Fixed, Mandatory, 12',
    'String / Mandatory / 12 / Fixed',
    'String Mandatory Fixed 12',
    'Teks, Wajib, Panjang tetap: 12',
  ])
    for (const head of ['Name | Attributes', 'Name | Attributes | Notes', 'Name | Type', 'Name | Description']) {
      const { facts, asked } = await readDraft(body(head, `client_id | String (Mandatory) | A`, `mark | ${said} | B`));
      expect(ofMark(facts), `${head}: ${said}`).toEqual(exact);
      expect(asked).not.toContain('mark');
    }
});

test('a word for a bound takes the number beside it, and the answer to a word for mandatory is what counts', async () => {
  for (const [said, schema] of [
    ['String, Mandatory, Min: 5', { type: 'string', required: true, minLength: 5 }],
    ['String, Mandatory, Min, 5, Max, 18', { type: 'string', required: true, minLength: 5, maxLength: 18 }],
    ['String, Mandatory, Length: 18', { type: 'string', required: true, maxLength: 18 }],
    ['String, Required: Yes, exactly, 12 characters', { ...exact }],
    ['Type: String, Required: No', { type: 'string', required: false }],
  ] as const)
    expect(ofMark((await readDraft(body('Name | Type', `mark | ${said}`))).facts), said).toEqual(
      Object.fromEntries(Object.entries(schema).filter(([key, value]) => key !== 'required' || value)),
    );
});

test('a piece that is not understood is asked with its row, and the others stand', async () => {
  const said = body(
    'Name | Attributes',
    'client_id | String (Mandatory)',
    'mark | String, Mandatory, sent once',
    'tone | String, Optional, Fixed',
    'hue | see below',
  );
  const { facts, asked } = await readDraft(said);
  expect(ofMark(facts)).toMatchObject({ type: 'string', required: true });
  for (const words of ['mark (Request body, mark)', '"sent once" was not read', '"Fixed" was not read', '"see below"'])
    expect(asked).toContain(words);
  expect(asked).toContain('whether hue is mandatory');
  const described = await readDraft(body('Name | Description', 'mark | String, Mandatory, sent once'));
  expect(described.facts).toMatchObject({ 'request /mark type': 'string' });
  expect(described.asked).toContain('"sent once" was not read');
});

test('the items of a list say a length in two pieces as the cells of a table do', async () => {
  const { facts } = await readDraft(`${endpoint}## Request body\n\n- \`mark\`: String, Mandatory, Fixed, 12\n`);
  expect(ofMark(facts)).toEqual(exact);
});

test('digits that a type cell counts are the only length, unless the words bound it or the cell has another', async () => {
  const of = async (type: string, notes = '') =>
    (
      await readDraft(
        `${endpoint}## Request (JSON)\n\n${table('Name | Type | Required | Notes', `shop | ${type} | yes | ${notes}`)}`,
      )
    ).facts;
  for (const type of ['string, 10 digits', 'string (exactly 10 digits)', 'string, tepat 10 angka'])
    expect(await of(type), type).toMatchObject({
      'request /shop pattern': '^[0-9]{10}$',
      'request /shop minLength': 10,
      'request /shop maxLength': 10,
    });
  for (const type of [
    'string, max 10 digits',
    'string, up to 10 digits',
    'string, 10',
    'string, 10 digits, max 20',
    'numeric, 10 digits',
  ]) {
    expect(await of(type), type).not.toHaveProperty(['request /shop pattern']);
    expect(await of(type), type).not.toHaveProperty(['request /shop minLength']);
  }
  // Words may count what the cell gives as the longest.
  expect(await of('string(6)', 'The PIN, tepat 6 digit')).toMatchObject({
    'request /shop minLength': 6,
    'request /shop required': true,
  });
  for (const notes of [
    'The PIN, at most 6 digits',
    'The PIN, 5 digits',
    'The PIN, 6 digits or 4 digits',
    'The PIN, 6 digits in the sandbox',
    'The last 6 digits of the card',
  ])
    expect(await of('string(6)', notes), notes).not.toHaveProperty(['request /shop minLength']);
});

test('a range behind the type of a number bounds it, and one behind another type, or of what is counted, does not', async () => {
  for (const [said, schema] of [
    ['integer [ 60 .. 3600 ]', { minimum: 60, maximum: 3600 }],
    ['integer <int32> [60..3600)', { minimum: 60, exclusiveMaximum: 3600 }],
    ['number >= 0', { minimum: 0 }],
    ['integer, required < 10', { exclusiveMaximum: 10, required: true }],
    ['number ( -5 .. 5 ]', { exclusiveMinimum: -5, maximum: 5 }],
  ] as const) {
    const { facts, asked } = await readDraft(body('Name | Attributes', 'client_id | string', `mark | ${said}`));
    expect(ofMark(facts), said).toEqual({ type: expect.stringMatching(/integer|number/), ...schema });
    expect(asked, said).not.toMatch(/type of mark/);
  }
  for (const said of ['string [ 1 .. 5 ]', 'array [ 1 .. 5 ] items', 'integer <= 5 digits', 'integer [ 9 .. 5 ]']) {
    const { facts, asked } = await readDraft(body('Name | Type', 'client_id | string', `mark | ${said}`));
    expect(
      Object.keys(ofMark(facts)).filter((one) => /imum/.test(one)),
      said,
    ).toEqual([]);
    expect(asked, said).toContain('mark');
  }
});
