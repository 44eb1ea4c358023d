/** Signatures as data: what a contract says is signed is what is sent, and whatever is signed otherwise is seen. */
import { generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { genericProvider } from '../../mock/generic.ts';
import { startMock } from '../../mock/server.ts';
import { missedParts, signedParts } from '../../proof/signed.ts';
import { memoryStore, openSession } from '../../src/run/session.ts';
import { twistsOf } from '../../src/scenario/auth/signature/twists.ts';
import { plan } from '../../src/scenario/plan.ts';
import { loadEnvironment } from '../../src/target/environment.ts';
import { resolveTarget } from '../../src/target/target.ts';
import { exampleContract, exampleNames, examples, runServed } from '../support/example.ts';
import { headerOf, raised } from '../support/lax.ts';
import { installed, openShell } from '../support/shells.ts';
import { type ChangedExample, changedExample } from '../support/variant.ts';

interface Row {
  algorithm: string;
  encoding: string;
  over: string;
  timestamp?: string;
}

const pemOf = (key: { export(options: object): string | Buffer }): string =>
  key.export({ type: 'pkcs8', format: 'pem' }).toString();

/** A key for each kind of algorithm; the names of the algorithms begin with the kinds. */
const keys: Record<string, () => string> = {
  rsa: () => pemOf(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey),
  ecdsa: () => pemOf(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey),
  ed25519: () => pemOf(generateKeyPairSync('ed25519').privateKey),
  hmac: () => 'Throw away: a secret with blanks, "quotes", $signs and ünïcode',
};

const rows: Record<string, Row> = {
  'RSA, Base64, a token and the path with its query': {
    algorithm: 'rsa-sha256',
    encoding: 'base64',
    over: '{method} {target} {token|lower}',
    timestamp: '{ header: X-Time, form: "yyyy-MM-dd\'T\'HH:mm:ss.SSSXXX", zone: "-03:30" }',
  },
  'RSA-PSS, Base64url, the body as it is sent': {
    algorithm: 'rsa-pss-sha256',
    encoding: 'base64url',
    over: '{body}.{header:X-Time}',
    timestamp: '{ header: X-Time, form: epoch-seconds }',
  },
  'ECDSA, hexadecimal, a hash of the body': {
    algorithm: 'ecdsa-p256-sha256',
    encoding: 'hex',
    over: '{{{sha256(body)|base64}}}\n{header:Idempotency-Key|upper}{header:X-Time}',
    timestamp: '{ header: X-Time, form: epoch-milliseconds }',
  },
  'Ed25519, hexadecimal in capitals, header and body': {
    algorithm: 'ed25519',
    encoding: 'hex-upper',
    over: '{header:Content-Type}|{sha512(minified body)|hex|upper}',
  },
  'HMAC-SHA-256, Base64, a credential and the date': {
    algorithm: 'hmac-sha256',
    encoding: 'base64',
    over: '{credential:clientId}_{date:yyyyMMdd}_{path}_{body}',
  },
  'HMAC-SHA-256, hexadecimal, the date of HTTP': {
    algorithm: 'hmac-sha256',
    encoding: 'hex',
    over: '{method} {path}\n{header:X-Time}',
    timestamp: '{ header: X-Time, form: "EEE, dd MMM yyyy HH:mm:ss \'GMT\'" }',
  },
  'HMAC-SHA-512, hexadecimal, the SNAP transaction': {
    algorithm: 'hmac-sha512',
    encoding: 'hex',
    over: '{method}:{path}:{token}:{sha256(minified body)|hex|lower}:{header:X-Time}',
    timestamp: '{ header: X-Time, form: "yyyy-MM-dd\'T\'HH:mm:ssXXX", zone: "+07:00" }',
  },
};

const kindOf = ({ algorithm }: Row): string => algorithm.split('-')[0] ?? '';

/** The example whose payment is signed beside its token; every way that the row gives is broken by one demand. */
function signedExample(row: Row): ChangedExample {
  const { algorithm, encoding, over, timestamp } = row;
  const format = kindOf(row) === 'hmac' ? '' : ', format: private-key';
  const spoken = {
    mechanism: 'signature' as const,
    header: 'X-Sign',
    key: { credential: 'signingKey' },
    ...{ algorithm, encoding, over },
    ...(timestamp
      ? {
          timestamp: {
            header: 'X-Time',
            form: /form: ("[^"]+"|[^,}]+)/.exec(timestamp)?.[1]?.replace(/"/g, '').trim() ?? '',
          },
        }
      : {}),
  };
  // A time in UTC is one of the provider's time, written otherwise; nothing else is.
  const broken = Object.keys(twistsOf(spoken as Parameters<typeof twistsOf>[0])).filter(
    (way) => way !== 'timestamp-utc',
  );
  const line = `auth: [{ mechanism: bearer }, { mechanism: signature, header: X-Sign, algorithm: ${algorithm}, key: { credential: signingKey }, encoding: ${encoding}, over: ${JSON.stringify(over)}${timestamp ? `, timestamp: ${timestamp}` : ''} }]`;
  return changedExample()
    .replace(
      '    auth: { mechanism: bearer }\n    headers: { Accept: application/json, Idem',
      `    ${line}\n    headers: { Accept: application/json, Idem`,
    )
    .replace(
      '  accountId:\n',
      `  signingKey: { description: What payments are signed with, secret: true${format} }\n  accountId:\n`,
    )
    .replace(
      'clauses:\n',
      `clauses:\n  - id: EXAMPLE-signed\n    statement: A signature over anything else than the request is refused.\n    level: must\n    source: payments\n    at: Signature\n    operation: createPayment\n    demand: { auth: signature, break: [${broken.join(', ')}] }\n    refusal: token\n`,
    )
    .replace('      accountId:', `      signingKey: ${JSON.stringify(keys[kindOf(row)]?.())}\n      accountId:`, {
      file: 'environment.yaml',
    });
}

test('a way that would leave the request as it is says so, and accuses nobody', async () => {
  const row = {
    algorithm: 'hmac-sha256',
    encoding: 'hex',
    over: '{method},{path},{header:X-Blank},{credential:clientId}',
    timestamp: '{ header: X-Time, form: yyyyMMdd }',
  };
  const example = signedExample(row)
    .replace('headers: { Accept: application/json, Idem', 'headers: { X-Blank: "", Accept: application/json, Idem')
    .replace('    expiryWait', '    timestampOffset: 1\n    expiryWait', { file: 'environment.yaml' });
  const result = await runServed(example.load(), `${example.folder}/environment.yaml`);
  expect(raised(result)).toEqual({});
  const signed = result.clauses.find(({ id }) => id.endsWith('-signed'))?.observations ?? [];
  const judged = signed.map(({ scenario }) => scenario.split('/')[1]?.split('@')[0] ?? '');
  const same = ['comma-text', 'timestamp-future', 'timestamp-stale', 'without-x-blank'];
  expect(judged.filter((way) => same.includes(way))).toEqual([]);
  expect(judged).toEqual(expect.arrayContaining(['joined-text', 'without-method', 'other-x-blank', 'other-key']));
});

test('a token in a header of its own, without a scheme, is guarded and signed as any other', async () => {
  const row = { algorithm: 'hmac-sha256', encoding: 'hex', over: '{token}:{body}' };
  const own = '{ mechanism: bearer, header: X-Access-Token, scheme: none }, {';
  const example = signedExample(row).replace('{ mechanism: bearer }, {', own);
  const result = await runServed(example.load(), `${example.folder}/environment.yaml`);
  expect(raised(result)).toEqual({});
  expect(result.verdict).toBe('conforms');
  const said =
    /contract\.yaml:\d+: auth has the unknown key "schem"; bearer takes header, scheme; did you mean "scheme"/;
  expect(example.replace('scheme: none', 'schem: none').problems()).toMatch(said);
});

for (const name of exampleNames) {
  const contract = exampleContract(name);
  if (signedParts(contract).length > 0)
    test(`${name}: a server that is lax in one part of what is signed is seen`, async () => {
      expect(await missedParts(contract, join(examples, name, 'environment.yaml'))).toMatchObject({ missed: [] });
    });
}

for (const [title, row] of Object.entries(rows)) {
  test(`${title}: a server that is lax in one part of what is signed is seen`, async () => {
    const example = signedExample(row);
    const { total, missed } = await missedParts(example.load(), `${example.folder}/environment.yaml`);
    expect(missed).toEqual([]);
    expect(total).toBeGreaterThanOrEqual(2);
  });

  test(`${title}: the good request is accepted, and no other signature`, async () => {
    const example = signedExample(row);
    const result = await runServed(example.load(), `${example.folder}/environment.yaml`);
    expect(raised(result)).toEqual({});
    expect(result.verdict).toBe('conforms');
    const signed = result.clauses.find(({ id }) => id.endsWith('-signed'));
    expect(signed?.observations.length).toBeGreaterThanOrEqual(12);
  });

  test(`${title}: every command sends what the suite sends, and shows no secret to other processes`, async () => {
    test.setTimeout(60_000);
    const example = signedExample(row);
    const contract = example.load();
    const environment = loadEnvironment(`${example.folder}/environment.yaml`, { [contract.provider]: contract });
    const target = resolveTarget(environment, contract, {});
    const account = Object.fromEntries(Object.entries(target.credentials).map(([name, { value }]) => [name, value]));
    const served = genericProvider({ contract: contract.file, account });
    const mock = await startMock({ more: [served] });
    const session = openSession(target, `${mock.url}${served.basePath}`, memoryStore(), {
      sleep: async () => undefined,
    });
    let received = '';
    mock.intercept = (call) => {
      if (call.operation === 'createPayment') received = headerOf(call, 'X-Sign');
      return call.answer();
    };
    // DER writes a number in as many bytes as it needs, so that two signatures of ECDSA may differ in length.
    const shown = (): string => (kindOf(row) === 'ecdsa' ? '' : `${received.length} ${/^[0-9a-f]+$/.test(received)}`);
    const sent: { id: string; curl: string; status: number; shape: string }[] = [];
    for (const scenario of plan(contract).filter(
      ({ change }) => change?.part === 'auth' && change.name === 'signature',
    )) {
      const { exchange } = await session.run(scenario);
      if (exchange?.response)
        sent.push({ id: scenario.id, curl: exchange.curl, status: exchange.response.status, shape: shown() });
    }
    expect(sent.length).toBeGreaterThanOrEqual(12);
    const good = await session.run(
      plan(contract).find(({ id }) => id === 'control@createPayment') ?? plan(contract)[0],
    );
    sent.push({
      id: 'control',
      curl: good.exchange?.curl ?? '',
      status: good.exchange?.response?.status ?? 0,
      shape: shown(),
    });
    expect(sent.at(-1)?.status).toBe(201);
    await session.close();
    const variables = Object.values(target.credentials).map(({ variable, value }) => [variable, String(value)]);
    // One shell for each way; both read the same words, which curl.spec.ts shows.
    for (const name of installed) {
      const shell = openShell(name, Object.fromEntries(variables));
      for (const { id, curl, status, shape } of name === 'bash' ? sent : sent.slice(-2)) {
        received = '';
        const printed = await shell.run(curl);
        expect
          .soft(/^HTTP\/[\d.]+ (\d{3})/.exec(printed)?.[1], `${name}: ${id}\n${curl}\n${printed}`)
          .toBe(`${status}`);
        expect.soft(shown(), `${name}: ${id}\n${curl}`).toBe(shape);
      }
      const processes = shell.processes();
      await shell.close();
      const secrets = target.secrets.flatMap((secret) => secret.split('\n')).filter((text) => !text.includes('-----'));
      expect(secrets.filter((secret) => secret !== '' && processes.includes(secret))).toEqual([]);
    }
    await mock.close();
  });
}

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
];

for (const [title, from, to, said] of slips)
  test(`refused with file and line: ${title}`, () => {
    if (!snap) throw new Error('the row is gone');
    const problems = signedExample(snap).replace(from, to).problems();
    expect(problems).toMatch(said);
    expect(problems).toMatch(/contract\.yaml:\d+: /);
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
