/** A slip in a signature, or in a probe that is signed, is refused with its file and line. */
import { expect, test } from '@playwright/test';
import { loadEnvironment } from '../../src/target/environment.ts';
import { rows, signedExample } from '../support/signed-example.ts';
import { changedExample } from '../support/variant.ts';

const snap = rows['HMAC-SHA-512, hexadecimal, the SNAP transaction'];

const slips: [title: string, from: string, to: string, said: RegExp][] = [
  [
    'an ingredient that is none',
    '{method}:{path}',
    '{method}:{pth}',
    /contract\.yaml:\d+: character 11: there is no ingredient "pth"; there is: method, path.*did you mean "path"/,
  ],
  [
    'a header that is not sent',
    '{header:X-Time}',
    '{header:X-Tim}',
    /sends no header "X-Tim"; it sends .*X-Time; did you mean "X-Time"/,
  ],
  [
    'a credential that is none',
    '{method}:',
    '{credential:clientID}:',
    /credential "clientID" is not under credentials; did you mean "clientId"/,
  ],
  [
    'a value without the signature',
    'encoding: hex,',
    'encoding: hex, value: "v1={credential:clientId}",',
    /contract\.yaml:\d+: character 1: it must hold \{signature\} once, as it is/,
  ],
  [
    'a value of parts that do not stand in a header',
    'encoding: hex,',
    'encoding: hex, value: "{signature},{body}",',
    /character 14: there is no ingredient "body"; there is: signature, header, credential/,
  ],
  [
    'a value beside a credential that is none',
    'encoding: hex,',
    'encoding: hex, value: "{credential:keyid} {signature}",',
    /credential "keyid" is not under credentials/,
  ],
  ['an algorithm that is none', 'hmac-sha512', 'hmac-sha513', /algorithm must be one of "rsa-sha256", .*"hmac-sha512"/],
  [
    'a private key for a shared secret',
    'algorithm: hmac-sha512',
    'algorithm: rsa-sha256',
    /rsa-sha256 signs with a private key; give the credential signingKey the format: private-key/,
  ],
  ['a form that is none', 'HH:mm:ssXXX', 'hh:mm:ssXXX', /"hh" is no part of a date; there is: yyyy/],
  ['a key that is none', 'encoding: hex', 'encodng: hex', /has the unknown key "encodng"/],
  [
    'a token that is not sent',
    '{ mechanism: bearer }, { mechanism: sig',
    '{ mechanism: sig',
    /the token is signed, and none is sent: auth lists no mechanism bearer/,
  ],
  [
    'a mechanism that stands twice',
    '{ mechanism: bearer }, {',
    '{ mechanism: bearer }, { mechanism: bearer }, {',
    /auth names the mechanism "bearer" twice/,
  ],
  [
    'a value for what the signature makes',
    'headers: { Accept: application/json, Idem',
    'headers: { X-Time: now, Accept: application/json, Idem',
    /X-Time is made by the signature/,
  ],
  [
    'a way that the text does not give',
    'break: [other-method, ',
    'break: [other-methd, ',
    /no way "other-methd" to change auth signature; there is: other-method, .*did you mean "other-method"/,
  ],
  [
    'a value sent once that is sent every time',
    'clauses:\n',
    'clauses:\n  - id: EXAMPLE-once\n    statement: Once.\n    level: must\n    source: payments\n    at: Headers\n    operation: createPayment\n    demand: { header: Idempotency-Key, break: [reused] }\n    refusal: token\n',
    /the way "reused" changes nothing: createPayment sends the same Idempotency-Key every time/,
  ],
  [
    'a key of a signature that is none, with the keys that there are',
    'encoding: hex,',
    'encoding: hex, timestmp: {},',
    /has the unknown key "timestmp"; did you mean "timestamp"\? There is: mechanism, header, algorithm, key, encoding, over, value, timestamp, zone$/m,
  ],
  [
    'a signature over itself',
    '{header:X-Time}',
    '{header:x-sign}',
    /contract\.yaml:\d+: X-Sign holds this signature; it cannot be signed$/m,
  ],
  ['a zone by its name', 'zone: "+07:00"', 'zone: Asia/Jakarta', /timestamp\/zone is Z or an offset as \+07:00$/m],
  ['a header with a blank', 'header: X-Sign', 'header: X Sign', /\/header is no name of a header$/m],
  [
    'a hash whose bracket is open',
    '{sha256(minified body)|hex|lower}',
    '{sha256(minified body|hex:{header:X-Time}',
    /contract\.yaml:\d+: character \d+: the bracket of sha256\( is not closed$/m,
  ],
  [
    'a passphrase in place of the name of its credential',
    'key: { credential: signingKey }',
    'key: { credential: signingKey, passphrase: canary }',
    /contract\.yaml:\d+: passphrase is the name of a credential, and none under credentials has it$/m,
  ],
];

for (const [title, from, to, said] of slips)
  test(`refused with file and line: ${title}`, () => {
    if (!snap) throw new Error('the row is gone');
    const problems = signedExample(snap).replace(from, to).problems();
    expect(problems).toMatch(said);
    expect(problems).toMatch(/contract\.yaml:\d+: /);
  });

test('a mechanism that is none is the one fault of its row: nothing of its keys or of its credentials follows', () => {
  if (!snap) throw new Error('the row is gone');
  const problems = signedExample(snap).replace('mechanism: signature', 'mechanism: hmac').problems();
  expect(problems.split('\n').slice(1)).toEqual([
    expect.stringMatching(/contract\.yaml:\d+: no auth mechanism "hmac"; there is: basic, .*, signature, /),
  ]);
});

test('a value that is nearly one made anew is refused for its true cause alone', () => {
  const rows: [value: string, said: RegExp[]][] = [
    ['{ unique: digit, length: 36 }', [/Idempotency-Key\/unique must be "digits"$/]],
    ['{ unique: digits }', [/Idempotency-Key lacks length$/]],
    ['{ unique: digits, length: 6 }', [/Idempotency-Key\/length must be >= 12$/]],
    ['{ credentail: clientId }', [/lacks credential$/, /unknown key "credentail"; did you mean "credential"\?/]],
  ];
  for (const [value, said] of rows) {
    const problems = changedExample().replace('Idempotency-Key: conformance-1', `Idempotency-Key: ${value}`).problems();
    expect(problems.split('\n').slice(1), value).toEqual(said.map((one) => expect.stringMatching(one)));
  }
});

/** What a probe of the example may say, and what is said of it. */
const probes: [title: string, probe: string, said: RegExp | null][] = [
  ['an operation', '{ operation: createPayment, refused: [401] }', null],
  [
    'an operation that is none',
    '{ operation: createPaymnt, refused: [401] }',
    /environment\.yaml:\d+: no operation "createPaymnt"; there is: .*did you mean "createPayment"/,
  ],
  [
    'an operation and a path',
    '{ operation: createPayment, method: GET, path: /, refused: [401] }',
    /environment\.yaml:\d+: the good request of createPayment is sent as the contract gives it; delete method, path, or operation/,
  ],
  [
    'a signature alone',
    '{ method: POST, path: /payments, auth: { mechanism: signature, header: X-S, algorithm: hmac-sha256, key: { credential: clientSecret }, encoding: hex, over: "{path}" }, refused: [401] }',
    /auth lists no mechanism bearer/,
  ],
  [
    'a template with a slip',
    '{ method: POST, path: /payments, auth: [{ mechanism: bearer }, { mechanism: signature, header: X-S, algorithm: hmac-sha256, key: { credential: clientSecrt }, encoding: hex, over: "{boddy}" }], refused: [401] }',
    /no credential "clientSecrt".*did you mean "clientSecret"[\s\S]*no ingredient "boddy".*did you mean "body"/,
  ],
];

for (const [title, probe, said] of probes)
  test(`a probe of ${title} is ${said ? 'refused' : 'taken'}`, () => {
    const example = changedExample().replace('    expiryWait', `    probe: ${probe}\n    expiryWait`, {
      file: 'environment.yaml',
    });
    const contract = example.load();
    const load = () => loadEnvironment(`${example.folder}/environment.yaml`, { [contract.provider]: contract });
    if (said) expect(load).toThrow(said);
    else expect(load).not.toThrow();
  });
