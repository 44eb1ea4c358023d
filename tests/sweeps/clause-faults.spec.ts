/** A slip in a clause is refused with its line: its check, its source, its refusal, and the ways that break a request. */
import { type FaultRow, refusesEach } from '../support/fault-rows.ts';

const rows: FaultRow[] = [
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
    '@ source "payment" is not under sources; there is: page, payments, rfc9110, rfc8259; did you mean "payments"?',
  ],
  [
    'an unknown refusal',
    '    refusal: token\n',
    '    refusal: tokens\n',
    '@ refusal "tokens" is not under refusals; there is: credentials, parameters, body, method, token, payment-field, unknown-account, other-method; did you mean "token"?',
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
    '        - nul-after\n      deep:\n        - blank-inside\n',
    '        - nul-after\n      deep:\n        - blank-insides\n',
    'no way "blank-insides" to change field client_id; there is: absent',
  ],
  [
    'a way of a longer profile that changes nothing',
    '        - nul-after\n      deep:\n        - blank-inside\n',
    '        - nul-after\n      deep:\n        - alone\n',
    'the way "alone" changes nothing: the OpenAPI file documents no scope of token',
  ],
  [
    'a way that every profile tries, of a longer one too',
    '        - nul-after\n      deep:\n        - blank-inside\n',
    '        - nul-after\n      deep:\n        - nul-after\n',
    'the way "nul-after" is tried by every profile already; it belongs in one of the two lists',
  ],
  [
    'parameters of a request that has none',
    '    refusal: token\n',
    '    refusal: token\n  - id: EXAMPLE-extra\n    statement: It holds.\n    level: must\n    source: payments\n    at: Payments\n    operation: listPayments\n    demand: { query: parameters, break: [parameters-in-query] }\n    refusal: token\n',
    'the way "parameters-in-query" changes nothing: the good request of listPayments has no parameter in its body',
  ],
  [
    'credentials that are not sent that way',
    '    demand:\n      field: client_id\n      break:\n        - other-value\n        - shortened\n        - lengthened\n        - flipped-case\n        - blank-before\n        - blank-after\n        - line-after\n        - nul-after\n      deep:\n        - blank-inside\n',
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
    'a length that is not documented',
    '        - other-value\n        - shortened\n',
    '        - too-short\n',
    'the way "too-short" changes nothing: the schema of client_id has no minLength of 2 or more',
  ],
  [
    'a bound that is not documented',
    '        - other-value\n        - shortened\n',
    '        - too-large\n',
    'the way "too-large" changes nothing: the schema of client_id has no maximum or exclusiveMaximum of a number',
  ],
  [
    'a pattern that is not documented',
    '        - other-value\n        - shortened\n',
    '        - other-form\n',
    'the way "other-form" changes nothing: the schema of client_id has no pattern that a text breaks',
  ],
  [
    'a word for a text',
    '        - other-value\n        - shortened\n',
    '        - word\n',
    'the way "word" changes nothing: the schema of client_id has no type that leaves out texts',
  ],
  [
    'the length of a header that documents none',
    '    demand:\n      field: client_id\n      break:\n        - other-value\n        - shortened\n        - lengthened\n        - flipped-case\n        - blank-before\n        - blank-after\n        - line-after\n        - nul-after\n      deep:\n        - blank-inside\n',
    '    demand:\n      header: X-Api-Key\n      break: [too-long]\n',
    'the way "too-long" changes nothing: the schema of X-Api-Key has no maxLength',
  ],
  [
    'the length of a header that a mechanism makes',
    '    demand: { auth: bearer, break: [no-token, foreign-token, altered-signature, alg-none, flipped-case, lengthened, basic-scheme, after-end] }\n',
    '    demand: { header: Authorization, break: [too-long] }\n',
    'the way "too-long" changes nothing: the good request of createPayment gives no value of Authorization itself',
  ],
  [
    'a method that is sent already',
    '    demand:\n      field: client_id\n      break:\n        - other-value\n        - shortened\n        - lengthened\n        - flipped-case\n        - blank-before\n        - blank-after\n        - line-after\n        - nul-after\n      deep:\n        - blank-inside\n',
    '    demand:\n      method: POST\n      break: [post]\n',
    'the way "post" changes nothing: token is sent by POST already',
  ],
  [
    'a header that is not sent',
    '    demand:\n      field: client_id\n      break:\n        - other-value\n        - shortened\n        - lengthened\n        - flipped-case\n        - blank-before\n        - blank-after\n        - line-after\n        - nul-after\n      deep:\n        - blank-inside\n',
    '    demand:\n      header: X-Client\n      break: [absent]\n',
    'the good request of token has no header "X-Client"; there is: Accept, X-Api-Key, Content-Type, User-Agent',
  ],
];

refusesEach(rows);
