/** When a token is sent at a moment of its life, and until when the answer proves anything. Pure. */
import { isSuccess } from '../contract/status.ts';
import type { Exchange } from '../wire/exchange.ts';

/** A granted token; instants in milliseconds since the epoch. */
export interface Grant {
  token: string;
  /** Its declared life; where none is promised, the time for which it is used. */
  seconds: number;
  /** Its answer declares no life, as the contract allows. */
  undeclared?: true;
  sentAt: number;
  answeredAt: number;
}

/** Milliseconds by which a fair token may end early: a JWT counts from the whole second of its issue. */
const fairMs = 1000;

/** Milliseconds before its declared end at which a token must still be accepted: `fairMs`, and time for the request. */
const earlyMs = fairMs + 200;

/** The last instant at which a token must still be accepted. */
const mustLiveUntil = ({ sentAt, seconds }: Grant): number => sentAt + seconds * 1000 - fairMs;

/** Half of the life; a life of two seconds may fairly be over then. */
const halfOf = ({ sentAt, seconds }: Grant): number =>
  sentAt + Math.min(seconds * 500, Math.max(0, seconds * 1000 - fairMs) * 0.8);

/**
 * When the request of a way is sent that waits for a moment in a token's life, and the last instant at which it still
 * shows it.
 */
interface Moment {
  at(grant: Grant): number;
  last(grant: Grant): number;
}

const beforeEnd = (grant: Grant): number => Math.max(grant.sentAt + grant.seconds * 1000 - earlyMs, halfOf(grant));

/** The moments within a token's life, by the way that waits for them; `life.ts` handles the end. */
export const moments: Readonly<Record<string, Moment>> = {
  'half-life': { at: halfOf, last: (grant) => Math.max(halfOf(grant), grant.sentAt + grant.seconds * 1000 - earlyMs) },
  later: {
    at: ({ sentAt, seconds }) => sentAt + seconds * 500,
    last: ({ sentAt, seconds }) => sentAt + seconds * 1000,
  },
  'before-end': { at: beforeEnd, last: (grant) => Math.max(beforeEnd(grant), mustLiveUntil(grant)) },
};

/** The declared end of a grant, counted from its answer, which may have taken long. */
export function endOf({ answeredAt, seconds }: Grant): number {
  return answeredAt + seconds * 1000;
}

/** Whether at least half the declared life is left. */
export function isYoung({ answeredAt, seconds }: Grant, now: number): boolean {
  return now < answeredAt + seconds * 500;
}

/** Whether the protected resource accepted the token. */
export function isAccepted({ response, trouble }: Exchange): boolean {
  return trouble === null && response !== null && isSuccess(response.status);
}

/** Whether a refused token may fairly have ended by then: attempts without an answer, or a rate limit, take long. */
export function isTooLate(exchange: Exchange, grant: Grant): boolean {
  return (
    exchange.answeredAt.getTime() > mustLiveUntil(grant) &&
    exchange.response !== null &&
    !isSuccess(exchange.response.status)
  );
}
