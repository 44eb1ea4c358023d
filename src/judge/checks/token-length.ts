import { atPointer } from '../../formats/json.ts';
import { type Check, inapplicable } from './check.ts';
import { claimsOf } from './claims.ts';

/** Bits that one character can hold, by the kinds of characters in the token. */
const alphabets: [RegExp, number][] = [
  [/^[0-9]*$/, Math.log2(10)],
  [/^[0-9a-f-]*$/i, 4],
  [/^[0-9a-z]*$/i, Math.log2(62)],
];

/** A token that is not a JWT has room for 128 bits, which RFC 6749 (10.10) demands of a random one. */
export const tokenLength: Check = (evidence) => {
  const documented = 'room for 128 bits';
  const pointer = evidence.contract.token.value;
  const token = atPointer(evidence.json, pointer);
  if (typeof token !== 'string' || token === '') return inapplicable(documented, 'no token');
  if (claimsOf(evidence)) return inapplicable(documented, 'the token is a JWT');
  const bits = alphabets.find(([alphabet]) => alphabet.test(token))?.[1] ?? 6;
  const room = Math.floor(token.replaceAll('-', '').length * bits);
  // A UUID of version 4 holds 122 random bits, and is what many servers issue.
  const fine = room >= 128;
  return {
    verdict: fine ? 'pass' : 'fail',
    documented,
    received: `${token.length} characters with room for ${room} bits at most`,
    pointer,
  };
};
