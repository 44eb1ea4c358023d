/** The proof of the deep profile in part: some mutants of each clause and scenario, and each check switched off. */
import { expect, test } from '@playwright/test';
import { openExamples } from '../../proof/examples.ts';
import { mutantsOf } from '../../proof/mutants.ts';
import { runMutants } from '../../proof/proof.ts';
import { openRig, type Rig } from '../../proof/rig.ts';
import { firstSurvivor, judges } from '../../proof/switch-off.ts';
import { providerNames } from '../../src/contract/load.ts';
import { isUntestable } from '../../src/contract/types.ts';
import { someOf } from '../support/some-mutants.ts';

let deep: Promise<Rig[]> | null = null;

/** A rig of the deep profile for each provider, opened once for the tests of this file. */
function deepRigs(): Promise<Rig[]> {
  deep ??= Promise.all(providerNames().map((provider) => openRig(provider, { profile: 'deep' })));
  return deep;
}

test.afterAll(async () => {
  for (const rig of (await deep) ?? []) await rig.close();
});

for (const provider of providerNames())
  test(`${provider}: each way of the deep profile at the token endpoint turns its clause red`, async () => {
    const [rig] = (await deepRigs()).filter(({ contract }) => contract.provider === provider);
    if (!rig) throw new Error(`no rig of ${provider}`);
    const mutants = mutantsOf(rig).filter(({ scenario, clause }) => scenario.deep || clause.includes('-deep-'));
    const { survivors, kills } = await runMutants(
      rig,
      someOf(mutants, ({ clause, scenario }) => `${clause} ${scenario.id}`),
    );
    expect(survivors).toEqual([]);
    const made = rig.contract.clauses.filter((clause) => clause.deep && !isUntestable(clause)).map(({ id }) => id);
    const proven = kills.map(({ clause }) => clause);
    expect(made.filter((id) => !proven.includes(id))).toEqual([]);
  });

test('with any one check switched off a mutant survives', async () => {
  const unnoticed: string[] = [];
  for (const name of judges) if ((await firstSurvivor(await deepRigs(), name)) === null) unnoticed.push(name);
  // What none of the providers states, an example does.
  const rigs: Rig[] = [];
  try {
    await openExamples(rigs);
    for (const name of unnoticed) expect(await firstSurvivor(rigs, name), name).not.toBeNull();
  } finally {
    await Promise.all(rigs.map((rig) => rig.close()));
  }
});
