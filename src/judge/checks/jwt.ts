import type { Json } from '../../formats/json.ts';
import { atPointer, isObject } from '../../formats/json.ts';
import { jsonOf } from '../../wire/json.ts';
import { type Check, unreadable } from './check.ts';
import { algOf } from './claims.ts';

const segment = /^[A-Za-z0-9_-]+$/;

/** Strict UTF-8, and no deeper than a body: what one Node.js can parse, another cannot. */
const parse = (text: string): Json | undefined => jsonOf(Buffer.from(text, 'base64url'));

/** Why a text is not a signed JWT; null when it is one. */
function fault(token: Json | undefined): string | null {
  if (typeof token !== 'string') return token === undefined ? 'it is absent' : 'it is not a string';
  const segments = token.split('.', 10);
  if (segments.length !== 3) return `it has ${segments.length} segment${segments.length === 1 ? '' : 's'}`;
  if (!segments.every((part) => segment.test(part))) return 'a segment is empty or not base64url';
  const [header, claims] = segments.slice(0, 2).map(parse);
  if (!isObject(header)) return 'its header is not a JSON object that can be read';
  const alg = algOf(header);
  if (alg === '') return 'its header names no alg';
  if (alg === 'none') return 'its alg is none: it is not signed';
  return isObject(claims) ? null : 'its claims are not a JSON object that can be read';
}

/** The token is a signed JWT: three base64url segments, a JSON header with an alg other than none, JSON claims. */
export const jwt: Check = (evidence) => {
  const pointer = evidence.contract.token.value;
  const documented = 'a JWT: three base64url segments, a JSON header, alg not none';
  const blocked = unreadable(evidence, pointer, documented);
  if (blocked) return blocked;
  const wrong = fault(atPointer(evidence.json, pointer));
  return { verdict: wrong ? 'fail' : 'pass', documented, received: wrong ? `not a JWT: ${wrong}` : 'a JWT', pointer };
};
