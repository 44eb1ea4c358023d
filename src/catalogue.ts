import { loadContract, providerNames } from './contract/load.ts';
import type { Contract } from './contract/types.ts';
import { checks } from './judge/checks/index.ts';
import { readingChecks } from './judge/readings.ts';
import { mechanisms } from './scenario/auth/index.ts';
import { waysOf } from './scenario/ways/index.ts';

const vocabulary = {
  checks: [...Object.keys(checks), ...Object.keys(readingChecks)],
  ways: (part: Parameters<typeof waysOf>[0], name: string) => Object.keys(waysOf(part, name)),
  mechanisms: Object.fromEntries(Object.entries(mechanisms).map(([name, { inputs }]) => [name, inputs])),
};

/** Loads one provider's contract. @throws InputError that lists every problem. */
export function contractOf(provider: string, folder?: string): Contract {
  return loadContract(provider, vocabulary, folder);
}

/** Loads every contract, by provider. @throws InputError that lists every problem of the first that does not load. */
export function catalogue(folder?: string): Record<string, Contract> {
  return Object.fromEntries(providerNames(folder).map((provider) => [provider, contractOf(provider, folder)]));
}
