import type { judge } from '../judge/judge.ts';
import type { Granted } from '../wire/clear/gate.ts';
import type { Neighbours } from './neighbours.ts';
import type { TokenState } from './token-state.ts';

/** What a session may be given instead of the system's own. */
export interface SessionOptions {
  clock?: () => Date;
  /** Waits for milliseconds; with a clock that does not run by itself, it moves the clock. */
  sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Told before a wait of so many milliseconds, and what it is for: `for a token to expire`. */
  onWait?: (ms: number, what: string) => void;
  /** Keeps tokens for later runs; without it none is kept. */
  state?: TokenState;
  /** The other targets of the run, where a token of theirs may be shown to this one. */
  neighbours?: Neighbours;
  judges?: Parameters<typeof judge>[5];
  /** The tokens that other processes of the run were granted; without it those of this one alone are known. */
  granted?: Granted;
}
