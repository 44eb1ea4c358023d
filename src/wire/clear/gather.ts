/**
 * Collects the decoded bytes of many runs in few views: a hundred thousand short runs cost no more than a single one.
 */
import { placePool, unitPool } from './pool.ts';
import type { View } from './view.ts';

/** The text of runs, and whether to search it for more. */
export interface Decoded {
  view: View;
  text: boolean;
}

/** Receives the text of runs. */
export interface Reader {
  take(decoded: Decoded): void;
  /** Says that there is more than was decoded: the text may hold anything. */
  leave(): void;
  /** Whether bytes that are not text still hold a part of a searched value; otherwise they are dropped at once. */
  holdsPart(units: Uint16Array, start: number, end: number): boolean;
}

/** Separates two runs: a unit of no language, which no value holds. */
const between = 0xe000;

/** The meaning of a byte in UTF-8 text: a character of its own, an invalid one, or how many bytes follow. */
const strange = 4;
const following = 5;
const kindOf = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte >= 0xf5 || byte === 0xc0 || byte === 0xc1) return strange;
  if (byte >= 0xf0) return 3;
  if (byte >= 0xe0) return 2;
  if (byte >= 0xc2) return 1;
  if (byte >= 0x80) return following;
  // The zeros of UTF-16 and line breaks do not count as control characters here.
  return (byte < 32 && byte !== 0 && (byte < 9 || byte > 13)) || byte === 127 ? strange : 0;
});

/** Control characters in bytes and bytes that UTF-8 does not allow there; -1 where they are too many for a text. */
function wrongIn(units: Uint16Array, start: number, end: number): number {
  const most = Math.floor((end - start) / 20);
  let wrong = 0;
  let awaited = 0;
  for (let at = start; at < end; at++) {
    // A number above those of bytes is a character.
    const kind = kindOf[units[at] ?? 0] ?? 0;
    if (kind === following && awaited > 0) awaited--;
    else {
      if (kind >= strange || awaited > 0) wrong++;
      awaited = kind < strange ? kind : 0;
      if (wrong > most) return -1;
    }
  }
  return wrong;
}

/** Units of runs, and where in the parent each begins and ends. */
export interface Part {
  units: Uint16Array;
  from: Uint32Array;
  to: Uint32Array;
  length: number;
}

const partOf = (room: number): Part => ({
  units: unitPool.take(room),
  from: placePool.take(room),
  to: placePool.take(room),
  length: 0,
});

/** Which unit of its run one is. */
function nthOf(units: Uint16Array, at: number): number {
  let start = at;
  while (start > 0 && units[start - 1] !== between) start--;
  return at - start;
}

/** The bits of a place by the unit of its run that is its first. */
export type Bits = (nth: number) => number;

/** The text of runs, as a view. */
class Gathered implements View {
  readonly units: Uint16Array;
  readonly length: number;
  readonly parent: View;
  private readonly part: Part;
  private readonly bits: Bits;

  constructor(parent: View, part: Part, bits: Bits) {
    this.units = part.units;
    this.length = part.length;
    this.parent = parent;
    this.part = part;
    this.bits = bits;
  }

  from(at: number): number {
    return this.part.from[at] ?? 0;
  }

  to(at: number): number {
    return this.part.to[at] ?? 0;
  }

  undone(at: number, first: boolean): number {
    // Only the first unit of a place carries the marks of what was undone for it.
    return first ? this.bits(nthOf(this.units, at)) : 0;
  }
}

/** Receives the bytes of runs one by one. */
export class Gatherer {
  /** Runs that read as text, and all others; null while there are none. */
  private text: Part | null = null;
  private other: Part | null = null;
  private start = 0;
  /** Whether the last run that read as text has no byte that a text may not have. */
  isFlawless = false;
  private readonly parent: View;
  private readonly room: number;
  private readonly reader: Reader;

  /** `room` is the most bytes of all runs and one more for each of them. */
  constructor(parent: View, room: number, reader: Reader) {
    this.parent = parent;
    this.room = room;
    this.reader = reader;
  }

  /** The position for the bytes of the next run, after those already written. */
  open(): Part {
    this.other ??= partOf(this.room);
    return this.other;
  }

  add(byte: number, from: number, to: number): void {
    const other = this.open();
    const at = other.length++;
    other.units[at] = byte;
    other.from[at] = from;
    other.to[at] = to;
  }

  /** Ends a run, and returns whether it reads as text; a run of fewer than `least` bytes is dropped. */
  end(least: number): boolean {
    const kind = this.kindOf(least);
    if (kind !== null) this.close(kind);
    return kind === 'text';
  }

  /** What the last run is, whose places may still be missing; null where it was dropped. */
  kindOf(least: number): 'text' | 'other' | null {
    const { other, start } = this;
    if (!other || other.length === start) return null;
    if (other.length - start >= least) {
      const wrong = wrongIn(other.units, start, other.length);
      this.isFlawless = wrong === 0;
      if (wrong >= 0) return 'text';
      if (this.reader.holdsPart(other.units, start, other.length)) return 'other';
    }
    other.length = start;
    return null;
  }

  /** Ends a run that was not dropped. */
  close(kind: 'text' | 'other'): void {
    const { other, start } = this;
    if (!other) return;
    if (kind === 'other') {
      other.units[other.length++] = between;
      this.start = other.length;
      return;
    }
    if (start === 0 && !this.text) {
      // The first run, and often the only one, need not be copied.
      [this.text, this.other] = [other, null];
    } else {
      this.text ??= partOf(this.room);
      const { text } = this;
      for (let at = start; at < other.length; at++) {
        text.units[text.length] = other.units[at] ?? 0;
        text.from[text.length] = other.from[at] ?? 0;
        text.to[text.length++] = other.to[at] ?? 0;
      }
      other.length = start;
    }
    this.text.units[this.text.length++] = between;
  }

  /** Hands over what was collected; `bits` mark what was undone. The views are valid until the reader returns. */
  flush(bits: Bits): void {
    for (const part of [this.text, this.other]) {
      if (!part) continue;
      if (part.length > 0) this.reader.take({ view: new Gathered(this.parent, part, bits), text: part === this.text });
      unitPool.give(part.units);
      placePool.give(part.from);
      placePool.give(part.to);
    }
  }
}
