/**
 * Reads what an answer says of the requests that are left: `RateLimit` and `RateLimit-Remaining` of the drafts of the IETF
 * (draft-ietf-httpapi-ratelimit-headers), and the same names with `X-`, as they were in use before.
 */
import { headerValues, type Response } from './exchange.ts';
import { cacheDirectives, itemParameters } from './headers.ts';

/** What an answer asks for: so many seconds, or a date, in milliseconds since the epoch. */
export type Asked = { seconds: number } | { until: number };

/** The longest wait that is told apart from a longer one, in seconds: three centuries. */
export const longest = 1e10;

/** How many requests are left, and when there are more; null where it is not said. */
export interface Quota {
  remaining: number;
  reset: Asked | null;
}

/** No quota lasts for so many seconds: a reset of more is an instant, in seconds or milliseconds since the epoch. */
const oldest = 1e9;

const numberIn = (text: string | null | undefined): number | null =>
  text && /^\s*-?\d{1,15}(?:\.\d+)?\s*$/.test(text) ? Number(text) : null;

function resetIn(text: string | null | undefined): Asked | null {
  const value = numberIn(text);
  if (value === null || value < 0) return null;
  if (value < oldest) return { seconds: value };
  return { until: value < 1000 * oldest ? value * 1000 : value };
}

function quota(remaining: string | null | undefined, reset: string | null | undefined): Quota[] {
  const left = numberIn(remaining);
  return left === null ? [] : [{ remaining: left, reset: resetIn(reset) }];
}

/** The quotas that an answer names. */
export function quotasIn(response: Pick<Response, 'headers'>): Quota[] {
  const lines = ['RateLimit', 'X-RateLimit'].flatMap((name) => headerValues(response, name));
  // The latest drafts have an item for each policy, `"hour";r=0;t=30`; those before them `limit=9, remaining=0, reset=30`.
  const items = (itemParameters(lines) ?? []).flatMap(({ r, t }) => quota(r, t));
  const members = cacheDirectives(lines);
  const single = ['RateLimit', 'X-RateLimit', 'X-Rate-Limit'].flatMap((name) =>
    quota(headerValues(response, `${name}-Remaining`)[0], headerValues(response, `${name}-Reset`)[0]),
  );
  return [...items, ...quota(members?.get('remaining'), members?.get('reset')), ...single];
}
