import { join, resolve } from 'node:path';
import { loadContract, providerNames } from './contract/load.ts';
import { InputError } from './contract/problems.ts';
import { type Contract, type Profile, profiles } from './contract/types.ts';
import { checks } from './judge/checks/index.ts';
import { readingChecks } from './judge/readings.ts';
import { mechanisms } from './scenario/auth/index.ts';
import { deepened } from './scenario/families/deepen.ts';
import { waysOf } from './scenario/ways/index.ts';
import { variables } from './target/environment.ts';

const vocabulary = {
  checks: [...Object.keys(checks), ...Object.keys(readingChecks)],
  ways: (part: Parameters<typeof waysOf>[0], name: string) => Object.keys(waysOf(part, name)),
  mechanisms: Object.fromEntries(Object.entries(mechanisms).map(([name, { inputs }]) => [name, inputs])),
};

/** Folder of the contracts: that of this project, or `contracts/` below the folder that CONFORMANCE_CONTRACTS names. */
export function contractsFolder(): string | undefined {
  const elsewhere = variables()['CONFORMANCE_CONTRACTS'];
  return elsewhere === undefined || elsewhere === '' ? undefined : join(resolve(elsewhere), 'contracts');
}

/** Loads one provider's contract. @throws InputError that lists every problem. */
export function contractOf(provider: string, folder = contractsFolder()): Contract {
  return loadContract(provider, vocabulary, folder);
}

/**
 * How much a run asks of each provider: what CONFORMANCE_PROFILE says, else the default.
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
 * Loads every contract, by provider, once in a process: configuration, spec file and fixtures of a worker each ask. In the
 * deep profile each holds the clauses of the families as well.
 * @throws InputError that lists every problem of the first that does not load.
 */
export function catalogue(folder = contractsFolder(), profile = chosenProfile()): Record<string, Contract> {
  const key = `${profile} ${folder}`;
  const known = loaded.get(key);
  if (known) return known;
  const contracts = Object.fromEntries(
    providerNames(folder).map((provider) => {
      const contract = contractOf(provider, folder);
      return [provider, profile === 'deep' ? deepened(contract) : contract];
    }),
  );
  loaded.set(key, contracts);
  return contracts;
}
