import { expect, test } from '@playwright/test';
import { providerNames } from '../../src/contract/load.ts';
import { isUntestable } from '../../src/contract/types.ts';
import { type Bench, openBench } from '../proof/bench.ts';
import type { Mutant } from '../proof/mutant.ts';
import { mutantsOf } from '../proof/mutants.ts';
import { runMutants, runVariants } from '../proof/proof.ts';
import { firstSurvivor, judges } from '../proof/switch-off.ts';
import { seed } from './support/seed.ts';

for (const provider of providerNames()) {
  test.describe(provider, () => {
    let bench: Bench;
    test.beforeAll(async () => {
      bench = await openBench(provider);
    });
    test.afterAll(() => bench.close());

    test('every mutant is caught by the clause it breaks', async () => {
      const mutants = mutantsOf(bench);
      const { survivors, kills } = await runMutants(bench, mutants);
      expect(survivors).toEqual([]);
      const testable = bench.contract.clauses.filter((clause) => clause.untestable === undefined);
      expect(kills.map(({ clause }) => clause).sort()).toEqual(testable.map(({ id }) => id).sort());
    });

    test('nothing is said of a conforming provider', async () => {
      console.log(`${provider}: CONFORMANCE_SEED=${seed}`);
      expect((await runVariants(bench, seed)).flagged).toEqual([]);
    });
  });
}

let deep: Promise<Bench[]> | null = null;

/** A bench of the deep profile for each provider, opened once for the tests of this file. */
function deepBenches(): Promise<Bench[]> {
  deep ??= Promise.all(providerNames().map((provider) => openBench(provider, { profile: 'deep' })));
  return deep;
}

test.afterAll(async () => {
  for (const bench of (await deep) ?? []) await bench.close();
});

/** One mutant of each clause in each scenario, another each time, and each deviation once: `npm run prove` runs them all. */
function someOf(mutants: Mutant[]): Mutant[] {
  const ways = new Map<string, Mutant[]>();
  for (const mutant of mutants) {
    const way = `${mutant.clause} ${mutant.scenario.id}`;
    ways.set(way, [...(ways.get(way) ?? []), mutant]);
  }
  const each = [...ways.values()].flatMap((ofWay, turn) => ofWay.slice(turn % ofWay.length).slice(0, 1));
  const seen = new Set(each.map(({ check, name }) => `${check} ${name}`));
  const fresh = ({ check, name }: Mutant): boolean => seen.size < seen.add(`${check} ${name}`).size;
  return [...each, ...mutants.filter(fresh)];
}

for (const provider of providerNames())
  test(`${provider}: each way of the deep profile at the token endpoint turns its clause red`, async () => {
    const [bench] = (await deepBenches()).filter(({ contract }) => contract.provider === provider);
    if (!bench) throw new Error(`no bench of ${provider}`);
    const mutants = mutantsOf(bench).filter(({ scenario, clause }) => scenario.deep || clause.includes('-deep-'));
    const { survivors, kills } = await runMutants(bench, someOf(mutants));
    expect(survivors).toEqual([]);
    const made = bench.contract.clauses.filter((clause) => clause.deep && !isUntestable(clause)).map(({ id }) => id);
    const proven = kills.map(({ clause }) => clause);
    expect(made.filter((id) => !proven.includes(id))).toEqual([]);
  });

test('with any one check switched off a mutant survives', async () => {
  const benches = await deepBenches();
  const unnoticed: string[] = [];
  for (const name of judges) if ((await firstSurvivor(benches, name)) === null) unnoticed.push(name);
  expect(unnoticed).toEqual([]);
});
