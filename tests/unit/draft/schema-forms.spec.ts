/** What schemas say in ways that are not the plainest: each is a fact, or a question, and none is lost or turned around. */
import { expect, test } from '@playwright/test';
import { flatten } from '../../../src/draft/merge/flatten.ts';
import { merged, nowhere } from '../../../src/draft/openapi/follow.ts';
import { factsOf } from '../../../src/draft/read/derive.ts';
import type { Json } from '../../../src/formats/json.ts';
import { about, described, open, page } from '../../support/described.ts';

const schemas: readonly (readonly [says: string, more: string, facts: Record<string, Json>, todo?: string])[] = [
  [
    'a member that several parts of allOf describe',
    `request: { allOf: [ { $ref: '#/components/schemas/Base' }, { required: [kind], properties: { kind: { enum: [client], maxLength: 20 } } } ] }
schemas: { Base: { properties: { kind: { type: string, maxLength: 10, minLength: 2 } } } }`,
    { 'kind required': true, 'kind type': 'string', 'kind const': 'client', 'kind minLength': 2, 'kind maxLength': 10 },
  ],
  [
    'a member that some of very many parts of allOf describe',
    `request: { allOf: [ { required: [kind], properties: { kind: { type: string, maxLength: 9 } } }, ${'{ required: [kind] }, '.repeat(30)}{ properties: { kind: { maxLength: 7 } } }, { properties: { kind: { minLength: 2 }, last: { type: integer } } } ] }`,
    { 'kind required': true, 'kind type': 'string', 'kind minLength': 2, 'kind maxLength': 7, 'last type': 'integer' },
  ],
  [
    'a choice within allOf',
    `request: { allOf: [ { required: [id], properties: { id: { type: string } } }, { oneOf: [ { $ref: '#/components/schemas/Code' }, { $ref: '#/components/schemas/Secret' } ] } ] }
schemas:
  Code: { required: [grant_type, code], properties: { grant_type: { const: authorization_code }, code: { type: string } } }
  Secret: { required: [grant_type], properties: { grant_type: { const: client_credentials } } }`,
    { 'id required': true, 'id type': 'string', 'grant_type required': true, 'grant_type const': 'client_credentials' },
  ],
  [
    'a form that its mapping names, among schemas that extend the one that is sent',
    `request: { $ref: '#/components/schemas/Sent' }
schemas:
  Sent: { required: [grant], discriminator: { propertyName: grant, mapping: { client_credentials: '#/components/schemas/One', password: '#/components/schemas/Two' } }, properties: { grant: { type: string } } }
  One: { allOf: [ { $ref: '#/components/schemas/Sent' }, { required: [client], properties: { client: { type: string } } } ] }
  Two: { allOf: [ { $ref: '#/components/schemas/Sent' }, { required: [user], properties: { user: { type: string } } } ] }`,
    {
      ...{ 'grant required': true, 'grant type': 'string', 'grant const': 'client_credentials' },
      ...{ 'client required': true, 'client type': 'string' },
    },
  ],
  [
    'schemas that extend the one that is sent, of which none speaks for the grant',
    `request: { $ref: '#/components/schemas/Sent' }
schemas:
  Sent: { discriminator: { propertyName: kind }, properties: { kind: { type: string } } }
  Shop: { allOf: [ { $ref: '#/components/schemas/Sent' }, { properties: { shop: { type: string } } } ] }
  Bank: { allOf: [ { $ref: '#/components/schemas/Sent' }, { properties: { bank: { type: string } } } ] }`,
    { 'kind type': 'string' },
    'which of the forms of OpenAPI, requestBody is meant: Shop (shop), Bank (bank)',
  ],
  [
    'null beside the only form, and forms that one keyword says',
    `request:
  properties:
    a: { anyOf: [ { type: string, maxLength: 3 }, { type: 'null' } ] }
    b: { nullable: true, oneOf: [ { $ref: '#/components/schemas/Held' } ] }
    c: { oneOf: [ { const: x, title: X }, { const: y, title: Y } ] }
    d: { anyOf: [ { type: string }, { type: integer } ] }
    e: { type: string, x-nullable: true, enum: [x] }
    f: { type: [string] }
schemas: { Held: { type: object, required: [in], properties: { in: { type: string } } } }`,
    {
      ...{ 'a type': ['string', 'null'], 'a maxLength': 3, 'b type': ['object', 'null'], 'b/in required': true },
      ...{ 'b/in type': 'string', 'c enum': ['x', 'y'], 'd type': ['string', 'integer'], 'e type': ['string', 'null'] },
      ...{ 'e enum': ['x', null], 'f type': 'string' },
    },
  ],
  [
    'limits that are not among the values',
    'request: { properties: { a: { type: integer, minimum: 0, exclusiveMinimum: true }, b: { type: number, exclusiveMaximum: 5 }, c: { type: integer, maximum: 9, exclusiveMaximum: false } } }',
    {
      ...{ 'a type': 'integer', 'a exclusiveMinimum': 0, 'b type': 'number', 'b exclusiveMaximum': 5 },
      ...{ 'c type': 'integer', 'c maximum': 9 },
    },
  ],
  [
    'what stands beside a reference, and a member that is marked itself',
    `request: { properties: { a: { $ref: '#/components/schemas/Text', maxLength: 4 }, b: { type: string, required: true } } }
schemas: { Text: { type: string, maxLength: 9 } }`,
    { 'a type': 'string', 'a maxLength': 4, 'b required': true, 'b type': 'string' },
  ],
  [
    'values of another type than the one that is declared',
    'request: { properties: { code: { type: string, enum: [4007301, 4007302] } } }',
    { 'code type': 'string' },
    'the type is string, and [4007301,4007302] is none',
  ],
  [
    'a pattern that cannot be matched in linear time',
    `request: { properties: { a: { type: string, pattern: '^(?=.*\\d).{8,}$' }, b: { type: string, pattern: '/^[a-z]+$/i' } } }`,
    { 'a type': 'string', 'b type': 'string' },
    'pattern "/^[a-z]+$/i" has the slashes of another language',
  ],
  [
    'types and limits as generators write them',
    `request: { properties: { a: { type: String, maxLength: '64' }, b: { type: int }, c: { type: money } } }`,
    { 'a type': 'string', 'a maxLength': 64, 'b type': 'integer' },
    'type "money" is no type of JSON',
  ],
  [
    'conditions, which a draft has not got',
    'request: { properties: { a: { type: string }, b: { type: string, not: { const: x } } }, if: { required: [a] }, then: { required: [b] } }',
    { 'a type': 'string', 'b type': 'string' },
    'what OpenAPI, requestBody, b says under not; a draft has no conditions; and what OpenAPI, requestBody says under if',
  ],
  [
    'limits that leave no value',
    'request: { properties: { a: { type: string, minLength: 10, maxLength: 5 }, b: { type: integer, minimum: 5 } } }',
    { 'a type': 'string', 'b type': 'integer', 'b minimum': 5 },
    'minLength 10 is more than maxLength 5',
  ],
  [
    'lengths that count nothing, and a name of no format that every object has',
    'request: { properties: { a: { type: string, maxLength: 10.5, minLength: -1 }, b: { format: toString, type: [string, string] }, c: { type: [] } } }',
    { 'a type': 'string', 'b type': ['string'] },
    'maxLength 10.5 is no length',
  ],
  [
    'limits of which the narrowest leave no value',
    'request: { properties: { a: { type: number, minimum: 1, maximum: 9, exclusiveMaximum: 0 }, b: { type: integer, exclusiveMinimum: 0, exclusiveMaximum: 1 }, c: { type: number, exclusiveMinimum: 0, exclusiveMaximum: 1 } } }',
    { 'a type': 'number', 'b type': 'integer', 'c type': 'number', 'c exclusiveMinimum': 0, 'c exclusiveMaximum': 1 },
    'minimum 1 is more than exclusiveMaximum 0',
  ],
  [
    'values that the other keywords forbid',
    'request: { properties: { a: { enum: [x], const: y }, b: { type: string, enum: [ab, cd], maxLength: 1 }, c: { type: string, enum: [ab, c], maxLength: 1 } } }',
    { 'b type': 'string', 'c type': 'string', 'c enum': ['ab', 'c'], 'c maxLength': 1 },
    'const "y" breaks enum ["x"]',
  ],
  [
    'a listed value whose members stand in another order',
    'request: { properties: { a: { type: object, enum: [ { x: 1, y: 2 }, { x: 3 } ], const: { y: 2, x: 1 } } } }',
    { 'a type': 'object', 'a const': { x: 1, y: 2 } },
  ],
  [
    'an example that breaks its own schema',
    'request: { properties: { code: { type: string, maxLength: 4, example: 12345-67 } } }',
    { 'code type': 'string' },
    'and its own example shows "12345-67"',
  ],
];

for (const [says, more, facts, todo] of schemas)
  test(`a description says it by ${says}`, async () => {
    const read = await factsOf(page(described(more)));
    expect(about(read, 'request /')).toEqual(facts);
    expect(open(read)).toContain(todo ?? '');
  });

test('of several examples the one that shows most of the members is taken, whichever stands first', async () => {
  const granted = '{ properties: { access_token: { type: string, maxLength: 5 }, expires_in: { type: integer } } }';
  const shown = async (examples: string): Promise<unknown> => {
    const content = `content: { application/json: { schema: ${granted}, examples: ${examples} } }`;
    const facts = await factsOf(page(described(`responses: { 200: { description: ok, ${content} } }`)));
    return facts.answers.flatMap(({ members }) => members.map(({ example }) => example));
  };
  for (const [examples, values] of [
    ['{ a: { value: { error: no } }, b: { value: { access_token: abc, expires_in: 60 } } }', ['abc', 60]],
    ['{ a: { value: { access_token: ab } }, b: { value: { access_token: abc, expires_in: 60 } } }', ['abc', 60]],
    ['{ a: { value: {} }, b: { value: { access_token: abcdefg, expires_in: 60 } } }', ['abcdefg', 60]],
    ['{ a: { value: { access_token: abcdefg, expires_in: 7 } }, b: { value: { expires_in: 60 } } }', [undefined, 60]],
  ] as const)
    expect(await shown(examples), examples).toEqual(values);
});

test('schemas whose members and keywords are called as what every object has are joined as any others', () => {
  const text = { type: 'string' };
  const one = { toString: 1, properties: { constructor: text, valueOf: { maxLength: 5 } } };
  const other = { hasOwnProperty: 2, properties: { valueOf: { maxLength: 4 }, b: text } };
  expect(merged({}, { allOf: [one, other] }, nowhere)?.schema).toEqual({
    ...{ toString: 1, hasOwnProperty: 2 },
    properties: {
      constructor: text,
      valueOf: { allOf: expect.arrayContaining([{ maxLength: 4 }, { maxLength: 5 }]) },
      b: text,
    },
  });
});

test('what a description gives of the items of lists is drafted, and several forms of them are a question', async () => {
  const items = '{ type: [array, "null"], items: { type: string, enum: [a, b] } }';
  const forms = '{ type: array, items: { oneOf: [{ type: string, maxLength: 3 }, { type: object }] } }';
  const lists = `properties: { roles: ${items}, forms: ${forms}, rows: { type: array, items: { required: [iban], properties: { iban: { type: string } } } } }`;
  const facts = await factsOf(page(described(`request: { type: object, ${lists} }`)));
  const flat = flatten(facts);
  expect(flat.get('request /roles/* enum')?.value).toEqual(['a', 'b']);
  expect(flat.get('request /rows/*/iban required')?.value).toBe(true);
  expect(open(facts)).toMatch(/forms.* may be: the description gives several forms/);
});
