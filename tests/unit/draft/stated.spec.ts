/** What a person states in a line, or gives as a value of the good request, becomes a fact of the draft. */
import { expect, test } from '@playwright/test';
import type { Facts, Todo } from '../../../src/draft/facts/facts.ts';
import { answered } from '../../../src/draft/write/files/answer.ts';
import { draftOf, todosOf } from '../../../src/draft/write/files/draft.ts';
import { answer, openOf, origin, read } from '../../support/answering.ts';

const signOn = (more: string): string =>
  `# Token

POST https://a.test/token

## Request

| Name | Type | Mandatory | Description |
|---|---|---|---|
| clientId | string | yes | |
| clientSecret | string | yes | |
| sequence | integer | yes | |
${more}
`;

test('what has no form of its own is answered by facts, or by finding the draft right', async () => {
  const facts = await read(
    signOn(
      '\n## Response 200\n\n| Name | Type |\n|---|---|\n| token | string |\n\n## Zones\n\n| Blue | Green |\n|---|---|\n| harbour | airport |',
    ),
  );
  const handOnly = (of: Facts): Todo[] => todosOf(of, origin).filter(({ ask }) => ask === undefined);
  const [todo, ...more] = handOnly(facts);
  if (!todo) throw new Error('every question has a form of its own');
  for (const [text, fault] of [
    ['sequence', '"sequence" is no name with what is said of it, as "branchCode maxLength 4"'],
    ['sequence big 4', 'big says nothing of a fact; there is: required'],
    ['sequence maxLength many', 'maxLength takes a number of characters'],
    ['sequence required 4', 'required takes no value'],
    ['sequence enum a', 'enum takes a list as ["a", "b"]'],
    ['sequence pattern (', 'pattern takes a regular expression'],
    ['sequenz required', 'there is no sequenz; say where it stands: header, query, request'],
    ['599 token required', 'no answer 599 is drafted; there is: '],
  ] as const) {
    const taken = answered(facts, origin, todo, text);
    expect([text, 'fault' in taken ? taken.fault : '']).toEqual([text, expect.stringContaining(fault)]);
  }
  const text = 'sequence minimum 1; clientId length 8; header X-Shop pattern ^[A-Z]{3}$; request note optional';
  const stated = answered(facts, origin, todo, text);
  if ('fault' in stated) throw new Error(stated.fault);
  expect(handOnly(stated.facts)).toEqual(more);
  const { request, headers } = stated.facts;
  expect(request.map(({ pointer, required, schema }) => [pointer, required, schema])).toEqual([
    ['/clientId', true, { type: 'string', minLength: 8, maxLength: 8 }],
    ['/clientSecret', true, { type: 'string' }],
    ['/sequence', true, { type: 'integer', minimum: 1 }],
    ['/note', false, {}],
  ]);
  expect(headers.map(({ name, schema }) => [name, schema])).toEqual([['X-Shop', { pattern: '^[A-Z]{3}$' }]]);
  const right = answered(facts, origin, todo, 'drafted');
  if ('fault' in right) throw new Error(right.fault);
  expect([handOnly(right.facts), right.facts.request]).toEqual([more, facts.request]);
});

test('a name that stands in two places is asked for its place, and stands where a person says', async () => {
  const facts = await read(
    signOn('\n## Response 200\n\n| Name | Type |\n|---|---|\n| token | string |\n| clientId | string |'),
  );
  const todo: Todo = { name: 'x', what: 'what it holds' };
  expect(answered(facts, origin, todo, 'clientId required')).toEqual({
    fault: 'clientId stands in several places; say which: request clientId, 200 clientId',
  });
  const taken = answered(facts, origin, todo, '200 clientId required');
  const granted = 'facts' in taken ? taken.facts.answers[0]?.members : [];
  expect(granted?.map(({ pointer, required }) => [pointer, required])).toEqual([
    ['/token', null],
    ['/clientId', true],
  ]);
});

test('values that the page does not give, and those of each request, are answered for the good request', async () => {
  const facts = await read(
    `${signOn('')}\n## Headers\n\n| Name | Mandatory | Length | Description |\n|---|---|---|---|\n| X-Request-Id | yes | 32 | Unique for each request, begins with your prefix |\n`,
  );
  const control = (of: Facts): unknown => draftOf(of, origin)['contracts/x/contract.yaml']?.['control'];
  expect(JSON.stringify(control(facts))).not.toMatch(/sequence|X-Request-Id/);
  const { facts: given, faults } = answer(facts, [
    ['values', 'sequence=1'],
    ['values', 'unique'],
    ['values', 'sequence=7'],
  ]);
  expect(faults).toEqual(['there is no sequence to give a value to']);
  expect(control(given)).toMatchObject({
    body: { sequence: 7 },
    headers: { 'X-Request-Id': { unique: 'digits', length: 20 } },
  });
  expect(openOf(given, 'values')).toBeUndefined();
});

test('a scope of which a request holds one of several is no list, and one of any value is', async () => {
  const page = (values: string): string =>
    `# Token\n\nPOST https://a.test/token\n\n## Request body\n\n| Name | Type | Mandatory | Description |\n|---|---|---|---|\n| grant_type | string | yes | \`client_credentials\` |\n| scope | string | yes | ${values} |\n\n## Response 200\n\n| Name | Type |\n|---|---|\n| token | string |\n`;
  const contract = async (values: string) => draftOf(await read(page(values)), origin)['contracts/x/contract.yaml'];
  const one = await contract('One of `berths`, `cranes`');
  expect(one).toMatchObject({ control: { body: { scope: { credential: 'scope' } } } });
  expect(one?.['credentials']).toHaveProperty('scope', { description: 'The scope to ask for' });
  expect(await contract('Scopes, separated by blanks')).toMatchObject({
    credentials: { scopes: { list: true } },
    control: { body: { scope: { credential: 'scopes' } } },
  });
});
