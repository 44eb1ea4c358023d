/** A private key is opened in every form the libraries know, and named for what it is in any other. */
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { readClientIdentity, readPrivateKey } from '../../../src/target/keys.ts';
import { KeyError } from '../../../src/target/pem.ts';
import { newFolder } from '../../support/folders.ts';

// One throw-away key in many forms, written by openssl, keytool and ssh-keygen; its passphrase is "throw-away".
const keys = 'tests/fixtures/keys';
const at = (name: string): string => join(keys, name);
const pem = readFileSync(at('plain.pem'), 'utf8');
const key = createPrivateKey(pem);
const pkcs8 = key.export({ type: 'pkcs8', format: 'der' });
const beyondAscii = 'pässwört€';

let folder = '';
test.beforeEach(() => {
  folder = newFolder('keys');
});

/** A path to a file with these bytes. */
function file(bytes: string | Buffer): string {
  const path = join(folder, 'key');
  writeFileSync(path, bytes);
  return path;
}

function refusal(value: string, passphrase?: string): string {
  try {
    readPrivateKey(value, passphrase);
  } catch (error) {
    if (error instanceof KeyError) return error.message;
    throw error;
  }
  return 'opens';
}

const encrypted = key
  .export({ type: 'pkcs1', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'throw-away' })
  .toString();
const bom = Buffer.from([0xef, 0xbb, 0xbf]);
const utf16 = Buffer.from(`\ufeff${pem}`, 'utf16le');
const blank = (text: string): string => text.trim().replaceAll('\n', ' ');
const joined = (text: string): string => text.replaceAll('\n', '');

const texts: [string, () => string][] = [
  ['without a line break', () => joined(pem)],
  ['with blanks for line breaks', () => blank(pem)],
  ['with \\n for line breaks', () => pem.replaceAll('\n', '\\n')],
  ['with \\\\n for line breaks', () => pem.replaceAll('\n', '\\\\n')],
  ['with \\r\\n for line breaks', () => pem.replaceAll('\n', '\\r\\n')],
  ['with carriage returns', () => pem.replaceAll('\n', '\r\n')],
  ['indented', () => pem.replaceAll('\n', '\n    ')],
  ['in quotes', () => `"${pem}"`],
  ['after a certificate', () => `${readFileSync(at('cert.pem'), 'utf8')}${pem}`],
  ['under a label of another structure', () => pem.replaceAll('PRIVATE KEY', 'RSA PRIVATE KEY')],
  ['encrypted, without a line break', () => joined(encrypted)],
  ['encrypted, with blanks', () => blank(encrypted)],
  ['Base64 of DER', () => pkcs8.toString('base64')],
  ['Base64 of PEM', () => Buffer.from(pem).toString('base64')],
  ['JWK', () => JSON.stringify(key.export({ format: 'jwk' }))],
];
const files: [string, () => Buffer][] = [
  ['PKCS#8 in DER', () => pkcs8],
  ['PKCS#1 in DER', () => key.export({ type: 'pkcs1', format: 'der' })],
  [
    'encrypted PKCS#8 in DER',
    () => key.export({ type: 'pkcs8', format: 'der', cipher: 'aes-128-cbc', passphrase: 'throw-away' }),
  ],
  ['PEM after a byte order mark', () => Buffer.concat([bom, Buffer.from(pem)])],
  ['UTF-16, little end first', () => utf16],
  ['UTF-16, big end first', () => Buffer.from(utf16).swap16()],
  ['UTF-16 without a byte order mark', () => utf16.subarray(2)],
];
const fixtures = ['PBE-MD5-DES', 'PBE-SHA1-DES', 'PBE-SHA1-3DES', 'PBE-SHA1-RC2-40', 'PBES2-DES', 'DES-CBC'];

test('as text, in any layout', () => {
  for (const [name, text] of texts) expect(readPrivateKey(text(), 'throw-away'), name).toBe(pem);
});

test('as a file, in any encoding', () => {
  for (const [name, bytes] of files) expect(readPrivateKey(file(bytes()), 'throw-away'), name).toBe(pem);
});

test('under an old cipher, which says so where the passphrase is missing or wrong', () => {
  for (const name of fixtures) {
    expect(readPrivateKey(at(`${name}.pem`), 'throw-away'), name).toBe(pem);
    expect(refusal(at(`${name}.pem`), 'another'), name).toBe('is encrypted, and the passphrase does not open it');
    expect(refusal(at(`${name}.pem`)), name).toBe('is encrypted, and no passphrase is given');
  }
  for (const [name, cipher] of [
    ['PBE-SHA1-RC2-128', 'pbeWithSHAAnd128BitRC2-CBC'],
    ['PBE-SHA1-RC4-128', 'pbeWithSHAAnd128BitRC4'],
  ])
    expect(refusal(at(`${name}.pem`), 'throw-away')).toContain(
      `is encrypted with ${cipher}, which is not supported; convert it`,
    );
});

test('under a passphrase beyond ASCII, in PEM and in stores of either kind of cipher', () => {
  for (const name of ['aes-beyond-ascii.pem', 'rc2-beyond-ascii.pem', 'aes-beyond-ascii.p12', 'rc2-beyond-ascii.p12'])
    for (const spelt of [beyondAscii, beyondAscii.normalize('NFD')])
      expect(readPrivateKey(at(name), spelt), name).toBe(pem);
  expect(refusal(at('aes-beyond-ascii.p12'), 'passwort')).toBe('is a PKCS#12 store that the passphrase does not open');
  expect(refusal(at('aes-beyond-ascii.p12'))).toBe('is a PKCS#12 store, and no passphrase is given');
});

test('stores of other makers and kinds of key', () => {
  expect(readPrivateKey(at('java.p12'), 'throw-away')).toBe(pem);
  expect(refusal(at('ec.p12'), 'throw-away')).toBe('is a key of type ec, not RSA');
  expect(refusal(at('java.jks'), 'throw-away')).toMatch(/^is a Java key store \(JKS\); convert it with keytool/);
});

test('what is no private key is named for what it is', () => {
  const open = createPublicKey(key);
  const named: [string, RegExp][] = [
    [at('cert.pem'), /^is a certificate; the private key is needed$/],
    [open.export({ type: 'spki', format: 'pem' }).toString(), /^is a public key; the private key is needed$/],
    [file(open.export({ type: 'spki', format: 'der' })), /^is a public key/],
    ['ssh-rsa AAAAB3NzaC1yc2EAAAADAQAB me@host', /^is a public key in the form of OpenSSH/],
    [at('openssh.key'), /^is a private key in the form of OpenSSH; convert a copy of it with ssh-keygen/],
    ['PuTTY-User-Key-File-3: ssh-rsa', /^is a key of PuTTY/],
    ['<RSAKeyValue><Modulus>AQAB</Modulus></RSAKeyValue>', /^is a key in the XML of \.NET/],
    ['-----BEGIN PGP PRIVATE KEY BLOCK-----\nAAAA\n-----END PGP PRIVATE KEY BLOCK-----', /^is a PGP key/],
    ['-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----', /^is a certificate request$/],
    [pem.replaceAll('-----', '----'), /^lacks the five hyphens/],
    [pem.slice(0, 900), /^is cut off: -----END PRIVATE KEY----- is missing/],
    [pem.replace(/\n-----END/, '?\n-----END'), /^holds a PRIVATE KEY whose text is not Base64/],
    [pem.replace(/(\n.{64}){3}/, ''), /^holds a PRIVATE KEY that cannot be read; copy it again, whole$/],
    [JSON.stringify(open.export({ format: 'jwk' })), /^is JSON, but not a private key as a JWK$/],
    [folder, /^is a path to something that is not a regular file$/],
    ['~/key.pem', /^is a path that begins with ~/],
    ['canary-text', /^is neither PEM text nor a path to a file that exists; correct the path/],
  ];
  for (const [value, message] of named) expect(refusal(value, 'throw-away')).toMatch(message);
  expect(refusal(file(''))).toBe('is empty');
  expect(refusal(file(Buffer.from([0, 1, 2, 3])))).toBe('has no known form of a key');
});

test('a client identity takes the same forms', () => {
  const given = { cert: joined(readFileSync(at('cert.pem'), 'utf8')), key: file(pkcs8) };
  const { identity, faults } = readClientIdentity(given);
  expect(faults).toEqual([]);
  expect(identity.key).toBe(pem);
  const open = createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString();
  expect(readClientIdentity({ ...given, key: open }).faults).toEqual([
    { name: 'key', fault: 'is a public key; the private key is needed' },
  ]);
});
