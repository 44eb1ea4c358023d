/** A set of runs of eight units, so that any part of a known value is found in time linear in the text. */

/** Units of the shortest part of a value that is found. */
export const gramLength = 8;

/** Grams by their hash of 64 bits; each with a number, negative where the gram alone shows nothing. */
export interface Grams {
  size: number;
  /** One bit for each of the first hashes: most positions of a text end here. */
  filter: Uint32Array;
  first: Int32Array;
  second: Int32Array;
  /** 0 where the place is free. */
  values: Int32Array;
}

/** Bits of the filter for each place of the table. */
const filterFactor = 8;
/** Bits that each unit moves the first hash on: eight units, and what was before is out of its 32 bits. */
const step = 32 / gramLength;
const scatter = 0x9e3779b1;

function empty(places: number): Grams {
  return {
    size: 0,
    filter: new Uint32Array((places * filterFactor) / 32),
    first: new Int32Array(places),
    second: new Int32Array(places),
    values: new Int32Array(places),
  };
}

/** An empty set. */
export const createGrams = (): Grams => empty(1 << 12);

const spread = (hash: number): number => Math.imul(hash ^ (hash >>> 15), scatter) >>> 0;

/** Which bit of the filter a hash has: its highest bits, in which all eight units count. */
const shiftOf = ({ filter }: Grams): number => 32 - Math.log2(filter.length * 32);

function secondHash(units: Uint16Array, at: number): number {
  let hash = 0x811c9dc5;
  for (let index = at; index < at + gramLength; index++) {
    hash = Math.imul(hash ^ (units[index] ?? 0), 0x85ebca6b);
    hash ^= hash >>> 13;
  }
  return hash;
}

function place({ first, second, values }: Grams, one: number, two: number): number {
  const mask = values.length - 1;
  let at = spread(one) & mask;
  while (values[at] !== 0 && (first[at] !== one || second[at] !== two)) at = (at + 1) & mask;
  return at;
}

function insert(grams: Grams, one: number, two: number, value: number): void {
  const at = place(grams, one, two);
  if (grams.values[at] !== 0) return;
  grams.first[at] = one;
  grams.second[at] = two;
  grams.values[at] = value;
  grams.size++;
  const bit = one >>> shiftOf(grams);
  grams.filter[bit >>> 5] = (grams.filter[bit >>> 5] ?? 0) | (1 << (bit & 31));
}

/** Calls for each gram of some units with its place and its first hash. */
function eachGram(units: Uint16Array, length: number, call: (at: number, hash: number) => void): void {
  let hash = 0;
  for (let index = 0; index < length; index++) {
    hash = (hash << step) ^ Math.imul(units[index] ?? 0, scatter);
    if (index >= gramLength - 1) call(index - gramLength + 1, hash);
  }
}

function grown(grams: Grams): Grams {
  const larger = empty(grams.values.length * 2);
  grams.values.forEach((value, at) => {
    if (value !== 0) insert(larger, grams.first[at] ?? 0, grams.second[at] ?? 0, value);
  });
  return larger;
}

/** Adds every gram of some units under a positive number; those of `innocent` under its negative. The earlier number stays. */
export function addGrams(grams: Grams, units: Uint16Array, value: number, innocent: Grams | null): Grams {
  let room = grams;
  while ((room.size + units.length) * 2 > room.values.length) room = grown(room);
  eachGram(units, units.length, (at, hash) => {
    const two = secondHash(units, at);
    const weak = innocent !== null && innocent.values[place(innocent, hash, two)] !== 0;
    insert(room, hash, two, weak ? -value : value);
  });
  return room;
}

/** Units in a row that belong to one known value, `end` exclusive; `value` is the number of its grams. */
export interface GramRun {
  start: number;
  end: number;
  value: number;
}

/** The runs of known grams in the first `length` units. A run of innocent grams alone is none. */
export function findGrams(grams: Grams, units: Uint16Array, length: number): GramRun[] {
  const { filter, values } = grams;
  const shift = shiftOf(grams);
  const runs: GramRun[] = [];
  let open: GramRun | null = null;
  let hash = 0;
  for (let index = 0; index < length; index++) {
    hash = (hash << step) ^ Math.imul(units[index] ?? 0, scatter);
    const bit = hash >>> shift;
    if (((filter[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0) continue;
    const start = index - gramLength + 1;
    if (start < 0) continue;
    const value = values[place(grams, hash, secondHash(units, start))] ?? 0;
    if (value === 0) continue;
    if (open && start === open.end - gramLength + 1 && Math.abs(value) === Math.abs(open.value)) {
      open.end = index + 1;
      open.value = Math.max(open.value, value);
    } else {
      open = { start, end: index + 1, value };
      runs.push(open);
    }
  }
  return runs.filter(({ value }) => value > 0);
}

/** Whether every gram of some units is an innocent one. */
export function isInnocent(innocent: Grams, units: Uint16Array): boolean {
  let all = units.length >= gramLength;
  eachGram(units, units.length, (at, hash) => {
    if (innocent.values[place(innocent, hash, secondHash(units, at))] === 0) all = false;
  });
  return all;
}
