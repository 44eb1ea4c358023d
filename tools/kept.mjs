/** What the sources were compiled into. It is JavaScript, so that a command can begin before anything that reads TypeScript is loaded. */
import { createHash } from 'node:crypto';
import { readFileSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** Folder for what is made of the sources; src/package/place.ts calls it the same. */
const keptFolder = join(root, 'node_modules/.cache/payment-token-conformance');

/** The file that says what was compiled, and into which folder. */
export const keptFile = join(keptFolder, 'compiled.json');

/** Size and time of a file. @throws the system's error where there is none */
export function stateOf(file) {
  const { mtimeMs, size } = statSync(file);
  return `${size} ${mtimeMs}`;
}

/** The folder that was compiled from the sources as they are now, and is whole; null where there is none. */
export function known() {
  try {
    const { folder, inputs, outputs } = JSON.parse(readFileSync(keptFile, 'utf8'));
    const path = join(keptFolder, folder);
    const isWhole = Object.entries(outputs).every(([name, state]) => stateOf(join(path, name)) === state);
    const digestOf = (name) =>
      createHash('sha256')
        .update(readFileSync(join(root, name)))
        .digest('hex');
    if (!isWhole || !Object.entries(inputs).every(([name, digest]) => digestOf(name) === digest)) return null;
    // A run that compiles anew removes folders that were not used for a day.
    const now = new Date();
    utimesSync(path, now, now);
    return path;
  } catch {
    return null;
  }
}
