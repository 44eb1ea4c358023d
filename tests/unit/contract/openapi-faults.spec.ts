/** A slip in an OpenAPI file or a schema is refused with its line, and what others write there is let be. */
import { expect, test } from '@playwright/test';
import { schema, spec } from '../../support/fault-rows.ts';
import { changedExample } from '../../support/variant.ts';

const token = `      requestBody:
        required: true
        x-clause:
          id: EXAMPLE-body`;
/** A key of the OpenAPI file or its schemas that is a slip, and what is said of it. */
const specRows: [from: string, to: string, message: string][] = [
  [
    'x-clause:\n        id: EXAMPLE-method',
    'x-clauses:\n        id: EXAMPLE-method',
    '"x-clauses" is not read; did you mean "x-clause"?',
  ],
  [
    'x-clause:\n          id: EXAMPLE-body',
    'x-clauses:\n          id: EXAMPLE-body',
    '"x-clauses" is not read; did you mean "x-clause"?',
  ],
  [
    'x-clause:\n              id: EXAMPLE-media',
    'x-cluase:\n              id: EXAMPLE-media',
    '"x-cluase" is not read; did you mean "x-clause"?',
  ],
  [
    'x-clause:\n            id: EXAMPLE-api-key',
    'X-Clause:\n            id: EXAMPLE-api-key',
    '"X-Clause" is not read; did you mean "x-clause"?',
  ],
  [
    'description: Granted\n',
    'description: Granted\n          x-clause: { id: EXAMPLE-a, at: A }\n',
    'x-clause is not read in a Response Object',
  ],
  [
    'x-clause:\n        id: EXAMPLE-method\n',
    'x-clause: false\n      x-other:\n        id: EXAMPLE-method\n',
    'x-clause must be an object, not false',
  ],
  ['example\n', 'example\n    x-production: "true"\n', 'x-production must be true or false, not "true"'],
  ['example\n', 'example\n    x-producton: true\n', '"x-producton" is not read; did you mean "x-production"?'],
  ['example\n', 'example\n    production: true\n', '"production" is not read; did you mean "x-production"?'],
  ['example\n', 'example\nx-production: true\n', 'x-production is not read in an OpenAPI Object'],
  ['servers:\n', 'sevrers:\n', 'an OpenAPI Object has no key "sevrers"; did you mean "servers"?'],
  [token, token.replace('required: true', 'required: "true"'), 'required must be true or false, not "true"'],
  [
    token,
    token.replace('required: true', 'requird: true'),
    'a Request Body Object has no key "requird"; did you mean "required"?',
  ],
  [
    'in: header\n          required: true',
    'in: header\n          required: 1',
    'required must be true or false, not 1',
  ],
  [
    'in: header\n          required: true',
    'in: header\n          require: true',
    'a Parameter Object has no key "require"; did you mean "required"?',
  ],
  ['in: header\n', 'in: headr\n', 'in must be path, query, header or cookie, not "headr"'],
  [
    'description: Granted\n',
    'description: Granted\n          header: {}\n',
    'a Response Object has no key "header"; did you mean "headers"?',
  ],
  [
    'description: Granted\n',
    'description: Granted\n          headers: { A: { required: yes, schema: {} } }\n',
    'required must be true or false, not "yes"',
  ],
  [
    'description: Granted\n',
    'description: Granted\n          headers: { A: { requried: true, schema: {} } }\n',
    'a Header Object has no key "requried"; did you mean "required"?',
  ],
  [
    '              schema:\n                $ref',
    '              shema: {}\n              schema:\n                $ref',
    'a Media Type Object has no key "shema"; did you mean "schema"?',
  ],
  ['      summary: Issue', '      sumary: Issue', 'an Operation Object has no key "sumary"; did you mean "summary"?'],
  ['"200":\n', '"2OO":\n', '"2OO" is no status of a response'],
];
for (const [index, [from, to, message]] of specRows.entries())
  test(`refused in the OpenAPI file, ${index + 1}: ${message}`, () => {
    const said = changedExample().replace(from, to, spec).problems();
    expect(said).toContain(message);
    const [line = ''] = said.split('\n').filter((one) => one.includes(message));
    expect(line).toMatch(/EXAMPLE\.openapi\.yaml:\d+: /);
  });

test('refused in the OpenAPI file: a mark beside a reference', () => {
  const said = changedExample()
    .replace(
      '      responses:\n',
      '      responses:\n        "500": { $ref: "#/components/responses/down", x-clause: {} }\n',
      spec,
    )
    .replace('paths:\n', 'components: { responses: { down: { description: Down } } }\npaths:\n', spec)
    .problems();
  expect(said).toContain('x-clause beside $ref is not read; write it at the node that $ref refers to');
});

test('refused in the OpenAPI file: a server of more addresses than can be guarded', () => {
  const numbers = Array.from({ length: 101 }, (_, index) => `"${index}"`).join(', ');
  const server = `  - url: https://h{n}.example\n    variables: { n: { default: "0", enum: [${numbers}] } }\n`;
  expect(changedExample().replace('servers:\n', `servers:\n${server}`, spec).problems()).toMatch(
    /openapi\.yaml:\d+: the server "https:\/\/h\{n\}\.example" stands for more than 100 addresses/,
  );
});

test('keys of others, and what an operation that no contract uses holds, are let be', () => {
  const other = '  /other:\n    get: { operationId: other, requestBdy: {}, x-clauses: {}, responses: {} }\n';
  const said = changedExample()
    .replace('paths:\n', `paths:\n${other}`, spec)
    .replace(
      '      summary: Issue',
      '      x-code: 1\n      x-codegen-request-body-name: a\n      summary: Issue',
      spec,
    )
    .problems();
  expect(said).toBe('');
});

test('refused in a schema file: a required member that it does not name', () => {
  const said = changedExample().replace('  - access_token', '  - acces_token', schema('granted')).problems();
  expect(said).toMatch(/granted\.schema\.yaml:\d+: schema requires "acces_token", which properties does not name/);
});
