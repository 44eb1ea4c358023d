/** What may be shown of a token: its length, a hash, its syntax, and the header and claims of a JWT. */
import { isAscii } from 'node:buffer';
import { isDeeper, type Json } from '../../formats/json.ts';
import { sha256Of } from '../../formats/sha256.ts';
import { mostDepth } from '../json.ts';
import type { Found } from './find.ts';

/** The first 8 hex digits of the SHA-256 of a token, which is too long to be guessed. */
export function tokenHash(value: string): string {
  return sha256Of(value).slice(0, 8);
}

/** What was found, and in which spelling: `12 of 40 characters of the secret clientSecret, in Base64`. */
export function foundText({ known: { value, kind, name }, whole, length, spelling }: Found): string {
  const what = { secret: `the secret ${name}`, sent: `the ${name} that was sent`, token: 'a token' }[kind];
  const part = whole ? what : `${length} of ${value.length} characters of ${what}`;
  return [part, ...spelling].join(', ');
}

/** What each byte of ASCII is shown as. */
const shapes = Uint8Array.from({ length: 0x80 }, (_, byte) =>
  String.fromCharCode(byte).replace(/[A-Z]/, 'A').replace(/[a-z]/, 'a').replace(/\d/, '0').charCodeAt(0),
);

/** The value with every letter replaced by `a` or `A` and every digit by `0`. */
export function shapeOf(value: string): string {
  const bytes = Buffer.from(value);
  if (isAscii(bytes)) return Buffer.from(bytes.map((byte) => shapes[byte] ?? byte)).toString('latin1');
  return value
    .replace(/[B-Z]|(?!A)\p{Lu}/gu, 'A')
    .replace(/(?!A)\p{L}/gu, 'a')
    .replace(/\p{N}/gu, '0');
}

/** Header and claims of a JWT, without its signature; null when the value is not a JWT, or is nested as no body may be. */
export function decodeJwt(value: string): { header: Json; claims: Json } | null {
  // The limit keeps a hostile token of a million dots cheap.
  const segments = value.split('.', 4);
  if (segments.length !== 3) return null;
  try {
    const [header, claims] = segments
      .slice(0, 2)
      .map((segment) => JSON.parse(Buffer.from(segment, 'base64url').toString()) as Json);
    if (header === undefined || claims === undefined) return null;
    return isDeeper(header, mostDepth) || isDeeper(claims, mostDepth) ? null : { header, claims };
  } catch {
    return null;
  }
}
