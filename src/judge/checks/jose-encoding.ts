import { atPointer } from '../../formats/json.ts';
import { type Check, inapplicable } from './check.ts';
import { claimsOf } from './claims.ts';
import { repeatedName } from './unique-members.ts';

/**
 * Why a segment is not the exact base64url of its bytes, without padding and spare bits (RFC 4648, 3.5); null when it
 * is.
 */
function fault(segment: string): string | null {
  if (segment.includes('=')) return 'padded';
  if (!/^[A-Za-z0-9_-]+$/.test(segment)) return 'not base64url';
  return Buffer.from(segment, 'base64url').toString('base64url') === segment ? null : 'not the base64url of any bytes';
}

/** The segments of a JWT are base64url without padding, and no name is repeated in its header or in its claims. */
export const joseEncoding: Check = (evidence) => {
  const documented = 'segments of base64url without padding, each name once';
  if (!claimsOf(evidence)) return inapplicable(documented, 'the token is not a JWT');
  const pointer = evidence.contract.token.value;
  const segments = String(atPointer(evidence.json, pointer)).split('.');
  const wrong = segments.flatMap((segment, index) => {
    const what = ['header', 'claims', 'signature'][index];
    const found = fault(segment);
    if (found !== null) return [`its ${what} is ${found}`];
    const twice = index < 2 ? repeatedName(Buffer.from(segment, 'base64url').toString('utf8')) : null;
    return twice === null ? [] : [`${JSON.stringify(twice)} more than once in its ${what}`];
  });
  const received = wrong.length > 0 ? wrong.join(', ') : documented;
  return { verdict: wrong.length > 0 ? 'fail' : 'pass', documented, received, pointer };
};
