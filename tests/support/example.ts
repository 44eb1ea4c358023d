/** Runs the providers under examples/, which are data alone, against the mock that is served from their contracts. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { genericProvider } from '../../mock/generic.ts';
import { type Intercept, startMock } from '../../mock/server.ts';
import type { Contract } from '../../src/contract/types.ts';
import type { TargetResult } from '../../src/formats/results.ts';
import { contractOf } from '../../src/judge/catalogue.ts';
import { ledgerOf } from '../../src/results/ledger.ts';
import { memoryStore, openSession } from '../../src/run/session.ts';
import { plan, type Scenario } from '../../src/scenario/plan.ts';
import { loadEnvironment } from '../../src/target/environment.ts';
import { metaOf } from '../../src/target/meta.ts';
import { resolveTarget, type Target } from '../../src/target/target.ts';

export const examples = fileURLToPath(new URL('../../examples/', import.meta.url));

/** Names of the examples. */
export const exampleNames = readdirSync(examples, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

export function exampleContract(name: string): Contract {
  return contractOf(name, join(examples, name, 'contracts'));
}

interface ExampleOptions {
  intercept?: Intercept;
  select?: (scenario: Scenario) => boolean;
  target?: (target: Target) => Partial<Target>;
}

/** The ledger of an example. */
export function runExample(provider: string, options: ExampleOptions = {}): Promise<TargetResult> {
  return runServed(exampleContract(provider), join(examples, provider, 'environment.yaml'), options);
}

/**
 * The ledger of a provider at the mock served from its contract, on a clock that only waiting moves; its tokens live two
 * seconds. `file` is the environment file.
 */
export async function runServed(contract: Contract, file: string, options: ExampleOptions = {}): Promise<TargetResult> {
  const environment = loadEnvironment(file, { [contract.provider]: contract });
  const resolved = resolveTarget(environment, contract, {});
  const target = { ...resolved, ...options.target?.(resolved) };
  const account = Object.fromEntries(Object.entries(resolved.credentials).map(([name, { value }]) => [name, value]));
  const served = genericProvider({ contract: contract.file, account });
  let now = Date.parse('2026-01-02T08:00:00Z');
  const mock = await startMock({
    more: [served],
    clock: () => now,
    lifeSeconds: 2,
    ...(options.intercept ? { intercept: options.intercept } : {}),
  });
  const session = openSession(target, `${mock.url}${served.basePath}`, memoryStore(), {
    clock: () => new Date(now),
    sleep: async (ms) => {
      now += ms;
    },
  });
  try {
    const scenarios = plan(contract).filter(options.select ?? (() => true));
    const outcomes = [];
    for (const scenario of scenarios) outcomes.push(await session.run(scenario));
    const selected = scenarios.map(({ id }) => id);
    return ledgerOf({ meta: metaOf(contract, environment), selected, outcomes, durationMs: 0, day: '2026-01-02' });
  } finally {
    await session.close();
    await mock.close();
  }
}
