/** The parts of a text that may be quoted-printable (RFC 2045, section 6.7): there an equals sign is written `=3D`. */
import { equals, hexValue } from './escapes.ts';
import { between, lastUpTo } from './gather.ts';
import { unitPool } from './pool.ts';
import type { View } from './view.ts';

const [lineFeed, carriageReturn] = [10, 13];

/** A piece of a text: where it starts, and where what follows it does. */
type Piece = [start: number, end: number];

/** Where the next line begins, where an equals sign at a place ends one that goes on; -1 for any other. */
function goesOnAt(units: Uint16Array, at: number): number {
  const end = units[at + 1] === carriageReturn ? at + 2 : at + 1;
  return units[end] === lineFeed ? end + 1 : -1;
}

/** Whether an equals sign at a place begins the number of a byte. */
const isByte = (units: Uint16Array, at: number): boolean =>
  hexValue(units[at + 1] ?? 0) >= 0 && hexValue(units[at + 2] ?? 0) >= 0;

/**
 * The parts, each without an equals sign that is none of an escape, and with one that is; in pieces, without the ends of lines
 * that go on, which may stand within a character.
 */
function partsOf(view: View): Piece[][] {
  const units = view.units.subarray(0, view.length);
  const parts: Piece[][] = [];
  let pieces: Piece[] = [];
  let [start, holds] = [0, false];
  for (let at = units.indexOf(equals); at >= 0; at = units.indexOf(equals, at + 1)) {
    const next = goesOnAt(units, at);
    if (next >= 0) {
      pieces.push([start, at]);
      [start, holds] = [next, true];
    } else if (isByte(units, at)) holds = true;
    else {
      if (holds) parts.push([...pieces, [start, at]]);
      [pieces, start, holds] = [[], at + 1, false];
    }
  }
  if (holds) parts.push([...pieces, [start, view.length]]);
  return parts;
}

/** A view of these parts alone; its units go back to the pool when nothing refers to them any more. */
export function quotedParts(view: View): View {
  const into = unitPool.take(view.length + 1);
  const sources: number[] = [];
  const starts: number[] = [];
  let length = 0;
  for (const part of partsOf(view)) {
    for (const [start, end] of part) {
      sources.push(start);
      starts.push(length);
      into.set(view.units.subarray(start, end), length);
      length += end - start;
    }
    into[length++] = between;
  }
  const from = (at: number): number => {
    const piece = lastUpTo(starts, at);
    return (sources[piece] ?? 0) + at - (starts[piece] ?? 0);
  };
  return { units: into, length, parent: view, from, to: (at) => from(at) + 1, undone: () => 0 };
}
