import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import type Forge from 'node-forge';

/** Loaded by who has a PKCS#12 store: it takes as long as to load three contracts. */
const loadForge = (): typeof Forge => createRequire(import.meta.url)('node-forge') as typeof Forge;

/** A private key that could not be read; the message tells why and never quotes the key. */
export class KeyError extends Error {
  override name = 'KeyError';
}

/** What a PKCS#12 store holds: a private key and every certificate, PEM. */
interface Store {
  key: string | null;
  certificates: string[];
}

function openStore(bytes: Buffer, passphrase: string): Store {
  const forge = loadForge();
  try {
    const store = forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(bytes.toString('binary')), passphrase);
    const bags = (name: string): Forge.pkcs12.Bag[] => {
      const bagType = forge.pki.oids[name];
      return bagType === undefined ? [] : (store.getBags({ bagType })[bagType] ?? []);
    };
    const key = [...bags('pkcs8ShroudedKeyBag'), ...bags('keyBag')].find((bag) => bag.key)?.key;
    const certificates = bags('certBag').flatMap(({ cert }) => (cert ? [forge.pki.certificateToPem(cert)] : []));
    return { key: key ? forge.pki.privateKeyToPem(key) : null, certificates };
  } catch {
    throw new KeyError('is a PKCS#12 store that cannot be opened; check the passphrase');
  }
}

/** PEM text as it stands (line breaks may be written \n), the text of the file at a path, or the store at it. */
function material(value: string, passphrase: string): string | Store {
  if (value.includes('-----BEGIN')) return value.replaceAll('\\n', '\n');
  if (!existsSync(value) || !statSync(value).isFile())
    throw new KeyError('is neither PEM text nor a path to a file that exists');
  const bytes = readFileSync(value);
  return bytes.includes('-----BEGIN') ? bytes.toString('utf8') : openStore(bytes, passphrase);
}

function openKey(value: string, passphrase = ''): KeyObject {
  const found = material(value, passphrase);
  const pem = typeof found === 'string' ? found : found.key;
  if (pem === null) throw new KeyError('is a PKCS#12 store without a private key');
  try {
    return createPrivateKey({ key: pem, ...(passphrase ? { passphrase } : {}) });
  } catch {
    const encrypted = pem.includes('ENCRYPTED');
    throw new KeyError(
      encrypted ? 'is encrypted and the passphrase does not open it' : 'holds no private key in PEM form',
    );
  }
}

const exported = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }).toString();

/**
 * Reads an RSA private key of at least 2048 bits from PEM text (PKCS#1, PKCS#8, encrypted), or from a .pem or .p12 file.
 * @returns PKCS#8 PEM, unencrypted. @throws KeyError
 */
export function readPrivateKey(value: string, passphrase?: string): string {
  const key = openKey(value, passphrase);
  if (key.asymmetricKeyType !== 'rsa') throw new KeyError(`is a key of type ${key.asymmetricKeyType}, not RSA`);
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (bits < 2048) throw new KeyError(`is an RSA key of ${bits} bits; at least 2048 are needed`);
  return exported(key);
}

function openCertificates(value: string, passphrase = ''): string[] {
  const found = material(value, passphrase);
  const texts =
    typeof found === 'string'
      ? (found.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [])
      : found.certificates;
  if (texts.length === 0) throw new KeyError('holds no certificate');
  for (const text of texts) {
    try {
      new X509Certificate(text);
    } catch {
      throw new KeyError('holds a certificate that cannot be read');
    }
  }
  return texts;
}

/** The certificates that lie beside a private key, in its PEM file or its PKCS#12 store; none where the value is a key alone. */
export function certificatesBeside(value: string, passphrase = ''): X509Certificate[] {
  const found = material(value, passphrase);
  const none = typeof found === 'string' ? !found.includes('BEGIN CERTIFICATE') : found.certificates.length === 0;
  return none ? [] : openCertificates(value, passphrase).map((text) => new X509Certificate(text));
}

/** The secret texts of a private key: as given where that is PEM text and no path, and as PKCS#8 PEM where it opens. */
export function keyTexts(value: string, passphrase = ''): string[] {
  const given = value.match(/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g) ?? [];
  try {
    return [...given, exported(openKey(value, passphrase))];
  } catch (error) {
    if (error instanceof KeyError) return given;
    throw error;
  }
}

type Part = 'ca' | 'cert' | 'key' | 'passphrase';

/** A part of the TLS settings that cannot be used, and why. */
export interface TlsFault {
  name: Part;
  fault: string;
}

/**
 * Reads own authority and client certificate: PEM text or paths; a PKCS#12 store given as cert or as key gives both.
 * @returns PEM texts, the key unencrypted, the certificate of the key first.
 */
export function readClientIdentity(given: Partial<Record<Part, string>>): {
  identity: Partial<Record<'ca' | 'cert' | 'key', string>>;
  faults: TlsFault[];
} {
  const faults: TlsFault[] = [];
  const attempt = <T>(name: Part, read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof KeyError)) throw error;
      faults.push({ name, fault: error.message });
      return undefined;
    }
  };
  const { ca, passphrase } = given;
  const [cert, key] = [given.cert ?? given.key, given.key ?? given.cert];
  const authority = ca === undefined ? undefined : attempt('ca', () => openCertificates(ca).join('\n'));
  const identity = { ...(authority ? { ca: authority } : {}) };
  if (cert === undefined || key === undefined) return { identity, faults };
  const opened = attempt(given.key === undefined ? 'cert' : 'key', () => openKey(key, passphrase));
  const chain = attempt(given.cert === undefined ? 'key' : 'cert', () => openCertificates(cert, passphrase));
  if (!opened || !chain) return { identity, faults };
  const own = chain.find((text) => new X509Certificate(text).checkPrivateKey(opened));
  if (own === undefined) {
    faults.push({ name: 'cert', fault: 'is not the certificate of tls.key' });
    return { identity, faults };
  }
  const ordered = [own, ...chain.filter((text) => text !== own)].join('\n');
  return { identity: { ...identity, cert: ordered, key: exported(opened) }, faults };
}
