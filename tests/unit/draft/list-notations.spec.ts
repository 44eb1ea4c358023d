/** Lists of values of one type in the notations of pages, and what may be a list or not. */
import { expect, test } from '@playwright/test';
import { endpoint, readDraft, table } from '../../support/draft.ts';

test('a list of one type is one in every notation, and what may be a choice or brackets alone is asked', async () => {
  const page = (type: string, other: string) =>
    `${endpoint}## Request body (application/json)\n\n${table('Field | Type | Required', `who | ${other} | yes`, `kinds | ${type} | yes`)}## Answer 200\n\n${table('Field | Type | Required', `token | ${other} | yes`, `kinds | ${type} | yes`)}`;
  for (const type of [
    '[string]',
    '[]string',
    'string [ ]',
    'String array',
    'JSON array of strings',
    '`Set<String>`',
    'larik string',
  ])
    expect((await readDraft(page(type, 'string'))).facts, type).toMatchObject({
      'request /kinds type': 'array',
      'request /kinds/* type': 'string',
      '200 /kinds type': 'array',
      '200 /kinds/* type': 'string',
    });
  expect((await readDraft(page('[int]', 'string'))).facts).toMatchObject({ '200 /kinds/* type': 'integer' });
  for (const [type, other] of [
    ['string, array', 'string'],
    ['string [array]', 'string'],
    ['[string, max 20]', 'string'],
    ['[string]', '[string]'],
  ] as const) {
    const { facts, asked } = await readDraft(page(type, other));
    expect(facts, type).not.toHaveProperty(['request /kinds type']);
    expect(asked, type).toContain('the JSON type of kinds');
  }
  const bounded = await readDraft(page('array of strings (max 3)', 'string'));
  expect(bounded.facts).toMatchObject({ '200 /kinds/* type': 'string' });
  expect(bounded.asked).toContain('max 3');
  const { facts } = await readDraft(
    `${endpoint}## Request body (JSON)\n\n- who (string, required)\n- kinds ([string], required)\n`,
  );
  expect(facts).toMatchObject({ 'request /kinds type': 'array', 'request /kinds/* type': 'string' });
});
