import { createPrivateKey, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import forge from 'node-forge';

/** A private key that could not be read; the message tells why and never quotes the key. */
export class KeyError extends Error {
  override name = 'KeyError';
}

function fromStore(bytes: Buffer, passphrase: string): string {
  try {
    const store = forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(bytes.toString('binary')), passphrase);
    const types = [forge.pki.oids['pkcs8ShroudedKeyBag'], forge.pki.oids['keyBag']];
    for (const bagType of types) {
      const [bag] = (bagType ? store.getBags({ bagType })[bagType] : undefined) ?? [];
      if (bag?.key) return forge.pki.privateKeyToPem(bag.key);
    }
  } catch {
    throw new KeyError('the PKCS#12 store cannot be opened; check the passphrase');
  }
  throw new KeyError('the PKCS#12 store holds no private key');
}

/** The PEM text a value gives: text as it stands (line breaks may be written \n), or the file at the path. */
export function pemText(value: string, passphrase = ''): string {
  if (value.includes('-----BEGIN')) return value.replaceAll('\\n', '\n');
  if (!existsSync(value)) throw new KeyError('it is neither PEM text nor a path to a file');
  const bytes = readFileSync(value);
  return bytes.includes('-----BEGIN') ? bytes.toString('utf8') : fromStore(bytes, passphrase);
}

/**
 * Reads an RSA private key of at least 2048 bits from PEM text (PKCS#1, PKCS#8, encrypted), or from a .pem or .p12 file.
 * @returns PKCS#8 PEM, unencrypted. @throws KeyError
 */
export function readPrivateKey(value: string, passphrase?: string): string {
  const pem = pemText(value, passphrase);
  let key: KeyObject;
  try {
    key = createPrivateKey({ key: pem, ...(passphrase ? { passphrase } : {}) });
  } catch {
    const encrypted = pem.includes('ENCRYPTED');
    throw new KeyError(
      encrypted ? 'the key is encrypted and the passphrase does not open it' : 'the text is no private key in PEM form',
    );
  }
  if (key.asymmetricKeyType !== 'rsa') throw new KeyError(`it is a key of type ${key.asymmetricKeyType}, not RSA`);
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (bits < 2048) throw new KeyError(`it is an RSA key of ${bits} bits; at least 2048 are needed`);
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}
