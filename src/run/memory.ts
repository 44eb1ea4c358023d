/** What a run remembers of a target, and when it stops sending: the circuit breaker and the budget. Pure. */

import type { Incident } from '../formats/results.ts';
import type { Evidence } from '../judge/checks/check.ts';
import { scopedGrant } from '../judge/checks/token-per-scope.ts';
import type { ScopedGrant } from '../judge/grant.ts';
import { skewOf } from '../judge/judge.ts';
import { type Cleared, type ClearedIn, say } from '../wire/clear/cleared.ts';
import type { Gate } from '../wire/clear/gate.ts';
import type { Exchange } from '../wire/exchange.ts';
import { isLimited, mayBeLimited } from '../wire/rate.ts';

/**
 * What a second grant did to the first token: it ended, it is still valid, or the same token came again; `outnumbered` where
 * it outlived a second grant, and ended with a later one.
 */
export type EarlierToken = 'ended' | 'valid' | 'same' | 'outnumbered';

/** What a run remembers of a target between two scenarios, even when the process that sent them has ended. */
export interface Memory {
  /** The outcome of each answered control, and of a fresh token at the protected resource: granted, or why not. */
  controls: Record<string, { granted: true } | { granted: false; reason: Cleared }>;
  /** The tokens that were granted, each with its scope and its jti. */
  grants: ScopedGrant[];
  /** Clauses and reasons that turned a test red, each in the first test that showed it. */
  reported: string[];
  /** Requests sent so far, every attempt counted. */
  requests: number;
  /** Exchanges in a row that showed nothing of the provider. */
  dead: number;
  /** Why nothing more is sent; null while the target still answers. */
  givenUp: Cleared | null;
  /** Milliseconds since the epoch before which nothing is sent. */
  quietUntil: number;
  /** The value that was sent and granted last of each that is made anew, by operation and by the header or mechanism that sends it. */
  sentUnique: Record<string, Record<string, string>>;
  /** Seconds since the epoch for which a request was signed; none is signed for twice. */
  signed: number[];
  /** Seconds by which a timestamp may be old, as the provider's answers showed; null until known. */
  reach: number | null;
  /** Most seconds ahead of the clock for which a request was granted; 0 where none was. */
  ahead: number;
  /** Seconds by which the provider's clock is ahead, from the last answer; 0 where that has no Date. */
  clockAhead: number;
  /** What a grant does to earlier tokens; null until known. */
  earlierToken: EarlierToken | null;
  /** The status of each answer after which the good request was sent again, to see whether it is still granted. */
  rechecked: number[];
  /** Whether a broken request was refused since the last grant, so that a lock-out may be what refused it. */
  doubted: boolean;
  /** How often the provider limited the rate, and the seconds of waiting before a request was sent again. */
  limited: Limited;
}

/** How often a provider limited the rate, and the seconds waited for it. */
export interface Limited {
  times: number;
  seconds: number;
}

/** The rate limits that the attempts of an exchange met and waited for. */
export function limitedIn({ attempts }: Pick<Exchange, 'attempts'>): Limited {
  const waits = attempts.flatMap(({ limited }) => (limited ? [limited.seconds] : []));
  return { times: waits.length, seconds: waits.reduce((sum, seconds) => sum + seconds, 0) };
}

/** Two spans of rate limits together. */
export function together(a: Limited, b: Limited): Limited {
  return { times: a.times + b.times, seconds: a.seconds + b.seconds };
}

/** No rate limit at all. */
export const unlimited: Limited = { times: 0, seconds: 0 };

/** Stores a memory; in a file where several processes share it. */
export interface MemoryStore {
  read(): Memory;
  write(memory: Memory): void;
}

/** Thrown where a request is not sent because the target is given up or the budget is spent; the message is the reason. */
export class NothingSent extends Error {
  override name = 'NothingSent';
}

/** Exchanges in a row without an answer after which a target is given up. */
export const mostDead = 3;

/** How often a run sees whether the good request is still granted. */
export const mostRechecks = 4;

/** The memory at the start of a run. */
export function freshMemory(): Memory {
  return {
    controls: {},
    grants: [],
    reported: [],
    requests: 0,
    dead: 0,
    givenUp: null,
    quietUntil: 0,
    sentUnique: {},
    signed: [],
    reach: null,
    ahead: 0,
    clockAhead: 0,
    earlierToken: null,
    rechecked: [],
    doubted: false,
    limited: unlimited,
  };
}

/**
 * Whether an exchange shows that more requests are useless. A gateway's answer to a broken request may be due to that
 * request; a proxy that opens no way knows none, and each more is one more time that it sees the password.
 */
function isDead({ trouble, response }: Exchange, control: boolean): boolean {
  if (!trouble) return false;
  const isLimit = response !== null && (isLimited(response) || mayBeLimited(response));
  return control || trouble.kind !== 'refused-by-network' || response === null || isLimit;
}

/** The memory after one more exchange. */
export function afterExchange(
  memory: Memory,
  exchange: Exchange,
  control: boolean,
  quietUntil: number,
  gate: Gate,
): Memory {
  const dead = isDead(exchange, control) ? memory.dead + 1 : 0;
  const cause = gate.clear(exchange.trouble?.cause ?? '');
  // What may be about a broken request alone ends no run: the good request is asked.
  const isDoubtful = exchange.trouble !== null && exchange.response !== null && mayBeLimited(exchange.response);
  const lockOut = gate.clear(isDoubtful ? '; a provider may lock out a client that sends wrong credentials' : '');
  const givenUp =
    dead >= mostDead && (control || !isDoubtful)
      ? say`given up after ${dead} requests in a row without a usable answer, the last time: ${cause}${lockOut}`
      : null;
  const requests = memory.requests + exchange.attempts.length;
  const limited = together(memory.limited, limitedIn(exchange));
  const clockAhead = exchange.response && !exchange.trouble ? skewOf(exchange) : memory.clockAhead;
  return { ...memory, requests, limited, dead, givenUp, quietUntil, clockAhead };
}

/** The memory after an answer that was judged; null where none came. */
export function afterGrant(memory: Memory, evidence: Evidence | null): Memory {
  const grant = evidence ? scopedGrant(evidence) : null;
  return grant ? { ...memory, grants: [...memory.grants, grant] } : memory;
}

/** Why no scenario may be sent any more; null when one may. */
export function whyNotSent(memory: Memory, maxRequests: number): string | null {
  if (memory.givenUp !== null) return `nothing was sent: the target was ${memory.givenUp}`;
  if (memory.requests < maxRequests) return null;
  return `nothing was sent: the budget of ${maxRequests} requests is spent (maxRequests in the environment file)`;
}

/** Trouble of the network, its cause cleared. */
export type ClearedIncident = ClearedIn<Incident, 'cause'>;

/** What a run reports of an exchange that met trouble of the network; null for any other. */
export function incidentOf(
  { givenUp }: Memory,
  { scenario, trouble, attempts }: Exchange,
  gate: Gate,
): ClearedIncident | null {
  if (!trouble) return null;
  const cause = givenUp ? say`the target is ${givenUp}` : gate.clear(trouble.cause);
  return { scenario, cause, attempts: attempts.length };
}

/** A memory that lives as long as the process. */
export function memoryStore(): MemoryStore {
  let memory = freshMemory();
  return {
    read: () => memory,
    write: (next) => {
      memory = next;
    },
  };
}

/** Whether a clause or reason turns a test red for the first time in this run; later calls with it return false. */
export function claimReport(store: MemoryStore, cause: string): boolean {
  const memory = store.read();
  if (memory.reported.includes(cause)) return false;
  store.write({ ...memory, reported: [...memory.reported, cause] });
  return true;
}
