import { createHash, createPublicKey, type KeyObject, timingSafeEqual } from 'node:crypto';
import { formParameters, jsonObject } from './body.ts';
import type { Received } from './http.ts';
import { headerValues, mediaType, singleHeader } from './http.ts';

/** User and password of an HTTP Basic header, undecoded. */
interface Basic {
  user: Uint8Array;
  password: Uint8Array;
}

/** Compares two secrets exactly and in constant time, whatever their lengths. */
export function sameSecret(given: string | Uint8Array, expected: string): boolean {
  const digest = (value: string | Uint8Array) => createHash('sha256').update(value).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

const publicKeys = new Map<string, KeyObject>();

/** The public key of a key in PEM. It is read once: to read one takes longer than to verify with it. */
export function publicKeyOf(pem: string): KeyObject {
  const key = publicKeys.get(pem) ?? createPublicKey(pem);
  publicKeys.set(pem, key);
  return key;
}

/** Decodes Base64 of the standard alphabet with its padding (RFC 4648, section 4); undefined for anything else. */
export function strictBase64(text: string): Buffer | undefined {
  if (text === '' || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return undefined;
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}

function authorization(received: Received, scheme: string): string | undefined {
  const { found } = singleHeader(received, 'Authorization');
  const parts = found === undefined ? null : /^([!-~]+) +([!-~]+)$/.exec(found);
  return parts?.[1]?.toLowerCase() === scheme ? parts[2] : undefined;
}

/** The credentials of the one Authorization header when it is well-formed HTTP Basic (RFC 7617, section 2). */
export function basicCredentials(received: Received): Basic | undefined {
  const decoded = strictBase64(authorization(received, 'basic') ?? '');
  const colon = decoded?.indexOf(':') ?? -1;
  if (decoded === undefined || colon < 0) return undefined;
  return { user: decoded.subarray(0, colon), password: decoded.subarray(colon + 1) };
}

/** Every value where a contract has the token sent: of a header, or of a parameter of the body or the query. */
export function tokenValues(
  received: Received,
  { header = 'Authorization', field, parameter }: Record<string, unknown>,
): string[] {
  if (parameter !== undefined) return new URLSearchParams(received.query).getAll(String(parameter));
  if (field === undefined) return headerValues(received, String(header));
  if (mediaType(received) === 'application/x-www-form-urlencoded')
    return formParameters(received.body)?.get(String(field)) ?? [];
  const value = jsonObject(received.body)?.get(String(field));
  return value === undefined ? [] : [typeof value === 'string' ? value : ''];
}

/** The token where a contract puts it: in a header of its own, or under another scheme, `none` for neither; or a parameter. */
export function tokenIn(received: Received, row: Record<string, unknown>): string | undefined {
  const isParameter = (row['field'] ?? row['parameter']) !== undefined;
  const { scheme = isParameter ? 'none' : 'Bearer' } = row;
  const [found = '', ...more] = tokenValues(received, row);
  if (more.length > 0) return undefined;
  const bare = scheme === 'none' ? found : /^[!-~]+ +([!-~]+)$/.exec(found)?.[1];
  const isScheme = scheme === 'none' || found.toLowerCase().startsWith(`${String(scheme).toLowerCase()} `);
  return isScheme && bare !== undefined && /^[A-Za-z0-9\-._~+/]+=*$/.test(bare) ? bare : undefined;
}

/** The token of the one Authorization header when it is well-formed Bearer (RFC 6750, section 2.1). */
export function bearerToken(received: Received): string | undefined {
  const token = authorization(received, 'bearer');
  return token !== undefined && /^[A-Za-z0-9\-._~+/]+=*$/.test(token) ? token : undefined;
}
