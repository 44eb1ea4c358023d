/** Whether a text holds a part of a known value at all: most texts hold none, and their readings need not be made. */
import { classOf, fold, unitClass } from './fold.ts';
import { controlEnd } from './markup.ts';
import { gramLength, type Index, scatter, shiftOf, spread, step } from './parts.ts';
import type { View } from './view.ts';

/** The readings of a view, as bits. */
export const readings = { folded: 1, joined: 2, letters: 4 } as const;

const plus = '+'.charCodeAt(0);

/** The class of a folded unit; a plus sign means a space in a form. */
const kindOf = (unit: number): number => (unit === plus ? unitClass.dropped : classOf(unit));

function isIn(reading: number, unit: number): boolean {
  if (reading === readings.folded) return true;
  const kind = kindOf(unit);
  return kind === unitClass.letter || (reading === readings.joined && kind !== unitClass.dropped);
}

/** Whether the last eight units of a reading up to a place are those of a form from `offset` on. */
function endsWith(units: Uint16Array, at: number, reading: number, form: Uint16Array, offset: number): boolean {
  let left = gramLength;
  for (let here = at; here >= 0 && left > 0; here--) {
    const unit = fold(units[here] ?? 0);
    if (!isIn(reading, unit)) continue;
    if (unit !== form[offset + --left]) return false;
  }
  return left === 0;
}

/** Whether the last eight units of a reading up to a place, which have that hash, are a part of a form. */
function isPart(index: Index, hash: number, units: Uint16Array, at: number, reading: number): boolean {
  const { hashes, places, offsets, forms } = index;
  const mask = places.length - 1;
  for (let place = spread(hash) & mask; places[place] !== 0; place = (place + 1) & mask) {
    const form = hashes[place] === hash ? forms[(places[place] ?? 0) - 1] : undefined;
    if (form && endsWith(units, at, reading, form.units, offsets[place] ?? 0)) return true;
  }
  return false;
}

/** Whether a part of a form has that hash. */
function isHash({ hashes, places }: Index, hash: number): boolean {
  const mask = places.length - 1;
  for (let place = spread(hash) & mask; places[place] !== 0; place = (place + 1) & mask)
    if (hashes[place] === hash) return true;
  return false;
}

/** Whether some units, once folded, hold a part of a form. */
export function holdsPart(index: Index, units: Uint16Array, start: number, end: number): boolean {
  if (index.size === 0) return false;
  const { filter } = index;
  const shift = shiftOf(index);
  let hash = 0;
  for (let at = start; at < end; at++) {
    hash = (hash << step) ^ Math.imul(fold(units[at] ?? 0), scatter);
    const bit = hash >>> shift;
    if (((filter[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0 || at - start < gramLength - 1) continue;
    if (isPart(index, hash, units, at, readings.folded)) return true;
  }
  return false;
}

/**
 * Which of the wanted readings of a view hold a part of a form. One pass hashes all three; the view has no characters of
 * two units, which only `folded` knows. Where it holds control sequences of a terminal, equal hashes are enough.
 */
export function readingsWithParts(index: Index, { units, length }: View, wanted: number, hasControls: boolean): number {
  const { filter } = index;
  const shift = shiftOf(index);
  const isHeld = (hash: number, at: number, reading: number): boolean =>
    hasControls ? isHash(index, hash) : isPart(index, hash, units, at, reading);
  let [found, all, close, bare, past] = [0, 0, 0, 0, 0];
  for (let at = 0; at < length && (found & wanted) !== wanted; at++) {
    const unit = fold(units[at] ?? 0);
    const scattered = Math.imul(unit, scatter);
    all = (all << step) ^ scattered;
    let bit = all >>> shift;
    let may = ((filter[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0;
    if (may && (found & readings.folded) === 0 && isHeld(all, at, readings.folded)) found |= readings.folded;
    if (hasControls && at >= past) past = controlEnd(units, length, at);
    const kind = at < past ? unitClass.dropped : kindOf(unit);
    if (kind === unitClass.dropped) continue;
    close = (close << step) ^ scattered;
    // Where nothing was dropped among the last eight units, the hash is the same.
    if (close !== all) {
      bit = close >>> shift;
      may = ((filter[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0;
    }
    if (may && (found & readings.joined) === 0 && isHeld(close, at, readings.joined)) found |= readings.joined;
    if (kind !== unitClass.letter) continue;
    bare = (bare << step) ^ scattered;
    if (bare !== close) {
      bit = bare >>> shift;
      may = ((filter[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0;
    }
    if (may && (found & readings.letters) === 0 && isHeld(bare, at, readings.letters)) found |= readings.letters;
  }
  return found & wanted;
}
