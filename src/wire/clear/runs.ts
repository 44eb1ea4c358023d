/** Decodes texts that encode other bytes as a whole: runs of Base64, and host names. */
import { domainToUnicode } from 'node:url';
import { type Bits, Gatherer, type Part, type Reader } from './gather.ts';
import { bytePool, placePool } from './pool.ts';
import { encodings, type View } from './view.ts';

/** Fewest bytes of a run; Base64 writes them with eleven characters. */
export const leastBytes = 8;
const leastBase64 = 11;

/** Marks the end of a run of Base64 in the list of values. */
const endOfRun = 64;

const sextets = new Int8Array(0x80).fill(-1);
for (const alphabet of ['+/', '-_'])
  for (const [value, character] of [
    ...`ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789${alphabet}`,
  ].entries())
    sextets[character.charCodeAt(0)] = value;

const isBreak = (unit: number): boolean => unit === 10 || unit === 13;
const isBlank = (unit: number): boolean => unit === 32 || unit === 9;

/** The values of all runs with a mark after each, and the position of each value. */
interface Runs {
  values: Uint8Array;
  at: Uint32Array;
  length: number;
}

/** Finds the runs of Base64 or base64url, which may span several lines. */
function findBase64({ units, length }: View): Runs {
  const values = bytePool.take(length + 1);
  const at = placePool.take(length + 1);
  let [start, count] = [0, 0];
  for (let index = 0; index <= length; index++) {
    const unit = index < length ? (units[index] ?? 0) : 0;
    const value = unit < 0x80 ? (sextets[unit] ?? -1) : -1;
    if (value >= 0) {
      values[count] = value;
      at[count++] = index;
      continue;
    }
    if (count === start) continue;
    if (isBreak(unit)) {
      let after = index + 1;
      while (isBreak(units[after] ?? 0) || isBlank(units[after] ?? 0)) after++;
      if (after < length && (sextets[units[after] ?? 0] ?? -1) >= 0) {
        index = after - 1;
        continue;
      }
    }
    if (count - start >= leastBase64) values[count++] = endOfRun;
    else count = start;
    start = count;
  }
  return { values, at, length: count };
}

/** Decodes the characters of a run, four to three bytes. */
function decodeRun({ values }: Runs, start: number, end: number, part: Part): void {
  const { units } = part;
  let [count, index] = [part.length, start];
  for (; index + 3 < end; index += 4) {
    const two = values[index + 1] ?? 0;
    const three = values[index + 2] ?? 0;
    units[count++] = ((values[index] ?? 0) << 2) | (two >> 4);
    units[count++] = ((two & 15) << 4) | (three >> 2);
    units[count++] = ((three & 3) << 6) | (values[index + 3] ?? 0);
  }
  // Two or three characters at the end are one or two bytes.
  for (let bits = 4; index + 1 < end; index++, bits -= 2)
    units[count++] = (((values[index] ?? 0) << (6 - bits)) | ((values[index + 1] ?? 0) >> bits)) & 0xff;
  part.length = count;
}

/** Writes the places of the bytes of a run, which most runs need not: they are no text, and hold nothing. */
function placeRun({ at }: Runs, start: number, part: Part, begin: number): void {
  const { from, to, length } = part;
  for (let [count, index] = [begin, start]; count < length; count++, index++) {
    // The third byte begins in the third character, and ends with the fourth.
    from[count] = at[index] ?? 0;
    to[count] = (at[index + 1] ?? 0) + 1;
    if ((count - begin) % 3 === 2) index++;
  }
}

/**
 * Lengths from which on a start that reads as text is accepted as the right one: each of the other three would cost as
 * much. Where every character of the text is one, no other text can be hidden in it at another offset.
 */
const longRun = 1 << 16;
const longFlawless = 32;

const { base64, base64Inside } = encodings;
const inside: Bits = () => base64Inside.bit;
const fromStart: Bits = (nth) => (nth % 3 === 0 ? base64.bit : base64Inside.bit);

/** Decodes every run from one of its characters on; `clear` receives the starts of the runs that are known to be text. */
function decodeBase64(view: View, runs: Runs, offset: number, clear: Set<number>, reader: Reader): void {
  const gatherer = new Gatherer(view, runs.length + 1, reader);
  const { values } = runs;
  for (let start = 0; start < runs.length; start++) {
    const first = start;
    while (values[start] !== endOfRun) start++;
    if (clear.size > 0 && clear.has(first)) continue;
    const part = gatherer.open();
    const begin = part.length;
    decodeRun(runs, first + offset, start, part);
    const kind = gatherer.kindOf(leastBytes);
    if (kind === null) continue;
    placeRun(runs, first + offset, part, begin);
    gatherer.close(kind);
    if (kind === 'text' && start - first >= (gatherer.isFlawless ? longFlawless : longRun)) clear.add(first);
  }
  gatherer.flush(offset === 0 ? fromStart : inside);
}

/**
 * Every reading of every run of Base64. The characters before a run may belong to the alphabet, so each start is tried.
 */
export function base64Runs(view: View, reader: Reader): void {
  const runs = findBase64(view);
  const clear = new Set<number>();
  for (let offset = 0; runs.length > 0 && offset < 4; offset++) decodeBase64(view, runs, offset, clear, reader);
  bytePool.give(runs.values);
  placePool.give(runs.at);
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
