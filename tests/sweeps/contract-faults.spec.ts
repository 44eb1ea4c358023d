/** A contract means what it says: what could only be a slip is refused with its line, and nothing falls back to a default. */
import { expect, test } from '@playwright/test';
import { type FaultRow, refusesEach, schema, spec } from '../support/fault-rows.ts';
import { changedExample } from '../support/variant.ts';

const rows: FaultRow[] = [
  [
    'an unknown mechanism',
    '    auth: { mechanism: bearer }\n    headers: { Accept: application/json, Idem',
    '    auth: { mechanism: bearers }\n    headers: { Accept: application/json, Idem',
    '@ no auth mechanism "bearers"; there is: basic, bearer, mutual-tls, signature, private-key-jwt, snap-signature; did you mean "bearer"?',
  ],
  [
    'a token for the request that asks for one',
    'control:\n  headers:',
    'control:\n  auth: { mechanism: bearer }\n  headers:',
    'the request for a token has no token to send: mechanism bearer belongs to an operation (operations.<operationId>.auth)',
  ],
  [
    'auth beside control',
    'control:\n',
    'auth: { mechanism: bearer }\ncontrol:\n',
    'has the unknown key "auth"; there is: ',
  ],
  [
    'auth beside control, with where it belongs',
    'control:\n',
    'auth: { mechanism: bearer }\ncontrol:\n',
    '; auth belongs under control or under an operation',
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
    'a header twice, in another letter case',
    ', Idempotency-Key: conformance-1 }',
    ', Idempotency-Key: conformance-1, idempotency-key: conformance-2 }',
    '@ idempotency-key is the header Idempotency-Key, since names of headers have no letter case; leave one of them out',
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
    'contract.yaml:30: the merge key "<<" is not of YAML 1.2; write the members out',
  ],
  [
    'a key that is a trap',
    '  clientId:\n    description:',
    '  clientId:\n    __proto__: { secret: true }\n    description:',
    'contract.yaml:30: the key "__proto__" is not read; give it another name',
  ],
];

refusesEach(rows);

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
