/** Where to keep a file about a folder that may not be writable. */
import { lstatSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { sha256Of } from '../formats/sha256.ts';

/** The path of a folder without symbolic links; of one that is missing, as far as it exists. */
function realOf(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    const above = dirname(folder);
    return above === folder ? folder : join(realOf(above), basename(folder));
  }
}

/** Whether another user made a file: in the temporary folder of the system, anybody may. */
function isForeign(file: string): boolean {
  const owner = lstatSync(file, { throwIfNoEntry: false })?.uid;
  return owner !== undefined && process.geteuid !== undefined && owner !== process.geteuid();
}

/** The file of this user, in the temporary folder of the system, for what has this name in a folder; null where another user made it. */
export function placeElsewhere(folder: string, name: string): string | null {
  const file = join(
    tmpdir(),
    `conformance-${process.geteuid?.() ?? 'own'}-${sha256Of(realOf(resolve(folder)))}.${name}`,
  );
  return isForeign(file) ? null : file;
}

/** The paths for what has this name in a folder, the best first: in it, beside it, and in the temporary folder of the system. */
export function placesFor(folder: string, name: string): string[] {
  const elsewhere = placeElsewhere(folder, name);
  return [join(folder, name), `${resolve(folder)}.${name}`, ...(elsewhere === null ? [] : [elsewhere])];
}
