const given = process.env['CONFORMANCE_SEED'];

/** Seed of what tests make at random: fixed, so that a red test is red again; CI gives another each night. */
export const seed = Number(given ?? 20_261_126);

/** How many of so many are tried: all by a seed that is given, a quarter by the fixed one, which tries the same each time. */
export const shareOf = (all: number): number => (given === undefined ? Math.ceil(all / 4) : all);

if (!Number.isSafeInteger(seed)) throw new Error(`CONFORMANCE_SEED is no whole number: ${given}`);

/** Numbers from 0 to below 1 that a seed makes (mulberry32). */
export function numbers(from: number): () => number {
  let state = from;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
