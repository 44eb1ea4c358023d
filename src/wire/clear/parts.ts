/** Finds the parts of known values in time linear in the text. */
import { type Form, gramLength, type Index, scatter, shiftOf, spread, step } from './parts-index.ts';

const isAt = (units: Uint16Array, at: number, other: Uint16Array, from: number): boolean => {
  for (let index = 0; index < gramLength; index++) if (units[at + index] !== other[from + index]) return false;
  return true;
};

/** Whether all runs of eight in some units are known. */
export function isAll(index: Index, units: Uint16Array, start: number, end: number): boolean {
  const { hashes, places, offsets, forms } = index;
  const mask = places.length - 1;
  let hash = 0;
  for (let last = start; last < end; last++) {
    hash = (hash << step) ^ Math.imul(units[last] ?? 0, scatter);
    const from = last - gramLength + 1;
    if (from < start) continue;
    let at = spread(hash) & mask;
    while (places[at] !== 0) {
      const form = hashes[at] === hash ? forms[(places[at] ?? 0) - 1] : undefined;
      if (form && isAt(units, from, form.units, offsets[at] ?? 0)) break;
      at = (at + 1) & mask;
    }
    if (places[at] === 0) return false;
  }
  return end - start >= gramLength;
}

/** Units in a row that also occur in a form of `owner`, `end` exclusive. */
export interface Part {
  start: number;
  end: number;
  owner: number;
}

/** Compares a text with the forms of an index where their hashes are equal. */
class Comparison {
  readonly found: Part[] = [];
  private readonly index: Index;
  private readonly units: Uint16Array;
  private readonly length: number;
  private covered = 0;
  private lastOwner = 0;
  /** A text that was compared once is rarely compared again, unless an attacker repeats it to cause cost. */
  private left: number;

  constructor(index: Index, units: Uint16Array, length: number) {
    [this.index, this.units, this.length] = [index, units, length];
    this.left = length * 4;
  }

  /** Records the longest part around the eight units at a place; returns where the search goes on. */
  at(start: number, hash: number): number {
    const { hashes, places, offsets, forms } = this.index;
    const mask = places.length - 1;
    let [best, alone]: [Part | null, boolean] = [null, false];
    for (let at = spread(hash) & mask; places[at] !== 0; at = (at + 1) & mask) {
      const form = hashes[at] === hash ? forms[(places[at] ?? 0) - 1] : undefined;
      if (!form) continue;
      // Inside a part only an earlier value counts, such as a secret within a token.
      const isInside = start + gramLength <= this.covered;
      if (isInside && (this.left <= 0 || this.lastOwner <= form.owner)) continue;
      const offset = offsets[at] ?? 0;
      if (!isAt(this.units, start, form.units, offset)) continue;
      const part = this.partAt(form, start, offset);
      if (!best || part.end - part.start > best.end - best.start) [best, alone] = [part, form.alone];
    }
    if (!best) return 0;
    this.found.push(best);
    this.lastOwner = best.owner;
    this.covered = Math.max(this.covered, best.end);
    return alone ? best.end : 0;
  }

  private partAt({ units: own, owner }: Form, start: number, offset: number): Part {
    const { units } = this;
    let [before, after] = [0, gramLength];
    const most = Math.min(start, offset, this.left);
    while (before < most && units[start - before - 1] === own[offset - before - 1]) before++;
    const room = Math.min(this.length - start, own.length - offset);
    while (after < room && units[start + after] === own[offset + after]) after++;
    this.left -= before + (start < this.covered ? after : 0);
    return { start: start - before, end: start + after, owner };
  }
}

const none: Part[] = [];

/** The parts of forms in the first `length` units, each at its full length. */
export function findParts(index: Index, units: Uint16Array, length: number): Part[] {
  const { filter } = index;
  const shift = shiftOf(index);
  let comparison: Comparison | null = null;
  let hash = 0;
  for (let end = 0; end < length; end++) {
    hash = (hash << step) ^ Math.imul(units[end] ?? 0, scatter);
    const bit = hash >>> shift;
    if (((filter[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0 || end < gramLength - 1) continue;
    comparison ??= new Comparison(index, units, length);
    const next = comparison.at(end - gramLength + 1, hash) - gramLength;
    // The hash of the eight units that end after the part needs the seven before it.
    if (next > end) end = next;
  }
  return comparison?.found ?? none;
}
