/** Prepares the folders that Playwright itself writes, beside the report. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { InputError } from '../contract/problems.ts';
import { makeFolder } from '../files/make-folder.ts';
import { writing } from '../results/writing.ts';
import type { PlaywrightCommand } from './command.ts';

/** Where the blob report goes: one file, or a folder that Playwright empties. */
function blobPlace(): { file: string } | { folder: string } {
  const { PLAYWRIGHT_BLOB_OUTPUT_FILE: file, PLAYWRIGHT_BLOB_OUTPUT_DIR: folder } = process.env;
  return file ? { file } : { folder: folder || 'blob-report' };
}

function archivesIn(folder: string): string[] {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names.filter((name) => name.endsWith('.zip')).map((name) => join(folder, name));
}

/** Removes the blob reports of an earlier run: `npm run merge` would take them for those of a run that wrote none. */
export function retireBlobs(): void {
  const place = blobPlace();
  writing('file' in place ? place.file : place.folder, 'name another place for the blob report', () => {
    for (const file of 'file' in place ? [place.file] : archivesIn(place.folder)) rmSync(file, { force: true });
  });
}

/** Whether a folder is another one, or holds it. */
function covers(folder: string, other: string): boolean {
  const way = relative(resolve(folder), resolve(other));
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || resolve(way) === way);
}

/**
 * Why Playwright must not use a folder that a command names: it empties such folders, and never stops trying to create
 * one that the system does not create. @throws InputError
 */
export function checkOutputs({ output, blob }: PlaywrightCommand, report: string): void {
  const place = blobPlace();
  const emptied: [name: string, folder: string | null][] = [
    ['--output', output],
    ['PLAYWRIGHT_BLOB_OUTPUT_DIR', blob && 'folder' in place ? place.folder : null],
  ];
  for (const [name, folder] of emptied) {
    if (folder === null) continue;
    if (covers(folder, report))
      throw new InputError(`${name} names ${folder}, which Playwright empties:`, [
        `the report is written to ${report}; name a folder of its own in ${name}, or in CONFORMANCE_REPORT`,
      ]);
    writing(folder, `name another folder in ${name}`, () => makeFolder(folder));
  }
}
