import type { JsonObject } from '../../formats/json.ts';
import { tokenParts } from '../token-parts.ts';
import type { Evidence } from './check.ts';

/** Seconds by which two clocks may differ beyond the measured skew: both round to whole seconds. */
export const tolerance = 2;

/** The claims of the token an answer grants; null when it is no JWT. */
export function claimsOf(evidence: Evidence): JsonObject | null {
  return tokenParts(evidence).claims;
}

/** The header of the token an answer grants; null when it is no JWT. */
export function jwtHeaderOf(evidence: Evidence): JsonObject | null {
  return tokenParts(evidence).header;
}

/** The algorithm that a JWT header names, in lower case; empty where it names none, or a value that is not a string. */
export function algOf(header: JsonObject): string {
  return typeof header['alg'] === 'string' ? header['alg'].trim().toLowerCase() : '';
}

/** Seconds since the epoch by the provider's clock when the answer came. */
export function providerNow({ exchange, skew }: Evidence): number {
  return exchange.answeredAt.getTime() / 1000 + skew;
}
