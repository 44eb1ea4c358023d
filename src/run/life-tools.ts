/** What the life of tokens needs from the session, and what it hands back. */
import type { FollowedToken } from '../judge/checks/check.ts';
import type { Scenario } from '../scenario/plan.ts';
import type { Target } from '../target/target.ts';
import type { Exchange } from '../wire/exchange.ts';
import type { MemoryStore } from './memory.ts';
import type { Grant } from './moments.ts';
import type { TokenState } from './token-state.ts';

/** The outcome of a scenario of a token's life: an exchange, with the tokens it is about, or why there is none. */
export type LifeOutcome =
  | { exchange: Exchange; earlier?: Grant; followed?: FollowedToken; accepted?: boolean }
  // `open` where this machine, and not the plan, is why it shows nothing.
  | { notSent: string; open?: true };

/** The outcome of a request whose moment was over before it was answered. */
export const tooLate: LifeOutcome = { notSent: 'the request came too late to show anything' };

/** What the life of tokens needs from the session. */
export interface LifeTools {
  target: Target;
  store: MemoryStore;
  /** Sends the good request. */
  grant(): Promise<Exchange>;
  /** Sends the request of a scenario with a token. */
  probe(scenario: Scenario, token: string): Promise<Exchange>;
  /** Whether a scenario with a token is the good request with it. */
  isGood(scenario: Scenario, token: string): boolean;
  now(): number;
  /** Milliseconds of a clock that nobody sets. */
  steady(): number;
  sleep(ms: number): Promise<void>;
  /** Called before a wait, in milliseconds. */
  onWait(ms: number): void;
  state: TokenState | null;
}
