/**
 * The result for a token that the protected resource accepts after its declared end: how late, and what allows it.
 * Pure.
 */
import type { CheckResult, Evidence, FollowedToken } from './checks/check.ts';

/** The fault of a token that is handed out again as if it were new: it serves any request, and has no end. */
export const neverAges = 'a token is granted again with the whole of its life';

/** The fault of a lifetime that cannot be meant: no end follows from it. */
export const noLife = 'a token is declared to live for no time, or for years';

/**
 * Seconds after its end at which a token is first sent, where the environment gives none: whole seconds are rounded.
 */
export const defaultLeeway = 2;

/** Seconds that RFC 7519, section 4.1.4, allows at most where clocks differ: "usually no more than a few minutes". */
export const standardLeeway = 300;

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

const time = (ms: number): string => new Date(ms).toISOString().slice(11, 19);

/** When a token was granted, and how long it was declared to live. */
export function declared({ granted, endsAt }: FollowedToken): string {
  return granted
    ? `granted at ${time(granted.at)} UTC and declared for ${granted.seconds} s`
    : `granted to an earlier run and declared to end at ${new Date(endsAt).toISOString()}`;
}

/** Milliseconds after the declared end at which the exchange was sent; negative before it. */
export function lateness({ exchange }: Pick<Evidence, 'exchange'>, { endsAt }: FollowedToken): number {
  return (exchange.attempts.at(-1)?.startedAt.getTime() ?? exchange.answeredAt.getTime()) - endsAt;
}

/**
 * The result for a token accepted after its end. Within the standard's leeway it is tolerated, unless the environment
 * sets a leeway.
 */
export function acceptedLate(evidence: Evidence, followed: FollowedToken, documented: string): CheckResult {
  return { ...lateResult(evidence, followed, documented), impliedBy: [neverAges, noLife] };
}

function lateResult(evidence: Evidence, followed: FollowedToken, documented: string): CheckResult {
  const late = lateness(evidence, followed);
  const { leeway, refusedAfter } = followed;
  const again = refusedAfter === undefined ? '' : ` and refused ${refusedAfter} s after it`;
  const received = `accepted (${evidence.response.status}) ${seconds(late)} after its end${again}: the token was ${declared(followed)}`;
  if (leeway.set) {
    const by = `expiryLeeway in the environment file allows ${leeway.seconds} s`;
    return { verdict: 'fail', documented, received: `${received}; ${by}` };
  }
  const standard = `RFC 7519, section 4.1.4, allows a leeway of a few minutes (${standardLeeway} s here)`;
  if (late > standardLeeway * 1000)
    return {
      verdict: 'fail',
      documented,
      received: `${received}; ${standard}; expiryLeeway in the environment file sets another`,
    };
  const setting =
    'expiryLeeway in the environment file sets the seconds that are allowed; a token accepted later fails';
  return { verdict: 'fail', tolerated: true, documented, received: `${received}; ${standard}; ${setting}` };
}
