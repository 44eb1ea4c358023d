/** The proof of the default profile, whole: every mutant is caught, and no conforming variant is flagged. */
import { expect, test } from '@playwright/test';
import { mutantsOf } from '../../proof/mutants.ts';
import { runMutants, runVariants } from '../../proof/proof.ts';
import { openRig, type Rig } from '../../proof/rig.ts';
import { providerNames } from '../../src/contract/load.ts';
import { seed } from '../support/seed.ts';

for (const provider of providerNames()) {
  test.describe(provider, () => {
    let rig: Rig;
    test.beforeAll(async () => {
      rig = await openRig(provider);
    });
    test.afterAll(() => rig.close());

    test('every mutant is caught by the clause it breaks', async () => {
      const { survivors, kills } = await runMutants(rig, mutantsOf(rig));
      expect(survivors).toEqual([]);
      const testable = rig.contract.clauses.filter((clause) => clause.untestable === undefined);
      expect(kills.map(({ clause }) => clause).sort()).toEqual(testable.map(({ id }) => id).sort());
    });

    test('nothing is said of a conforming provider', async () => {
      console.log(`${provider}: CONFORMANCE_SEED=${seed}`);
      expect((await runVariants(rig, seed)).flagged).toEqual([]);
    });
  });
}
