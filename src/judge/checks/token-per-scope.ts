import { isSuccess } from '../../contract/status.ts';
import { atPointer } from '../../formats/json.ts';
import { sha256Of } from '../../formats/sha256.ts';
import type { ScopedGrant } from '../grant.ts';
import { grantedScopes } from '../granted-scopes.ts';
import { neverAges } from '../late.ts';
import { type Check, type Evidence, inapplicable } from './check.ts';
import { jtiOf } from './claims-unique.ts';
import { endsOf } from './token-varies.ts';

/** The token of a grant and its scope: the one in the answer, else the one asked for; null where none is granted. */
export function scopedGrant(evidence: Evidence): ScopedGrant | null {
  const token = atPointer(evidence.json, evidence.contract.token.value);
  if (!isSuccess(evidence.response.status) || typeof token !== 'string' || token === '') return null;
  const scopes = grantedScopes(evidence) ?? evidence.requestedScopes;
  const scope = [...new Set(scopes)].sort().join(' ');
  return { sha256: sha256Of(token), scope, jti: jtiOf(evidence), ends: endsOf(token) };
}

/** A token granted for one scope is not granted again for another. */
export const tokenPerScope: Check = (evidence) => {
  const documented = 'a token of its own for each scope';
  const grant = scopedGrant(evidence);
  if (!grant) return inapplicable(documented, 'no token');
  const other = evidence.grants.find(({ sha256, scope }) => sha256 === grant.sha256 && scope !== grant.scope);
  return {
    verdict: other ? 'fail' : 'pass',
    documented,
    received: other
      ? `for ${grant.scope || 'no scope'} the token that was granted for ${other.scope || 'no scope'}`
      : documented,
    pointer: evidence.contract.token.value,
    ...(other ? { impliedBy: [neverAges] } : {}),
  };
};
