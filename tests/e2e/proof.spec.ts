/** The proof of the default profile in part: each clause catches a mutant, each deviation is caught, and no conforming variant is flagged. */
import { expect, test } from '@playwright/test';
import { mutantsOf } from '../../proof/mutants.ts';
import { runMutants, runSomeVariants } from '../../proof/proof.ts';
import { openRig, type Rig } from '../../proof/rig.ts';
import { providerNames } from '../../src/contract/load.ts';
import { someOf } from '../support/some-mutants.ts';

for (const provider of providerNames()) {
  test.describe(provider, () => {
    let rig: Rig;
    test.beforeAll(async () => {
      rig = await openRig(provider);
    });
    test.afterAll(() => rig.close());

    test('a mutant of each clause, and each deviation, is caught by the clause it breaks', async () => {
      const some = someOf(mutantsOf(rig), ({ clause }) => clause);
      const { survivors, kills } = await runMutants(rig, some);
      expect(survivors).toEqual([]);
      const testable = rig.contract.clauses.filter((clause) => clause.untestable === undefined);
      expect(kills.map(({ clause }) => clause).sort()).toEqual(testable.map(({ id }) => id).sort());
    });

    test('nothing is said of a conforming provider', async () => {
      const { total, flagged } = await runSomeVariants(rig);
      expect(flagged).toEqual([]);
      expect(total).toBeGreaterThan(3);
    });
  });
}
