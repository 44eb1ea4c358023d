import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Authority, Identity } from '../../../mock/certificates.ts';
import { baseUrls, type MockOptions, startMock } from '../../../mock/server.ts';
import { contractNamed, contracts } from '../../../proof/run.ts';
import type { Diagnosis } from '../../../src/doctor/diagnosis.ts';
import { diagnosisLines, examine, exitCodeOfDiagnoses } from '../../../src/doctor/doctor.ts';
import { loadEnvironment } from '../../../src/target/environment.ts';
import { expectNoSecret } from '../../support/canaries.ts';
import { mintAuthority } from '../../support/certificates.ts';
import { newFolder } from '../../support/folders.ts';
import { deadPort, mockTarget } from '../../support/network.ts';
import type { Ended } from '../../support/script.ts';

let caFile = '';
// A worker runs these once for each group of tests it is given, so the folder is made anew each time.
let folder = '';
test.beforeAll(() => {
  authority = mintAuthority();
  server = issue(['127.0.0.1']);
  folder = newFolder('doctor');
  caFile = join(folder, 'ca.pem');
  writeFileSync(caFile, authority.cert);
});

const day = 86_400_000;
/** Minted when the first test needs it: the process that lists the tests needs none. */
let authority: Authority;
let server: Identity;
const issue = (altNames: string[], days = 40) =>
  authority.issue({
    commonName: 'localhost',
    usage: 'server',
    altNames,
    notBefore: new Date(Date.now() - 100 * day),
    notAfter: new Date(Date.now() + days * day + day / 2),
  });
const canary = 'canary/secret+of the@client';
const { credentials } = mockTarget('singapay');
const value = (name: string): string => String(credentials[name]?.value);
const good = {
  SINGAPAY_PARTNER_ID: value('partnerId'),
  SINGAPAY_CLIENT_ID: value('clientId'),
  SINGAPAY_CLIENT_SECRET: value('clientSecret'),
};

/** An environment file for one provider at a base URL. */
function environmentFile(name: string, baseUrl: string, rest = ''): string {
  const file = join(folder, `${name}.yaml`);
  const credentials =
    '{ partnerId: $SINGAPAY_PARTNER_ID, clientId: $SINGAPAY_CLIENT_ID, clientSecret: $SINGAPAY_CLIENT_SECRET }';
  writeFileSync(
    file,
    `kind: sandbox\nproviders:\n  singapay:\n    baseUrl: ${baseUrl}\n    credentials: ${credentials}\n${rest}`,
  );
  return file;
}

/** What the doctor finds of every target of an environment file, in this process; the command prints the same lines. */
async function examined(file: string, variables: Record<string, string>): Promise<Pick<Ended, 'code' | 'output'>> {
  const environment = loadEnvironment(file, contracts);
  const found: Diagnosis[] = [];
  const lines: string[] = [];
  for (const provider of Object.keys(environment.providers)) {
    const one = { environment, contract: contractNamed(provider) };
    const diagnoses = await examine(one, variables, () => Promise.reject(new Error('it has an address')));
    found.push(...diagnoses);
    lines.push(...diagnosisLines(one, diagnoses));
  }
  return { code: exitCodeOfDiagnoses(found), output: lines.join('\n') };
}

/** Examines a mock of its own. */
async function doctor(
  name: string,
  options: MockOptions,
  rest = '',
  variables: Record<string, string> = good,
): Promise<Pick<Ended, 'code' | 'output'>> {
  const mock = await startMock(options);
  const file = environmentFile(name, `${mock.url}${baseUrls['singapay'] ?? ''}`, rest);
  const ended = await examined(file, variables);
  await mock.close();
  expectNoSecret(ended.output, [good.SINGAPAY_CLIENT_SECRET, canary]);
  return ended;
}

test('a fresh token is tried at the protected resource; what it may lack is named, and the token never is', async () => {
  const probe = (path: string): string => `    probe: { method: GET, path: ${path}, refused: [401] }\n`;
  const tokens: string[] = [];
  const answering =
    (status: number | null): NonNullable<MockOptions['intercept']> =>
    (call) => {
      const answer = call.answer();
      const token = /"access_token":"([^"]+)"/.exec(String(answer.body))?.[1];
      if (token) tokens.push(token);
      const bearer = call.received.headers.find(([name]) => name === 'Authorization')?.[1] ?? '';
      return call.operation === 'token' || status === null ? answer : { status, headers: [], body: `no: ${bearer}` };
    };
  const well = await doctor('probed', { intercept: answering(null) }, probe('/api/v1.0/balance'));
  expect(well).toMatchObject({ code: 0, output: expect.stringMatching(/ok +probe +accepts a fresh token/) });
  const rows: [path: string, status: number | null, said: RegExp][] = [
    ['/api/v1.0/nowhere', null, /GET \/api\/v1\.0\/nowhere was answered 404.*; check probe\.path/],
    ['/api/v1.0/balance', 400, /was answered 400.*; a header.*check probe\.headers/],
    ['/api/v1.0/balance', 403, /was answered 403.*; the token may be for another audience/],
  ];
  for (const [path, status, said] of rows) {
    const { code, output } = await doctor('shut', { intercept: answering(status) }, probe(path));
    expect(output).toMatch(/unreached +probe/);
    expect(output).toMatch(said);
    expect(code).toBe(2);
    expectNoSecret(output, tokens);
  }
});

test('over TLS: version, authority and days are shown, and the control is granted', async () => {
  const { code, output } = await doctor('well', { tls: server }, `    tls: { ca: ${caFile} }\n`);
  expect(output).toMatch(/ok +TLS +TLSv1\.3, issued by Throw-away test authority, 40 days left/);
  expect(output).toMatch(/ok +control +granted/);
  expect(code).toBe(0);
});

test('a certificate that ends soon warns; an unknown authority and a wrong host stop it', async () => {
  const ending = await doctor('ending', { tls: issue(['127.0.0.1'], 3) }, `    tls: { ca: ${caFile} }\n`);
  expect(ending).toMatchObject({
    code: 0,
    output: expect.stringMatching(/warning +TLS .*3 days left; ask the operator/),
  });
  const unknown = await doctor('unknown', { tls: server });
  expect(unknown).toMatchObject({
    code: 2,
    output: expect.stringMatching(
      /unreached +TLS .*unknown authority \(.*\); .*tls\.ca or in NODE_EXTRA_CA_CERTS; otherwise/,
    ),
  });
  expect(unknown.output).not.toContain('control');
  const wrong = await doctor('wrong', { tls: issue(['other.example']) }, `    tls: { ca: ${caFile} }\n`);
  expect(wrong).toMatchObject({ code: 2, output: expect.stringMatching(/unreached +TLS .*for another host/) });
});

test('a client certificate: days left; of another key, or expired: a fault', async () => {
  const mtls = { tls: { ...server, ca: authority.cert, requestCert: true } };
  const pair = authority.issue({ commonName: 'client', usage: 'client' });
  const other = authority.issue({ commonName: 'other', usage: 'client' });
  const expired = authority.issue({
    commonName: 'client',
    usage: 'client',
    notBefore: new Date(Date.now() - 9 * day),
    notAfter: new Date(Date.now() - 2 * day),
  });
  const rest = `    tls: { ca: ${caFile}, cert: $CERT, key: $KEY }\n`;
  const run = (cert: string, key: string) => doctor('mtls', mtls, rest, { ...good, CERT: cert, KEY: key });
  expect(await run(pair.cert, pair.key)).toMatchObject({
    code: 0,
    output: expect.stringMatching(/ok +tls\.cert +of the key, 29 days left/),
  });
  expect(await run(other.cert, pair.key)).toMatchObject({
    code: 3,
    output: expect.stringContaining('tls.cert is not the certificate of tls.key'),
  });
  expect(await run(expired.cert, expired.key)).toMatchObject({
    code: 3,
    output: expect.stringMatching(/fault +set-up +\S+: tls\.cert has expired, on \d{4}-\d\d-\d\d; ask its authority/),
  });
});

test('a dead host and one that does not resolve: exit code 2 and a remedy', async () => {
  const dead = environmentFile('dead', `http://127.0.0.1:${await deadPort()}`);
  expect(await examined(dead, good)).toMatchObject({
    code: 2,
    output: expect.stringMatching(/unreached +connection +the connection was refused.*; check baseUrl/),
  });
  const nowhere = environmentFile('nowhere', 'https://nowhere.invalid');
  expect(await examined(nowhere, good)).toMatchObject({
    code: 2,
    output: expect.stringMatching(/unreached +name +nowhere\.invalid: .*; check baseUrl, the VPN/),
  });
});

test('a proxy that is down is named by its address, without its password', async () => {
  const file = environmentFile('proxied', 'https://provider.test');
  const password = 'canary-of-the-proxy';
  const variables = { ...good, HTTPS_PROXY: `http://me:${password}@127.0.0.1:${await deadPort()}` };
  const { code, output } = await examined(file, variables);
  expect(code).toBe(2);
  expect(output).toMatch(/ok +proxy +127\.0\.0\.1:\d+ by HTTPS_PROXY/);
  expect(output).toMatch(/unreached +connection +the proxy 127\.0\.0\.1:\d+ cannot be reached/);
  expectNoSecret(output, [password, `me:${password}`]);
});

test('values that cannot be meant so are faults by the name of their variable', async () => {
  for (const [text, fault] of [
    [` ${canary}`, 'begins or ends with white space'],
    [`"${canary}"`, 'is in quotes, which become part of it'],
    [`${canary}\u0007x`, 'holds a control character'],
  ] as const) {
    const ended = await doctor('malformed', {}, '', { ...good, SINGAPAY_CLIENT_SECRET: text });
    expect(ended.code).toBe(3);
    expect(ended.output).toContain(`SINGAPAY_CLIENT_SECRET) ${fault}; write only the value itself`);
  }
});

test('a webhook that has no address warns, and one that has is named by its variable alone', async () => {
  const unset = await doctor('notified', {}, 'notify: $DOCTOR_HOOK\n');
  expect([unset.code, unset.output]).toEqual([0, expect.stringMatching(/warning +notify +DOCTOR_HOOK is not set/)]);
  const hook = { ...good, DOCTOR_HOOK: 'https://hooks.example/part-of-the-secret' };
  const set = await doctor('notified', {}, 'notify: $DOCTOR_HOOK\n', hook);
  expect([set.code, set.output]).toEqual([0, expect.stringMatching(/ok +notify +DOCTOR_HOOK$/m)]);
  expect(set.output).not.toContain('part-of-the-secret');
});

test('a clock that is off warns', async () => {
  const { code, output } = await doctor('skewed', { clock: () => Date.now() + 120_000 });
  expect(code).toBe(0);
  expect(output).toMatch(/warning +clock +the provider’s clock is 1(19|20|21) s ahead; set this machine by NTP/);
});

test('a store whose certificate has expired warns, since nothing sends it; its passphrase is not shown', async () => {
  const identity = authority.issue({
    commonName: 'client',
    usage: 'client',
    notBefore: new Date(Date.now() - 9 * day),
    notAfter: new Date(Date.now() - 2 * day),
  });
  const store = join(folder, 'finnet.p12');
  writeFileSync(store, identity.pkcs12('canary-passphrase'));
  const file = join(folder, 'store.yaml');
  const text = readFileSync('environments/dev.yaml', 'utf8').replace(/ {2}singapay:[\s\S]*/, '');
  writeFileSync(file, text);
  const variables = { FINNET_CLIENT_KEY: 'client-key', FINNET_PRIVATE_KEY: store };
  const expired = await examined(file, { ...variables, FINNET_KEY_PASSPHRASE: 'canary-passphrase' });
  expect(expired.code).toBe(2);
  expect(expired.output).toMatch(/ok +key +privateKey: RSA, 2048 bits\n +warning +certificate +has expired/);
  expectNoSecret(expired.output, ['canary-passphrase']);
  const closed = await examined(file, { ...variables, FINNET_KEY_PASSPHRASE: 'canary-other' });
  expect(closed.code).toBe(3);
  expect(closed.output).toMatch(/FINNET_PRIVATE_KEY\) is a PKCS#12 store that the passphrase does not open/);
});

test('an answer that gives the secret back is shown without it', async () => {
  const body = `no: ${Buffer.from(canary).toString('base64')} ${canary}`;
  const intercept = () => ({ status: 400, headers: [], body });
  const echoed = await doctor('echoed', { intercept }, '', { ...good, SINGAPAY_CLIENT_SECRET: canary });
  expect(echoed).toMatchObject({ code: 2, output: expect.stringContaining('answered 400: no: ') });
});
