/** A mark in an OpenAPI file states a fact, or is refused: one that nothing reads would leave the fact untested in silence. */
import { expect, test } from '@playwright/test';
import { changedExample } from '../../support/variant.ts';

const spec = 'specs/EXAMPLE.openapi.yaml';
const schema = (name: string): string => `contracts/EXAMPLE/${name}.schema.yaml`;
const mark = 'x-clause: { id: EXAMPLE-lost, at: Somewhere, refusal: parameters }';

const lost: [title: string, file: string, from: string, to: string, says: string][] = [
  [
    'an optional parameter',
    spec,
    'in: header\n          required: true\n          schema:\n',
    'in: header\n          required: false\n          schema:\n',
    'x-clause "EXAMPLE-api-key" demands nothing, since the parameter is optional; write required: true',
  ],
  [
    'a parameter of no place',
    spec,
    'in: header\n          required: true\n          schema:\n',
    'in: header\n          schema:\n',
    '"EXAMPLE-api-key"',
  ],
  [
    'the whole of an answer',
    schema('granted'),
    'type: object\n',
    `type: object\n${mark}\n`,
    '"EXAMPLE-lost" is not read here',
  ],
  [
    'the whole of a request',
    schema('request'),
    'type: object\n',
    `type: object\n${mark}\n`,
    '"EXAMPLE-lost" is not read here',
  ],
  [
    'the items of a member of an answer',
    schema('granted'),
    '  expires_in:\n',
    `  list:\n    type: array\n    items: { type: string, ${mark} }\n  expires_in:\n`,
    '"EXAMPLE-lost" is not read here',
  ],
  [
    'a branch of an answer',
    schema('granted'),
    'properties:\n',
    `anyOf:\n  - properties: { other: { type: string, ${mark} } }\n  - {}\nproperties:\n`,
    '"EXAMPLE-lost" is not read here',
  ],
  [
    'the media type of an answer',
    spec,
    'application/json:\n              schema:\n                $ref: ../contracts/EXAMPLE/granted',
    `application/json:\n              ${mark}\n              schema:\n                $ref: ../contracts/EXAMPLE/granted`,
    '"EXAMPLE-lost" is not read here',
  ],
  [
    'a header without a schema',
    spec,
    'description: Granted\n',
    `description: Granted\n          headers: { X-Id: { ${mark} } }\n`,
    '"EXAMPLE-lost" is not read here',
  ],
  [
    'the schema of a parameter',
    spec,
    'required: true\n          schema:\n            type: string\n',
    `required: true\n          schema:\n            type: string\n            ${mark}\n`,
    '"EXAMPLE-lost" is not read here',
  ],
];

for (const [title, file, from, to, says] of lost)
  test(`a mark that is read by nothing is refused with its line: ${title}`, () => {
    const said = changedExample().replace(from, to, { file }).problems();
    expect(said).toContain(says);
    expect(said).toMatch(/\.yaml:\d+: x-clause "/);
  });

test('where no answer is marked in vain the example loads, and what only looks like a mark is data', () => {
  const example = changedExample().replace('type: object\n', `type: object\nexamples: [{ ${mark} }]\n`, {
    file: schema('granted'),
  });
  expect(example.problems()).toBe('');
});

test('the members by which a block of the provider is recognised must be in a documented answer', () => {
  const blocked = (row: string): string =>
    changedExample()
      .replace('clauses:\n', `blocked:\n  - { ${row}, reason: its address is unknown }\nclauses:\n`)
      .problems();
  expect(blocked('status: 401, body: { /error: { const: x } }')).toBe('');
  expect(blocked('status: 401, body: { /eror: { const: x } }')).toMatch(
    /contract\.yaml:\d+: no documented answer has a member at \/eror; there is: .*did you mean "\/error"\?/,
  );
  expect(blocked('status: 403, body: { /eror: { const: x } }')).toContain('did you mean "/error"?');
  expect(blocked('status: 403')).toBe('');
});

test('an unknown key of a contract or a mark names the one that was meant', () => {
  const token = changedExample().replace('refusal: method\n', 'refusl: method\n', { file: spec }).problems();
  expect(token).toContain('has the unknown key "refusl"; did you mean "refusal"?');
  const contract = changedExample().replace('clauses:\n', 'claused:\n').problems();
  expect(contract).toContain('has the unknown key "claused"; did you mean "clauses"?');
});
