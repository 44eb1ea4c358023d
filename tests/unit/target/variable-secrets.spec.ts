/** Which variables hold secrets, before any environment file says so. */
import { expect, test } from '@playwright/test';
import { variableSecrets } from '../../../src/target/variable-secrets.ts';

const valuesOf = (variables: Record<string, string>): string[] => variableSecrets(variables).map(({ value }) => value);

test('a variable is a secret by any word for a credential in its name, wherever it stands', () => {
  const names = [
    'CLIENT_SECRET',
    'API_KEY',
    'SIGNATURE',
    'PIN',
    'PWD',
    'PASS',
    'PASSWD',
    'KEY_2',
    'PRIVATE_KEY_PEM',
    'PIN_SANDBOX',
  ].concat([
    'ACCESS_TOKEN_DEV',
    'BASIC_AUTH',
    'CREDS',
    'APIKEY',
    'HMAC',
    'SALT',
    'KUNCI',
    'SANDI_UJI',
    'RAHASIA',
    'OTP',
  ]);
  const variables = Object.fromEntries(names.map((name, at) => [`ACME_${name}`, `Canary-${at}-7Qm2`]));
  expect(valuesOf({ ...variables, acmeClientSecretDev: 'Canary-camel-7Qm2' })).toEqual([
    ...Object.values(variables),
    'Canary-camel-7Qm2',
  ]);
  // Nobody writes a word of sixteen letters into a page by chance.
  expect(valuesOf({ ACME_PASSPHRASE: 'correcthorsebatterystaple', ACME_PASSWORD: 'changeme' })).toEqual([
    'correcthorsebatterystaple',
  ]);
});

test('what nobody can guess is a secret under any name, and so is the password of an address', () => {
  const value = 'Zt6Qw9-Kd4Wz1Rb6Ty3Np8Lx';
  expect(valuesOf({ ACME_A: value })).toEqual([value]);
  expect(valuesOf({ DATABASE_URL: 'postgres://acme:Db%3ACanary9@db.example/x' })).toEqual([
    'Db%3ACanary9',
    'Db:Canary9',
  ]);
  expect(valuesOf({ HTTPS_PROXY: 'http://user:ProxyCanary6@proxy.example:8080' })).toEqual(['ProxyCanary6']);
});

test('what describes a credential or stands in any shell is none, so that pages keep their words', () => {
  const shown = {
    ACME_TOKEN_URL_DEV: 'https://api.acme.example/v1.0/access-token/b2b',
    ACME_TOKEN_PATH: '/v1.0/access-token/b2b',
    ACME_TOKEN_PLACE: '/v1.0/access-token/b2b',
    ACME_AUTH_METHOD: 'client_secret_basic',
    ACME_KEY_ID: 'client-key-1234567',
    ACME_PRIVATE_KEY_FILE: 'keys/acme-2026.pem',
    ACME_BASE: 'https://api.acme.example/pg/snap',
    PWD: '/home/someone/acme-2026',
    OLDPWD: 'C:\\Users\\someone\\acme-2026',
    SSH_AUTH_SOCK: '/run/user/1000/keyring/ssh',
    XDG_SESSION_TYPE: 'wayland',
    PATH: '/usr/local/sbin:/usr/local/bin:/opt/node-v20.20.2/bin',
    NODE_OPTIONS: '--max-old-space-size=4096',
    LANG: 'id_ID.UTF-8',
  };
  expect(variableSecrets(shown)).toEqual([]);
});
