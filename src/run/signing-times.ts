/** The instants for which the requests of one target are signed: no two of a run carry the same signature. */
import { type BuildContext, signedSeconds } from '../scenario/build.ts';
import type { Scenario } from '../scenario/plan.ts';
import { type Chosen, chooseInstant, closeReach } from './instants.ts';
import type { MemoryStore } from './memory.ts';

/** What signing times rest on. */
export interface SigningTools {
  store: MemoryStore;
  /** The good request for a token. */
  good: Scenario;
  /** The values from which a scenario's request is built, at an instant. */
  context(scenario: Scenario, now: Date, token?: string): BuildContext;
  clock(): Date;
}

/** Chooses instants, and remembers the seconds that were used up. */
export interface SigningTimes {
  /** The instant for which a scenario's request is signed when it goes out. */
  choose(scenario: Scenario, token: string | undefined): Chosen;
  /** The instant for a good request whose time must be off by these seconds; further off where that second is used up. */
  chooseOff(seconds: number): Chosen;
  /** Remembers that a request is signed for a chosen instant. */
  take(chosen: Chosen): void;
  /** Seconds by which the time of the last request was off the provider's clock. */
  lastOff(): number;
  /** Whether a request for a token shows the time for which it is signed. */
  areShown(): boolean;
}

/** The signing times of one target. */
export function signingTimes({ store, good, context, clock }: SigningTools): SigningTimes {
  let lastOff = 0;
  const shownAt = (scenario: Scenario, at: Date, token?: string): number[] =>
    signedSeconds(scenario, context(scenario, at, token));

  return {
    choose(scenario, token) {
      const { signed, reach } = store.read();
      const back = Math.max(closeReach.back, reach ?? 0);
      const now = clock();
      return chooseInstant(now, signed, { ...closeReach, back }, shownAt(scenario, now, token));
    },
    chooseOff(seconds) {
      const { signed } = store.read();
      const at = new Date(clock().getTime() + seconds * 1000);
      const [back, ahead] = seconds < 0 ? [signed.length, 0] : [0, signed.length];
      return chooseInstant(at, signed, { back, ahead }, shownAt(good, at));
    },
    take({ seconds, wait }) {
      const memory = store.read();
      if (seconds.length > 0) store.write({ ...memory, signed: [...memory.signed, ...seconds] });
      lastOff = (seconds[0] ?? 0) - (clock().getTime() + wait) / 1000 - memory.clockAhead;
    },
    lastOff: () => lastOff,
    areShown: () => shownAt(good, clock()).length > 0,
  };
}
