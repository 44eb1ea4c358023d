/** Every contract of the project, and runs against a mock, for those that need all of them at once. */
import type { Contract } from '../src/contract/types.ts';
import { catalogue } from '../src/judge/catalogue.ts';

export { observeProvider, type RunOptions, runProvider, withVerdict } from './run-provider.ts';

export const contracts = catalogue();

/** A contract that is known to be there. */
export function contractNamed(provider: string): Contract {
  const contract = contracts[provider];
  if (!contract) throw new Error(`no contract of ${provider}`);
  return contract;
}
