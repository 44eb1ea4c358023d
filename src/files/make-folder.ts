import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

const isFolder = (place: string): boolean => statSync(place, { throwIfNoEntry: false })?.isDirectory() === true;

/**
 * Makes a folder and the missing folders above it, with `mode`; a folder that exists stays as it is.
 * @throws the system's error, which names the folder that cannot be made.
 */
export function makeFolder(folder: string, mode = 0o777): void {
  // One by one: Node's own recursive option never ends where the system creates no folder, as below /proc.
  const missing: string[] = [];
  for (let place = resolve(folder); !isFolder(place); place = dirname(place)) missing.unshift(place);
  for (const place of missing) {
    try {
      mkdirSync(place, { mode });
    } catch (error) {
      // Another process may have made it in the meantime.
      if (!isFolder(place)) throw error;
    }
  }
}
