import { dirname, join } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { InputError } from '../contract/problems.ts';
import { roots } from '../files/roots.ts';

/** The name of a provider as an argument gives it. @throws InvalidArgumentError where it cannot be one. */
export function providerName(text: string): string {
  if (/^[a-z][a-z0-9-]*$/.test(text)) return text;
  throw new InvalidArgumentError('It is written in lower-case letters, digits and hyphens.');
}

/**
 * The folder that drafts are written below, as specs/ and contracts/: the one that is given, else that of the project.
 * @throws InputError where none is given, and the project keeps the two apart or calls them otherwise.
 */
export function outFolder(given: string | undefined): string {
  if (given !== undefined) return given;
  const { contracts, specs } = roots();
  const folder = dirname(contracts);
  if (contracts === join(folder, 'contracts') && specs === join(folder, 'specs')) return folder;
  throw new InputError('Where to write is not known:', [
    `a draft is specs/ and contracts/ below one folder, and the configuration names ${specs} and ${contracts}; give --out, and move the files from there`,
  ]);
}
