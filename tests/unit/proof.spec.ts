import { expect, test } from '@playwright/test';
import { mutantsOf } from '../../proof/mutants.ts';
import { runMutants, runVariants } from '../../proof/proof.ts';
import { openRig, type Rig } from '../../proof/rig.ts';
import { firstSurvivor, judges } from '../../proof/switch-off.ts';
import { providerNames } from '../../src/contract/load.ts';

const seed = Number(process.env['PROOF_SEED'] ?? Date.now() % 2 ** 31);

for (const provider of providerNames()) {
  test.describe(provider, () => {
    let rig: Rig;
    test.beforeAll(async () => {
      rig = await openRig(provider);
    });
    test.afterAll(() => rig.close());

    test('every mutant is caught by the clause it breaks', async () => {
      test.setTimeout(120_000);
      const mutants = mutantsOf(rig);
      const { survivors, kills } = await runMutants(rig, mutants);
      expect(survivors).toEqual([]);
      const testable = rig.contract.clauses.filter((clause) => clause.untestable === undefined);
      expect(kills.map(({ clause }) => clause).sort()).toEqual(testable.map(({ id }) => id).sort());
    });

    test('nothing is said of a conforming provider', async () => {
      test.setTimeout(120_000);
      console.log(`${provider}: PROOF_SEED=${seed}`);
      expect((await runVariants(rig, seed)).flagged).toEqual([]);
    });
  });
}

test('with any one check switched off a mutant survives', async () => {
  test.setTimeout(120_000);
  const rigs = await Promise.all(providerNames().map((provider) => openRig(provider, { profile: 'deep' })));
  const unnoticed: string[] = [];
  for (const name of judges) if ((await firstSurvivor(rigs, name)) === null) unnoticed.push(name);
  await Promise.all(rigs.map((rig) => rig.close()));
  expect(unnoticed).toEqual([]);
});
