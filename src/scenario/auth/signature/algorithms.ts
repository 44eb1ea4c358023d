/** How a text is signed, in this process and in a shell. */
import { constants, createHmac, createPrivateKey, type KeyObject, sign as signWith } from 'node:crypto';
import type { SignatureRow } from '../../../formats/auth.ts';
import { shellWord } from '../../shell.ts';
import { plain, type Text } from '../../text.ts';
import { publishedKey, unknownKey } from './unknown-keys.ts';

export type HashName = 'sha1' | 'sha256' | 'sha512';

/** A kind of key, and the hash that it signs. */
export interface Algorithm {
  kind: 'rsa' | 'rsa-pss' | 'ecdsa' | 'ed25519' | 'hmac';
  hash: HashName;
}

/** The algorithms a contract may name. ECDSA signatures are in DER, as X9.62 and every TLS library write them. */
export const algorithms: Readonly<Record<SignatureRow['algorithm'], Algorithm>> = {
  'rsa-sha256': { kind: 'rsa', hash: 'sha256' },
  'rsa-pss-sha256': { kind: 'rsa-pss', hash: 'sha256' },
  'ecdsa-p256-sha256': { kind: 'ecdsa', hash: 'sha256' },
  // Ed25519 hashes by itself (RFC 8032, section 5.1).
  ed25519: { kind: 'ed25519', hash: 'sha512' },
  'hmac-sha256': { kind: 'hmac', hash: 'sha256' },
  'hmac-sha512': { kind: 'hmac', hash: 'sha512' },
};

/**
 * What signs: the credential and its passphrase, or a key that nobody knows. `published` is the unknown key of this file: it
 * is used where the request itself carries the key, and the shell command needs the same one.
 */
export type SigningKey = { own: Text; passphrase: Text } | 'unknown' | 'published';

let last: { pem: string; passphrase: string; key: KeyObject } | null = null;
// Reading a key costs as much as signing with it, and a run signs with one key only.
function keyOf(pem: string, passphrase: string): KeyObject {
  if (last?.pem !== pem || last.passphrase !== passphrase)
    last = { pem, passphrase, key: createPrivateKey({ key: pem, ...(passphrase ? { passphrase } : {}) }) };
  return last.key;
}

/** RSA-PSS signs by a key of RSA as well. */
const unknownKeyOf = { rsa: 'rsa', 'rsa-pss': 'rsa', ecdsa: 'ecdsa', ed25519: 'ed25519' } as const;

/** Secret of a MAC that no provider holds. */
const unknownSecret = plain('a secret that no provider holds');

const secretOf = (key: SigningKey): Text => (typeof key === 'string' ? unknownSecret : key.own);

/** The signature of a text. @throws what node:crypto throws on a key it cannot use */
export function signatureOf({ kind, hash }: Algorithm, key: SigningKey, text: string): Buffer {
  const data = Buffer.from(text);
  if (kind === 'hmac') return createHmac(hash, secretOf(key).value).update(data).digest();
  const pair = typeof key === 'string' ? unknownKey(unknownKeyOf[kind]) : keyOf(key.own.value, key.passphrase.value);
  if (kind === 'ed25519') return signWith(null, data, pair);
  const padding =
    kind === 'rsa-pss'
      ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
      : {};
  return signWith(hash, data, { key: pair, ...padding });
}

const keyVariable = 'conformance_key';
const keyFile = `"$${keyVariable}"`;
const messageFile = '"$conformance_message"';
const secretVariable = 'conformance_secret';

/** Shell lines that put a key into a file of its own, which ends with the shell. */
const newKeyFile = [`${keyVariable}=$(mktemp)`, `trap 'rm -f ${keyFile}' EXIT`];

/** By Ed25519 OpenSSL signs a file, and nothing that it reads from a pipe. */
const newFiles = [
  ...newKeyFile.slice(0, 1),
  'conformance_message=$(mktemp)',
  `trap 'rm -f ${keyFile} ${messageFile}' EXIT`,
];

const generateInShell: Record<Exclude<Algorithm['kind'], 'hmac'>, string> = {
  rsa: `openssl genrsa -out ${keyFile} 2048 2>/dev/null`,
  'rsa-pss': `openssl genrsa -out ${keyFile} 2048 2>/dev/null`,
  ecdsa: `openssl ecparam -name prime256v1 -genkey -noout -out ${keyFile}`,
  ed25519: `openssl genpkey -algorithm ed25519 -out ${keyFile}`,
};

/** Shell lines that fill the key file, whether the variable holds PEM text or a path to a .pem or .p12 file. */
function ownKeyLines(own: Text, passphrase: Text, files: string[]): string[] {
  const given = shellWord(own.shell);
  const store = (legacy: string): string =>
    `openssl pkcs12${legacy} -in ${keyFile} -nodes -nocerts -passin env:conformance_passphrase`;
  const opened = (legacy: string): string => `conformance_pem=$(${store(legacy)} 2>/dev/null)`;
  return [
    // A passphrase among the arguments of a command could be read by everyone on the machine.
    `export conformance_passphrase=${passphrase.value ? shellWord(passphrase.shell) : "''"}`,
    ...files,
    // Line breaks may be written \n, as the suite takes them. The bracket before the pattern is for bash 3.2.
    `case ${given} in (*BEGIN*) printf '%b\\n' ${given};; (*) cat < ${given};; esac > ${keyFile}`,
    // Stores of old tools use ciphers that OpenSSL 3 opens only when asked to.
    `grep -q BEGIN ${keyFile} || { { ${opened('')} || ${opened(' -legacy')}; } && printf '%s\\n' "$conformance_pem" > ${keyFile}; }`,
  ];
}

/** Shell lines that set what the command of `signCommand` reads. A secret goes through the environment, never among arguments. */
export function keyLines({ kind }: Algorithm, key: SigningKey): string[] {
  if (kind === 'hmac') return [`export ${secretVariable}=${shellWord(secretOf(key).shell)}`];
  const files = kind === 'ed25519' ? newFiles : newKeyFile;
  if (typeof key !== 'string') return ownKeyLines(key.own, key.passphrase, files);
  const carried = unknownKeyOf[kind];
  return key === 'published' && carried !== 'ed25519'
    ? [
        ...files,
        `printf '%s' ${publishedKey(carried)} | openssl base64 -d -A | openssl pkey -inform DER -out ${keyFile}`,
      ]
    : [...files, generateInShell[kind]];
}

/** The command that signs its standard input, and prints the bytes of the signature. */
export function signCommand({ kind, hash }: Algorithm, key: SigningKey): string {
  const passin = typeof key === 'string' ? '' : ' -passin env:conformance_passphrase';
  switch (kind) {
    case 'hmac':
      return `perl -MDigest::SHA=hmac_${hash} -e 'local $/;$t=<STDIN>;print hmac_${hash}(defined $t?$t:q(),$ENV{${secretVariable}})'`;
    case 'ed25519':
      return `{ cat > ${messageFile}; openssl pkeyutl -sign -rawin -inkey ${keyFile}${passin} -in ${messageFile}; }`;
    case 'rsa-pss':
      return `openssl dgst -${hash} -sign ${keyFile}${passin} -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:-1`;
    default:
      return `openssl dgst -${hash} -sign ${keyFile}${passin}`;
  }
}
