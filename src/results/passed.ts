/** The record, in the folder of a report, of what passed the gate or a merge: where nobody names a run, its results pass once. */
import { rmSync } from 'node:fs';
import { whyNotWritten } from '../files/faults.ts';
import { placesFor } from '../files/places.ts';
import { readWhole } from '../files/read.ts';
import { writeWhole } from '../files/whole.ts';
import { isObject, parseJson } from '../formats/json.ts';

/** What lets results pass, each with a record of its own. */
export type Passing = 'gate' | 'merge';

const placesOf = (by: Passing, folder: string): string[] => placesFor(folder, `${by}-passed.json`);

/** The instant in a record of what has this key; null for any other content. */
function instantIn(file: string, key: string): string | null {
  try {
    const json = parseJson(readWhole(file).toString('utf8'));
    const { passed, at } = isObject(json) ? json : {};
    return passed === key && typeof at === 'string' ? at : null;
  } catch {
    // No file, or not ours.
    return null;
  }
}

/** The instant (ISO 8601) at which what has this key passed; null where it has not. */
export function passedAt(by: Passing, folder: string, key: string): string | null {
  const [found = null] = placesOf(by, folder).flatMap((place) => instantIn(place, key) ?? []);
  return found;
}

/** Records that what has this key passed; returns why that cannot be recorded, or null. */
export function recordPassed(by: Passing, folder: string, key: string, now: Date): string | null {
  const text = `${JSON.stringify({ passed: key, at: now.toISOString() })}\n`;
  let fault: string | null = null;
  for (const place of placesOf(by, folder)) {
    try {
      writeWhole(place, text);
      return null;
    } catch (error) {
      fault ??= whyNotWritten(error);
    }
  }
  return fault;
}

/** Removes the gate's record in a folder, whose results are put aside. */
export function forgetPassed(folder: string): void {
  try {
    for (const place of placesOf('gate', folder)) rmSync(place, { force: true });
  } catch {
    // What stays there says nothing of other results.
  }
}
