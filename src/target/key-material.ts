/** Recognises what a key or a certificate is given as, and opens it where a library can. */
import { createPrivateKey, createPublicKey, type JsonWebKey, type KeyObject, X509Certificate } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { textIn } from '../files/text.ts';
import { openEncrypted, openOldPem, openStore } from './passphrase.ts';
import { isPem, KeyError, type PemBlock, pemBlocks } from './pem.ts';

/** What a value holds. */
export interface Material {
  /** Opens the private key; null where there is none. */
  key: (() => KeyObject) | null;
  certificates: X509Certificate[];
  /** What it is, where it is neither a key nor a certificate: `is a public key`. */
  otherwise: string | null;
}

/** Largest key file that is read, in bytes. */
const mostBytes = 1024 * 1024;

/** Whether a value is a path to a file, and not the key itself. */
export function isKeyFile(value: string): boolean {
  // A text with line breaks, or longer than any path, is not looked up as a file.
  return !isPem(value) && value.length < 4096 && !value.includes('\0') && existsSync(value) && statSync(value).isFile();
}

/** A value as bytes: the file at a path, PEM text, or Base64 without the lines around it. */
function bytesOf(value: string): Buffer {
  const text = value.trim();
  if (isPem(text) || text.startsWith('{') || textForms.some(([begins]) => begins.test(text))) return Buffer.from(text);
  if (isKeyFile(value)) {
    if (statSync(value).size > mostBytes)
      throw new KeyError(`is a file of more than ${mostBytes} bytes, too large for a key`);
    try {
      return readFileSync(value);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      throw new KeyError(`is a path to a file that cannot be read (${code})`);
    }
  }
  const bare = text.replace(/\\+[rn]|\s/g, '');
  if (bare.length > 200 && /^[A-Za-z0-9+/]+={0,2}$/.test(bare)) return Buffer.from(bare, 'base64');
  if (text.startsWith('~'))
    throw new KeyError('is a path that begins with ~, which only a shell expands; write the full path');
  if (value.length < 4096 && !value.includes('\0') && existsSync(value))
    throw new KeyError('is a path to something that is not a regular file');
  throw new KeyError(
    'is neither PEM text nor a path to a file that exists; correct the path, or give the whole text from BEGIN to END',
  );
}

/** Known forms that are not supported, each with a remedy. */
const textForms: [begins: RegExp, what: string][] = [
  [/^$/, 'is empty'],
  [
    /^PuTTY-User-Key-File/,
    'is a key of PuTTY; export it with puttygen KEY -O private-openssh, then convert that to PEM',
  ],
  [/^(ssh|ecdsa)-\S+ /, 'is a public key in the form of OpenSSH; the private key is needed'],
  [/^<RSAKeyValue>/, 'is a key in the XML of .NET; convert it to PEM'],
  [/BEGIN [A-Z0-9 ]*(KEY|CERTIFICATE)/, 'lacks the five hyphens on each side of BEGIN and END; copy it again'],
];

const binaryForms: [magic: string, what: string][] = [
  ['feedfeed', 'is a Java key store (JKS)'],
  ['cececece', 'is a Java key store (JCEKS)'],
];

const convertStore =
  'convert it with keytool -importkeystore -srckeystore OLD -destkeystore NEW.p12 -deststoretype PKCS12';

const labels: [label: RegExp, what: string][] = [
  [
    /^OPENSSH PRIVATE KEY$/,
    'is a private key in the form of OpenSSH; convert a copy of it with ssh-keygen -p -m PEM -f COPY',
  ],
  [/^PGP /, 'is a PGP key, which is not supported; an RSA private key is needed'],
  [/PUBLIC KEY$/, 'is a public key; the private key is needed'],
  [/CERTIFICATE REQUEST$/, 'is a certificate request'],
  [/^(PKCS7|CMS)$/, 'is a PKCS#7 bundle of certificates; convert it with openssl pkcs7 -print_certs'],
  [/ PARAMETERS$/, 'holds only the parameters of a key'],
];

function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

/** A private key in DER, whichever structure it has: labels of PEM are often wrong. */
function keyInDer(der: Buffer, passphrase: string): (() => KeyObject) | null {
  for (const type of ['pkcs8', 'pkcs1', 'sec1'] as const) {
    const key = attempt(() => createPrivateKey({ key: der, format: 'der', type }));
    if (key) return () => key;
  }
  try {
    const key = openEncrypted(der, passphrase);
    return key && (() => key);
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

const nothing: Material = { key: null, certificates: [], otherwise: null };

function inPem(blocks: PemBlock[], passphrase: string): Material {
  const keys = blocks.filter(({ label }) => /^(?!OPENSSH|PGP).*PRIVATE KEY$/.test(label));
  const [first] = keys;
  const certificates = blocks
    .filter(({ label }) => /^(X509 |TRUSTED )?CERTIFICATE$/.test(label))
    .map(({ der }) => certificateIn(der) ?? fail('holds a certificate that cannot be read'));
  const other = blocks.flatMap(({ label }) =>
    labels.filter(([pattern]) => pattern.test(label)).map(([, what]) => what),
  );
  const key = first
    ? () => {
        if (first.encryption) return openOldPem(first, passphrase);
        return (
          keyInDer(first.der, passphrase) ?? fail(`holds a ${first.label} that cannot be read; copy it again, whole`)
        )();
      }
    : null;
  return { key, certificates, otherwise: other[0] ?? null };
}

function fail(message: string): never {
  throw new KeyError(message);
}

const certificateIn = (der: Buffer): X509Certificate | null => attempt(() => new X509Certificate(der));

function inBinary(bytes: Buffer, passphrase: string): Material {
  const magic = bytes.toString('hex', 0, 4);
  const known = binaryForms.find(([start]) => magic === start);
  if (known) return { ...nothing, otherwise: `${known[1]}; ${convertStore}` };
  const certificate = certificateIn(bytes);
  if (certificate) return { ...nothing, certificates: [certificate] };
  const store = openStore(bytes, passphrase);
  if (store) {
    const { key, certificates } = store;
    const read = certificates.map((der) => certificateIn(der) ?? fail('holds a certificate that cannot be read'));
    return {
      key: key && (() => key),
      certificates: read,
      otherwise: key ? null : 'is a PKCS#12 store without a private key',
    };
  }
  const key = keyInDer(bytes, passphrase);
  if (key) return { ...nothing, key };
  const publicKey = attempt(() => createPublicKey({ key: bytes, format: 'der', type: 'spki' }));
  return {
    ...nothing,
    otherwise: publicKey ? 'is a public key; the private key is needed' : 'has no known form of a key',
  };
}

function inJson(text: string): Material {
  const jwk = attempt((): JsonWebKey => JSON.parse(text));
  const key = jwk && attempt(() => createPrivateKey({ key: jwk, format: 'jwk' }));
  return key ? { ...nothing, key: () => key } : { ...nothing, otherwise: 'is JSON, but not a private key as a JWK' };
}

/** Reads what a value holds: a path, PEM text in any layout, Base64 of DER, or a JWK. @throws KeyError */
export function materialOf(value: string, passphrase: string): Material {
  const bytes = bytesOf(value);
  const text = textIn(bytes)?.trim() ?? null;
  if (text === null) return inBinary(bytes, passphrase);
  if (isPem(text)) return inPem(pemBlocks(text), passphrase);
  const form = textForms.find(([begins]) => begins.test(text));
  if (form) return { ...nothing, otherwise: form[1] };
  if (text.startsWith('{')) return inJson(text);
  const bare = text.replace(/\s/g, '');
  if (/^[A-Za-z0-9+/]+={0,2}$/.test(bare) && bare.length > 200) return materialOf(bare, passphrase);
  return inBinary(bytes, passphrase);
}
