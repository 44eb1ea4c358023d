import type { Json, JsonObject } from '../../formats/json.ts';
import { atPointer, isObject } from '../../formats/json.ts';
import { decodeJwt } from '../../wire/clear/describe.ts';
import type { Evidence } from './check.ts';

/** Seconds by which two clocks may differ beyond the measured skew: both round to whole seconds. */
export const tolerance = 2;

/** Whether a value is nested deeper than so many levels. */
function isDeeper(value: Json, most = 50): boolean {
  if (value === null || typeof value !== 'object') return false;
  return most === 0 || Object.values(value).some((member) => isDeeper(member, most - 1));
}

interface Parts {
  header: JsonObject | null;
  claims: JsonObject | null;
}

/** Many checks read the token of one answer, which may hold tens of thousands of claims. */
const known = new WeakMap<Evidence, Parts>();

function partsOf(evidence: Evidence): Parts {
  const before = known.get(evidence);
  if (before) return before;
  const token = atPointer(evidence.json, evidence.contract.token.value);
  const decoded = typeof token === 'string' ? decodeJwt(token) : null;
  const sane = (part: Json | undefined): JsonObject | null => (isObject(part) && !isDeeper(part) ? part : null);
  const claims = sane(decoded?.claims);
  const parts = { claims, header: claims && sane(decoded?.header) };
  known.set(evidence, parts);
  return parts;
}

/** The claims of the token an answer grants; null when it is no JWT. */
export function claimsOf(evidence: Evidence): JsonObject | null {
  return partsOf(evidence).claims;
}

/** The header of the token an answer grants; null when it is no JWT. */
export function jwtHeaderOf(evidence: Evidence): JsonObject | null {
  return partsOf(evidence).header;
}

/** The algorithm that a JWT header names, in lower case; empty where it names none, or a value that is not a string. */
export function algOf(header: JsonObject): string {
  return typeof header['alg'] === 'string' ? header['alg'].trim().toLowerCase() : '';
}

/** Seconds since the epoch by the provider's clock when the answer came. */
export function providerNow({ exchange, skew }: Evidence): number {
  return exchange.answeredAt.getTime() / 1000 + skew;
}
