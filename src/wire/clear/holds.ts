/** Whether a text holds a part of a known value at all: most texts hold none, and their readings need not be made. */
import { fold, inJoined, inLetters, readingBits, readingBitsOf } from './fold.ts';
import { controlEnd, createMarkup } from './markup.ts';
import { blockHash, blockLength, gramLength, type Index, scatter, shiftOf, spread, step } from './parts-index.ts';
import { unitPool } from './pool.ts';
import type { View } from './view.ts';

/** The readings of a view, as bits. */
export const readings = { folded: 1, joined: 2, letters: 4, withoutMarkup: 8 } as const;

const less = '<'.charCodeAt(0);

/** Whether eight units, once folded, are those of a form from `offset` on. */
function isAt(units: Uint16Array, at: number, form: Uint16Array, offset: number): boolean {
  for (let index = 0; index < gramLength; index++)
    if (fold(units[at + index] ?? 0) !== form[offset + index]) return false;
  return true;
}

/** Whether eight units, which have that hash, are a part of a form. */
function isPart({ hashes, places, offsets, forms }: Index, hash: number, units: Uint16Array, at: number): boolean {
  const mask = places.length - 1;
  for (let place = spread(hash) & mask; places[place] !== 0; place = (place + 1) & mask) {
    const form = hashes[place] === hash ? forms[(places[place] ?? 0) - 1] : undefined;
    if (form && isAt(units, at, form.units, offsets[place] ?? 0)) return true;
  }
  return false;
}

/** Whether some units hold a part of a form, judged by the hash of each eight. */
function holdsGram(index: Index, units: Uint16Array, start: number, end: number): boolean {
  const { filter } = index;
  const shift = shiftOf(index);
  let hash = 0;
  for (let at = start; at < end; at++) {
    hash = (hash << step) ^ Math.imul(fold(units[at] ?? 0), scatter);
    const bit = hash >>> shift;
    if (((filter[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0 || at - start < gramLength - 1) continue;
    if (isPart(index, hash, units, at - gramLength + 1)) return true;
  }
  return false;
}

/** Each eight units that follow each other hold all of one block that begins at a multiple of this. */
const stride = gramLength - blockLength + 1;

/** Where the next of these blocks begins that a form may hold, from a place on; `end` where none does. */
function nextBlock(blocks: Uint32Array, shift: number, units: Uint16Array, from: number, end: number): number {
  for (let at = from; at + blockLength <= end; at += stride) {
    const [one, two] = [fold(units[at] ?? 0), fold(units[at + 1] ?? 0)];
    const [three, four] = [fold(units[at + 2] ?? 0), fold(units[at + 3] ?? 0)];
    const bit = blockHash(one, two, three, four) >>> shift;
    if (((blocks[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0) return at;
  }
  return end;
}

/** Whether some units, once folded, hold a part of a form. */
export function holdsPart(index: Index, units: Uint16Array, start: number, end: number): boolean {
  if (index.size === 0) return false;
  const { blocks } = index;
  const shift = shiftOf(index);
  for (let at = nextBlock(blocks, shift, units, start, end); at < end; ) {
    if (holdsGram(index, units, Math.max(start, at - stride + 1), Math.min(end, at + gramLength))) return true;
    at = nextBlock(blocks, shift, units, at + stride, end);
  }
  return false;
}

/** Writes the units of a reading one after another, and returns how many they are. */
function write(units: Uint16Array, length: number, reading: number, into: Uint16Array): number {
  let count = 0;
  for (let at = 0; at < length; at++) {
    const unit = units[at] ?? 0;
    const bits = (readingBits[unit] ?? 0) || readingBitsOf(unit);
    // A unit that the reading has not is written over by the next one.
    into[count] = bits;
    count += (bits >>> reading) & 1;
  }
  return count;
}

/** The same without the control sequences of a terminal. */
function writeWithoutControls(units: Uint16Array, length: number, reading: number, into: Uint16Array): number {
  let count = 0;
  for (let at = 0; at < length; at++) {
    const unit = units[at] ?? 0;
    const end = controlEnd(units, length, at);
    if (end > at) {
      at = end - 1;
      continue;
    }
    const bits = (readingBits[unit] ?? 0) || readingBitsOf(unit);
    into[count] = bits;
    count += (bits >>> reading) & 1;
  }
  return count;
}

/** Writes the letters outside of tags of a view without blanks. */
function writeOutsideTags(close: Uint16Array, length: number, into: Uint16Array): number {
  const tagEnd = createMarkup(close, length);
  let count = 0;
  for (let at = 0; at < length; at++) {
    const unit = close[at] ?? 0;
    if (unit === less) {
      at = Math.max(at, tagEnd(at) - 1);
      continue;
    }
    into[count] = unit;
    count += ((readingBits[unit] ?? 0) >>> inLetters) & 1;
  }
  return count;
}

/** Which of the wanted readings of a text hold a part of a form; characters of two units are folded already. */
export function readingsWithParts(
  index: Index,
  { units, length }: Pick<View, 'units' | 'length'>,
  wanted: number,
  hasControls: boolean,
): number {
  if (index.size === 0) return 0;
  // What nothing splits is the same in each reading, and may go on behind what splits it.
  if (holdsPart(index, units, 0, length)) return wanted;
  const [into, outside] = [unitPool.take(length), unitPool.take(length)];
  const written = hasControls ? writeWithoutControls : write;
  let found = 0;
  const isJoined = (wanted & (readings.joined | readings.withoutMarkup)) !== 0;
  const count = isJoined ? written(units, length, inJoined, into) : 0;
  if ((wanted & readings.joined) !== 0 && holdsPart(index, into, 0, count)) found |= readings.joined;
  if ((wanted & readings.withoutMarkup) !== 0 && holdsPart(index, outside, 0, writeOutsideTags(into, count, outside)))
    found |= readings.withoutMarkup;
  if ((wanted & readings.letters) !== 0) {
    const bare = isJoined ? write(into, count, inLetters, outside) : written(units, length, inLetters, outside);
    if (holdsPart(index, outside, 0, bare)) found |= readings.letters;
  }
  unitPool.give(into);
  unitPool.give(outside);
  return found;
}
