import { readFileSync, statSync } from 'node:fs';

/**
 * Reads a file whole, where it has an end: what is read from a pipe or a device may never come, or never stop.
 * @throws the system's error, or one that says that it is no regular file.
 */
export function readWhole(file: string): Buffer {
  if (!statSync(file).isFile()) throw new Error(`${file} is no regular file`);
  return readFileSync(file);
}
