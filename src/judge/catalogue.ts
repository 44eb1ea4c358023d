import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadContract, providerNames } from '../contract/load.ts';
import { InputError } from '../contract/problems.ts';
import { didYouMean } from '../contract/similar.ts';
import { type Contract, type Profile, profiles } from '../contract/types.ts';
import type { Vocabulary } from '../contract/vocabulary.ts';
import { entryAt } from '../files/read.ts';
import { builtInFolders, roots } from '../files/roots.ts';
import { own, recordOf } from '../formats/json.ts';
import { mechanisms } from '../scenario/auth/index.ts';
import { deepened } from '../scenario/families/deepen.ts';
import { plan } from '../scenario/plan.ts';
import { waysOf } from '../scenario/ways/index.ts';
import { contractsParent } from '../target/folders.ts';
import { variables } from '../target/variables.ts';
import { checks } from './checks/index.ts';
import { lifeReadings, readingChecks } from './readings.ts';

const vocabulary: Vocabulary = {
  checks: Object.fromEntries(Object.entries(checks).map(([name, { parameters }]) => [name, parameters])),
  lifeChecks: [...Object.keys(checks).filter((name) => checks[name]?.ofLife), ...lifeReadings],
  readingChecks: Object.keys(readingChecks),
  ways: (part, name, control) =>
    Object.fromEntries(Object.entries(waysOf(part, name, control)).map(([way, { rests = [] }]) => [way, rests])),
  mechanisms,
  scenarios: (contract) => plan(contract).map(({ id }) => id),
};

/** Folder of the contracts: that of the project, or `contracts/` below the folder that CONFORMANCE_CONTRACTS names. */
export function contractsFolder(): string {
  const elsewhere = contractsParent();
  return elsewhere === undefined ? roots().contracts : join(elsewhere, 'contracts');
}

/** The built-in providers that the configuration leaves in. @throws InputError where it names one that there is not. */
function builtInNames(): string[] {
  const { builtIn } = roots();
  const known = builtIn === false ? [] : providerNames();
  if (typeof builtIn === 'boolean') return known;
  const unknown = builtIn.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new InputError(
      'builtIn of the configuration names what is not built in:',
      unknown.map((name) => `"${name}"; there is: ${known.join(', ')}${didYouMean(name, known)}`),
    );
  return known.filter((name) => builtIn.includes(name));
}

/**
 * The folder that holds the contract of each provider: those of the project, and the built-in ones beside them. Where both
 * have one, that of the project counts. CONFORMANCE_CONTRACTS names a folder in place of them all.
 * @throws InputError where a folder that is named is not there.
 */
export function contractFolders(): Record<string, string> {
  const folder = contractsFolder();
  const inFolder = (names: string[], place: string) => names.map((name) => [name, place] as const);
  if (contractsParent() !== undefined) return recordOf(inFolder(providerNames(folder), folder));
  const missing = roots().named.filter((path) => !entryAt(path)?.isDirectory());
  if (missing.length > 0)
    throw new InputError(
      'The configuration names a folder that is not there:',
      missing.map((path) => `${path}: correct the options of defineConformance, or make the folder`),
    );
  const theirs = existsSync(folder) ? providerNames(folder) : [];
  const all = [...inFolder(builtInNames(), builtInFolders.contracts), ...inFolder(theirs, folder)];
  return recordOf(all.sort(([one], [other]) => (one < other ? -1 : Number(one > other))));
}

/** Loads one provider's contract, from the given folder or from the folder of its provider. @throws InputError that lists every problem. */
export function contractOf(provider: string, folder?: string): Contract {
  return loadContract(provider, vocabulary, folder ?? own(contractFolders(), provider) ?? contractsFolder());
}

/**
 * How much a run asks of each provider: the value of CONFORMANCE_PROFILE, else the default.
 * @throws InputError where it names no profile.
 */
export function chosenProfile(): Profile {
  const given = variables()['CONFORMANCE_PROFILE'] ?? '';
  const known = profiles.find((profile) => profile === (given || 'default'));
  if (!known)
    throw new InputError(`CONFORMANCE_PROFILE is "${given}".`, [`there is: ${profiles.join(', ')}; or leave it unset`]);
  return known;
}

/** The contracts that load, and what is wrong with the others, by provider. */
export interface Catalogue {
  contracts: Record<string, Contract>;
  unloaded: Record<string, InputError>;
}

const loaded = new Map<string, Catalogue>();

/** Loads every contract, as `catalogue` does; those that do not load stand beside the others. */
export function wholeCatalogue(folder?: string, profile = chosenProfile()): Catalogue {
  const folders =
    folder === undefined ? contractFolders() : recordOf(providerNames(folder).map((name) => [name, folder] as const));
  const key = JSON.stringify([profile, folders]);
  const known = loaded.get(key);
  if (known) return known;
  const found: Catalogue = { contracts: recordOf([]), unloaded: recordOf([]) };
  for (const [provider, place] of Object.entries(folders))
    try {
      const contract = contractOf(provider, place);
      found.contracts[provider] = profile === 'deep' ? deepened(contract) : contract;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      found.unloaded[provider] = error;
    }
  loaded.set(key, found);
  return found;
}

/**
 * Loads every contract, by provider, once in a process: the configuration, the spec file and the fixtures of a worker
 * all ask for them. In the deep profile each contract holds the clauses of the families as well.
 * @throws InputError that lists every problem of the first that does not load.
 */
export function catalogue(folder?: string, profile = chosenProfile()): Record<string, Contract> {
  const { contracts, unloaded } = wholeCatalogue(folder, profile);
  for (const fault of Object.values(unloaded)) throw fault;
  return contracts;
}
