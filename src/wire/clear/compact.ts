import { fold, foldPair, inJoined, inLetters, readingBits, readingBitsOf } from './fold.ts';
import { controlEnd, createMarkup } from './markup.ts';
import { placePool, unitPool } from './pool.ts';
import type { View } from './view.ts';

/**
 * Units of a view in the form in which they are compared, and the position of each in the view; null where they are the
 * same.
 */
export interface Compact {
  units: Uint16Array;
  at: Uint32Array | null;
  length: number;
}

/** Returns the arrays of a compact text to the pool when nothing refers to them any more. */
export function release({ units, at }: Compact): void {
  unitPool.give(units);
  if (at) placePool.give(at);
}

/** All units of a view, without letter case, accents and width. */
export function folded({ units, length }: View): Compact {
  const all = unitPool.take(length);
  for (let at = 0; at < length; at++) {
    const unit = units[at] ?? 0;
    if ((unit & 0xfc00) === 0xd800 && at + 1 < length && ((units[at + 1] ?? 0) & 0xfc00) === 0xdc00) {
      [all[at], all[at + 1]] = foldPair(unit, units[at + 1] ?? 0);
      at++;
    } else all[at] = fold(unit);
  }
  return { units: all, at: null, length };
}

const less = '<'.charCodeAt(0);

/** A folded view without spaces, invisible characters, and plus signs, which mean spaces in a form. */
export function joined({ units, length }: Compact): Compact {
  const [into, places] = [unitPool.take(length), placePool.take(length)];
  let count = 0;
  for (let at = 0; at < length; at++) {
    const unit = units[at] ?? 0;
    const end = controlEnd(units, length, at);
    if (end > at) {
      at = end - 1;
      continue;
    }
    const bits = (readingBits[unit] ?? 0) || readingBitsOf(unit);
    // A unit that the reading has not is written over by the next one.
    into[count] = unit;
    places[count] = at;
    count += (bits >>> inJoined) & 1;
  }
  return { units: into, at: places, length: count };
}

/** Whether a folded view holds anything that may be a tag. */
export function hasTag({ units, length }: Compact): boolean {
  for (let at = 0; at < length; at++) if (units[at] === less) return true;
  return false;
}

/**
 * The letters and digits of a joined view alone, so that nothing between them splits a value; `markup` keeps those in
 * tags.
 */
export function letters(close: Compact, markup: 'without markup' | 'with markup'): Compact {
  const { units, at: places, length } = close;
  const [into, at] = [unitPool.take(length), placePool.take(length)];
  const tagEnd = markup === 'without markup' ? createMarkup(units, length) : null;
  let count = 0;
  for (let index = 0; index < length; index++) {
    const unit = units[index] ?? 0;
    if (tagEnd && unit === less) {
      index = Math.max(index, tagEnd(index) - 1);
      continue;
    }
    const bits = (readingBits[unit] ?? 0) || readingBitsOf(unit);
    into[count] = unit;
    at[count] = places ? (places[index] ?? 0) : index;
    count += (bits >>> inLetters) & 1;
  }
  return { units: into, at, length: count };
}
