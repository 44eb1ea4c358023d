/** That a description allows no other members is a question, since a draft demands nothing of one. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { described, open, page } from '../../support/described.ts';

const asks = async (more: string): Promise<boolean> => {
  const facts = await factsOf(page(described(more)));
  expect(open(facts)).not.toContain('no request of a draft has one');
  return open(facts).includes('another member than those');
};
const members = 'type: object, properties: { kiosk: { type: string } }';

test('a body that is closed, in itself or by what it refers to, is asked about, and one that is open is not', async () => {
  expect(await asks(`request: { ${members}, additionalProperties: false }`)).toBe(true);
  expect(await asks(`request: { ${members}, unevaluatedProperties: false }`)).toBe(true);
  expect(
    await asks(
      `request: { $ref: '#/components/schemas/Sent' }\nschemas: { Sent: { ${members}, additionalProperties: false } }`,
    ),
  ).toBe(true);
  expect(await asks(`request: { ${members} }`)).toBe(false);
  expect(await asks(`request: { ${members}, additionalProperties: true }`)).toBe(false);
  expect(
    await asks('request: { type: object, properties: { kiosk: { type: object, additionalProperties: false } } }'),
  ).toBe(false);
  // Of a choice of several forms that of the grant counts.
  const form = (grant: string, more: string): string =>
    `{ type: object, required: [grant_type], properties: { grant_type: { const: ${grant} } }${more} }`;
  const closed = ', additionalProperties: false';
  for (const [own, other] of [
    [closed, ''],
    ['', closed],
  ] as const) {
    const forms = [form('client_credentials', own), form('refresh_token', other)];
    expect(await asks(`request: { oneOf: [${forms.join(', ')}] }`), own).toBe(own !== '');
  }
});
