import { constants, createPublicKey, verify } from 'node:crypto';
import { formParameters, jsonObject } from './body.ts';
import { sameSecret } from './credentials.ts';
import type { Account, Row } from './generic-contract.ts';
import { at } from './generic-contract.ts';
import type { Received } from './http.ts';

/** A request with a client assertion, and what it is held against. */
export interface Asserted {
  /** What the contract says is asserted, and how. */
  row: Row;
  received: Received;
  account: Account;
  /** Milliseconds since the epoch. */
  now: number;
  /** Identifiers of assertions that were taken before. */
  sentOnce: Set<string>;
}

const bearerType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** Farthest in the future that an assertion may end, in seconds. */
const mostLife = 3600;

/** The bytes of strict Base64url without padding; undefined for anything else. */
function bytesOf(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64url');
  return text !== '' && bytes.toString('base64url') === text ? bytes : undefined;
}

function isSigned(algorithm: string, key: string, input: string, signature: Buffer): boolean {
  const publicKey = createPublicKey(key);
  const text = Buffer.from(input);
  if (algorithm === 'EdDSA') return verify(null, text, publicKey, signature);
  if (algorithm === 'ES256') return verify('sha256', text, { key: publicKey, dsaEncoding: 'ieee-p1363' }, signature);
  const padding = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
  return verify('sha256', text, { key: publicKey, ...(algorithm === 'PS256' ? padding : {}) }, signature);
}

/** How a request fails what its contract says is asserted (RFC 7523, section 3): the ways to break it; null when it does not. */
export function brokenAssertion({ row, received, account, now, sentOnce }: Asserted): string[] | null {
  const parameters = formParameters(received.body);
  const [type, ...types] = parameters?.get('client_assertion_type') ?? [];
  const [assertion, ...assertions] = parameters?.get('client_assertion') ?? [];
  if (type === undefined || assertion === undefined) return ['absent'];
  if (types.length > 0 || assertions.length > 0 || assertion === '') return ['empty', 'absent'];
  if (type !== bearerType) return ['other-type', 'absent'];
  const [head = '', payload = '', signature = '', ...more] = assertion.split('.');
  const parts = [head, payload].map((part) => jsonObject(bytesOf(part) ?? new Uint8Array()));
  const [header, claims] = parts;
  if (!header || !claims || more.length > 0) return ['not-jwt', 'empty'];
  const known = (name: string): string => String(account[String(row[name])] ?? '');
  const key = String(account[String(at(row, 'key')['credential'])] ?? '');
  const algorithm = String(row['algorithm']);
  if (header.get('alg') !== algorithm) return ['alg-none', 'other-algorithm'];
  const bytes = bytesOf(signature);
  if (!bytes || !isSigned(algorithm, key, `${head}.${payload}`, bytes)) return ['other-key', 'unsigned', 'bit-flip'];
  const is = (name: string, wanted: string): boolean => sameSecret(String(claims.get(name) ?? ''), wanted);
  if (!is('iss', known('client'))) return ['other-issuer', 'no-issuer'];
  if (!is('sub', known('client'))) return ['other-subject', 'no-subject'];
  const audiences = [claims.get('aud') ?? []].flat();
  if (!audiences.includes(known('audience'))) return ['other-audience', 'no-audience'];
  const [ends, id] = [claims.get('exp'), claims.get('jti')];
  if (typeof ends !== 'number' || ends * 1000 <= now || ends * 1000 > now + mostLife * 1000)
    return ['expired', 'no-expiry'];
  if (typeof id !== 'string' || id === '') return ['no-identifier'];
  const once = `assertion ${id}`;
  if (sentOnce.has(once)) return ['replayed'];
  sentOnce.add(once);
  return null;
}
