import { headerValues } from '../../wire/exchange.ts';
import { standardLeeway } from '../late.ts';
import { type Check, inapplicable } from './check.ts';
import { claimsOf, providerNow, tolerance } from './claims.ts';
import { agrees, expiryOff } from './expiry.ts';

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
  if (fine) return { verdict: 'pass', documented, received, pointer };
  // Without a Date, nobody knows how far the two clocks differ.
  const isUndated = headerValues(evidence.response, 'Date').length === 0 && Math.abs(off) <= standardLeeway;
  return { verdict: 'fail', documented, received, pointer, ...(isUndated ? { tolerated: true } : {}) };
};

/** nbf and iat are not in the future; a few minutes are tolerated, by which the clocks of two servers may differ. */
export const claimsBegun: Check = (evidence) => {
  const documented = 'nbf and iat not in the future';
  const claims = claimsOf(evidence);
  if (!claims) return inapplicable(documented, 'the token is not a JWT');
  const pointer = evidence.contract.token.value;
  const ahead = ['nbf', 'iat'].flatMap((name) => {
    const seconds = Number(claims[name] ?? 0) - providerNow(evidence);
    return seconds > tolerance ? [{ name, seconds }] : [];
  });
  if (ahead.length === 0) return { verdict: 'pass', documented, received: 'begun', pointer };
  const isLittle = ahead.every(({ seconds }) => seconds <= standardLeeway);
  const allowed = `; RFC 7519, sections 4.1.5 and 4.1.6, allows a leeway of a few minutes (${standardLeeway} s here)`;
  const received = `${ahead.map(({ name, seconds }) => `${name} ${Math.round(seconds)} s`).join(' and ')} in the future`;
  return isLittle
    ? { verdict: 'fail', tolerated: true, documented, received: `${received}${allowed}`, pointer }
    : { verdict: 'fail', documented, received, pointer };
};
