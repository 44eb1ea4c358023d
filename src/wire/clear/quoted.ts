/** The parts of a text that may be quoted-printable (RFC 2045, section 6.7): there an equals sign is written `=3D`. */
import { hexValue } from './escapes.ts';
import { lastUpTo } from './gather.ts';
import { unitPool } from './pool.ts';
import type { View } from './view.ts';

const equals = '='.charCodeAt(0);
const [lineFeed, carriageReturn] = [10, 13];
/** Separates two parts: a unit of no language, which no value holds. */
const between = 0xe000;

/** Whether an equals sign at a place begins an escape or ends a line that goes on. */
function isEscape({ units }: View, at: number): boolean {
  const next = units[at + 1] ?? 0;
  if (next === lineFeed || (next === carriageReturn && units[at + 2] === lineFeed)) return true;
  return hexValue(next) >= 0 && hexValue(units[at + 2] ?? 0) >= 0;
}

/** The places of the parts, each without an equals sign that is none of an escape, and with one that is. */
function partsOf(view: View): [start: number, end: number][] {
  const units = view.units.subarray(0, view.length);
  const parts: [number, number][] = [];
  let [start, holds] = [0, false];
  for (let at = units.indexOf(equals); at >= 0; at = units.indexOf(equals, at + 1)) {
    if (isEscape(view, at)) holds = true;
    else {
      if (holds) parts.push([start, at]);
      [start, holds] = [at + 1, false];
    }
  }
  if (holds) parts.push([start, view.length]);
  return parts;
}

/** A view of these parts alone; its units go back to the pool when nothing refers to them any more. */
export function quotedParts(view: View): View {
  const parts = partsOf(view);
  const into = unitPool.take(view.length + 1);
  const starts: number[] = [];
  let length = 0;
  for (const [start, end] of parts) {
    starts.push(length);
    into.set(view.units.subarray(start, end), length);
    length += end - start;
    into[length++] = between;
  }
  const from = (at: number): number => {
    const part = lastUpTo(starts, at);
    return (parts[part]?.[0] ?? 0) + at - (starts[part] ?? 0);
  };
  return { units: into, length, parent: view, from, to: (at) => from(at) + 1, undone: () => 0 };
}
