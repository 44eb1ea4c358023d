import { isObject } from '../../contract/openapi.ts';
import { atPointer } from '../../contract/schema.ts';
import type { JsonObject } from '../../contract/types.ts';
import { decodeJwt } from '../../wire/redact.ts';
import type { Evidence } from './check.ts';
import { secondsOf } from './lifetime.ts';

/** Seconds by which two clocks may be apart beside the measured skew: both round to whole seconds. */
export const tolerance = 2;

/** The claims of the token an answer grants; null when it is no JWT. */
export function claimsOf({ json, contract }: Evidence): JsonObject | null {
  const token = atPointer(json, contract.token.value);
  const claims = typeof token === 'string' ? decodeJwt(token)?.claims : null;
  return isObject(claims ?? undefined) ? (claims as JsonObject) : null;
}

/** Seconds since the epoch by the provider's clock when the answer came. */
export function providerNow({ exchange, skew }: Evidence): number {
  return exchange.answeredAt.getTime() / 1000 + skew;
}

/**
 * Seconds by which exp is off the declared end of the token's life, negative when it is earlier; null when either is not
 * given. The token was issued at some moment between the request and the end of the answer.
 */
export function expiryOff(evidence: Evidence, claims: JsonObject): number | null {
  const declared = secondsOf(atPointer(evidence.json, evidence.contract.token.lifetime));
  if (typeof claims['exp'] !== 'number' || declared === null) return null;
  const latest = providerNow(evidence);
  const sent = evidence.exchange.attempts.at(-1)?.startedAt.getTime();
  const earliest = sent === undefined ? latest : sent / 1000 + evidence.skew;
  const issued = claims['exp'] - declared;
  return Math.max(0, issued - latest) + Math.min(0, issued - earliest);
}

/** Whether exp agrees with the declared end of the token's life; half a second is for the whole seconds of the Date header. */
export function agrees(off: number): boolean {
  return Math.abs(off) <= tolerance + 0.5;
}

/** Whether the token's own claims and the declared lifetime say the same; for readings. */
export function claimsFollowLifetime(evidence: Evidence): 'agree' | 'differ' | null {
  const claims = claimsOf(evidence);
  const off = claims && expiryOff(evidence, claims);
  return off === null ? null : agrees(off) ? 'agree' : 'differ';
}
