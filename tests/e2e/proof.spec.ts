/** The proof of the default profile in part: each clause catches a mutant, each deviation is caught, and no conforming variant is flagged. */
import { expect, test } from '@playwright/test';
import type { Mutant } from '../../proof/mutant.ts';
import { mutantsOf } from '../../proof/mutants.ts';
import { type Part, partsOf, runMutants, runParts } from '../../proof/proof.ts';
import { openRig, type Rig } from '../../proof/rig.ts';
import type { Variant } from '../../proof/variant.ts';
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

/** The places of the parts in which a variant answers. */
const comings = (parts: readonly Part[], variant: Variant): number[] =>
  [...parts.keys()].filter((at) => parts[at]?.chain.includes(variant));

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
    const parts = partsOf(rig);
    expect(parts.length).toBeGreaterThan(3);
    // A variant that comes back meets refusals that it has not met.
    const refusals = parts.map(({ scenarios }) => scenarios.filter(({ expects }) => expects === 'refused'));
    const most = Math.max(...refusals.map(({ length }) => length));
    const back = [...new Set(parts.flatMap(({ chain }) => chain))].filter((one) => comings(parts, one).length > 1);
    expect(back.length).toBeGreaterThan(10);
    const met = back.map((one) => [one.name, new Set(comings(parts, one).flatMap((at) => refusals[at] ?? [])).size]);
    expect(met.filter(([, count = 0]) => Number(count) <= most)).toEqual([]);
    expect(await runParts(rig, parts)).toEqual([]);
  });
}
