/** The proof of the default profile in part: each clause catches a mutant, each deviation is caught, and no conforming variant is flagged. */
import { expect, test } from '@playwright/test';
import type { Mutant } from '../../proof/mutant.ts';
import { mutantsOf } from '../../proof/mutants.ts';
import { runMutants, runSomeVariants } from '../../proof/proof.ts';
import { openRig, type Rig } from '../../proof/rig.ts';
import { providerNames } from '../../src/contract/load.ts';
import { deviationOf, someOf } from '../support/some-mutants.ts';

let opened: Promise<Map<string, { rig: Rig; some: Mutant[] }>> | null = null;

/** Each provider, and its mutants that are tried: one of each clause, and of each deviation of a check one at some provider. */
async function openAll(): Promise<Map<string, { rig: Rig; some: Mutant[] }>> {
  const known = new Set<string>();
  const rigs = await Promise.all(providerNames().map((provider) => openRig(provider)));
  return new Map(
    rigs.map((rig) => [
      rig.contract.provider,
      { rig, some: someOf(mutantsOf(rig), [({ clause }) => clause, deviationOf], known) },
    ]),
  );
}

async function provider(name: string): Promise<{ rig: Rig; some: Mutant[] }> {
  opened ??= openAll();
  const found = (await opened).get(name);
  if (!found) throw new Error(`no rig of ${name}`);
  return found;
}

test.afterAll(async () => {
  for (const { rig } of (await opened)?.values() ?? []) await rig.close();
});

for (const name of providerNames()) {
  test(`${name}: a mutant of each clause is caught by the clause it breaks, and so is each deviation`, async () => {
    const { rig, some } = await provider(name);
    const { survivors, kills } = await runMutants(rig, some);
    expect(survivors).toEqual([]);
    const testable = rig.contract.clauses.filter((clause) => clause.untestable === undefined);
    expect(kills.map(({ clause }) => clause).sort()).toEqual(testable.map(({ id }) => id).sort());
  });

  test(`${name}: nothing is said of a conforming provider`, async () => {
    const { rig } = await provider(name);
    const { total, flagged } = await runSomeVariants(rig);
    expect(flagged).toEqual([]);
    expect(total).toBeGreaterThan(3);
  });
}
