/** The folders in which environments are found by their names. */
import { join, resolve } from 'node:path';
import { environmentFolders } from '../files/roots.ts';
import { variables } from './variables.ts';

/** The folder that CONFORMANCE_CONTRACTS names, which holds contracts and specs that replace this project's. */
export function contractsParent(given: Record<string, string> = variables()): string | undefined {
  const elsewhere = given['CONFORMANCE_CONTRACTS'];
  return elsewhere === undefined || elsewhere === '' ? undefined : resolve(elsewhere);
}

/** Folders beside our own in which environments are found: the one that CONFORMANCE_CONTRACTS names, and its environments/. */
export function foldersBeside(parent: string | undefined): string[] {
  return parent === undefined ? [] : [parent, join(parent, 'environments')];
}

/** Folders of the environments that are called by name, the first that has one counting: those of the contracts that run. */
export function foldersByName(): string[] {
  return [...foldersBeside(contractsParent()).toReversed(), ...environmentFolders()];
}
