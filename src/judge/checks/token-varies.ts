import { atPointer } from '../../formats/json.ts';
import { sha256Of } from '../../formats/sha256.ts';
import { type Check, inapplicable } from './check.ts';
import { claimsOf } from './claims.ts';

/** So few characters hold less than 128 bits, whatever their alphabet. */
const few = 21;

/** Characters from which on the hash of a part identifies it without giving it away. */
const hidden = 12;

/** The hashes of a token without its last `few` characters, and without its first; null where the rest is too short. */
export function endsOf(token: string): [head: string | null, tail: string | null] {
  const hash = (part: string): string | null => (part.length < hidden ? null : sha256Of(part));
  return [hash(token.slice(0, -few)), hash(token.slice(few))];
}

/** Two tokens of a run differ in more than a few characters at one of their ends (RFC 6749, 10.10). */
export const tokenVaries: Check = (evidence) => {
  const documented = `tokens that differ in more than ${few} characters at one end`;
  const pointer = evidence.contract.token.value;
  const token = atPointer(evidence.json, pointer);
  if (typeof token !== 'string' || token === '') return inapplicable(documented, 'no token');
  if (claimsOf(evidence)) return inapplicable(documented, 'the token is a JWT');
  const sha256 = sha256Of(token);
  const others = evidence.grants.filter((grant) => grant.sha256 !== sha256);
  if (others.length === 0) return inapplicable(documented, 'no other token to compare with');
  const ends = endsOf(token);
  const alike = others.some((other) => ends.some((end, side) => end !== null && end === other.ends[side]));
  const received = alike
    ? `a token that differs from an earlier one only in its first or last ${few} characters`
    : 'so';
  return { verdict: alike ? 'fail' : 'pass', documented, received, pointer };
};
