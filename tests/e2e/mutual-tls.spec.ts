/** Client certificates as credentials (RFC 8705): servers that are lax or strict about them, and commands that send them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { genericProvider } from '../../mock/generic.ts';
import { askingTls } from '../../mock/mutual-tls.ts';
import { type Call, startMock } from '../../mock/server.ts';
import type { Contract } from '../../src/contract/types.ts';
import { diagnosisLines, examine } from '../../src/doctor/doctor.ts';
import type { TargetResult } from '../../src/formats/results.ts';
import { rejudge } from '../../src/results/rejudge-target.ts';
import { memoryStore, openSession } from '../../src/run/session.ts';
import { plan } from '../../src/scenario/plan.ts';
import { accountOf, trusting } from '../../src/target/account.ts';
import { loadEnvironment } from '../../src/target/environment.ts';
import { metaOf } from '../../src/target/meta.ts';
import { resolveTarget } from '../../src/target/target.ts';
import { exampleContract, exampleNames, examples, runExample, runServed } from '../support/example.ts';
import { newFolder } from '../support/folders.ts';
import { raised } from '../support/lax.ts';
import { installed, openShell } from '../support/shells.ts';

const mechanism = 'mutual-tls';
const usesIt = (contract: Contract): boolean =>
  contract.operation.control.auth.some((spec) => spec.mechanism === mechanism);
// The one example whose client is authenticated by its certificate.
const [name = ''] = exampleNames.filter((one) => usesIt(exampleContract(one)));
const contract = exampleContract(name);
const file = join(examples, name, 'environment.yaml');
const environment = loadEnvironment(file, { [name]: contract });
const target = resolveTarget(environment, contract, {});
const certificate = target.clientCertificate?.cert ?? '';

const observationsOf = (result: TargetResult, clause: string) =>
  result.clauses.find(({ id }) => id === `${name}-${clause}`)?.observations ?? [];

/** Grants what the mock refuses because of the certificate. */
const lax = (operation: string, takes: (call: Call) => boolean) =>
  runExample(name, {
    intercept: (call) => {
      const answer = call.answer();
      if (call.operation !== operation || answer.status !== 401 || !takes(call)) return answer;
      return operation === 'token' ? call.grant() : { ...answer, status: 200, body: '{"accounts":[]}' };
    },
    select: ({ id, change }) => id === 'control' || change?.name === mechanism,
  });

for (const [operation, clause] of [
  ['token', 'certificate'],
  ['listAccounts', 'token-bound'],
] as const)
  for (const [title, takes, way] of [
    ['that wants no certificate', (call: Call) => call.received.certificate === undefined, 'no-certificate'],
    [
      'that takes any certificate of those names',
      (call: Call) => call.received.certificate !== undefined,
      'other-certificate',
    ],
  ] as const)
    test(`${operation}: a server ${title} is seen, by its way alone`, async () => {
      const result = await lax(operation, takes);
      expect(raised(result)).toEqual({ fails: [clause] });
      const failed = observationsOf(result, clause).filter(({ verdict }) => verdict === 'fail');
      expect(failed.map(({ scenario }) => scenario)).toEqual([`${name}-${clause}/${way}`]);
    });

for (const maxVersion of ['TLSv1.3', 'TLSv1.2'] as const)
  test(`${maxVersion}: a server that turns clients away in the handshake conforms, also when it is judged again`, async () => {
    const result = await runExample(name, { tls: { rejectUnauthorized: true, ca: certificate, maxVersion } });
    expect(raised(result)).toEqual({});
    expect([result.verdict, result.incidents]).toEqual(['conforms', []]);
    const received = ['certificate', 'token-bound'].flatMap((clause) => observationsOf(result, clause));
    expect(received.map((one) => one.received)).toEqual(Array(4).fill('refused in the handshake of TLS'));
    const again = rejudge(structuredClone(result), contract, metaOf(contract, environment), '2026-01-02');
    expect(again.clauses.map(({ id, verdict }) => [id, verdict])).toEqual(
      result.clauses.map(({ id, verdict }) => [id, verdict]),
    );
  });

test('a server that turns our own certificate away is not judged', async () => {
  const stranger = askingTls({ wantsCertificate: true })?.tls.cert ?? '';
  const result = await runExample(name, {
    tls: { rejectUnauthorized: true, ca: stranger },
    select: ({ id, change }) => id === 'control' || change?.name === mechanism,
  });
  expect(result.verdict).toBe('not-judged');
  expect(new Set(result.clauses.map(({ verdict }) => verdict))).toEqual(new Set(['inconclusive', 'not-exercised']));
  expect(result.incidents[0]?.cause).toMatch(/client certificate.*tls\.cert/);
});

test('a token that is bound to no certificate, or to another, is seen', async () => {
  const bound = /^(.*"access_token":")([^"]+)(".*)$/s;
  for (const cnf of [undefined, { 'x5t#S256': 'A'.repeat(43) }]) {
    const result = await runServed(contract, file, {
      select: ({ id }) => id === 'control',
      intercept: (call) => {
        const answer = call.answer();
        const [, before, token = '', after] = bound.exec(String(answer.body)) ?? [];
        const [header, claims = ''] = token.split('.');
        const { cnf: _own, ...rest } = JSON.parse(Buffer.from(claims, 'base64url').toString() || '{}');
        const changed = Buffer.from(JSON.stringify({ ...rest, cnf })).toString('base64url');
        return { ...answer, body: `${before}${header}.${changed}.signature${after}` };
      },
    });
    expect(raised(result)).toEqual({ fails: ['bound'] });
  }
});

test('every command is answered as the suite was, with a certificate as text and as a file', async () => {
  const served = genericProvider({ contract: contract.file, account: accountOf(target) });
  const asking = askingTls(served);
  const mock = await startMock({ more: [served], ...(asking ? { tls: asking.tls } : {}) });
  const folder = newFolder('certificates');
  const put = (file: string, text: string): string => {
    writeFileSync(join(folder, file), text);
    return join(folder, file);
  };
  const ca = put('ca.pem', asking?.ca ?? '');
  const session = openSession(trusting(target, asking?.ca ?? null), `${mock.url}${served.basePath}`, memoryStore());
  const sent: { id: string; curl: string; status: string }[] = [];
  for (const scenario of plan(contract)) {
    if (!scenario.id.startsWith('control') && scenario.change?.name !== mechanism) continue;
    const { exchange } = await session.run(scenario);
    sent.push({ id: scenario.id, curl: exchange?.curl ?? '', status: `${exchange?.response?.status}` });
  }
  await session.close();
  expect(sent.map(({ status }) => status)).toEqual(['200', '401', '401', '200', '401', '401']);
  const { cert = '', key = '' } = target.clientCertificate ?? {};
  const common = {
    CURL_CA_BUNDLE: ca,
    [`${name}_CLIENT_ID`.toUpperCase()]: String(target.credentials['clientId']?.value),
  };
  const given = [
    { [`${name}_TLS_CERT`.toUpperCase()]: cert, [`${name}_TLS_KEY`.toUpperCase()]: key.replaceAll('\n', '\\n') },
    { [`${name}_TLS_CERT`.toUpperCase()]: put('c.pem', cert), [`${name}_TLS_KEY`.toUpperCase()]: put('k.pem', key) },
  ];
  for (const shellName of installed)
    for (const [index, variables] of given.entries()) {
      const shell = openShell(shellName, { ...common, ...variables });
      for (const { id, curl, status } of index === 0 ? sent : sent.slice(0, 1)) {
        const printed = await shell.run(curl);
        expect
          .soft(/^HTTP\/[\d.]+ (\d{3})/.exec(printed)?.[1], `${shellName}: ${id}\n${curl}\n${printed}`)
          .toBe(status);
      }
      expect(shell.processes()).not.toContain(key.split('\n')[1]);
      await shell.close();
    }
  await mock.close();
});

test('a command sends the certificate of the connection also where it is no credential', async () => {
  const [other = ''] = exampleNames.filter((one) => !usesIt(exampleContract(one)));
  const plain = exampleContract(other);
  const known = resolveTarget(
    loadEnvironment(join(examples, other, 'environment.yaml'), { [other]: plain }),
    plain,
    {},
  );
  const asking = askingTls(genericProvider({ contract: contract.file, account: accountOf(target) }));
  const served = genericProvider({ contract: plain.file, account: accountOf(known) });
  const mock = await startMock({ more: [served], ...(asking ? { tls: asking.tls } : {}) });
  // A gateway in front of the provider wants a certificate.
  mock.intercept = (call) => (call.received.certificate ? call.answer() : { status: 403, headers: [], body: '' });
  const { tls, clientCertificate } = trusting(target, asking?.ca ?? null);
  const session = openSession({ ...known, tls, clientCertificate }, `${mock.url}${served.basePath}`, memoryStore());
  const { exchange } = await session.run(plan(plain)[0]);
  await session.close();
  expect(exchange?.response?.status).toBe(200);
  const { cert = '', key = '' } = clientCertificate ?? {};
  const ca = join(newFolder('certificates'), 'ca.pem');
  writeFileSync(ca, asking?.ca ?? '');
  const secrets = Object.values(known.credentials).map(({ variable, value }) => [variable, String(value)]);
  const own = { [`${name}_TLS_CERT`.toUpperCase()]: cert, [`${name}_TLS_KEY`.toUpperCase()]: key };
  const shell = openShell('bash', { CURL_CA_BUNDLE: ca, ...own, ...Object.fromEntries(secrets) });
  expect(await shell.run(exchange?.curl ?? '')).toMatch(/^HTTP\/[\d.]+ 200/);
  await shell.close();
  await mock.close();
});

test('the doctor says which certificate is sent, and whether the server asks for one', async () => {
  const served = genericProvider({ contract: contract.file, account: accountOf(target) });
  const asking = askingTls(served);
  const lines: string[] = [];
  for (const requestCert of [true, false]) {
    const mock = await startMock({ more: [served], ...(asking ? { tls: { ...asking.tls, requestCert } } : {}) });
    const close = () => mock.close();
    const start = async () => ({ baseUrl: `${mock.url}${served.basePath}`, ca: asking?.ca ?? null, close });
    const selected = { environment, contract };
    lines.push(...diagnosisLines(selected, await examine(selected, {}, start)));
  }
  const about = lines.filter((line) => line.includes('mutual TLS'));
  expect(about[0]).toMatch(/^ {2}ok +mutual TLS +the server asks for a certificate; ours is of O=.*x5t#S256 [\w-]{43}/);
  expect(about[1]).toMatch(/^ {2}warning +mutual TLS +the server asks for no certificate.*; check baseUrl/);
});

test('a target without a certificate, or without TLS, is refused before any request', () => {
  const { providers } = environment;
  const [row] = Object.values(providers);
  const said = (changed: object): string => {
    try {
      resolveTarget(
        { ...environment, providers: { [name]: { ...row, ...changed } as typeof row & object } },
        contract,
        {},
      );
      return '';
    } catch (error) {
      return String((error as { problems?: string[] }).problems);
    }
  };
  expect(said({ tls: {} })).toMatch(/environment\.yaml:\d+.*none is given; give tls\.cert and tls\.key/);
  expect(said({ baseUrl: 'http://127.0.0.1:9' })).toContain('it is sent over https only; correct baseUrl');
});
