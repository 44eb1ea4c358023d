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

test('a secret that begins with a slash is no path', () => {
  const value = '/9k3Q9xT2bV7/mL1pR8sW4yN6cH0dJ5gKf/a9k3Q9x+a=';
  for (const name of ['ACME_TOKEN_DEV', 'ACME_RAHASIA', 'ACME_A']) expect(valuesOf({ [name]: value })).toEqual([value]);
  expect(valuesOf({ ACME_RAHASIA: '/9k3Q+7mT2' })).toEqual(['/9k3Q+7mT2']);
});

const held: [value: string, secrets: string[]][] = [
  ['https://ghp_16C7e42F292c6912E7710c838347Ae178B4a@git.example/x', ['ghp_16C7e42F292c6912E7710c838347Ae178B4a']],
  ['https://4f1d0c3b2a5e4d6f8a9b0c1d2e3f4a5b@o1.ingest.example/42', ['4f1d0c3b2a5e4d6f8a9b0c1d2e3f4a5b']],
  ['https://api.example/v1?a=1&api_key=Zk3Q9xT2', ['Zk3Q9xT2']],
  ['https://api.example/v1#pwd=Zk3Q9xT2', ['Zk3Q9xT2']],
  ['https://api.example/v1?sig=Zk3Q9xT2bV7mL1pR8sW4yN6c&v=2', ['Zk3Q9xT2bV7mL1pR8sW4yN6c']],
  ['https://hooks.example/services/T00000000/B00000000/Zk3Q9xT2bV7mL1pR8sW4yN6c', ['Zk3Q9xT2bV7mL1pR8sW4yN6c']],
  ['postgres://acme:a/b9xQ7mT@db.example/x', ['a/b9xQ7mT']],
  ['postgres://acme:a#b@9xQ7mT@db.example/x', ['a#b@9xQ7mT']],
  ['http://a:Canary11x@one.example,http://b:Canary22x@two.example', ['Canary11x', 'Canary22x']],
  ['https://sk_live_16C7e42F292c6912E7710c83:@api.example', ['sk_live_16C7e42F292c6912E7710c83']],
  ['Server=db.example;User Id=sa;Password=Zk3Q9xT2;', ['Zk3Q9xT2']],
  ['{"user":"acme","password":"Zk3Q9xT2"}', ['Zk3Q9xT2']],
];

test('a credential within a value is found by its place, its name or its entropy', () => {
  const wrong = held
    .map(([value, secrets]) => ({ value, secrets, found: valuesOf({ ACME_URL: value }) }))
    .filter(({ secrets, found }) => !secrets.every((one) => found.includes(one)));
  expect(wrong).toEqual([]);
});

test('a long value is read in time linear in its length: in its square it would take longer than a test may', () => {
  for (const one of [':', '@', 'a', 'a://', ':a@'])
    expect(valuesOf({ ACME_URL: `a://${one.repeat((1 << 20) / one.length)}` })).toBeInstanceOf(Array);
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
    ACME_AUTH_DEV: '/oauth/token',
    ACME_MEMBERS: 'https://api.acme.example:8080/users/@me?kind=token&sort=name',
    ACME_CONTACT: 'https://api.acme.example/a:b@c?mail=someone@acme.example',
    XDG_RUNTIME_DIR: '/run/user/1000',
    HOME: '/Users/someone',
    NODE_OPTIONS: '--max-old-space-size=4096',
    LANG: 'id_ID.UTF-8',
  };
  expect(variableSecrets(shown)).toEqual([]);
});
