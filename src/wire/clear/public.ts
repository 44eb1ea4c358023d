/** What standards define to be public though it is as long and as random as a key: public keys and certificates. */
import { createPublicKey, type JsonWebKey, type KeyObject, X509Certificate } from 'node:crypto';
import type { Json } from '../../formats/json.ts';
import { type Place, type PlacedString, stringsIn } from '../strings.ts';

/** Members that make a public key (RFC 7518, section 6; RFC 8037): the others of a JWK are judged as in any object. */
const ofPublicKey = ['kty', 'crv', 'n', 'e', 'x', 'y'];
const keyTypes = ['RSA', 'EC', 'OKP'];
/** Fewest bits of a modulus that is no token, and most keys of an answer, since it takes time to see that each is one. */
const [leastModulus, mostKeys] = [1024, 100];

/** The beginning of a structure of ASN.1 in Base64, or of one of PEM, such a block of PEM, and the longest text that is parsed. */
const beginning = /^(?:-----BEGIN (?:RSA PUBLIC KEY|PUBLIC KEY|CERTIFICATE)-----|M[A-P])/;
const block = /-----BEGIN (RSA PUBLIC KEY|PUBLIC KEY|CERTIFICATE)-----([^-]*)-----END \1-----/g;
const longest = 1 << 14;

function attempt<T>(make: () => T): T | null {
  try {
    return make();
  } catch {
    return null;
  }
}

/** Whether some bytes are one structure of ASN.1 and nothing behind it, which parsers pass over (X.690, section 8.1.3). */
function isWhole(der: Buffer): boolean {
  const [, first = 0] = der;
  if (first < 0x80) return der.length === first + 2;
  const size = first & 0x7f;
  return size > 0 && size <= 3 && der.length > size + 2 && der.length === der.readUIntBE(2, size) + size + 2;
}

function isKeyOrCertificate(der: Buffer): boolean {
  if (!isWhole(der)) return false;
  const isKey = (['spki', 'pkcs1'] as const).some(
    (type) => attempt(() => createPublicKey({ key: der, format: 'der', type })) !== null,
  );
  return isKey || attempt(() => new X509Certificate(der)) !== null;
}

/** Whether a text is public keys or certificates alone, in PEM (RFC 7468) or the Base64 of one. */
export function isPublicKey(text: string): boolean {
  if (text.length > longest || !beginning.test(text)) return false;
  const blocks = [...text.matchAll(block)].map(([, , inside = '']) => inside);
  const rest = text.replace(block, '').trim();
  const encoded = rest === '' ? blocks : blocks.length === 0 ? [rest] : [];
  const isPublic = (one: string): boolean =>
    /^[\w+/\s-]+={0,2}\s*$/.test(one) && isKeyOrCertificate(Buffer.from(one, 'base64'));
  return encoded.length > 0 && encoded.every(isPublic);
}

/** The public key that is made of some members of a JWK; null where they make none. */
function keyOf(members: JsonWebKey): KeyObject | null {
  const key = attempt(() => createPublicKey({ key: members, format: 'jwk' }));
  const bits = key?.asymmetricKeyDetails?.modulusLength;
  return bits === undefined || bits >= leastModulus ? key : null;
}

/** The strings in a JSON value that are the public members of a JWK, by their places: the same value elsewhere may be a token. */
export function publicMembers(json: Json | undefined): Set<PlacedString> {
  const strings = stringsIn(json);
  const keys = new Map<Place | null, Map<string, PlacedString>>();
  for (const { value, place } of strings)
    if (place?.key === 'kty' && keyTypes.includes(value)) keys.set(place.holder, new Map());
  if (keys.size === 0 || keys.size > mostKeys) return new Set();
  for (const one of strings) if (one.place) keys.get(one.place.holder)?.set(String(one.place.key), one);
  const found = [...keys.values()].flatMap((members) => {
    const given = ofPublicKey.flatMap((name) => members.get(name) ?? []);
    const key = keyOf(Object.fromEntries(given.map(({ value, place }) => [place?.key, value])));
    const exported = Object.values(key?.export({ format: 'jwk' }) ?? {});
    return given.filter(({ value }) => exported.includes(value));
  });
  return new Set(found);
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
