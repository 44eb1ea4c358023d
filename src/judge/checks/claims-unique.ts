import { atPointer } from '../../formats/json.ts';
import { sha256Of } from '../../formats/sha256.ts';
import { type Check, type Evidence, inapplicable } from './check.ts';
import { claimsOf } from './claims.ts';

/** The SHA-256 of the jti of the token an answer grants; null where it has none. */
export function jtiOf(evidence: Evidence): string | null {
  const jti = claimsOf(evidence)?.['jti'];
  return typeof jti === 'string' ? sha256Of(jti) : null;
}

/** Two different tokens of a run have different jti. */
export const claimsUnique: Check = (evidence) => {
  const documented = 'a jti of its own for each token';
  const jti = jtiOf(evidence);
  if (jti === null) return inapplicable(documented, 'the token has no jti');
  const token = String(atPointer(evidence.json, evidence.contract.token.value));
  const sha256 = sha256Of(token);
  const other = evidence.grants.find((grant) => grant.jti === jti && grant.sha256 !== sha256);
  return {
    verdict: other ? 'fail' : 'pass',
    documented,
    received: other ? 'the jti of a different, earlier token' : 'so',
    pointer: evidence.contract.token.value,
  };
};
