/** Runs the providers under examples/, which are data alone, against the mock that is served from their contracts. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runServed, type ServedOptions } from '../../proof/served.ts';
import type { Contract } from '../../src/contract/types.ts';
import type { TargetResult } from '../../src/formats/results.ts';
import { contractOf } from '../../src/judge/catalogue.ts';

export { runServed } from '../../proof/served.ts';

export const examples = fileURLToPath(new URL('../../examples/', import.meta.url));

/** Names of the examples. */
export const exampleNames = readdirSync(examples, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

const loaded = new Map<string, Contract>();

/** The contract of an example, loaded once in a process: a session on one that was just loaded indexes its texts anew. */
export function exampleContract(name: string): Contract {
  const contract = loaded.get(name) ?? contractOf(name, join(examples, name, 'contracts'));
  loaded.set(name, contract);
  return contract;
}

/** The ledger of an example. */
export function runExample(provider: string, options: ServedOptions = {}): Promise<TargetResult> {
  return runServed(exampleContract(provider), join(examples, provider, 'environment.yaml'), options);
}
