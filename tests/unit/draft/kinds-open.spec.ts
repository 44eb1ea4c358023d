/** Inputs of the kinds of `tests/fixtures/pages/cases` that state less than they seem to: what stays a question. */
import { expect, test } from '@playwright/test';
import { together } from '../../../src/draft/merge/questions.ts';
import { endpoint, readDraft as read } from '../../support/draft.ts';

test('a media type that is one of several forms, and a lifetime whose example is no number, are questions', async () => {
  for (const words of [
    'The body may be sent as JSON or as a form; set the Content-Type accordingly.',
    'Parameter dikirim sebagai JSON atau XML.',
    '| Content-Type | application/json or form |\n|---|---|\n| Method | POST |',
  ])
    expect((await read(`${endpoint}${words}\n`)).facts, words).not.toHaveProperty('media-type');
  const life = (example: string) =>
    read(
      `${endpoint}## Response 200\n\n| Name | Type | Required | Example |\n|---|---|---|---|\n| token | string | Yes | abc |\n| expiresIn | string | Yes | ${example} |\n`,
    );
  expect((await life('15m')).asked).toContain('the lifetime (token.lifetime): of expiresIn');
  // A number counts, and no word says what.
  expect((await life('900')).asked).toContain('the unit of the lifetime (token.lifetime): of expiresIn');
});

test('one of two schemes, and a unit that the answer names or that its example speaks against, are no facts', async () => {
  const header = (value: string) =>
    read(`${endpoint}| Header | Required | Description |\n|---|---|---|\n| Authorization | Yes | ${value} |\n`);
  expect((await header('`Basic` for servers, `HMAC` for terminals')).facts).not.toHaveProperty('security');
  expect((await header('`Basic` and the Base64 of id:secret')).facts).toHaveProperty('security', 'basic');
  const life = (description: string, example: number, token = 'access_token') =>
    read(
      `openapi: 3.0.0\ninfo: { title: T, version: "1" }\nservers: [{ url: https://a.test }]\npaths:\n  /token:\n    post:\n      responses:\n        "200":\n          description: ${description}\n          content: { application/json: { schema: { type: object, required: [${token}, expires_in], properties: { ${token}: { type: string }, expires_in: { type: integer, example: ${example} } } } } }\n`,
      'openapi',
    );
  expect((await life('Sukses. Masa berlaku diberikan dalam jam.', 2)).asked).toContain('dalam jam');
  expect((await life('Granted', 3600000)).asked).toContain('the page shows 3600000');
  expect((await life('Granted', 3600)).asked).toContain('the unit of the lifetime');
  expect((await life('An OAuth 2.0 token', 3600)).asked).not.toContain('the unit of the lifetime');
  // The answer of another API is not that of RFC 6749.
  expect((await life('An OAuth 2.0 token', 3600, 'token')).asked).toContain('the unit of the lifetime');
});

test('lengths of a list, Basic as one of two ways, and the unit of all times are questions', async () => {
  const list = await read(
    `${endpoint}## Body\n\n| Name | Type | Required |\n|---|---|---|\n| ids | string[] (max 5) | Yes |\n`,
  );
  expect(list.facts).not.toHaveProperty('request /ids maxLength');
  expect(list.facts['request /ids type'] ?? 'array').toBe('array');
  expect(list.asked).toContain('string[] (max 5)');
  const either = await read(`${endpoint}Send \`client_id\` in the body, or use HTTP Basic.\n`);
  expect(either.facts).not.toHaveProperty('security');
  expect(either.asked).toContain('HTTP Basic for some requests');
  const life =
    '## Response 200\n\nAll times are given in hours.\n\n| Name | Type | Required |\n|---|---|---|\n| token | string | Yes |\n| expires_in | integer | Yes |\n';
  expect((await read(endpoint + life)).asked).toContain('given in hours');
});

test('a list that ends with a label of the answer announces none', async () => {
  const { facts } = await read(
    '# Token\n\n- URL: https://a.test/token\n- Method: POST\n- Response format: JSON\n\n| Name | Type | Required |\n|---|---|---|\n| shop | string | Yes |\n',
  );
  expect(Object.keys(facts).join()).not.toContain('200 /shop');
});

test('questions of one kind are one, where each has words of its own, also those that another begins with', () => {
  const whats = ['the lengths of a, b', 'the lengths of a', 'the lengths of a, b', 'what c may be'];
  const asked = together([
    ...whats.map((what, index) => ({ name: `lengths ${index}`, kind: { of: 'lengths' as const }, what })),
    // A member may be called as questions of a kind are.
    { name: 'lengths type', what: 'the lengths of a' },
  ]);
  expect(asked.map(({ name, what }) => [name, what])).toEqual([
    ['lengths 0', 'the lengths of a, b; and the lengths of a; and what c may be'],
    ['lengths type', 'the lengths of a'],
  ]);
});
