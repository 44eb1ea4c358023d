/**
 * Opens what a passphrase protects: with OpenSSL, and what OpenSSL no longer opens (old ciphers, PKCS#12) with forge.
 */
import { createHash, createPrivateKey, type KeyObject } from 'node:crypto';
import { createRequire } from 'node:module';
import type Forge from 'node-forge';
import { KeyError, type PemBlock, pemText } from './pem.ts';

/** Loaded only when it is needed: it takes as long as to load three contracts. */
const loadForge = (): typeof Forge => createRequire(import.meta.url)('node-forge');

const noPassphrase = 'is encrypted, and no passphrase is given';
const wrongPassphrase = 'is encrypted, and the passphrase does not open it';

function unreadCipher(name: string): KeyError {
  return new KeyError(
    `is encrypted with ${name}, which is not supported; convert it with ` +
      'openssl pkcs8 -topk8 -v2 aes-256-cbc -provider default -provider legacy',
  );
}

/** The characters that a passphrase may mean: as typed, composed, and decomposed. */
function characters(passphrase: string): string[] {
  return [...new Set([passphrase, passphrase.normalize('NFC'), passphrase.normalize('NFD')])];
}

/** The bytes that a passphrase may mean: UTF-8 composed and decomposed, and Latin-1; one for ASCII. */
function spellings(passphrase: string): Buffer[] {
  const latin = [...passphrase].every((character) => character.charCodeAt(0) < 256) ? [passphrase] : [];
  const all = [
    ...characters(passphrase).map((text) => Buffer.from(text, 'utf8')),
    ...latin.map((text) => Buffer.from(text, 'latin1')),
  ];
  return all.filter((bytes, index) => all.findIndex((other) => other.equals(bytes)) === index);
}

function firstOf<T>(attempts: (() => T | null)[]): T | null {
  for (const attempt of attempts) {
    try {
      const found = attempt();
      if (found !== null) return found;
    } catch {
      // The right one is the one that opens the store.
    }
  }
  return null;
}

const keyOfPkcs8 = (der: Buffer): KeyObject => createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });

/** The members of a node in ASN.1; none for a node without members. */
function partsOf(node: Forge.asn1.Asn1 | null | undefined): Forge.asn1.Asn1[] {
  return Array.isArray(node?.value) ? node.value : [];
}

const bytesIn = (binary: string): Buffer => Buffer.from(binary, 'latin1');

/**
 * PBES1 with DES (RFC 8018, appendix A.3), long the default of OpenSSL and supported by neither library: the hash by
 * its algorithm.
 */
const desByHash: Record<string, string> = { '1.2.840.113549.1.5.3': 'md5', '1.2.840.113549.1.5.10': 'sha1' };

function openDes(forge: typeof Forge, info: Forge.asn1.Asn1, hash: string, passphrase: Buffer): Buffer | null {
  const [algorithm, data] = partsOf(info);
  const [salt, count] = partsOf(partsOf(algorithm)[1]);
  const rounds = Number.parseInt(forge.util.bytesToHex(String(count?.value)), 16);
  let derived = Buffer.concat([passphrase, bytesIn(String(salt?.value))]);
  for (let round = 0; round < rounds; round++) derived = createHash(hash).update(derived).digest();
  const decipher = forge.cipher.createDecipher('DES-CBC', derived.toString('latin1', 0, 8));
  decipher.start({ iv: derived.toString('latin1', 8, 16) });
  decipher.update(forge.util.createBuffer(String(data?.value)));
  return decipher.finish() ? bytesIn(decipher.output.getBytes()) : null;
}

/** Name or number of the algorithm that protects a PKCS#8 key; null for other bytes. */
function algorithmOf(forge: typeof Forge, info: Forge.asn1.Asn1): { oid: string; name: string } | null {
  try {
    const [algorithm, data] = partsOf(info);
    const [identifier, parameters] = partsOf(algorithm);
    if (data?.type !== forge.asn1.Type.OCTETSTRING) return null;
    const oid = forge.asn1.derToOid(String(identifier?.value));
    // PBES2 names its cipher in its parameters.
    const scheme = oid === forge.pki.oids['pkcs5PBES2'] ? partsOf(parameters)[1] : algorithm;
    const inner = forge.asn1.derToOid(String(partsOf(scheme)[0]?.value));
    return { oid, name: forge.pki.oids[inner] ?? `algorithm ${inner}` };
  } catch {
    return null;
  }
}

/** Opens an encrypted private key in DER (PKCS#8, RFC 5958); null for other bytes. @throws KeyError */
export function openEncrypted(der: Buffer, passphrase: string): KeyObject | null {
  const typed = spellings(passphrase);
  const plainly = typed.map(
    (bytes) => () => createPrivateKey({ key: der, format: 'der', type: 'pkcs8', passphrase: bytes }),
  );
  const opened = passphrase === '' ? null : firstOf(plainly);
  if (opened) return opened;
  const forge = loadForge();
  const info = firstOf([() => forge.asn1.fromDer(der.toString('latin1'))]);
  const algorithm = info && algorithmOf(forge, info);
  if (!algorithm) return null;
  if (passphrase === '') throw new KeyError(noPassphrase, 'missing');
  const hash = desByHash[algorithm.oid];
  let unread = false;
  // Ciphers of PKCS#12 take the characters of a passphrase, all others its bytes.
  const attempts = [...characters(passphrase), ...typed.map((bytes) => bytes.toString('latin1'))].map((text) => () => {
    try {
      const found: Forge.asn1.Asn1 | null = forge.pki.decryptPrivateKeyInfo(info, text);
      return found && keyOfPkcs8(bytesIn(forge.asn1.toDer(found).getBytes()));
    } catch (error) {
      if (error instanceof Error && /unsupported/i.test(error.message)) unread = true;
      return null;
    }
  });
  const old = typed.map((bytes) => () => {
    const found = hash ? openDes(forge, info, hash, bytes) : null;
    return found && keyOfPkcs8(found);
  });
  const found = firstOf(hash ? old : attempts);
  if (found) return found;
  throw unread ? unreadCipher(algorithm.name) : new KeyError(wrongPassphrase, 'wrong');
}

/** Opens a private key that is encrypted as PEM (RFC 1421: `DEK-Info`). @throws KeyError */
export function openOldPem(block: PemBlock, passphrase: string): KeyObject {
  if (passphrase === '') throw new KeyError(noPassphrase, 'missing');
  const key = pemText(block);
  const typed = spellings(passphrase);
  const plainly = firstOf(typed.map((bytes) => () => createPrivateKey({ key, passphrase: bytes })));
  if (plainly) return plainly;
  const forge = loadForge();
  let unread = false;
  const found = firstOf(
    typed.map((bytes) => () => {
      try {
        const opened: Forge.pki.rsa.PrivateKey | null = forge.pki.decryptRsaPrivateKey(key, bytes.toString('latin1'));
        return opened && createPrivateKey(forge.pki.privateKeyToPem(opened));
      } catch (error) {
        if (error instanceof Error && /unsupported/i.test(error.message)) unread = true;
        return null;
      }
    }),
  );
  if (found) return found;
  throw unread ? unreadCipher(block.encryption?.cipher ?? '') : new KeyError(wrongPassphrase, 'wrong');
}

/** What a PKCS#12 store holds; certificates in DER. */
export interface Store {
  key: KeyObject | null;
  certificates: Buffer[];
}

function storeContents(forge: typeof Forge, store: Forge.pkcs12.Pkcs12Pfx): Store {
  const bags = (name: string): Forge.pkcs12.Bag[] => {
    const bagType = forge.pki.oids[name];
    return bagType === undefined ? [] : (store.getBags({ bagType })[bagType] ?? []);
  };
  const derOf = (asn1: Forge.asn1.Asn1): Buffer => bytesIn(forge.asn1.toDer(asn1).getBytes());
  const keys = [...bags('pkcs8ShroudedKeyBag'), ...bags('keyBag')].map(({ key, asn1 }) =>
    key ? createPrivateKey(forge.pki.privateKeyToPem(key)) : keyOfPkcs8(derOf(asn1)),
  );
  const certificates = bags('certBag').map(({ cert, asn1 }) => derOf(cert ? forge.pki.certificateToAsn1(cert) : asn1));
  return { key: keys[0] ?? null, certificates };
}

/**
 * Opens a PKCS#12 store (RFC 7292); null for other bytes. A passphrase beyond ASCII is taken as characters where
 * PKCS#12 derives a key from it, and as UTF-8 where PKCS#5 does; one store may hold both. @throws KeyError
 */
export function openStore(bytes: Buffer, passphrase: string): Store | null {
  const forge = loadForge();
  const root = firstOf([() => forge.asn1.fromDer(bytes.toString('latin1'))]);
  const parts = partsOf(root);
  if (!root || parts[0]?.type !== forge.asn1.Type.INTEGER || parts[0].value !== '\u0003') return null;
  // Without the MAC, which takes the characters, the rest opens with the bytes.
  const unchecked = forge.asn1.create(root.tagClass, root.type, true, parts.slice(0, 2));
  const typed = spellings(passphrase).map((spelling) => spelling.toString('latin1'));
  const faults: string[] = [];
  const open = (pfx: Forge.asn1.Asn1, text: string) => () => {
    try {
      return storeContents(forge, forge.pkcs12.pkcs12FromAsn1(pfx, false, text));
    } catch (error) {
      faults.push(error instanceof Error ? error.message : '');
      return null;
    }
  };
  const beyondAscii = typed.length > 1 || typed[0] !== passphrase;
  const found = firstOf([
    ...characters(passphrase).map((text) => open(root, text)),
    ...(beyondAscii ? typed.flatMap((text) => [open(unchecked, text), open(root, text)]) : []),
  ]);
  if (found) return found;
  const unread = faults.find((fault) => /unsupported/i.test(fault));
  if (unread !== undefined)
    throw new KeyError(
      'is a PKCS#12 store with a cipher or a MAC that is not supported; open it with openssl pkcs12 -legacy, and give the key as PEM',
    );
  if (passphrase === '') throw new KeyError('is a PKCS#12 store, and no passphrase is given', 'missing');
  throw new KeyError('is a PKCS#12 store that the passphrase does not open', 'wrong');
}
