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
  let start = 0;
  let count = 0;
  const end = (): void => {
    if (count - start >= leastBase64) values[count++] = endOfRun;
    else count = start;
    start = count;
  };
  for (let index = 0; index < length; index++) {
    const value = sextets[units[index] ?? 0] ?? -1;
    if (value >= 0) {
      values[count] = value;
      at[count++] = index;
      continue;
    }
    if (count === start) continue;
    if (isBreak(units[index] ?? 0)) {
      let after = index + 1;
      while (isBreak(units[after] ?? 0) || isBlank(units[after] ?? 0)) after++;
      if (after < length && (sextets[units[after] ?? 0] ?? -1) >= 0) {
        index = after - 1;
        continue;
      }
    }
    end();
  }
  end();
  return { values, at, length: count };
}

/** Decodes a run from a character on, four characters to three bytes, and returns where it ends. */
function decodeRun({ values, at }: Runs, start: number, part: Part): number {
  const { units, from, to } = part;
  let count = part.length;
  let index = start;
  for (;;) {
    const one = values[index] ?? endOfRun;
    const two = one === endOfRun ? endOfRun : (values[index + 1] ?? endOfRun);
    const three = two === endOfRun ? endOfRun : (values[index + 2] ?? endOfRun);
    const four = three === endOfRun ? endOfRun : (values[index + 3] ?? endOfRun);
    if (two === endOfRun) break;
    units[count] = (one << 2) | (two >> 4);
    from[count] = at[index] ?? 0;
    to[count++] = (at[index + 1] ?? 0) + 1;
    if (three === endOfRun) break;
    units[count] = ((two & 15) << 4) | (three >> 2);
    from[count] = at[index + 1] ?? 0;
    to[count++] = (at[index + 2] ?? 0) + 1;
    if (four === endOfRun) break;
    units[count] = ((three & 3) << 6) | four;
    from[count] = at[index + 2] ?? 0;
    to[count++] = (at[index + 3] ?? 0) + 1;
    index += 4;
  }
  part.length = count;
  while ((values[index] ?? endOfRun) !== endOfRun) index++;
  return index;
}

/**
 * Length from which on a start that reads as text is accepted as the right one: each of the other three would cost as
 * much.
 */
const longRun = 1 << 16;

const { base64, base64Inside } = encodings;
const inside: Bits = () => base64Inside.bit;
const fromStart: Bits = (nth) => (nth % 3 === 0 ? base64.bit : base64Inside.bit);

/** Decodes every run from one of its characters on; `clear` receives the starts of the long runs that read as text. */
function decodeBase64(view: View, runs: Runs, offset: number, clear: Set<number>, reader: Reader): void {
  const gatherer = new Gatherer(view, runs.length + 1, reader);
  const { values } = runs;
  for (let start = 0; start < runs.length; start++) {
    const first = start;
    if (clear.has(first)) {
      start = values.indexOf(endOfRun, first);
      continue;
    }
    start = decodeRun(runs, first + offset, gatherer.open());
    if (gatherer.end(leastBytes) && start - first >= longRun) clear.add(first);
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
  for (let at = 0; at + 4 < length && left > 0; at++) {
    if (units[at + 3] !== 0x2d || units[at + 2] !== 0x2d) continue;
    if (((units[at] ?? 0) | 0x20) !== 0x78 || ((units[at + 1] ?? 0) | 0x20) !== 0x6e) continue;
    left--;
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
