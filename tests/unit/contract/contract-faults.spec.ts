/** A contract means what it says: what could only be a slip is refused with its line, and nothing falls back to a default. */
import { expect, test } from '@playwright/test';
import { changedExample } from '../../support/variant.ts';

type Row = [title: string, from: string, to: string, message: string, options?: { file?: string; line?: string }];

const spec = { file: 'specs/EXAMPLE.openapi.yaml' };
const schema = (name: string) => ({ file: `contracts/EXAMPLE/${name}.schema.yaml` });

/** The old text, the new text and the message; `@` means `contract.yaml:` and the line on which the new text begins. */
const rows: Row[] = [
  ['an unknown check', '      check: lifetime\n', '      check: lifetme\n', '@ no check "lifetme"; there is: '],
  ['… and is like one', '      check: lifetime\n', '      check: lifetme\n', '; did you mean "lifetime"?'],
  [
    'a status that nothing documents',
    '      on: granted\n      with:\n',
    '      on: 402\n      with:\n',
    '@ neither the OpenAPI file nor a refusal of token has the status 402',
  ],
  [
    'on beside request',
    '      check: granted\n',
    '      on: granted\n      check: granted\n',
    '@ on has no effect beside request',
  ],
  [
    'an unknown source',
    '    source: payments\n',
    '    source: payment\n',
    '@ source "payment" is not under sources; did you mean "payments"?',
  ],
  [
    'an unknown refusal',
    '    refusal: token\n',
    '    refusal: tokens\n',
    '@ refusal "tokens" is not under refusals; did you mean "token"?',
  ],
  [
    'an unknown way',
    '        - other-value\n        - shortened\n',
    '        - other-values\n        - shortened\n',
    'no way "other-values" to change field client_id; there is: absent',
  ],
  [
    'an unknown field',
    '      field: client_id\n',
    '      field: client_ids\n',
    '@ the good request of token has no field "client_ids"; there is: grant_type, client_id, client_secret; did you mean "client_id"?',
  ],
  [
    'a mechanism the request does not use',
    'demand: { auth: bearer, break',
    'demand: { auth: basic, break',
    'the good request of createPayment has no auth "basic"; there is: bearer',
  ],
  [
    'a body of another format',
    '        body: form\n',
    '        body: json\n',
    '@ the good request of token has no body "json"; there is: form',
  ],
  [
    'a whole request under another name',
    '        whole: request\n',
    '        whole: requests\n',
    '@ whole is called "request", not "requests"',
  ],
  [
    'a query of another name',
    '      query: parameters\n',
    '      query: parameter\n',
    '@ query is called "credentials" or "parameters", not "parameter"',
  ],
  [
    'an unknown way of a longer profile',
    '        - blank-after\n        - blank-inside\n',
    '        - blank-after\n      deep:\n        - blank-insides\n',
    'no way "blank-insides" to change field client_id; there is: absent',
  ],
  [
    'a way of a longer profile that changes nothing',
    '        - blank-after\n        - blank-inside\n',
    '        - blank-after\n      deep:\n        - alone\n',
    'the way "alone" changes nothing: the OpenAPI file documents no scope of token',
  ],
  [
    'a way that every profile tries, of a longer one too',
    '        - blank-after\n        - blank-inside\n',
    '        - blank-after\n      deep:\n        - blank-after\n',
    'the way "blank-after" is tried by every profile already; it belongs in one of the two lists',
  ],
  [
    'parameters of a request that has none',
    '    refusal: token\n',
    '    refusal: token\n  - id: EXAMPLE-extra\n    statement: It holds.\n    level: must\n    source: payments\n    at: Payments\n    operation: listPayments\n    demand: { query: parameters, break: [parameters-in-query] }\n    refusal: token\n',
    'the way "parameters-in-query" changes nothing: the good request of listPayments has no parameter in its body',
  ],
  [
    'credentials that are not sent that way',
    '    demand:\n      field: client_id\n      break:\n        - other-value\n        - shortened\n        - lengthened\n        - flipped-case\n        - blank-before\n        - blank-after\n        - blank-inside\n',
    '    demand:\n      query: credentials\n      break: [credentials-in-query]\n',
    'the way "credentials-in-query" changes nothing: the good request of token is not authenticated by an id and a secret',
  ],
  [
    'scopes that are not documented',
    '        - other-value\n        - shortened\n',
    '        - alone\n',
    'the way "alone" changes nothing: the OpenAPI file documents no scope of token',
  ],
  [
    'a method that is sent already',
    '    demand:\n      field: client_id\n      break:\n        - other-value\n        - shortened\n        - lengthened\n        - flipped-case\n        - blank-before\n        - blank-after\n        - blank-inside\n',
    '    demand:\n      method: POST\n      break: [post]\n',
    'the way "post" changes nothing: token is sent by POST already',
  ],
  [
    'a header that is not sent',
    '    demand:\n      field: client_id\n      break:\n        - other-value\n        - shortened\n        - lengthened\n        - flipped-case\n        - blank-before\n        - blank-after\n        - blank-inside\n',
    '    demand:\n      header: X-Client\n      break: [absent]\n',
    'the good request of token has no header "X-Client"; there is: Accept, X-Api-Key, Content-Type, User-Agent',
  ],
  [
    'an unknown mechanism',
    '    auth: { mechanism: bearer }\n    headers: { Accept: application/json, Idem',
    '    auth: { mechanism: bearers }\n    headers: { Accept: application/json, Idem',
    '@ no auth mechanism "bearers"; there is: basic, bearer, snap-signature; did you mean "bearer"?',
  ],
  [
    'a mechanism without its inputs',
    'control:\n  headers:',
    'control:\n  auth: { mechanism: basic, id: clientId }\n  headers:',
    'basic needs secret: the name of the credential to use',
  ],
  [
    'an unknown credential',
    '      credential: clientSecret\n',
    '      credential: clientSecert\n',
    '@ credential "clientSecert" is not under credentials; did you mean "clientSecret"?',
  ],
  [
    'a credential further down',
    '    body: { reference: conformance, amount: "1.00" }',
    '    body: { reference: conformance, amount: "1.00", note: { credential: accountIds } }',
    '@ credential "accountIds" is not under credentials',
  ],
  [
    'a credential nobody takes',
    'credentials:\n',
    'credentials:\n  partnerId: { description: Nobody sends it }\n',
    'no good request takes the credential "partnerId"',
  ],
  [
    'a member the request has not got',
    '    grant_type: client_credentials\n',
    '    grant_typ: client_credentials\n',
    '@ the request schema of token has no member "grant_typ"; did you mean "grant_type"?',
  ],
  [
    'a mandatory member left out',
    '    grant_type: client_credentials\n',
    '',
    'the good request of token sends no grant_type, which its schema requires',
  ],
  [
    'a member of another type',
    '      credential: clientSecret\n',
    '      credental: clientSecret\n',
    'client_secret is no string, as the request schema of token has it',
  ],
  [
    'a member that is not its constant',
    '    grant_type: client_credentials\n',
    '    grant_type: password\n',
    '@ grant_type is not "client_credentials"',
  ],
  [
    'a mandatory header left out',
    ', Idempotency-Key: conformance-1 }',
    ' }',
    'the good request of createPayment sends no Idempotency-Key, which the OpenAPI file requires',
  ],
  [
    'a mandatory parameter left out',
    '    query: { day: "2026-01-02" }\n',
    '',
    'the good request of listPayments sends no day, which the OpenAPI file requires',
  ],
  [
    'a token at another place',
    '  value: /access_token\n',
    '  value: /accesstoken\n',
    '@ no documented answer has a member at /accesstoken; there is: /access_token, /token_type, /expires_in; did you mean "/access_token"?',
  ],
  [
    'a lifetime at another place',
    '  lifetime: /expires_in\n',
    '  lifetime: /data/expires_in\n',
    '@ no documented answer has a member at /data/expires_in',
  ],
  [
    'a scope at no place',
    '  lifetime: /expires_in\n',
    '  lifetime: /expires_in\n  scope: /scope\n',
    'no documented answer has a member at /scope',
  ],
  [
    'a refusal by an unknown member',
    '          /error:\n            const: invalid_client',
    '          /eror:\n            const: invalid_client',
    '@ no documented answer has a member at /eror; there is: /error; did you mean "/error"?',
  ],
  [
    'ways of an answer that no demand has',
    '          - 501\n        effect:',
    '          - 501\n        ways: [gett]\n        effect:',
    'no demand with this refusal is broken in the way "gett"; there is: get, get-query, put; did you mean "get"?',
  ],
  [
    'a narrowed grant without a scope',
    '          - 501\n        effect:',
    '          - 501\n        narrowed: true\n        effect:',
    'token gives no scope, so a narrowed grant could not be recognised',
  ],
  [
    'the status of a protected resource elsewhere',
    '      - status: 401\n        body:\n',
    '      - status: probe\n        body:\n',
    '@ the status "probe" is for the protected resource; token is not one',
  ],
  [
    'a pattern that goes back',
    '/code: { const: account }',
    '/code: { pattern: "^(a)\\\\1$" }',
    '"^(a)\\\\1$" is no pattern that is matched in linear time',
  ],
  [
    'an unknown operation',
    '    operation: createPayment\n',
    '    operation: createPayments\n',
    'no operation "createPayments"; there is: token, createPayment, listPayments; did you mean "createPayment"?',
  ],
  [
    'an operationId that is used twice',
    'operationId: createPayment',
    'operationId: token',
    'the operationId "token" is used twice',
    spec,
  ],
  [
    'a reference to itself',
    'schema: { $ref: ../contracts/EXAMPLE/payment.schema.yaml }',
    'schema: { $ref: "#/paths/~1payments/post/responses/201/content/application~1json/schema" }',
    'refers to itself',
    spec,
  ],
  [
    'a pattern in a schema',
    '    const: bearer\n',
    '    pattern: (?=b)bearer\n',
    'granted.schema.yaml:17: schema "(?=b)bearer" is no pattern that is matched in linear time',
    schema('granted'),
  ],
  [
    'a refusal for what no keyword states',
    '      refusal: parameters\n  client_id:',
    '      refusal: { required: parameters, value: parameters, length: parameters }\n  client_id:',
    'x-clause of grant_type names a refusal for length, which no keyword states',
    schema('request'),
  ],
  [
    'answers of no status',
    '        "400":\n',
    '        default:\n',
    'clauses under the response "default" are judged on no answer; write its statuses',
    spec,
  ],
  [
    'a merge key',
    '  clientId:\n    description:',
    '  clientId:\n    <<: { secret: true }\n    description:',
    'contract.yaml:29: the merge key "<<" is not of YAML 1.2; write the members out',
  ],
  [
    'a key that is a trap',
    '  clientId:\n    description:',
    '  clientId:\n    __proto__: { secret: true }\n    description:',
    'contract.yaml:29: the key "__proto__" is not read; give it another name',
  ],
];

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

const promised = (check: string, given: string) =>
  `clauses:\n  - id: EXAMPLE-extra\n    statement: It holds.\n    level: must\n    source: page\n    at: A\n    promise: { check: ${check}, on: granted, with: ${given} }\n`;
const slips: [check: string, given: string, message: string][] = [
  ['allow', '{ method: PSOT }', 'method "PSOT" is not known; did you mean "POST"?'],
  ['allow', '{ method: post }', 'the parameter of the check allow at /method must match pattern'],
  ['allow', '{ method: PURGE }', ''],
  ['challenge', '{ scheme: Basci }', 'scheme "Basci" is not known; did you mean "Basic"?'],
  ['challenge', '{ notTo: Bearr }', 'notTo "Bearr" is not known; did you mean "Bearer"?'],
  ['challenge', '{ scheme: basic, to: Hawk }', ''],
  ['cache-directive', '{ directive: no-stor }', 'directive "no-stor" is not known; did you mean "no-store"?'],
  ['cache-directive', '{ directive: No-Store }', ''],
  ['cache-directive', '{ directive: no-lookup }', ''],
  [
    'value',
    '{ at: /access_token, schema: { properties: { scheme: {} }, required: [schem] } }',
    'requires "schem", which properties does not name; did you mean "scheme"?',
  ],
  ['value', '{ at: /access_token, schema: { required: [a] } }', ''],
];
for (const [check, given, message] of slips)
  test(`${message === '' ? 'loads' : 'refused'}: ${check} with ${given}`, () => {
    const said = changedExample().replace('clauses:\n', promised(check, given)).problems();
    if (message === '') expect(said).toBe('');
    else expect(said).toMatch(new RegExp(`contract\\.yaml:\\d+: .*${message.replaceAll('?', '\\?')}`));
  });

test('refused in a schema file: a required member that it does not name', () => {
  const said = changedExample().replace('  - access_token', '  - acces_token', schema('granted')).problems();
  expect(said).toMatch(/granted\.schema\.yaml:\d+: schema requires "acces_token", which properties does not name/);
});

for (const [title, from, to, message, options = {}] of rows) {
  test(`refused: ${title}`, () => {
    const example = changedExample().replace(from, to, options);
    const line = options.file ? 0 : example.lineOf(to) + to.slice(0, to.search(/\S/)).split('\n').length - 1;
    const wanted = message.replace(/^@/, `contract.yaml:${line}:`);
    expect(example.problems()).toContain(wanted);
  });
}

const reading = `readings:
  - id: EXAMPLE-life
    statement: Which of the two lives it has.
    at: Response
    on: granted
    options:
      - { name: a, documented: One., body: { /expires_in: { type: integer } } }
      - { name: b, documented: Two., body: { /expires_in: { type: string } } }
clauses:
`;
const readings: Row[] = [
  [
    'an unknown scenario',
    '    on: granted',
    '    scenario: EXAMPLE-client-id-requird/absent',
    'no scenario "EXAMPLE-client-id-requird/absent"; did you mean "EXAMPLE-client-id-required/absent"?',
  ],
  [
    'a check of promises',
    '    on: granted',
    '    on: granted\n    check: lifetime',
    'no check "lifetime" of a reading; there is: claims-follow-lifetime',
  ],
  ['when without a check', 'documented: One.,', 'documented: One., when: agree,', 'when has no effect without a check'],
  [
    'a check without when',
    '    on: granted',
    '    on: granted\n    check: claims-follow-lifetime',
    'the check claims-follow-lifetime decides by when, which is missing',
  ],
  [
    'an unknown member',
    '/expires_in: { type: string }',
    '/expires: { type: string }',
    'no documented answer has a member at /expires',
  ],
  [
    'an unknown status',
    'body: { /expires_in: { type: string } }',
    'status: 402',
    'neither the OpenAPI file nor a refusal of token, createPayment, listPayments has the status 402',
  ],
  [
    'an address that goes back',
    'body: { /expires_in: { type: string } }',
    "url: '(a)\\1'",
    'is no pattern that is matched in linear time',
  ],
  ['two options of one name', 'name: b,', 'name: a,', 'the option "a" is used twice'],
  ['an id without the prefix', 'id: EXAMPLE-life', 'id: other-life', 'the id "other-life" lacks the prefix "EXAMPLE-"'],
];

test('a reading that is right loads', () => {
  expect(changedExample().replace('clauses:\n', reading).problems()).toBe('');
});

for (const [title, from, to, message] of readings) {
  test(`refused in a reading: ${title}`, () => {
    expect(changedExample().replace('clauses:\n', reading.replace(from, to)).problems()).toContain(message);
  });
}

test('all problems are reported at once, each with its line', () => {
  const said = changedExample()
    .replace('      check: lifetime\n', '      check: lifetme\n')
    .replace('  value: /access_token\n', '  value: /accesstoken\n')
    .replace('      credential: clientSecret\n', '      credential: clientSecert\n')
    .problems();
  for (const part of ['no check "lifetme"', '/accesstoken', '"clientSecert"', 'no good request takes'])
    expect(said).toContain(part);
  expect(said.match(/contract\.yaml:\d+: /g)).toHaveLength(4);
});
