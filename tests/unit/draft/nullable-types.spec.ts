/** Types of tables that a value may have beside null. */
import { expect, test } from '@playwright/test';
import { endpoint, readDraft, table } from '../../support/draft.ts';

test('a type or null is both, whichever comes first, and no other pair of types is read', async () => {
  const read = (type: string, notes = 'A label') =>
    readDraft(
      `${endpoint}## Response 201\n\n${table('Name | Type | Presence | Description', 'id | string | always | An id', `label | ${type} | always | ${notes}`)}`,
    );
  const label = '201 /label';
  for (const type of ['string or null', 'null or string', '`string` atau null', 'string \\| null', 'string/null'])
    expect.soft((await read(type)).facts, type).toMatchObject({
      [`${label} type`]: ['string', 'null'],
      [`${label} required`]: true,
    });
  expect((await read('integer or null')).facts).toMatchObject({ [`${label} type`]: ['integer', 'null'] });
  expect((await read('string or null', 'up to 80 characters')).facts).toMatchObject({ [`${label} maxLength`]: 80 });
  for (const type of ['string or number', 'string or nothing', 'null']) {
    const { facts, asked } = await read(type);
    expect.soft(facts, type).not.toHaveProperty([`${label} type`]);
    expect.soft(asked, type).toContain('the JSON type of label');
  }
});

test('attributes of a line that several spaces part are no words about its field', async () => {
  const { facts } = await readDraft(
    'Get a token\nPOST https://a.test/token\n\nHEADERS\nShop-Key  string  required\nThe key of your installation.\nShop-Code  string  required\nOnly for resellers.\n',
  );
  expect(facts).toMatchObject({ 'request header SHOP-KEY required': true });
  expect(facts).not.toHaveProperty(['request header SHOP-CODE required']);
});

test('a column that asks for null is read with the types, and null that a sample or words alone show is asked', async () => {
  const sample = '```json\n{ "access_token": "a1", "renewal": null }\n```\n';
  const read = (head: string, cell: string, notes = 'Renews it', shown = '') =>
    readDraft(
      `${endpoint}## Response 200\n\n${table(`Field | Type | ${head} | Description`, 'access_token | string | no | The token', `renewal | string | ${cell} | ${notes}`)}${shown}`,
    );
  const renewal = '200 /renewal type';
  for (const head of ['Nullable', 'Can be null', 'Null allowed', 'Boleh null'])
    for (const cell of ['yes', 'true', 'ya']) {
      const { facts, asked } = await read(head, cell, 'Null for clients without it', sample);
      expect.soft(facts, head).toMatchObject({ [renewal]: ['string', 'null'], '200 /access_token type': 'string' });
      expect.soft(asked, head).not.toContain('null');
    }
  expect((await read('Nullable', 'no')).facts).toMatchObject({ [renewal]: 'string' });
  const odd = await read('Nullable', 'see below', 'Renews it', sample);
  expect(odd.facts).toMatchObject({ [renewal]: ['string', 'null'] });
  expect(odd.asked).toContain('"Nullable"');
  expect(odd.asked).toContain('whether renewal may be null');
  const against = await read('Nullable', 'no', 'Renews it', sample);
  expect(against.facts).toMatchObject({ [renewal]: ['string', 'null'] });
  expect(against.asked).toContain('whether renewal may be null');
  expect((await read('Since', '1.2', 'Null for guests')).asked).toContain('"Null for guests"');
  expect((await read('Nullable', 'no', 'It is never null')).facts).toMatchObject({ [renewal]: 'string' });
});
