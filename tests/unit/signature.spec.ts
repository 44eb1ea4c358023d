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
import { exampleContract, exampleNames, examples, runServed } from './support/example.ts';
import { headerOf, raised } from './support/lax.ts';
import { installed, openShell } from './support/shells.ts';
import { type ChangedExample, changedExample } from './support/variant.ts';

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
      ? { timestamp: { header: 'X-Time', form: /form: "?([^",}]+)"?/.exec(timestamp)?.[1]?.trim() ?? '' } }
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
