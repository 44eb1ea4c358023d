/** The forms in which a private key may be given. */
import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { readPrivateKey } from '../../../src/target/keys.ts';
import { mintAuthority } from '../../support/certificates.ts';
import { newFolder } from '../../support/folders.ts';
import { rsaKey as pem } from '../../support/keys.ts';

const folder = newFolder('key-forms');
const privateKey = createPrivateKey(pem);

test('a private key is read from PKCS#1, PKCS#8, encrypted PEM, PKCS#12, one line, and a path', () => {
  const identity = mintAuthority().issue({ commonName: 'client', usage: 'client' });
  const own = identity.key;
  const encrypted = privateKey
    .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'canary-phrase' })
    .toString();
  const store = join(folder, 'key.p12');
  writeFileSync(store, identity.pkcs12('canary-phrase'));
  const file = join(folder, 'key.pem');
  writeFileSync(file, pem);
  expect(readPrivateKey(privateKey.export({ type: 'pkcs1', format: 'pem' }).toString())).toBe(pem);
  expect(readPrivateKey(pem.replaceAll('\n', '\\n'))).toBe(pem);
  expect(readPrivateKey(encrypted, 'canary-phrase')).toBe(pem);
  expect(readPrivateKey(file)).toBe(pem);
  expect(readPrivateKey(store, 'canary-phrase').replace(/\s/g, '')).toBe(own.replace(/\s/g, ''));
  const small = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey.export({ type: 'pkcs8', format: 'pem' });
  const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' });
  const bad: [string, string | undefined, RegExp][] = [
    [encrypted, undefined, /^is encrypted, and no passphrase is given$/],
    [encrypted, 'canary-wrong', /^is encrypted, and the passphrase does not open it$/],
    [store, 'canary-wrong', /^is a PKCS#12 store that the passphrase does not open$/],
    [small.toString(), undefined, /^is an RSA key of 1024 bits; at least 2048 are needed$/],
    [curve.toString(), undefined, /^is a key of type ec, not RSA$/],
    [
      'canary-text',
      undefined,
      /^is neither PEM text nor a path to a file that exists; correct the path, or give the whole text/,
    ],
    ['-----BEGIN PRIVATE KEY-----\ncanary', undefined, /^is cut off: -----END PRIVATE KEY----- is missing/],
  ];
  for (const [value, passphrase, message] of bad) expect(() => readPrivateKey(value, passphrase)).toThrow(message);
});
