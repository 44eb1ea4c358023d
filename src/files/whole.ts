import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from './make-folder.ts';

let written = 0;

/**
 * Writes a file whole or not at all: under a temporary name beside it, flushed to the disk, then renamed. Creates the
 * folder. `mode` becomes the file's, also where a file with another mode existed.
 * @throws the system's error (ENOSPC, EACCES, ENOTDIR …), whose `path` or message names the file; an existing file
 * stays.
 */
export function writeWhole(file: string, text: string | Uint8Array, mode = 0o644): void {
  makeFolder(dirname(file));
  const temporary = `${file}.${process.pid}-${++written}.tmp`;
  try {
    const handle = openSync(temporary, 'wx', mode);
    try {
      writeFileSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
