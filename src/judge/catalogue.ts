import { join, resolve } from 'node:path';
import { loadContract, providerNames } from '../contract/load.ts';
import { InputError } from '../contract/problems.ts';
import { type Contract, type Profile, profiles } from '../contract/types.ts';
import type { Vocabulary } from '../contract/vocabulary.ts';
import { recordOf } from '../formats/json.ts';
import { mechanisms } from '../scenario/auth/index.ts';
import { deepened } from '../scenario/families/deepen.ts';
import { plan } from '../scenario/plan.ts';
import { waysOf } from '../scenario/ways/index.ts';
import { variables } from '../target/variables.ts';
import { checks } from './checks/index.ts';
import { readingChecks } from './readings.ts';

const vocabulary: Vocabulary = {
  checks: Object.fromEntries(Object.entries(checks).map(([name, { parameters }]) => [name, parameters])),
  readingChecks: Object.keys(readingChecks),
  ways: (part, name, control) =>
    Object.fromEntries(Object.entries(waysOf(part, name, control)).map(([way, { rests = [] }]) => [way, rests])),
  mechanisms,
  scenarios: (contract) => plan(contract).map(({ id }) => id),
};

/** The folder named by CONFORMANCE_CONTRACTS, which holds contracts and specs that replace this project's. */
export function contractsParent(): string | undefined {
  const elsewhere = variables()['CONFORMANCE_CONTRACTS'];
  return elsewhere === undefined || elsewhere === '' ? undefined : resolve(elsewhere);
}

/** Folder of the contracts: that of this project, or `contracts/` below the folder that CONFORMANCE_CONTRACTS names. */
export function contractsFolder(): string | undefined {
  const elsewhere = contractsParent();
  return elsewhere === undefined ? undefined : join(elsewhere, 'contracts');
}

/** Loads one provider's contract. @throws InputError that lists every problem. */
export function contractOf(provider: string, folder = contractsFolder()): Contract {
  return loadContract(provider, vocabulary, folder);
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

const loaded = new Map<string, Record<string, Contract>>();

/**
 * Loads every contract, by provider, once in a process: the configuration, the spec file and the fixtures of a worker
 * all ask for them. In the deep profile each contract holds the clauses of the families as well.
 * @throws InputError that lists every problem of the first that does not load.
 */
export function catalogue(folder = contractsFolder(), profile = chosenProfile()): Record<string, Contract> {
  const key = `${profile} ${folder}`;
  const known = loaded.get(key);
  if (known) return known;
  const contracts = recordOf(
    providerNames(folder).map((provider) => {
      const contract = contractOf(provider, folder);
      return [provider, profile === 'deep' ? deepened(contract) : contract] as const;
    }),
  );
  loaded.set(key, contracts);
  return contracts;
}
