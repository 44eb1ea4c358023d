/** Client assertions: a client and a server that nobody here wrote, and every command by which ours can be sent again. */
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type JsonWebKey,
  type KeyObject,
  verify,
  X509Certificate,
} from 'node:crypto';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import * as oauth from 'oauth4webapi';
import Provider from 'oidc-provider';
import { genericProvider } from '../../mock/generic.ts';
import { startMock } from '../../mock/server.ts';
import type { Contract } from '../../src/contract/types.ts';
import { contractOf } from '../../src/judge/catalogue.ts';
import { memoryStore, openSession } from '../../src/run/session.ts';
import { deepened } from '../../src/scenario/families/deepen.ts';
import { plan, type Scenario } from '../../src/scenario/plan.ts';
import { loadEnvironment } from '../../src/target/environment.ts';
import { resolveTarget, type Target } from '../../src/target/target.ts';
import { exampleContract, exampleNames, examples, runServed } from '../support/example.ts';
import { rsaKey } from '../support/keys.ts';
import { parametersOf, raised } from '../support/lax.ts';
import { installed, openShell } from '../support/shells.ts';

// The one example whose client signs an assertion.
const [name = ''] = exampleNames.filter((one) =>
  exampleContract(one).operation.control.auth.some(({ assertion }) => assertion !== undefined),
);
const contract = exampleContract(name);
const file = join(examples, name, 'environment.yaml');
const targetOf = (own: Contract, environment: string): Target =>
  resolveTarget(loadEnvironment(environment, { [name]: own }), own, {});
const target = targetOf(contract, file);
const value = (credential: string): string => String(target.credentials[credential]?.value);
const accountOf = ({ credentials }: Target) =>
  Object.fromEntries(Object.entries(credentials).map(([key, { value: given }]) => [key, given]));
/** Ids of the scenarios that send again a value which is taken once. */
const sentAgain = (own: Contract): string[] =>
  plan(own).flatMap(({ id, change }) => (change?.way === 'reused' || change?.way === 'replayed' ? [id] : []));
const asserting = ({ id, change }: Scenario): boolean => id === 'control' || change?.part === 'auth';

test('a client assertion of oauth4webapi is taken, and one by another key is not', async () => {
  const served = genericProvider({ contract: contract.file, account: accountOf(target) });
  const mock = await startMock({ more: [served] });
  const ask = async (pem: string): Promise<number> => {
    const der = Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ''), 'base64');
    const key = await crypto.subtle.importKey('pkcs8', der, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign']);
    // The audience that it writes is the issuer.
    const server = { issuer: value('audience'), token_endpoint: `${mock.url}${served.tokenPath}` };
    const options = { [oauth.allowInsecureRequests]: true };
    const client = { client_id: value('clientId') };
    const by = oauth.PrivateKeyJwt(key);
    return (await oauth.clientCredentialsGrantRequest(server, client, by, new URLSearchParams(), options)).status;
  };
  expect(await ask(value('privateKey'))).toBe(200);
  const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  expect(await ask(other.export({ type: 'pkcs8', format: 'pem' }).toString())).toBe(401);
  await mock.close();
});

test('oidc-provider takes our assertion, and refuses each that is broken', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(url, {
    clients: [
      {
        client_id: value('clientId'),
        token_endpoint_auth_method: 'private_key_jwt',
        token_endpoint_auth_signing_alg: 'ES256',
        jwks: {
          keys: [{ ...createPublicKey(value('privateKey')).export({ format: 'jwk' }), use: 'sig', alg: 'ES256' }],
        },
        ...{ grant_types: ['client_credentials'], redirect_uris: [], response_types: [] },
      },
    ],
    clientAuthMethods: ['private_key_jwt'],
    features: { clientCredentials: { enabled: true }, devInteractions: { enabled: false } },
    routes: { token: contract.operation.path },
    cookies: { keys: ['throw-away'] },
  });
  server.on('request', provider.callback());
  const audience = target.credentials['audience'];
  const credentials = { ...target.credentials, ...(audience ? { audience: { ...audience, value: url } } : {}) };
  const session = openSession({ ...target, credentials }, url, memoryStore());
  const answered: Record<string, string> = {};
  for (const scenario of plan(contract).filter(asserting)) {
    const { exchange } = await session.run(scenario);
    answered[scenario.change?.way ?? 'control'] = `${exchange?.response?.status}`;
  }
  await session.close();
  await new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  const { control, 'audience-list': list, ...broken } = answered;
  expect([control, list]).toEqual(['200', '200']);
  expect(Object.keys(broken).length).toBeGreaterThan(15);
  expect(Object.entries(broken).filter(([, status]) => !/^40[01]$/.test(status))).toEqual([]);
});

test('a server that takes an identifier twice is seen, and no other clause fails for it', async () => {
  const seen = new Set<string>();
  const result = await runServed(contract, file, {
    select: asserting,
    intercept: (call) => {
      const answer = call.answer();
      const assertion = parametersOf(call).get('client_assertion') ?? '';
      const jti = /"jti":"([^"]+)"/.exec(Buffer.from(assertion.split('.')[1] ?? '', 'base64url').toString())?.[1];
      if (jti === undefined) return answer;
      const isReplayed = seen.has(jti);
      seen.add(jti);
      return isReplayed && answer.status >= 400 ? call.grant() : answer;
    },
  });
  expect(raised(result)).toEqual({ fails: ['assertion-once'] });
});

test('a server that takes the key which an assertion carries in its own header is seen', async () => {
  const carried: [member: string, keyOf: (head: { jwk: JsonWebKey; x5c: string[] }) => KeyObject][] = [
    ['jwk', ({ jwk }) => createPublicKey({ key: jwk, format: 'jwk' })],
    ['x5c', ({ x5c }) => new X509Certificate(Buffer.from(x5c[0] ?? '', 'base64')).publicKey],
  ];
  for (const [member, keyOf] of carried) {
    const result = await runServed(deepened(contract), file, {
      select: ({ id, change }) => id === 'control' || change?.way === 'embedded-key',
      intercept: (call) => {
        const [head = '', claims, signature = ''] = (parametersOf(call).get('client_assertion') ?? '').split('.');
        const read = JSON.parse(Buffer.from(head, 'base64url').toString() || '{}');
        if (!(member in read)) return call.answer();
        const key = { key: keyOf(read), dsaEncoding: 'ieee-p1363' as const };
        const isSigned = verify('sha256', Buffer.from(`${head}.${claims}`), key, Buffer.from(signature, 'base64url'));
        return isSigned ? call.grant() : call.answer();
      },
    });
    expect([member, raised(result)]).toEqual([member, { fails: ['deep-values-signed-text'] }]);
  }
});

test('what is taken once is sent again also where nothing else was selected', async () => {
  const others = exampleNames.filter((one) => sentAgain(exampleContract(one)).length > 0);
  expect(others.length).toBeGreaterThan(1);
  for (const one of others) {
    const again = sentAgain(exampleContract(one));
    const result = await runServed(exampleContract(one), join(examples, one, 'environment.yaml'), {
      select: ({ id }) => again.includes(id),
    });
    const judged = result.clauses
      .flatMap(({ observations }) => observations)
      .filter(({ scenario }) => again.includes(scenario));
    expect([one, judged.length > 0, judged.filter(({ verdict }) => verdict !== 'pass')]).toEqual([one, true, []]);
  }
});

/** Ways that a key or an algorithm takes part in; a command breaks all others alike, whatever signs the assertion. */
const ofKey = ['other-key', 'alg-none', 'unsigned', 'bit-flip'];

const keys = {
  RS256: () => createPrivateKey(rsaKey),
  PS256: () => createPrivateKey(rsaKey),
  ES256: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey,
  EdDSA: () => generateKeyPairSync('ed25519').privateKey,
};

for (const [index, [algorithm, generate]] of Object.entries(keys).entries()) {
  test(`${algorithm}: every broken assertion is refused, and every command that no other shows is answered as the suite was`, async () => {
    const folder = test.info().outputPath('example');
    cpSync(join(examples, name), folder, { recursive: true });
    const put = (path: string, change: (text: string) => string): void =>
      writeFileSync(join(folder, path), change(readFileSync(join(folder, path), 'utf8')));
    put(`contracts/${name}/contract.yaml`, (text) => text.replace('algorithm: ES256', `algorithm: ${algorithm}`));
    const pem = generate().export({ type: 'pkcs8', format: 'pem' }).toString();
    put('environment.yaml', (text) => text.replace(/privateKey: \|-[\s\S]*/, `privateKey: ${JSON.stringify(pem)}\n`));
    const own = contractOf(name, join(folder, 'contracts'));
    const result = await runServed(own, join(folder, 'environment.yaml'), { select: asserting });
    expect(raised(result)).toEqual({});
    expect(result.verdict).toBe('conforms');

    const ours = targetOf(own, join(folder, 'environment.yaml'));
    const served = genericProvider({ contract: own.file, account: accountOf(ours) });
    const mock = await startMock({ more: [served] });
    const session = openSession(ours, `${mock.url}${served.basePath}`, memoryStore());
    const sent: { id: string; curl: string; status: string }[] = [];
    for (const scenario of plan(own).filter(asserting)) {
      if (index > 0 && scenario.change && !ofKey.includes(scenario.change.way)) continue;
      const { exchange } = await session.run(scenario);
      sent.push({ id: scenario.id, curl: exchange?.curl ?? '', status: `${exchange?.response?.status}` });
    }
    await session.close();
    const variables = Object.values(ours.credentials).map(({ variable, value: given }) => [variable, String(given)]);
    for (const shellName of installed) {
      const shell = openShell(shellName, Object.fromEntries(variables));
      for (const { id, curl, status } of shellName === 'bash' ? sent : sent.slice(0, 1)) {
        const printed = await shell.run(curl);
        expect
          .soft(/^HTTP\/[\d.]+ (\d{3})/.exec(printed)?.[1], `${shellName}: ${id}\n${curl}\n${printed}`)
          .toBe(status);
      }
      await shell.close();
    }
    await mock.close();
  });
}
