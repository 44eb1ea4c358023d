import { isObject } from '../../contract/openapi.ts';
import { atPointer } from '../../contract/schema.ts';
import type { JsonObject } from '../../contract/types.ts';
import { createFinder, decodeJwt } from '../../wire/redact.ts';
import { type Check, type Evidence, inapplicable } from './check.ts';
import { secondsOf } from './lifetime.ts';

/** Seconds by which two clocks may be apart beside the measured skew: both round to whole seconds. */
const tolerance = 2;

function claimsOf({ json, contract }: Evidence): JsonObject | null {
  const token = atPointer(json, contract.token.value);
  const claims = typeof token === 'string' ? decodeJwt(token)?.claims : null;
  return isObject(claims ?? undefined) ? (claims as JsonObject) : null;
}

/** Seconds since the epoch by the provider's clock when the answer came. */
function providerNow({ exchange, skew }: Evidence): number {
  return exchange.answeredAt.getTime() / 1000 + skew;
}

function difference(evidence: Evidence, claims: JsonObject): number | null {
  const declared = secondsOf(atPointer(evidence.json, evidence.contract.token.lifetime));
  return typeof claims['exp'] === 'number' && declared !== null
    ? claims['exp'] - (providerNow(evidence) + declared)
    : null;
}

/** exp, iat and nbf, where they are given, are numbers. */
export const claimsNumeric: Check = (evidence) => {
  const documented = 'exp, iat and nbf are numbers';
  const claims = claimsOf(evidence);
  if (!claims) return inapplicable(documented, 'the token is no JWT');
  const dates = ['exp', 'iat', 'nbf'].filter((name) => claims[name] !== undefined);
  const wrong = dates.filter((name) => typeof claims[name] !== 'number');
  return {
    verdict: wrong.length > 0 ? 'fail' : 'pass',
    documented,
    received:
      wrong.length > 0
        ? wrong.map((name) => `${name} is ${JSON.stringify(claims[name])}`).join(', ')
        : `${dates.join(', ') || 'none given'}`,
    pointer: evidence.contract.token.value,
  };
};

/** exp, where it is given, is in the future; the clocks may be apart as far as those of any date. */
export const claimsLive: Check = (evidence) => {
  const documented = 'exp in the future';
  const claims = claimsOf(evidence);
  if (!claims) return inapplicable(documented, 'the token is no JWT');
  if (typeof claims['exp'] !== 'number') return inapplicable(documented, 'the token has no exp');
  const past = claims['exp'] <= providerNow(evidence) - tolerance;
  return {
    verdict: past ? 'fail' : 'pass',
    documented,
    received: past ? 'exp is in the past' : documented,
    pointer: evidence.contract.token.value,
  };
};

/** exp is the time of the answer and the declared lifetime together; a token served from a cache says its remaining life. */
export const claimsExpiry: Check = (evidence) => {
  const documented = `exp within ${tolerance} s of the time of the answer and the declared lifetime together`;
  const claims = claimsOf(evidence);
  if (!claims) return inapplicable(documented, 'the token is no JWT');
  if (typeof claims['exp'] !== 'number') return inapplicable(documented, 'the token has no exp');
  const pointer = evidence.contract.token.value;
  const off = difference(evidence, claims);
  if (off === null)
    return { verdict: 'inconclusive', documented, received: 'the answer declares no lifetime', pointer };
  // Half a second of grace: the round trip and the whole seconds of the Date header.
  const fine = Math.abs(off) <= tolerance + 0.5;
  const received = fine
    ? 'exp agrees with the declared lifetime'
    : `exp is ${Math.abs(Math.round(off))} s ${off > 0 ? 'later' : 'earlier'}`;
  return { verdict: fine ? 'pass' : 'fail', documented, received, pointer };
};

/** nbf and iat are not in the future. */
export const claimsBegun: Check = (evidence) => {
  const documented = 'nbf and iat not in the future';
  const claims = claimsOf(evidence);
  if (!claims) return inapplicable(documented, 'the token is no JWT');
  const ahead = ['nbf', 'iat'].filter((name) => Number(claims[name] ?? 0) > providerNow(evidence) + tolerance);
  return {
    verdict: ahead.length > 0 ? 'fail' : 'pass',
    documented,
    received: ahead.length > 0 ? `${ahead.join(' and ')} in the future` : 'begun',
    pointer: evidence.contract.token.value,
  };
};

/** The claims, which anyone can read, hold no secret of the client. */
export const claimsHoldNoSecret: Check = (evidence) => {
  const documented = "no secret of the client in the token's claims";
  const claims = claimsOf(evidence);
  if (!claims) return inapplicable(documented, 'the token is no JWT');
  const text = JSON.stringify(claims);
  const held = createFinder(evidence.secrets)(text);
  return {
    verdict: held ? 'fail' : 'pass',
    documented,
    received: held ? 'a secret of the client' : 'none',
    pointer: evidence.contract.token.value,
  };
};

/** Whether the token's own claims and the declared lifetime say the same; for readings. */
export function claimsFollowLifetime(evidence: Evidence): 'agree' | 'differ' | null {
  const claims = claimsOf(evidence);
  const off = claims && difference(evidence, claims);
  return off === null ? null : Math.abs(off) <= tolerance + 0.5 ? 'agree' : 'differ';
}
