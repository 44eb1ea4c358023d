/** Decoded bytes of many runs in few views: a text of a hundred thousand short runs costs no more than one of a single run. */
import { placePool, unitPool } from './pool.ts';
import type { View } from './view.ts';

/** What runs say, and whether to look for more in it. */
export interface Decoded {
  view: View;
  text: boolean;
}

/** Takes what runs say. */
export interface Reader {
  take(decoded: Decoded): void;
  /** Whether bytes that are no text may hold what is looked for; else they are forgotten at once. */
  mayHold(units: Uint16Array, start: number, end: number): boolean;
}

/** Stands between two runs: a unit of no language, which no value holds. */
const between = 0xe000;

/** What a byte is in a text of UTF-8: a character of its own, a sign that is none, or how many bytes follow. */
const strange = 4;
const following = 5;
const kindOf = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte >= 0xf5 || byte === 0xc0 || byte === 0xc1) return strange;
  if (byte >= 0xf0) return 3;
  if (byte >= 0xe0) return 2;
  if (byte >= 0xc2) return 1;
  if (byte >= 0x80) return following;
  // The zeros of UTF-16 and line breaks are no control characters here.
  return (byte < 32 && byte !== 0 && (byte < 9 || byte > 13)) || byte === 127 ? strange : 0;
});

/** Whether bytes read as text: hardly a control character or a byte that UTF-8 has not there. */
function isText(units: Uint16Array, start: number, end: number): boolean {
  const most = Math.floor((end - start) / 20);
  let wrong = 0;
  let awaited = 0;
  for (let at = start; at < end; at++) {
    const kind = kindOf[units[at] ?? 0] ?? strange;
    if (kind === following && awaited > 0) awaited--;
    else {
      if (kind >= strange || awaited > 0) wrong++;
      awaited = kind < strange ? kind : 0;
      if (wrong > most) return false;
    }
  }
  return true;
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

/** What runs say, as a view. */
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
    // What was undone to get a place is what was undone to get its first unit; the others stand wherever they stand.
    return first ? this.bits(nthOf(this.units, at)) : 0;
  }
}

/** Takes the bytes of runs one by one. */
export class Gatherer {
  /** Runs that read as text, and all others; null while there are none. */
  private text: Part | null = null;
  private other: Part | null = null;
  private start = 0;
  private readonly parent: View;
  private readonly room: number;
  private readonly reader: Reader;

  /** `room` is the most bytes of all runs and one more for each of them. */
  constructor(parent: View, room: number, reader: Reader) {
    this.parent = parent;
    this.room = room;
    this.reader = reader;
  }

  /** Where the bytes of the next run go, behind those that are there. */
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

  /** Ends a run, and gives whether it reads as text; one of fewer than `least` bytes is forgotten. */
  end(least: number): boolean {
    const { other, start } = this;
    if (!other || other.length === start) return false;
    const length = other.length - start;
    if (length < least) {
      other.length = start;
      return false;
    }
    if (!isText(other.units, start, other.length)) {
      if (!this.reader.mayHold(other.units, start, other.length)) {
        other.length = start;
        return false;
      }
      other.units[other.length++] = between;
      this.start = other.length;
      return false;
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
    return true;
  }

  /** Hands over what was gathered, `bits` those of what was undone; the views are good until the reader returns. */
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
