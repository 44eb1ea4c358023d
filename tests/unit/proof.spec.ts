import { expect, test } from '@playwright/test';
import { type Bench, openBench } from '../../proof/bench.ts';
import { mutantsOf } from '../../proof/mutants.ts';
import { runMutants, runVariants } from '../../proof/proof.ts';
import { firstSurvivor, judges } from '../../proof/switch-off.ts';
import { providerNames } from '../../src/contract/load.ts';

const seed = Number(process.env['PROOF_SEED'] ?? Date.now() % 2 ** 31);

for (const provider of providerNames()) {
  test.describe(provider, () => {
    let bench: Bench;
    test.beforeAll(async () => {
      bench = await openBench(provider);
    });
    test.afterAll(() => bench.close());

    test('every mutant is caught by the clause it breaks', async () => {
      test.setTimeout(120_000);
      const mutants = mutantsOf(bench);
      const { survivors, kills } = await runMutants(bench, mutants);
      expect(survivors).toEqual([]);
      const testable = bench.contract.clauses.filter((clause) => clause.untestable === undefined);
      expect(kills.map(({ clause }) => clause).sort()).toEqual(testable.map(({ id }) => id).sort());
    });

    test('nothing is said of a conforming provider', async () => {
      test.setTimeout(120_000);
      console.log(`${provider}: PROOF_SEED=${seed}`);
      expect((await runVariants(bench, seed)).flagged).toEqual([]);
    });
  });
}

test('with any one check switched off a mutant survives', async () => {
  test.setTimeout(120_000);
  const benches = await Promise.all(providerNames().map((provider) => openBench(provider, { profile: 'deep' })));
  const unnoticed: string[] = [];
  for (const name of judges) if ((await firstSurvivor(benches, name)) === null) unnoticed.push(name);
  await Promise.all(benches.map((bench) => bench.close()));
  expect(unnoticed).toEqual([]);
});
