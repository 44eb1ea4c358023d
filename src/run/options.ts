import type { judge } from '../judge/judge.ts';
import type { Scenario } from '../scenario/plan.ts';
import type { Granted } from '../wire/clear/gate.ts';
import type { Neighbours } from './neighbours.ts';
import type { ClearedEvidence } from './outcome.ts';
import type { TokenState } from './token-state.ts';

/** Replacements for the system's own clock and waits, and what a session may share. */
export interface SessionOptions {
  clock?: () => Date;
  /** Milliseconds of a clock that nobody sets; the system's, or `clock` where that is given. */
  steady?: () => number;
  /** Waits for milliseconds. A clock that does not run by itself is moved instead. */
  sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
  /** A signal that ends an attempt after milliseconds; the system's timer without it. */
  deadline?: (ms: number) => AbortSignal;
  /** Called before a wait, with its milliseconds and its purpose: `for a token to expire`. */
  onWait?: (ms: number, what: string) => void;
  /** Keeps tokens for later runs; without it none is kept. */
  state?: TokenState;
  /** The other targets of the run, where a token of theirs may be sent to this one. */
  neighbours?: Neighbours;
  /**
   * Ids of the scenarios that the run selected: after the last refusal the good request is sent once more. Null where nobody
   * knows, and then after each case; all without it.
   */
  selected?: ReadonlySet<string> | null;
  judges?: Parameters<typeof judge>[5];
  /** Tokens that other processes of the run were granted; without it, only those of this process are known. */
  granted?: Granted;
  /** Whether this process sends for this session alone, and clears the errors that nobody in it awaits. */
  ownsProcess?: boolean;
}

/** The clocks of a session: a given one that is moved by hand is its own steady clock. */
export function clocksOf({ clock, steady }: SessionOptions): Required<Pick<SessionOptions, 'clock' | 'steady'>> {
  if (clock) return { clock, steady: steady ?? (() => clock().getTime()) };
  return { clock: () => new Date(), steady: steady ?? (() => performance.now()) };
}

/** Runs the scenarios of one target, one request at a time, the control before all others. */
export interface Session {
  run(scenario: Scenario): Promise<ClearedEvidence>;
  /**
   * Whether this clause or reason turns a test red for the first time in this run; later calls with it return false.
   */
  claimReport(cause: string): boolean;
  /** The causes that were claimed in this run, by workers before this one too. */
  reported(): readonly string[];
  close(): Promise<void>;
}
