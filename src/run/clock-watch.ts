/** Milliseconds by which two looks may differ: less than a fair token may end early. */
const mostOff = 200;

/**
 * Watches whether the clock of this machine was set, or ran on while the machine slept: what it measured meanwhile shows
 * nothing. `now` is its time and `steady` that of a clock which nobody sets, both in milliseconds; each call of the function
 * that is returned says whether the two have parted since the last one.
 */
export function watchClock(now: () => number, steady: () => number): () => boolean {
  let off = now() - steady();
  return () => {
    const before = off;
    off = now() - steady();
    return Math.abs(off - before) > mostOff;
  };
}
