/** Decodes runs of bytes that are written in hexadecimal, with or without separators. */
import { hexValue, letterX, zero } from './escapes.ts';
import type { Reader } from './gather.ts';
import { PairGatherer } from './number-gatherer.ts';
import { isWord, longestGap, repeats, signsEnd } from './numbers.ts';
import { leastBytes } from './runs.ts';
import type { View } from './view.ts';

/** Whether a `0x` or `0X` stands at a place. */
const isSign = (units: Uint16Array, at: number): boolean =>
  units[at] === zero && ((units[at + 1] ?? 0) | 0x20) === letterX;

/**
 * Where the two-digit number may begin that follows one which ends at `at`: after separators, a `0x`, or the same gap
 * as before, which has no end where there was none.
 */
function nextHex(view: View, at: number, gapStart: number, gapEnd: number): number {
  const end = signsEnd(view, at);
  if (isSign(view.units, end)) return end + 2;
  return gapEnd < 0 ? end : Math.max(end, repeats(view, at, gapStart, gapEnd));
}

/** Where the gap between two calls ends, each with a number of `0x`; -1 where there is none. */
function callEnd({ units, length }: View, at: number): number {
  const most = Math.min(length, at + longestGap);
  for (let end = at; end + 1 < most; end++) if (isSign(units, end)) return end + 2;
  return -1;
}

/** Where the hexadecimal digits end that begin at `at`. */
function digitsEnd({ units, length }: View, at: number): number {
  let end = at;
  while (end < length && hexValue(units[end] ?? 0) >= 0) end++;
  return end;
}

/** Reads hexadecimal bytes from a place on. */
class Pairs {
  /** Where the last reading came to an end, and where the digits begin that it did not read. */
  end = 0;
  rest = 0;
  private readonly view: View;

  constructor(view: View) {
    this.view = view;
  }

  /** Reads up to `most` bytes, and returns whether they make a run. */
  read(start: number, most: number, gatherer: PairGatherer | null): boolean {
    const { view } = this;
    const { units, length } = view;
    const isByte = hexValue(units[start + 2] ?? 0) < 0;
    const isCall = isByte && isSign(units, start - 2);
    let [gapStart, gapEnd] = [start + 2, isCall ? callEnd(view, start + 2) : -1];
    let [at, end, count] = [start, start, 0];
    this.rest = start;
    while (at < length && count < most) {
      const past = digitsEnd(view, at);
      const pairs = (past - at) >> 1;
      if (pairs === 0) break;
      gatherer?.add(view, at, pairs);
      count += pairs;
      end = at + 2 * pairs;
      this.rest = end < past ? at : end;
      at = nextHex(view, end, gapStart, gapEnd);
      if (at > end && gapEnd < 0) [gapStart, gapEnd] = [end, at];
    }
    this.end = end;
    return count >= leastBytes;
  }
}

/**
 * Where bytes may begin in these digits. A digit before a run may belong to it, so both starts are tried; but few digits are
 * a run only where it goes on behind them, and none is left over.
 */
function startsIn({ units }: View, start: number, end: number): number[] {
  const after = units[end] ?? 0;
  const isHex = (after | 0x20) === letterX || units[start - 1] === letterX;
  if (isHex || end - start >= 2 * leastBytes) return [start, start + 1];
  return end - start > 1 && !isWord(after) ? [start + ((end - start) % 2)] : [];
}

/** Every reading of every run of hexadecimal bytes, with or without separators. */
export function hexRuns(view: View, reader: Reader): void {
  const { units, length } = view;
  const pairs = new Pairs(view);
  let gatherer: PairGatherer | null = null;
  for (let at = 0; at < length; at++) {
    if (hexValue(units[at] ?? 0) < 0) continue;
    const past = digitsEnd(view, at);
    const starts = startsIn(view, at, past);
    let end = past;
    for (const start of starts) {
      // Most runs are shorter than a value; those that begin within one end where it does.
      if (!pairs.read(start, leastBytes, null)) {
        if (starts.length === 1) end = Math.max(end, pairs.rest);
        continue;
      }
      gatherer ??= new PairGatherer(view, length + 2, reader);
      pairs.read(start, Number.POSITIVE_INFINITY, gatherer);
      end = Math.max(end, pairs.end);
      if (gatherer.end()) break;
    }
    at = end - 1;
  }
  gatherer?.flush();
}
