/** Pauses between the requests of a target: its pace, and the silence that a rate limit asks for. */
import { mostSilence } from './limits.ts';

/** Length of a pause, in milliseconds, from which on a person wants to know the reason. */
const noticeableWait = 1000;

/** How fast requests may follow each other. */
export interface Pace {
  /** Most requests a second; null for no limit. */
  perSecond: number | null;
  /** Milliseconds since the epoch before which nothing is sent; 0 unless an earlier transport left a later time. */
  quietUntil?: number;
  /**
   * Called before a pause of this many milliseconds, a second or more; `again` where the request after it was sent
   * before.
   */
  onWait?: (ms: number, again: boolean) => void;
}

/** When the next request may be sent. */
export interface Pauses {
  /** Waits until a request may be sent, or sent again, which begins the pause after it. */
  pass(again: boolean): Promise<void>;
  /** Sends nothing for so many milliseconds. */
  keepQuiet(ms: number): void;
  /** Milliseconds since the epoch before which nothing is sent. */
  readonly until: number;
}

/** Opens the pauses of a transport, with its clock and its way to wait. */
export function openPauses(
  { perSecond, quietUntil = 0, onWait }: Pace,
  clock: () => Date,
  sleep: (ms: number) => Promise<unknown>,
): Pauses {
  const gap = perSecond === null ? 0 : 1000 / perSecond;
  let until = quietUntil;
  /** Its length when it began. What an earlier transport left is no longer than the longest possible one. */
  let length = Math.max(gap, mostSilence * 1000);

  /** Milliseconds that are left of the pause: never more than it had, should the clock be set back meanwhile. */
  const left = (): number => Math.min(until - clock().getTime(), length);

  function begin(ms: number): void {
    length = ms;
    until = clock().getTime() + ms;
  }

  return {
    async pass(again) {
      const wait = left();
      if (wait >= noticeableWait) onWait?.(wait, again);
      if (wait > 0) await sleep(wait);
      begin(gap);
    },
    keepQuiet: (ms) => begin(Math.max(left(), ms)),
    get until() {
      return until;
    },
  };
}
