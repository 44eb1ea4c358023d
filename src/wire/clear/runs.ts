/** Decodes texts that encode other bytes as a whole: runs of Base64, and host names. */
import { domainToUnicode } from 'node:url';
import { Gatherer, lastUpTo, type Origin, type Reader } from './gather.ts';
import { bytePool } from './pool.ts';
import { encodings, type View } from './view.ts';

/** Fewest bytes of a run; Base64 writes them with eleven characters. */
export const leastBytes = 8;
const leastBase64 = 11;

const sextets = new Int8Array(0x80).fill(-1);
for (const alphabet of ['+/', '-_'])
  for (const [value, character] of [
    ...`ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789${alphabet}`,
  ].entries())
    sextets[character.charCodeAt(0)] = value;

const isBreak = (unit: number): boolean => unit === 10 || unit === 13;
const isBlank = (unit: number): boolean => unit === 32 || unit === 9;

/** The values of all runs, and where they come from: each piece has no break in it. */
interface Runs {
  values: Uint8Array;
  length: number;
  /** Where each run begins among the values, and at last where the last one ends. */
  starts: number[];
  /** Where each piece begins among the values, and in the view. */
  pieces: number[];
  places: number[];
}

/** Finds the runs of Base64 or base64url, which may span several lines. */
function findBase64({ units, length }: View): Runs {
  const values = bytePool.take(length);
  const [starts, pieces, places]: [number[], number[], number[]] = [[], [], []];
  // Most runs are words, whose values and pieces are written over by the next one.
  let [start, count, kept, piece] = [0, 0, 0, 0];
  for (let index = 0; index < length; index++) {
    const first = units[index] ?? 0;
    let value = first < 0x80 ? (sextets[first] ?? -1) : -1;
    if (value < 0) continue;
    pieces[piece] = count;
    places[piece++] = index;
    let unit = first;
    do {
      values[count++] = value;
      unit = ++index < length ? (units[index] ?? 0) : 0;
      value = unit < 0x80 ? (sextets[unit] ?? -1) : -1;
    } while (value >= 0);
    if (isBreak(unit)) {
      let after = index + 1;
      while (isBreak(units[after] ?? 0) || isBlank(units[after] ?? 0)) after++;
      const next = after < length ? (units[after] ?? 0) : 0;
      if (next < 0x80 && (sextets[next] ?? -1) >= 0) {
        index = after - 1;
        continue;
      }
    }
    if (count - start >= leastBase64) {
      starts.push(start);
      start = count;
      kept = piece;
    } else {
      count = start;
      piece = kept;
    }
  }
  starts.push(count);
  pieces.length = kept;
  return { values, length: count, starts, pieces, places };
}

/** Decodes the characters of a run, four to three bytes. */
function decodeRun(values: Uint8Array, start: number, end: number, part: ReturnType<Gatherer['open']>): void {
  const { units } = part;
  let [count, index] = [part.length, start];
  for (; index + 3 < end; index += 4) {
    const two = values[index + 1] ?? 0;
    const three = values[index + 2] ?? 0;
    units[count] = ((values[index] ?? 0) << 2) | (two >> 4);
    units[count + 1] = ((two & 15) << 4) | (three >> 2);
    units[count + 2] = ((three & 3) << 6) | (values[index + 3] ?? 0);
    count += 3;
  }
  // Two or three characters at the end are one or two bytes.
  for (let bits = 4; index + 1 < end; index++, bits -= 2)
    units[count++] = (((values[index] ?? 0) << (6 - bits)) | ((values[index + 1] ?? 0) >> bits)) & 0xff;
  part.length = count;
}

/** Where the bytes come from that were decoded from an offset on in each run. */
class Base64Origin implements Origin {
  private readonly runs: Runs;
  private readonly offset: number;

  constructor(runs: Runs, offset: number) {
    this.runs = runs;
    this.offset = offset;
  }

  /** The place of the character that a byte begins in, or of one after it. */
  private place(run: number, nth: number, after: number): number {
    const { starts, pieces, places } = this.runs;
    // The third byte begins in the third character, and ends with the fourth.
    const value = (starts[run] ?? 0) + this.offset + Math.floor(nth / 3) * 4 + (nth % 3) + after;
    const piece = lastUpTo(pieces, value);
    return (places[piece] ?? 0) + value - (pieces[piece] ?? 0);
  }

  from(run: number, nth: number): number {
    return this.place(run, nth, 0);
  }

  to(run: number, nth: number): number {
    return this.place(run, nth, 1) + 1;
  }

  undone(nth: number): number {
    return this.offset === 0 && nth % 3 === 0 ? encodings.base64.bit : encodings.base64Inside.bit;
  }
}

/**
 * Lengths from which on a start that reads as text is accepted as the right one: each of the other three would cost as
 * much. Where every character of the text is one, no other text can be hidden in it at another offset.
 */
const longRun = 1 << 16;
export const longFlawless = 32;

/** Decodes every run from one of its characters on; `clear` holds the numbers of the runs that are known to be text. */
function decodeBase64(view: View, runs: Runs, offset: number, clear: Set<number>, reader: Reader): void {
  const gatherer = new Gatherer(view, runs.length + runs.starts.length, reader);
  const { values, starts } = runs;
  for (let run = 0; run + 1 < starts.length; run++) {
    if (clear.size > 0 && clear.has(run)) continue;
    const [start, end] = [starts[run] ?? 0, starts[run + 1] ?? 0];
    decodeRun(values, start + offset, end, gatherer.open());
    const isText = gatherer.end(leastBytes, run);
    if (isText && end - start >= (gatherer.isFlawless ? longFlawless : longRun)) clear.add(run);
  }
  gatherer.flush(new Base64Origin(runs, offset));
}

/**
 * Every reading of every run of Base64. The characters before a run may belong to the alphabet, so each start is tried.
 */
export function base64Runs(view: View, reader: Reader): void {
  const runs = findBase64(view);
  const clear = new Set<number>();
  for (let offset = 0; runs.length > 0 && offset < 4; offset++) decodeBase64(view, runs, offset, clear, reader);
  bytePool.give(runs.values);
}

/** Most host names that are decoded in one text. */
const mostHosts = 500;

/** Every host name in Punycode (RFC 3492). */
export function hostRuns(view: View, reader: Reader): void {
  const { units, length } = view;
  let left = mostHosts;
  for (let at = 0; at + 4 < length; at++) {
    if (units[at + 3] !== 0x2d || units[at + 2] !== 0x2d) continue;
    if (((units[at] ?? 0) | 0x20) !== 0x78 || ((units[at + 1] ?? 0) | 0x20) !== 0x6e) continue;
    if (left-- === 0) {
      reader.leave();
      return;
    }
    const near = String.fromCharCode(...units.subarray(at, Math.min(length, at + 63)));
    const [label = ''] = /^[a-z0-9-]+/i.exec(near) ?? [];
    const [start, end] = [at, at + label.length];
    const codes = Uint16Array.from(domainToUnicode(label), (character) => character.charCodeAt(0));
    const decoded: View = {
      units: codes,
      length: codes.length,
      parent: view,
      from: () => start,
      to: () => end,
      undone: () => encodings.punycode.bit,
    };
    reader.take({ view: decoded, text: true });
    at = end - 1;
  }
}
