/** Folders of tests, which go when the process that made them ends, or when the next begins where it was killed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeScratch, sweepScratch } from '../../src/results/scratch.ts';

let root: string | null = null;

function rootFolder(): string {
  sweepScratch(tmpdir());
  const made = makeScratch(tmpdir());
  process.on('exit', () => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** A new, empty folder. */
export function newFolder(purpose: string): string {
  root ??= rootFolder();
  return mkdtempSync(join(root, `${purpose}-`));
}
