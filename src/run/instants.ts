/** The instant for which a request is signed: no two requests of a run may carry the same signature. Pure. */

/** Seconds by which the time in a request may be off the clock. */
export interface Reach {
  back: number;
  ahead: number;
}

/**
 * The offset that every provider accepts that reads the clock: a narrower window would refuse requests over any
 * network.
 */
export const closeReach: Reach = { back: 2, ahead: 2 };

/** The age of a timestamp that shows a window wide enough for a whole run, by profile. */
export const wideBack = { default: 60, deep: 240 };

/** An instant to sign for, after a wait, and the seconds that it uses up. */
export interface Chosen {
  at: Date;
  /** Milliseconds. */
  wait: number;
  seconds: number[];
}

const shifted = (now: Date, seconds: number): Date => new Date(now.getTime() + seconds * 1000);

/** The offsets within a reach, the nearest first, and of two equally near the one in the past. */
function offsets({ back, ahead }: Reach): number[] {
  const all = Array.from({ length: back + ahead + 1 }, (_, index) => index - back);
  return all.sort((a, b) => Math.abs(a) - Math.abs(b) || a - b);
}

/**
 * The nearest instant to now for which nothing was signed yet; where there is none within reach, the next one. `shown`
 * are the seconds since the epoch that a request shows as its time if it is signed now, the first-sent first; none for
 * a request that is not signed by time. Signed a second later, it shows each of them a second later.
 */
export function chooseInstant(now: Date, used: readonly number[], reach: Reach, shown: readonly number[]): Chosen {
  const [first, ...others] = shown;
  if (first === undefined) return { at: now, wait: 0, seconds: [] };
  const taken = new Set(used);
  const at = (offset: number): number[] => shown.map((second) => second + offset);
  const free = (offset: number): boolean => at(offset).every((second) => !taken.has(second));
  // A timestamp that must be outside the window may be further off, and never nearer.
  const off = others.length === 0 ? first - Math.floor(now.getTime() / 1000) : 0;
  const allowed: Reach = off === 0 ? reach : { back: off < 0 ? used.length : 0, ahead: off > 0 ? used.length : 0 };
  let offset = offsets(allowed).find(free);
  if (offset === undefined) {
    offset = allowed.ahead + 1;
    while (!free(offset)) offset += 1;
  }
  return { at: shifted(now, offset), wait: Math.max(0, offset - allowed.ahead) * 1000, seconds: at(offset) };
}
