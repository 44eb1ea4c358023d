import { createHmac } from 'node:crypto';
import { atPointer } from '../../formats/json.ts';
import { type Check, inapplicable } from './check.ts';
import { jwtHeaderOf } from './claims.ts';

/** Bytes of a signature by algorithm: those it may have, or the least (RFC 7518, 3.2 to 3.5; RFC 8037, 3.1; RFC 8812, 3.2). */
const lengths: Record<string, number[] | { least: number }> = {
  HS256: [32],
  HS384: [48],
  HS512: [64],
  RS256: { least: 256 },
  RS384: { least: 256 },
  RS512: { least: 256 },
  PS256: { least: 256 },
  PS384: { least: 256 },
  PS512: { least: 256 },
  ES256: [64],
  ES256K: [64],
  ES384: [96],
  ES512: [132],
  EdDSA: [64, 114],
};

/** Keys that anyone tries first, those of samples and libraries among them. */
const words = ['', 'secret', 'password', 'changeme', 'key', 'jwt', 'test', 'admin', '123456', 'your-256-bit-secret'];

/** The signature of a JWT is as long as its algorithm makes it. */
export const joseSignature: Check = (evidence) => {
  const documented = 'a signature as long as its alg makes it';
  const header = jwtHeaderOf(evidence);
  const alg = typeof header?.['alg'] === 'string' ? header['alg'] : '';
  const known = Object.hasOwn(lengths, alg) ? lengths[alg] : undefined;
  if (!header || !known)
    return inapplicable(documented, header ? 'its alg is not in RFC 7518' : 'the token is not a JWT');
  const pointer = evidence.contract.token.value;
  const [, , signature = ''] = String(atPointer(evidence.json, pointer)).split('.');
  const { length } = Buffer.from(signature, 'base64url');
  const fine = Array.isArray(known) ? known.includes(length) : length >= known.least;
  const wanted = Array.isArray(known) ? known.join(' or ') : `${known.least} or more`;
  const received = `${alg} with ${length} bytes${fine ? '' : ` in place of ${wanted}`}`;
  return { verdict: fine ? 'pass' : 'fail', documented, received, pointer };
};

/** The MAC of a JWT is made with no key that anyone would try first. */
export const joseKey: Check = (evidence) => {
  const documented = 'a key that nobody guesses';
  const header = jwtHeaderOf(evidence);
  const hash = /^HS(256|384|512)$/.exec(String(header?.['alg'] ?? ''))?.[1];
  if (!header || !hash) return inapplicable(documented, header ? 'its alg is not a MAC' : 'the token is not a JWT');
  const pointer = evidence.contract.token.value;
  const [first = '', second = '', signature = ''] = String(atPointer(evidence.json, pointer)).split('.');
  const guessed = words.find(
    (key) => createHmac(`sha${hash}`, key).update(`${first}.${second}`).digest('base64url') === signature,
  );
  const received = guessed === undefined ? 'none of those tried' : `the key ${JSON.stringify(guessed)}`;
  return { verdict: guessed === undefined ? 'pass' : 'fail', documented, received, pointer };
};
