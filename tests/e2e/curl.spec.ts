/** The curl command of every scenario, with the variables set, gets the answer that the suite got. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from '@playwright/test';
import { baseUrls, type Received, startMock } from '../../mock/server.ts';
import { contractNamed, contracts } from '../../proof/run.ts';
import type { Contract } from '../../src/contract/types.ts';
import { catalogue } from '../../src/judge/catalogue.ts';
import { isTimed } from '../../src/run/life.ts';
import { memoryStore, openSession } from '../../src/run/session.ts';
import { plan, type Scenario } from '../../src/scenario/plan.ts';
import { loadEnvironment } from '../../src/target/environment.ts';
import { resolveTarget } from '../../src/target/target.ts';
import { newFolder } from '../support/folders.ts';
import { start } from '../support/process.ts';
import { installed, openShell } from '../support/shells.ts';

const swapped = (text: string): string =>
  text.replace(/[a-z]/gi, (letter) => (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()));

/** A credential, its token by how it is made from one that was granted, since every command is granted a token of its own. */
function derived(text: string, granted: string[]): string {
  const [scheme, given = ''] = [text.slice(0, text.indexOf(' ')), text.slice(text.indexOf(' ') + 1)];
  const blank = given.indexOf(' ');
  for (const token of granted) {
    if (given === swapped(token)) return `${scheme} a token in the other letter case`;
    if (given === token.slice(0, -1)) return `${scheme} a token without its end`;
    if (given === token.slice(0, Math.floor(token.length / 2))) return `${scheme} the first half of a token`;
    if (given === token.split('.').slice(0, -1).join('.')) return `${scheme} a token without its last segment`;
    if (given === Buffer.from(token).toString('base64')) return `${scheme} a token in Base64`;
    if (given.startsWith('%') && decodeURIComponent(given) === token) return `${scheme} a token with an escape`;
    if (blank >= 0 && given.replace(' ', '') === token) return `${scheme} a token with a blank at ${blank}`;
  }
  return text;
}

/** What a mock received, without what the connection and the moment decide. */
function comparable({ method, path, query, headers, body }: Received, granted: string[]): unknown {
  const ofConnection = ['host', 'connection', 'content-length', 'accept-encoding', 'transfer-encoding'];
  // The moment, and what is made from it.
  const shape = (text: string): string =>
    text
      // A token as the user of HTTP Basic.
      .replace(/^Basic ([A-Za-z0-9+/]{50,}=*)$/, (line, coded: string) => {
        const user = Buffer.from(coded, 'base64').toString();
        const [id, secret] = user.split(':');
        if (/^(?:eyJ[\w.-]+|[\w-]{43})$/.test(secret ?? '')) return `Basic ${id} and a token`;
        return /^(?:eyJ[\w.-]+|[\w-]{43}):$/.test(user) ? `Basic ${user.slice(0, -1)}` : line;
      })
      .replace(/^(?:Bearer|Basic) [\w-]{43}x?$/, ({ length }) => `opaque token of ${length}`)
      .replace(/eyJ[\w-]+\.[\w-]+\.[\w-]*/g, (token) => `token of ${token.split('.').length}`)
      .replace(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d|\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d/g, 'moment')
      .replace(/^1\d{9}$/, 'moment')
      .replace(/^[A-Za-z0-9+/]{43}=$/, 'MAC')
      .replace(/^(?:[A-Za-z0-9+/*_-]{300,}=*)+$/, ({ length }) => `signature of ${length}`)
      .replace(
        /(?:[A-Za-z0-9+/]|%2[BF]){300,}(?:=|%3D)*/g,
        (found) => `signature of ${decodeURIComponent(found).length}`,
      );
  const sent = headers.filter(([name]) => !ofConnection.includes(name.toLowerCase()));
  const sorted = sent
    .map(
      ([name, value]) => `${name}: ${shape(name.toLowerCase() === 'authorization' ? derived(value, granted) : value)}`,
    )
    .sort();
  return { method, path, query: shape(query), headers: sorted, body: shape(body.toString()) };
}

/** The values in a request that nobody else on the machine may see. */
function secretsOf({ headers }: Received): string[] {
  const secret = headers.filter(([name]) => /^(authorization|x-signature)$/i.test(name));
  return secret.map(([, value]) => value.replace(/^\w+ /, '')).filter((value) => value.length > 8);
}

const names = ['singapay', 'finnet', 'pyng'];
const deep = catalogue(undefined, 'deep');

/** What a command is written by: the mechanism, or the format of the body, and the way; not which field or header it is about. */
function writtenBy({ change }: Scenario, { operation }: Contract): string {
  if (change === null) return '';
  const { part, name, way } = change;
  const format = part === 'field' || part === 'query' ? `${operation.mediaType}` : '';
  return [part, part === 'header' || part === 'field' ? format : name, way].join(' ');
}

/** The scenarios whose commands none before shows, of this provider or of one before it; those of a good request are always there. */
function shownBy(provider: string, profile: Record<string, Contract>): Scenario[] {
  const known = new Set<string>();
  for (const name of names) {
    const contract = contractIn(profile, name);
    const shown = plan(contract).filter((scenario) => {
      const key = writtenBy(scenario, contract);
      const isShown = key !== '' && known.has(key);
      known.add(key);
      return !isShown;
    });
    if (name === provider) return shown;
  }
  return [];
}

/** The deep ways of a provider that none before it has. */
const deepScenarios = (provider: string): Scenario[] =>
  shownBy(provider, deep).filter((scenario) => scenario.deep && scenario.clause !== null);

function contractIn(profile: Record<string, Contract>, provider: string): Contract {
  const contract = profile[provider];
  if (!contract) throw new Error(`no contract of ${provider}`);
  return contract;
}

const runs = names.flatMap((provider) => [
  {
    provider,
    contract: contractNamed(provider),
    scenarios: shownBy(provider, contracts),
    what: 'each curl command that no other shows',
  },
  {
    provider,
    contract: contractIn(deep, provider),
    scenarios: deepScenarios(provider),
    what: 'each curl command of the deep profile that no other shows',
  },
]);

for (const [index, { provider, contract, scenarios, what }] of runs.entries()) {
  test(`${provider}: ${what} sends what the suite sent, and shows no secret to other processes`, async () => {
    const mock = await startMock();
    const received: Received[] = [];
    const granted: string[] = [];
    mock.intercept = (call) => {
      received.push(call.received);
      const answer = call.answer();
      const token = /"(?:access_token|accessToken)":"([^"]+)"/.exec(String(answer.body))?.[1];
      if (token) granted.push(token);
      return answer;
    };
    const target = resolveTarget(loadEnvironment('mock', contracts), contract, {});
    // No request of the session's own follows that of a scenario.
    const session = openSession(target, `${mock.url}${baseUrls[provider]}`, memoryStore(), { selected: new Set() });
    const sent: { id: string; curl: string; status: number; request: Received | undefined }[] = [];
    for (const scenario of scenarios) {
      // What waits for a moment in a token's life is nothing a command alone can show again.
      if (isTimed(scenario)) continue;
      const { exchange } = await session.run(scenario);
      if (!exchange && scenario.deep) continue;
      if (!exchange?.response) throw new Error(`${scenario.id} was not sent`);
      sent.push({ id: scenario.id, curl: exchange.curl, status: exchange.response.status, request: received.at(-1) });
    }
    await session.close();
    const variables = Object.values(target.credentials).map(({ variable, value }) => [variable, String(value)]);
    expect(installed).toContain('bash');
    // One shell for each part, by turns: every provider and each profile meets both.
    const name = installed[(index + Math.floor(index / 2)) % installed.length] ?? 'bash';
    const shell = openShell(name, Object.fromEntries(variables));
    const secrets = new Set(target.secrets.flatMap((secret) => secret.split('\n')).filter((line) => line !== ''));
    const wrong: unknown[] = [];
    for (const { id, curl, status, request } of sent) {
      received.length = 0;
      const printed = await shell.run(curl);
      const last = received.at(-1);
      for (const secret of received.flatMap(secretsOf)) secrets.add(secret);
      const again = {
        status: Number(/^HTTP\/[\d.]+ (\d{3})/.exec(printed)?.[1]),
        request: last && comparable(last, granted),
      };
      const asSent = { status, request: request && comparable(request, granted) };
      if (!isDeepStrictEqual(again, asSent)) wrong.push({ id, curl, printed, again, asSent });
    }
    expect(wrong, name).toEqual([]);
    const processes = shell.processes();
    await shell.close();
    // A private key was in a file while its command ran.
    expect(readdirSync(shell.temporary)).toEqual([]);
    expect(processes).toContain('curl ');
    expect([...secrets].filter((secret) => !secret.includes('-----') && processes.includes(secret))).toEqual([]);
    await mock.close();
  });
}

/** The throw-away key in each form a user may have it in, made by openssl; the passphrase opens all that is locked. */
async function keyForms(pem: string, passphrase: string): Promise<Record<string, string>> {
  const folder = newFolder('conformance-keys');
  const file = (name: string): string => join(folder, name);
  const openssl = async (...args: string[]): Promise<void> => {
    const env = { PATH: process.env['PATH'], PASS: passphrase };
    const { code, stderr } = await start('openssl', args, { env, input: '' }).ended;
    expect(code, stderr).toBe(0);
  };
  writeFileSync(file('plain.pem'), pem);
  await openssl('pkcs8', '-topk8', '-in', file('plain.pem'), '-out', file('locked.pem'), '-passout', 'env:PASS');
  const certificate = ['-x509', '-subj', '/CN=throw-away', '-days', '1', '-out', file('cert.pem')];
  await openssl('req', '-new', '-key', file('plain.pem'), ...certificate);
  const store = ['pkcs12', '-export', '-inkey', file('plain.pem'), '-in', file('cert.pem'), '-passout', 'env:PASS'];
  await openssl(...store, '-out', file('store.p12'));
  await openssl(...store, '-legacy', '-certpbe', 'PBE-SHA1-RC2-40', '-out', file('old.p12'));
  return {
    'PEM text': pem,
    'PEM text on one line': pem.replaceAll('\n', '\\n'),
    'locked PEM text': readFileSync(file('locked.pem'), 'utf8'),
    'a path to a .pem': file('plain.pem'),
    'a path to a locked .pem': file('locked.pem'),
    'a path to a .p12': file('store.p12'),
    'a path to a .p12 of an old tool': file('old.p12'),
  };
}

test('a signature is made from a key in any form, and no command shows the passphrase', async () => {
  const mock = await startMock();
  const contract = contractNamed('finnet');
  const text = readFileSync('environments/mock.yaml', 'utf8');
  const pem = String(resolveTarget(loadEnvironment('mock', contracts), contract, {}).credentials['privateKey']?.value);
  const passphrase = 'ThrowAway $`"pass phrase';
  const environment = join(newFolder('conformance-env'), 'keys.yaml');
  const credentials = '$FINNET_PRIVATE_KEY\n      passphrase: $FINNET_KEY_PASSPHRASE';
  writeFileSync(
    environment,
    text.replace(/\|-\s+-----BEGIN PRIVATE KEY[\s\S]+?-----END PRIVATE KEY-----/, () => credentials),
  );
  const answers: Record<string, string> = {};
  const forms = await keyForms(pem, passphrase);
  for (const [form, value] of Object.entries(forms)) {
    const variables = { FINNET_PRIVATE_KEY: value, FINNET_KEY_PASSPHRASE: passphrase };
    const target = resolveTarget(loadEnvironment(environment, contracts), contract, variables);
    const session = openSession(target, `${mock.url}${baseUrls['finnet']}`, memoryStore());
    const { exchange } = await session.run(plan(contract)[0]);
    await session.close();
    const clientKey = target.credentials['clientKey'];
    const env = {
      ...variables,
      [clientKey?.variable ?? '']: String(clientKey?.value),
      PATH: process.env['PATH'] ?? '',
    };
    const { stdout, stderr } = await start('bash', ['-c', exchange?.curl ?? ''], { env, input: '' }).ended;
    answers[form] = /^HTTP\/[\d.]+ (\d{3})/.exec(stdout)?.[1] ?? stderr;
    const passed = [...(exchange?.curl ?? '').matchAll(/(?:openssl|curl) [^|;]*/g)].map(([command]) => command);
    expect(passed.filter((command) => /KEY_PASSPHRASE|pass:/.test(command))).toEqual([]);
  }
  await mock.close();
  expect(answers).toEqual(Object.fromEntries(Object.keys(forms).map((form) => [form, '200'])));
});
