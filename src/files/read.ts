import { readFileSync, type Stats, statSync } from 'node:fs';
import { systemCode } from './faults.ts';

/**
 * Reads a file whole, but only a regular one: reading a pipe or a device may never begin, or never end.
 * @throws the system's error, or one that says that it is not a regular file.
 */
export function readWhole(file: string): Buffer {
  if (!statSync(file).isFile()) throw new Error(`${file} is not a regular file`);
  return readFileSync(file);
}

/** The codes of the system where nothing is at a path: a link may lead nowhere, in a circle, or through a file. */
const nothingThere = ['ENOENT', 'ENOTDIR', 'ELOOP'];

/**
 * What is at a path, links followed; null where nothing is.
 * @throws the system's error, where it does not say what is there.
 */
export function entryAt(path: string): Stats | null {
  try {
    return statSync(path);
  } catch (error) {
    if (nothingThere.includes(systemCode(error) ?? '')) return null;
    throw error;
  }
}
