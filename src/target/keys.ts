import type { KeyObject, X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import { type KeyKind, notOfKind } from './key-kind.ts';
import { materialOf } from './key-material.ts';
import { KeyError } from './pem.ts';

function openKey(value: string, passphrase = ''): KeyObject {
  const { key, certificates, otherwise } = materialOf(value, passphrase);
  if (key) return key();
  if (certificates.length > 0 && otherwise === null) throw new KeyError('is a certificate; the private key is needed');
  throw new KeyError(otherwise ?? 'holds no private key');
}

const exported = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }).toString();

/**
 * Reads a private key from PEM text in any layout (PKCS#1, PKCS#8, encrypted), Base64 or a JWK, or from a file with one of
 * those, DER, or a PKCS#12 store. An RSA key has at least 2048 bits.
 * @returns PKCS#8 PEM, unencrypted. @throws KeyError
 */
export function readPrivateKey(value: string, passphrase?: string, wanted: KeyKind = 'RSA'): string {
  const key = openKey(value, passphrase);
  const other = notOfKind(key, wanted);
  if (other !== null) throw new KeyError(other);
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 2048;
  if (bits < 2048) throw new KeyError(`is an RSA key of ${bits} bits; at least 2048 are needed`);
  return exported(key);
}

function openCertificates(value: string, passphrase = ''): X509Certificate[] {
  const { certificates, otherwise } = materialOf(value, passphrase);
  if (certificates.length === 0) throw new KeyError(otherwise ?? 'holds no certificate');
  return certificates;
}

/** The certificates that come with a private key, in its PEM text or its PKCS#12 store; none for a key alone. */
export function certificatesBeside(value: string, passphrase = ''): X509Certificate[] {
  return materialOf(value, passphrase).certificates;
}

/** The secret texts of a private key: as given, unless that is a path, and as PKCS#8 PEM where it can be opened. */
export function keyTexts(value: string, passphrase = ''): string[] {
  const given = value.match(/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g) ?? [];
  try {
    return [...given, exported(openKey(value, passphrase))];
  } catch (error) {
    if (error instanceof KeyError) return given;
    throw error;
  }
}

const dayOf = (written: string): string => new Date(written).toISOString().slice(0, 10);

/** Why a certificate authenticates nobody today, and what to do; null where it may. */
export function timeFault(
  { validFrom, validTo }: X509Certificate,
  now = Date.now(),
): { text: string; remedy: string } | null {
  if (Date.parse(validTo) < now)
    return { text: `has expired, on ${dayOf(validTo)}`, remedy: 'ask its authority for a new one' };
  if (Date.parse(validFrom) <= now) return null;
  return {
    text: `is not valid before ${dayOf(validFrom)}`,
    remedy: 'wait for that day, or set the clock of this machine',
  };
}

type Part = 'ca' | 'cert' | 'key' | 'passphrase';

/** A part of the TLS settings that cannot be used, and why. */
export interface TlsFault {
  name: Part | 'NODE_EXTRA_CA_CERTS';
  fault: string;
  /** What is wrong with the passphrase, where it is that. */
  passphrase?: KeyError['passphrase'];
}

/** The file that NODE_EXTRA_CA_CERTS names. */
export interface ExtraAuthorities {
  file: string;
  /** Whether Node.js itself read it: it does so when it starts, and only where the shell names the file. */
  known: boolean;
}

/**
 * Reads our own authority and client certificate: PEM text or paths; a PKCS#12 store given as cert or as key gives
 * both. The extra authorities count beside `ca`, or beside those that Node.js knows.
 * @returns PEM texts, the key unencrypted, the certificate of the key first.
 */
export function readClientIdentity(
  given: Partial<Record<Part, string>>,
  extra: ExtraAuthorities | null = null,
): {
  identity: Partial<Record<'ca' | 'cert' | 'key', string>>;
  faults: TlsFault[];
  /** Present where the key or its store could not be opened, so that the passphrase may be the fault. */
  closed?: true;
} {
  const faults: TlsFault[] = [];
  const attempt = <T>(name: TlsFault['name'], read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof KeyError)) throw error;
      const { message: fault, passphrase } = error;
      faults.push({ name, fault, ...(passphrase === null ? {} : { passphrase }) });
      return undefined;
    }
  };
  const { ca, passphrase } = given;
  const [cert, key] = [given.cert ?? given.key, given.key ?? given.cert];
  const added = extra ? attempt('NODE_EXTRA_CA_CERTS', () => openCertificates(extra.file).map(String)) : undefined;
  const own = ca === undefined ? undefined : attempt('ca', () => openCertificates(ca).map(String));
  const known = extra?.known ? undefined : rootCertificates;
  const authorities = added && (own ?? known) ? [...(own ?? known ?? []), ...added] : own;
  const identity = authorities ? { ca: authorities.join('\n') } : {};
  if (cert === undefined || key === undefined) return { identity, faults };
  const opened = attempt(given.key === undefined ? 'cert' : 'key', () => openKey(key, passphrase));
  const chain = attempt(given.cert === undefined ? 'key' : 'cert', () => openCertificates(cert, passphrase));
  if (!opened || !chain) return { identity, faults, closed: true };
  const leaf = chain.find((certificate) => certificate.checkPrivateKey(opened));
  if (leaf === undefined) {
    faults.push({ name: 'cert', fault: 'is not the certificate of tls.key' });
    return { identity, faults };
  }
  const outOfTime = timeFault(leaf);
  if (outOfTime !== null) {
    faults.push({ name: given.cert === undefined ? 'key' : 'cert', fault: `${outOfTime.text}; ${outOfTime.remedy}` });
    return { identity, faults };
  }
  const ordered = [leaf, ...chain.filter((certificate) => certificate !== leaf)].join('\n');
  return { identity: { ...identity, cert: ordered, key: exported(opened) }, faults };
}
