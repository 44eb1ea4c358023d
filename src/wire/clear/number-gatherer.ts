/** Collects the units that numbers in a text mean, with the place of each number. */
import { hexValue } from './escapes.ts';
import { Gatherer, lastUpTo, type Reader } from './gather.ts';
import { placePool } from './pool.ts';
import { leastBytes, longFlawless } from './runs.ts';
import { encodings, type View } from './view.ts';

/** Ends a run of a gatherer, which is numbered by its first unit; returns whether it is a long one that reads as text throughout. */
function endsAsText(gatherer: Gatherer, count: number): boolean {
  const { begun } = gatherer;
  const isText = begun > 0 && gatherer.end(leastBytes, count - begun);
  return isText && gatherer.isFlawless && begun >= longFlawless;
}

/** Receives decimal or octal numbers one by one. */
export class NumberGatherer {
  private readonly gatherer: Gatherer;
  private readonly first: Uint32Array;
  private readonly last: Uint32Array;
  private readonly bit: number;
  /** Units of all runs, dropped ones among them. */
  private count = 0;

  /** `room` is the most units of all runs and one more for each of them; `bit` says what was undone. */
  constructor(view: View, room: number, reader: Reader, bit: number) {
    this.gatherer = new Gatherer(view, room, reader);
    this.first = placePool.take(room);
    this.last = placePool.take(room);
    this.bit = bit;
  }

  add(unit: number, from: number, to: number): void {
    const part = this.gatherer.open();
    part.units[part.length++] = unit;
    this.first[this.count] = from;
    this.last[this.count++] = to;
  }

  end(): void {
    endsAsText(this.gatherer, this.count);
  }

  flush(): void {
    const { first, last, bit } = this;
    this.gatherer.flush({
      from: (run, nth) => first[run + nth] ?? 0,
      to: (run, nth) => last[run + nth] ?? 0,
      undone: () => bit,
    });
    placePool.give(first);
    placePool.give(last);
  }
}

/** Receives bytes that are written with two hexadecimal digits each. */
export class PairGatherer {
  private readonly gatherer: Gatherer;
  private count = 0;
  /** The number of the first byte of each piece in which nothing is between the digits, and where it begins. */
  private readonly pieces: number[] = [];
  private readonly places: number[] = [];

  constructor(view: View, room: number, reader: Reader) {
    this.gatherer = new Gatherer(view, room, reader);
  }

  /** Adds so many bytes. */
  add({ units: digits }: View, start: number, pairs: number): void {
    const part = this.gatherer.open();
    const { units, length } = part;
    for (let index = 0, at = start; index < pairs; index++, at += 2)
      units[length + index] = (hexValue(digits[at] ?? 0) << 4) | hexValue(digits[at + 1] ?? 0);
    this.pieces.push(this.count);
    this.places.push(start);
    part.length += pairs;
    this.count += pairs;
  }

  /** Ends a run; returns whether it is a long one that reads as text throughout. */
  end(): boolean {
    return endsAsText(this.gatherer, this.count);
  }

  flush(): void {
    const { pieces, places } = this;
    const from = (run: number, nth: number): number => {
      const piece = lastUpTo(pieces, run + nth);
      return (places[piece] ?? 0) + 2 * (run + nth - (pieces[piece] ?? 0));
    };
    this.gatherer.flush({ from, to: (run, nth) => from(run, nth) + 2, undone: () => encodings.hex.bit });
  }
}
