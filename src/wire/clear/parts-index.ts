/** An index of the parts of known values, by the hash of each. */

/** Units of the shortest part that is found. */
export const gramLength = 8;

/** One spelling of a value, folded as texts are; `owner` is the number of the value's form. */
export interface Form {
  units: Uint16Array;
  owner: number;
  /** Whether no eight units of it also occur in a form of an earlier value: then the search may stop after it. */
  alone: boolean;
}

/** Forms, and where in them runs of eight units are, by their hash. */
export interface Index {
  /** Number of indexed runs. */
  size: number;
  /** Units of all forms. */
  units: number;
  /** One bit for each of the hashes; it rules out most positions of a text. */
  filter: Uint32Array;
  /** The same for each block of an indexed run, so that a text need not be hashed at every position. */
  blocks: Uint32Array;
  hashes: Int32Array;
  /** The number of the form, from 1 on; 0 where the place is free. */
  places: Int32Array;
  offsets: Int32Array;
  /** Where in the table each run is, in the order in which they were indexed; the table is at most half full. */
  order: Int32Array;
  /** Number of runs that were taken back and whose bits the filters may still hold. */
  stale: number;
  readonly forms: Form[];
}

/** How much an index held at some time. */
export interface Mark {
  size: number;
  units: number;
  forms: number;
}

/** How densely a form is indexed, in units from one run to the next: at its two edges, and between them. */
export interface Density {
  every: number;
  edge: number;
  between: number;
}

/** Every run of a form is indexed. */
export const dense: Density = { every: 1, edge: Number.POSITIVE_INFINITY, between: 1 };

/** Bits of the filter for each place of the table. */
const filterFactor = 8;
/** Bits by which each unit shifts the hash: after eight units, older ones have left its 32 bits. */
export const step: number = 32 / gramLength;
export const scatter = 0x9e3779b1;

/** Most runs of one hash that are kept: a value that repeats itself has many. */
const mostAlike = 4;

/** An empty index. */
export function createIndex(places = 1 << 12): Index {
  return {
    size: 0,
    units: 0,
    filter: new Uint32Array((places * filterFactor) / 32),
    blocks: new Uint32Array((places * filterFactor) / 32),
    hashes: new Int32Array(places),
    places: new Int32Array(places),
    offsets: new Int32Array(places),
    order: new Int32Array(places / 2),
    stale: 0,
    forms: [],
  };
}

/** An index of the same forms, which may grow without the other. */
export const copyOf = (index: Index): Index => ({
  ...index,
  filter: index.filter.slice(),
  blocks: index.blocks.slice(),
  hashes: index.hashes.slice(),
  places: index.places.slice(),
  offsets: index.offsets.slice(),
  order: index.order.slice(),
  forms: [...index.forms],
});

/** How much an index holds now. */
export const markOf = ({ size, units, forms }: Index): Mark => ({ size, units, forms: forms.length });

/** Takes back all that was indexed since a mark: no search for an older run led past a newer one. */
export function takeBack(index: Index, { size, units, forms }: Mark): void {
  const { places, order } = index;
  for (let nth = size; nth < index.size; nth++) places[order[nth] ?? 0] = 0;
  index.stale += index.size - size;
  index.forms.length = forms;
  Object.assign(index, { size, units });
}

/** Where the search for a hash begins in the table. */
export const spread = (hash: number): number => Math.imul(hash ^ (hash >>> 15), scatter) >>> 0;

/** The bit of the filter for a hash: its highest bits, which depend on all eight units. */
export const shiftOf = ({ filter }: Index): number => Math.clz32(filter.length * 32) + 1;

/** Units of a block. */
export const blockLength = 4;

/** The hash of a block, of which the highest bits count: as many as of the others. */
export const blockHash = (one: number, two: number, three: number, four: number): number =>
  Math.imul(one ^ (two << 7) ^ (three << 14) ^ (four << 21), scatter);

/** Notes the blocks of the eight units at an offset, from `first` on. */
function insertBlocks({ blocks }: Index, units: Uint16Array, first: number, offset: number, shift: number): void {
  for (let at = first; at <= offset + gramLength - blockLength; at++) {
    const bit = blockHash(units[at] ?? 0, units[at + 1] ?? 0, units[at + 2] ?? 0, units[at + 3] ?? 0) >>> shift;
    blocks[bit >>> 5] = (blocks[bit >>> 5] ?? 0) | (1 << (bit & 31));
  }
}

function insert(index: Index, hash: number, form: number, offset: number, shift: number): void {
  const { hashes, places, offsets, order, filter } = index;
  const mask = places.length - 1;
  let [at, alike] = [spread(hash) & mask, 0];
  while (places[at] !== 0) {
    if (hashes[at] === hash && ++alike === mostAlike) return;
    at = (at + 1) & mask;
  }
  [hashes[at], places[at], offsets[at]] = [hash, form, offset];
  order[index.size++] = at;
  const bit = hash >>> shift;
  filter[bit >>> 5] = (filter[bit >>> 5] ?? 0) | (1 << (bit & 31));
}

/** Makes room for more runs; and the filters anew where most of what they hold was taken back. */
function grow(index: Index, more: number): void {
  let length = index.places.length;
  while ((index.size + more) * 2 > length) length *= 2;
  if (length === index.places.length && index.stale * 4 <= length) return;
  const { size, units, forms, hashes, places, offsets, order } = index;
  Object.assign(index, { ...createIndex(length), units, forms });
  const shift = shiftOf(index);
  for (let nth = 0; nth < size; nth++) {
    const at = order[nth] ?? 0;
    const [form, offset] = [places[at] ?? 0, offsets[at] ?? 0];
    insert(index, hashes[at] ?? 0, form, offset, shift);
    insertBlocks(index, forms[form - 1]?.units ?? new Uint16Array(), offset, offset, shift);
  }
}

/** Whether eight of some units may occur in a form of an owner before `since`, judged by their hash. */
function standsBefore(index: Index, units: Uint16Array, since: number): boolean {
  const { filter, hashes, places, forms } = index;
  if ((forms[0]?.owner ?? since) >= since) return false;
  const shift = shiftOf(index);
  const mask = places.length - 1;
  let hash = 0;
  for (let end = 0; end < units.length; end++) {
    hash = (hash << step) ^ Math.imul(units[end] ?? 0, scatter);
    const bit = hash >>> shift;
    if (((filter[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0 || end < gramLength - 1) continue;
    for (let at = spread(hash) & mask; places[at] !== 0; at = (at + 1) & mask)
      if (hashes[at] === hash && (forms[(places[at] ?? 0) - 1]?.owner ?? since) < since) return true;
  }
  return false;
}

/**
 * Indexes a form. A part of it is found from `every` + 7 units on, and so any part of eight where `every` is 1. `since`
 * is the first of the owners that belong to its value; null where a text rarely holds the form, and to find out whether
 * the search may stop after it costs more than it saves.
 */
export function addForm(
  index: Index,
  units: Uint16Array,
  owner: number,
  density: Density,
  since: number | null = owner,
): void {
  const { every, edge, between } = density;
  const { length } = units;
  if (length < gramLength) return;
  const edges = Math.min(length, 2 * edge);
  grow(index, Math.ceil(edges / every) + Math.ceil((length - edges) / between) + 2);
  index.units += length;
  const form = index.forms.push({ units, owner, alone: since !== null && !standsBefore(index, units, since) });
  const shift = shiftOf(index);
  let [hash, read, noted] = [0, 0, 0];
  for (let offset = 0; offset + gramLength <= length; ) {
    // Between the edges few units belong to an indexed run, and older ones have left the hash.
    for (read = Math.max(read, offset); read < offset + gramLength; read++)
      hash = (hash << step) ^ Math.imul(units[read] ?? 0, scatter);
    insert(index, hash, form, offset, shift);
    insertBlocks(index, units, Math.max(offset, noted), offset, shift);
    noted = offset + gramLength - blockLength + 1;
    const isEdge = offset < edge || offset + edge >= length;
    offset += isEdge ? every : Math.min(between, Math.max(1, length - edge - offset));
  }
}
