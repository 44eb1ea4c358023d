/**
 * Arrays that are reused: otherwise each megabyte, in all its readings, would leave fifty of them to the garbage
 * collector.
 */

const smallest = 1 << 10;
/** Longest array that is kept. */
const largest = 1 << 22;

function pool<T extends { length: number }>(
  create: (length: number) => T,
): { take(length: number): T; give(array: T): void } {
  const free: T[][] = [];
  const rank = (length: number): number => Math.ceil(Math.log2(Math.max(length, smallest)));
  return {
    take: (length) => free[rank(length)]?.pop() ?? create(2 ** rank(length)),
    give(array) {
      if (array.length > largest) return;
      const at = rank(array.length);
      free[at] ??= [];
      free[at].push(array);
    },
  };
}

/** An array of at least a length, with old content; whoever takes one returns it when nothing refers to it. */
export const bytePool = pool<Uint8Array>((length) => new Uint8Array(length));
export const unitPool = pool<Uint16Array>((length) => new Uint16Array(length));
export const placePool = pool<Uint32Array>((length) => new Uint32Array(length));
