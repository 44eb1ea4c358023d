/**
 * Collects the decoded bytes of many runs in few views: a hundred thousand short runs cost no more than a single one.
 */
import { unitPool } from './pool.ts';
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

/** Where in the parent the units of a run come from: the n-th of the run that has this number. */
export interface Origin {
  from(run: number, nth: number): number;
  to(run: number, nth: number): number;
  /** The bits of a place by the unit of its run that is its first. */
  undone(nth: number): number;
}

/** Separates two runs or parts: a unit of no language, which no value holds. */
export const between = 0xe000;

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
    const unit = units[at] ?? 0;
    // A number above those of bytes is a character.
    const kind = unit < 0x100 ? (kindOf[unit] ?? 0) : 0;
    if (kind === 0 && awaited === 0) continue;
    if (kind === following && awaited > 0) {
      awaited--;
      continue;
    }
    if (kind >= strange || awaited > 0) wrong++;
    awaited = kind < strange ? kind : 0;
    if (wrong > most) return -1;
  }
  return wrong;
}

/** Units of runs, where each run begins, and its number. */
interface Part {
  units: Uint16Array;
  length: number;
  starts: number[];
  runs: number[];
}

const partOf = (room: number): Part => ({ units: unitPool.take(room), length: 0, starts: [], runs: [] });

/** The text of runs, as a view. */
class Gathered implements View {
  readonly units: Uint16Array;
  readonly length: number;
  readonly parent: View;
  private readonly part: Part;
  private readonly origin: Origin;

  constructor(parent: View, part: Part, origin: Origin) {
    this.units = part.units;
    this.length = part.length;
    this.parent = parent;
    this.part = part;
    this.origin = origin;
  }

  /** Which run of the part a unit belongs to: few are ever asked for. */
  private runAt(at: number): number {
    return lastUpTo(this.part.starts, at);
  }

  from(at: number): number {
    const index = this.runAt(at);
    return this.origin.from(this.part.runs[index] ?? 0, at - (this.part.starts[index] ?? 0));
  }

  to(at: number): number {
    const index = this.runAt(at);
    return this.origin.to(this.part.runs[index] ?? 0, at - (this.part.starts[index] ?? 0));
  }

  undone(at: number, first: boolean): number {
    // Only the first unit of a place carries the marks of what was undone for it.
    return first ? this.origin.undone(at - (this.part.starts[this.runAt(at)] ?? 0)) : 0;
  }
}

/** The index of the last of some ascending numbers that is not greater than a number. */
export function lastUpTo(numbers: readonly number[], most: number): number {
  let [low, high] = [0, numbers.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((numbers[middle] ?? 0) <= most) low = middle;
    else high = middle - 1;
  }
  return low;
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

  /** The units of the next run go after those already written. */
  open(): Part {
    this.text ??= partOf(this.room);
    return this.text;
  }

  /** Units of the run that was begun and not ended. */
  get begun(): number {
    return this.text ? this.text.length - this.start : 0;
  }

  /**
   * Ends a run, which has a number, and returns whether it reads as text; a run of fewer than `least` units, and one that
   * holds nothing, is dropped.
   */
  end(least: number, run: number): boolean {
    const { text, start } = this;
    if (!text || text.length === start) return false;
    const isLong = text.length - start >= least;
    const wrong = isLong ? wrongIn(text.units, start, text.length) : -1;
    this.isFlawless = wrong === 0;
    if (wrong < 0) {
      if (isLong && this.reader.holdsPart(text.units, start, text.length)) this.putAside(text, run);
      text.length = start;
      return false;
    }
    text.starts.push(start);
    text.runs.push(run);
    text.units[text.length++] = between;
    this.start = text.length;
    return true;
  }

  /** Keeps a run that is no text. */
  private putAside({ units, length }: Part, run: number): void {
    this.other ??= partOf(this.room);
    const { other, start } = this;
    other.starts.push(other.length);
    other.runs.push(run);
    other.units.set(units.subarray(start, length), other.length);
    other.length += length - start;
    other.units[other.length++] = between;
  }

  /** Hands over what was collected. The views are valid until the reader returns. */
  flush(origin: Origin): void {
    for (const part of [this.text, this.other]) {
      if (!part) continue;
      if (part.length > 0)
        this.reader.take({ view: new Gathered(this.parent, part, origin), text: part === this.text });
      unitPool.give(part.units);
    }
  }
}
