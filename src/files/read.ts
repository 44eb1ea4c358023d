import { readFileSync, statSync } from 'node:fs';

/**
 * Reads a file whole, but only a regular one: reading a pipe or a device may never begin, or never end.
 * @throws the system's error, or one that says that it is not a regular file.
 */
export function readWhole(file: string): Buffer {
  if (!statSync(file).isFile()) throw new Error(`${file} is not a regular file`);
  return readFileSync(file);
}
