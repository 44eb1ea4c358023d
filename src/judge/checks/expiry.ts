/** How far the exp of a token is from the life that is declared beside it. Pure. */
import type { JsonObject } from '../../formats/json.ts';
import { declaredSeconds } from '../declared.ts';
import { standardLeeway } from '../late.ts';
import type { Evidence } from './check.ts';
import { providerNow, tolerance } from './claims.ts';

/** Seconds by which what issued the token is ahead of the provider's clock, where a standard's leeway allows it; else 0. */
function issuerAhead(evidence: Evidence, { iat }: JsonObject): number {
  const ahead = typeof iat === 'number' ? iat - providerNow(evidence) : 0;
  return ahead > 0 && ahead <= standardLeeway ? ahead : 0;
}

/**
 * Seconds by which exp is off the declared end of the token's life, negative when it is earlier; null when either is
 * missing. The token was issued at some moment between the request and the end of the answer.
 */
export function expiryOff(evidence: Evidence, claims: JsonObject): number | null {
  const declared = declaredSeconds(evidence.json, evidence.contract.token, providerNow(evidence));
  if (typeof claims['exp'] !== 'number' || declared === null) return null;
  const latest = providerNow(evidence) + issuerAhead(evidence, claims);
  const { attempts, answeredAt } = evidence.exchange;
  const sent = attempts.at(-1);
  // The clock may have been set back while the answer came.
  const began = sent && Math.min(sent.startedAt.getTime(), answeredAt.getTime() - sent.ms);
  const earliest = began === undefined ? latest : began / 1000 + evidence.skew;
  const issued = claims['exp'] - declared;
  return Math.max(0, issued - latest) + Math.min(0, issued - earliest);
}

/** Whether exp agrees with the declared end of the token's life; half a second is for the whole seconds of the Date header. */
export function agrees(off: number): boolean {
  return Math.abs(off) <= tolerance + 0.5;
}
