/** What the commands that draft a provider have in common. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Option } from 'commander';
import { InputError } from '../contract/problems.ts';
import { writeWhole } from '../files/whole.ts';

/** The option that names the folder of a draft. */
export const outOption = (): Option =>
  new Option('--out <folder>', 'folder that specs/ and contracts/ are written to; default: where the project has them');

/** @throws InputError that names the files of a draft that are there already, with what to do instead. */
export function refuseTaken(out: string, paths: string[], remedy: string): void {
  const taken = paths.filter((path) => existsSync(join(out, path)));
  if (taken.length > 0) throw new InputError('Files are there already:', [...taken, remedy]);
}

/** Writes the files of a draft, each whole, below a folder. */
export function writeDraft(out: string, texts: Record<string, string>): void {
  for (const [path, text] of Object.entries(texts)) writeWhole(join(out, path), text);
}
