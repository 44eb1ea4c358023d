/** The token that an answer grants, taken apart where it is a JWT. */
import { atPointer, isDeeper, isObject, type Json, type JsonObject } from '../formats/json.ts';
import { decodeJwt } from '../wire/clear/describe.ts';
import type { Evidence } from './checks/check.ts';

/** Deepest nesting of the parts of a token that are judged. */
const mostDepth = 50;

interface Parts {
  header: JsonObject | null;
  claims: JsonObject | null;
}

/** Many checks read the token of one answer, which may hold tens of thousands of claims. */
const known = new WeakMap<Evidence, Parts>();

/** The header and the claims of the token that an answer grants; null where it is no JWT, or one that is nested without end. */
export function tokenParts(evidence: Evidence): Parts {
  const before = known.get(evidence);
  if (before) return before;
  const token = atPointer(evidence.json, evidence.contract.token.value);
  const decoded = typeof token === 'string' ? decodeJwt(token) : null;
  const sane = (part: Json | undefined): JsonObject | null =>
    isObject(part) && !isDeeper(part, mostDepth) ? part : null;
  const claims = sane(decoded?.claims);
  const parts = { claims, header: claims && sane(decoded?.header) };
  known.set(evidence, parts);
  return parts;
}
