import { type Check, inapplicable } from './check.ts';
import { agrees, claimsOf, expiryOff, providerNow, tolerance } from './claims.ts';

/** exp, where it is given, is in the future, allowing for the difference between the clocks. */
export const claimsLive: Check = (evidence) => {
  const documented = 'exp in the future';
  const claims = claimsOf(evidence);
  if (!claims) return inapplicable(documented, 'the token is not a JWT');
  if (typeof claims['exp'] !== 'number') return inapplicable(documented, 'the token has no exp');
  const past = claims['exp'] <= providerNow(evidence) - tolerance;
  return {
    verdict: past ? 'fail' : 'pass',
    documented,
    received: past ? 'exp is in the past' : documented,
    pointer: evidence.contract.token.value,
  };
};

/** exp equals the time of the answer plus the declared lifetime; a token from a cache declares its remaining life. */
export const claimsExpiry: Check = (evidence) => {
  const documented = `exp within ${tolerance} s of the time of the answer and the declared lifetime together`;
  const claims = claimsOf(evidence);
  if (!claims) return inapplicable(documented, 'the token is not a JWT');
  if (typeof claims['exp'] !== 'number') return inapplicable(documented, 'the token has no exp');
  const pointer = evidence.contract.token.value;
  const off = expiryOff(evidence, claims);
  if (off === null)
    return { verdict: 'inconclusive', documented, received: 'the answer declares no lifetime', pointer };
  const fine = agrees(off);
  const received = fine
    ? 'exp agrees with the declared lifetime'
    : `exp is ${Math.abs(Math.round(off))} s ${off > 0 ? 'later' : 'earlier'}`;
  return { verdict: fine ? 'pass' : 'fail', documented, received, pointer };
};

/** nbf and iat are not in the future. */
export const claimsBegun: Check = (evidence) => {
  const documented = 'nbf and iat not in the future';
  const claims = claimsOf(evidence);
  if (!claims) return inapplicable(documented, 'the token is not a JWT');
  const ahead = ['nbf', 'iat'].filter((name) => Number(claims[name] ?? 0) > providerNow(evidence) + tolerance);
  return {
    verdict: ahead.length > 0 ? 'fail' : 'pass',
    documented,
    received: ahead.length > 0 ? `${ahead.join(' and ')} in the future` : 'begun',
    pointer: evidence.contract.token.value,
  };
};
