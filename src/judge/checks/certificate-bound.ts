import { thumbprintOf } from '../../contract/mutual-tls.ts';
import { isObject } from '../../formats/json.ts';
import { type Check, inapplicable, show } from './check.ts';
import { claimsOf } from './claims.ts';

/** The token, where it is a JWT, is bound to the client's certificate: its cnf holds the SHA-256 thumbprint, x5t#S256. */
export const certificateBound: Check = (evidence) => {
  const identity = evidence.exchange.request.certificate?.identity;
  const documented = 'cnf with x5t#S256, the SHA-256 thumbprint of the client certificate';
  if (!identity) return inapplicable(documented, 'no client certificate was sent');
  const claims = claimsOf(evidence);
  if (!claims) return inapplicable(documented, 'the token is not a JWT');
  const { cnf } = claims;
  const found = isObject(cnf) ? cnf['x5t#S256'] : undefined;
  const fine = found === thumbprintOf(identity.cert);
  const what = found === undefined ? 'no cnf with x5t#S256' : `${show(found)}, the thumbprint of another certificate`;
  return {
    verdict: fine ? 'pass' : 'fail',
    documented,
    received: fine ? 'the thumbprint of the client certificate' : what,
    pointer: evidence.contract.token.value,
  };
};
