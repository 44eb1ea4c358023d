/** Every secret of an environment is known to every target of it. */
import { createPrivateKey } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { contractNamed, contracts } from '../../../proof/run.ts';
import { loadEnvironment } from '../../../src/target/environment.ts';
import { secretsOf } from '../../../src/target/secrets.ts';
import { resolveTarget } from '../../../src/target/target.ts';
import { newFolder } from '../../support/folders.ts';
import { rsaKey as plain } from '../../support/keys.ts';

const sealed = createPrivateKey(plain)
  .export({ type: 'pkcs1', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'canary-phrase' })
  .toString();

const text = `kind: sandbox
providers:
  singapay:
    baseUrl: https://one.example
    credentials: { partnerId: $PARTNER, clientId: client, clientSecret: $SECRET }
  finnet:
    baseUrl: https://two.example
    credentials: { clientKey: $CLIENT_KEY, privateKey: $KEY, passphrase: $PHRASE }
    tls: { passphrase: $TLS_PHRASE, ca: authority.pem }
  pyng:
    baseUrl: https://three.example
    credentials: { username: user, password: $ABSENT, scopes: [scope-of-everyone] }
`;

test('each target of an environment knows the secrets of all of them, and no more', () => {
  const folder = newFolder('secrets');
  const file = join(folder, 'three.yaml');
  writeFileSync(file, text);
  const environment = loadEnvironment(file, contracts);
  const variables = {
    PARTNER: 'canary-partner',
    SECRET: 'canary-secret',
    CLIENT_KEY: 'canary-client-key',
    KEY: sealed,
    PHRASE: 'canary-phrase',
    TLS_PHRASE: 'canary-tls-phrase',
    https_proxy: 'http://me:canary-proxy@proxy.example:3128',
  };
  const login = Buffer.from('me:canary-proxy').toString('base64');
  const secretOnes = (provider: string): string[] =>
    Object.entries(contractNamed(provider).credentials).flatMap(([name, { secret }]) => (secret ? [name] : []));
  expect(secretOnes('singapay')).toContain('clientSecret');
  const found = secretsOf(environment, contracts, variables);
  for (const secret of [
    'canary-secret',
    plain,
    sealed.trim(),
    'canary-phrase',
    'canary-tls-phrase',
    login,
    'canary-proxy',
  ])
    expect(found.map((one) => one.trim())).toContain(secret.trim());
  for (const open of ['', 'client', 'user', 'scope-of-everyone', 'authority.pem']) expect(found).not.toContain(open);
  const { finnet: _unloaded, ...others } = contracts;
  const beside = secretsOf(loadEnvironment(file, others, ['finnet']), others, variables);
  for (const secret of [...found, 'canary-client-key'])
    expect(beside.map((one) => one.trim())).toContain(secret.trim());
  const target = resolveTarget(environment, contractNamed('singapay'), variables);
  expect(target.ownSecrets).toContain('canary-secret');
  expect(target.ownSecrets).not.toContain('canary-phrase');
  expect(new Set(target.secrets)).toEqual(new Set(found));
});
