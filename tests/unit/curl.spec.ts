/** The curl command of every scenario, with the variables set, gets the answer that the suite got. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { baseUrls, startMock } from '../../mock/server.ts';
import { isTimed } from '../../src/run/life.ts';
import { memoryStore, openSession } from '../../src/run/session.ts';
import { plan } from '../../src/scenario/plan.ts';
import { loadEnvironment } from '../../src/target/environment.ts';
import { resolveTarget } from '../../src/target/target.ts';
import { contractNamed, contracts } from './support/run.ts';

const run = promisify(execFile);

for (const provider of ['singapay', 'finnet', 'pyng']) {
  test(`${provider}: every curl command gets the same status`, async () => {
    test.setTimeout(180_000);
    const mock = await startMock();
    let token = '';
    mock.intercept = (call) => {
      const answer = call.answer();
      token = /"(?:access_token|accessToken)":"([^"]+)"/.exec(String(answer.body))?.[1] ?? token;
      return answer;
    };
    const target = resolveTarget(loadEnvironment('mock', contracts), contractNamed(provider), {});
    const session = openSession(target, `${mock.url}${baseUrls[provider]}`, memoryStore());
    const variables = Object.values(target.credentials).map(({ variable, value }) => [variable, String(value)]);
    const env = { ...Object.fromEntries(variables), PATH: process.env['PATH'] ?? '' };
    const differing: string[] = [];
    for (const scenario of plan(contractNamed(provider))) {
      // What waits for a moment in a token's life is nothing a command alone can show again.
      if (isTimed(scenario)) continue;
      const { exchange } = await session.run(scenario);
      if (!exchange?.response) throw new Error(`${scenario.id} was not sent`);
      const { stdout } = await run('bash', ['-c', exchange.curl], {
        env: { ...env, TOKEN: token },
        maxBuffer: 10_000_000,
      });
      const status = Number(/^HTTP\/[\d.]+ (\d{3})/.exec(stdout)?.[1]);
      if (status !== exchange.response.status) {
        differing.push(
          `${scenario.id}: the suite got ${exchange.response.status}, curl got ${status}\n${exchange.curl}`,
        );
      }
    }
    await session.close();
    await mock.close();
    expect(differing).toEqual([]);
  });
}

/** The throw-away key in each form a user may have it in, made by openssl; the passphrase opens all that is locked. */
async function keyForms(pem: string, passphrase: string): Promise<Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'conformance-keys-'));
  const file = (name: string): string => join(folder, name);
  const openssl = (...args: string[]) =>
    run('openssl', args, { env: { PATH: process.env['PATH'] ?? '', PASS: passphrase } });
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
  test.setTimeout(180_000);
  const mock = await startMock();
  const contract = contractNamed('finnet');
  const text = readFileSync('environments/mock.yaml', 'utf8');
  const pem = String(resolveTarget(loadEnvironment('mock', contracts), contract, {}).credentials['privateKey']?.value);
  const passphrase = 'ThrowAway $`"pass phrase';
  const environment = join(mkdtempSync(join(tmpdir(), 'conformance-env-')), 'keys.yaml');
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
    const { stdout, stderr } = await run('bash', ['-c', exchange?.curl ?? ''], {
      env: { ...variables, [clientKey?.variable ?? '']: String(clientKey?.value), PATH: process.env['PATH'] ?? '' },
    });
    answers[form] = /^HTTP\/[\d.]+ (\d{3})/.exec(stdout)?.[1] ?? stderr;
    const passed = [...(exchange?.curl ?? '').matchAll(/(?:openssl|curl) [^|;]*/g)].map(([command]) => command);
    expect(passed.filter((command) => /PASSPHRASE\}|pass:/.test(command))).toEqual([]);
  }
  await mock.close();
  expect(answers).toEqual(Object.fromEntries(Object.keys(forms).map((form) => [form, '200'])));
});
