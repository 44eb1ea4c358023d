/** What standards define to be public though it is as long and as random as a key: public keys and certificates. */
import { createPublicKey, type KeyObject, X509Certificate } from 'node:crypto';
import { isObject, type Json } from '../../formats/json.ts';

/** Members of a public key, and of the certificates of one (RFC 7517, section 4; RFC 7518, section 6; RFC 8037). */
const ofPublicKey = ['n', 'e', 'x', 'y', 'kid', 'x5c', 'x5t', 'x5t#S256'];
const keyTypes = ['RSA', 'EC', 'OKP'];

/** The beginning of a structure of ASN.1 of 128 bytes or more in Base64, or of one of PEM, and the longest that is parsed. */
const beginning = /^(?:-----BEGIN (?:RSA PUBLIC KEY|PUBLIC KEY|CERTIFICATE)-----|M[A-P])/;
const longest = 1 << 14;

function attempt<T>(make: () => T): T | null {
  try {
    return make();
  } catch {
    return null;
  }
}

/** Whether a text is a public key or a certificate, in PEM (RFC 7468) or its Base64 alone. */
export function isPublicKey(text: string): boolean {
  if (text.length > longest || !beginning.test(text)) return false;
  const bare = text.trim();
  if (bare.startsWith('-')) return attempt(() => createPublicKey(bare)) !== null;
  if (!/^[\w+/\s-]+={0,2}$/.test(bare)) return false;
  const der = Buffer.from(bare, 'base64');
  const key = attempt(() => createPublicKey({ key: der, format: 'der', type: 'spki' }));
  return key !== null || attempt(() => new X509Certificate(der)) !== null;
}

/** The strings in a JSON value that are public by a standard. */
export function publicStrings(json: Json | undefined): Set<string> {
  const found = new Set<string>();
  const walk = (value: Json | undefined): void => {
    if (typeof value === 'string' && isPublicKey(value)) found.add(value);
    if (typeof value !== 'object' || value === null) return;
    if (isObject(value) && keyTypes.includes(String(value['kty'])))
      for (const name of ofPublicKey)
        for (const one of [value[name]].flat()) if (typeof one === 'string') found.add(one);
    for (const member of Object.values(value)) walk(member);
  };
  walk(json);
  return found;
}

/** The texts in which the public part of a private key is written; none for another secret. */
export function publicTexts(secret: string): string[] {
  if (!secret.includes('-----BEGIN')) return [];
  const key: KeyObject | null = attempt(() => createPublicKey(secret));
  if (!key) return [];
  const members = attempt(() => key.export({ format: 'jwk' }));
  // Whatever else it is written as, it is read as one of these or as the bytes that they encode.
  return [
    key.export({ format: 'der', type: 'spki' }).toString('base64'),
    ...[members?.n, members?.x, members?.y].flatMap((one) => one ?? []),
  ];
}
