/** How long a token lives, as an answer declares it. Pure. */
import type { TokenMembers } from '../contract/types.ts';
import type { Json } from '../formats/json.ts';
import { atPointer } from '../formats/json.ts';

/** The seconds a lifetime says, whether it is written as a number or as digits; null when it says none. */
function secondsOf(value: Json | undefined): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : null;
}

/** Milliseconds since the epoch of a date of expiry, in ISO 8601 or as a number since the epoch; null for anything else. */
function instantOf(value: Json | undefined): number | null {
  const number = secondsOf(value);
  // As seconds, the least of these is a date of the year 5138.
  if (number !== null) return number < 1e11 ? number * 1000 : number;
  const parsed = typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(parsed) ? null : parsed;
}

/** Whether an answer declares no life, as the contract allows: whether it must is another clause's. */
export function isUndeclared(json: Json | undefined, { lifetime, optionalLifetime }: TokenMembers): boolean {
  return lifetime !== null && optionalLifetime === true && atPointer(json, lifetime) === undefined;
}

const secondsIn = { seconds: 1, minutes: 60, milliseconds: 0.001 } as const;

/**
 * The seconds that a token lives from `now` (seconds since the epoch, by the provider's clock), in the unit in which the
 * contract says that an answer declares them; null where it declares none, or the sources promise none.
 */
export function declaredSeconds(json: Json | undefined, token: TokenMembers, now: number): number | null {
  const { lifetime: pointer, lifetimeUnit: unit = 'seconds' } = token;
  if (pointer === null) return null;
  const found = atPointer(json, pointer);
  if (unit === 'instant') {
    const ends = instantOf(found);
    return ends === null ? null : Math.round(ends / 1000 - now);
  }
  const number = secondsOf(found);
  return number === null ? null : number * secondsIn[unit];
}
