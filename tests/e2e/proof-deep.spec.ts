/** The proof of the deep profile in part: a mutant of each clause, each way and each deviation, and each check switched off. */
import { expect, test } from '@playwright/test';
import { openExamples } from '../../proof/examples.ts';
import type { Mutant } from '../../proof/mutant.ts';
import { mutantsOf } from '../../proof/mutants.ts';
import { runMutants } from '../../proof/proof.ts';
import { openRig, type Rig } from '../../proof/rig.ts';
import { firstSurvivor, judges } from '../../proof/switch-off.ts';
import { providerNames } from '../../src/contract/load.ts';
import { isUntestable } from '../../src/contract/types.ts';
import { deepDeviationOf, someOf, wayOf } from '../support/some-mutants.ts';

let deep: Promise<Rig[]> | null = null;

/** A rig of the deep profile for each provider, opened once for the tests of this file. */
function deepRigs(): Promise<Rig[]> {
  deep ??= Promise.all(providerNames().map((provider) => openRig(provider, { profile: 'deep' })));
  return deep;
}

/** Whether the deep profile adds the clause, or a way to break it: what else it judges, the default profile does as well. */
const isOfProfile = ({ scenario, clause }: Mutant): boolean =>
  clause.includes('-deep-') || (scenario.deep === true && scenario.clause?.id === clause);

/** The mutants that are tried at a provider: one of each of its clauses, and of each way and each deviation one at some provider. */
async function mutantsAt(provider: string): Promise<Mutant[]> {
  const known = new Set<string>();
  for (const rig of await deepRigs()) {
    const mutants = mutantsOf(rig).filter(isOfProfile);
    const some = someOf(mutants, [({ clause }) => clause, wayOf, deepDeviationOf], known);
    if (rig.contract.provider === provider) return some;
  }
  throw new Error(`no rig of ${provider}`);
}

test.afterAll(async () => {
  for (const rig of (await deep) ?? []) await rig.close();
});

for (const provider of providerNames())
  test(`${provider}: what the deep profile sends to the token endpoint turns its clauses red`, async () => {
    const some = await mutantsAt(provider);
    const [rig] = (await deepRigs()).filter(({ contract }) => contract.provider === provider);
    if (!rig) throw new Error(`no rig of ${provider}`);
    const { survivors, kills } = await runMutants(rig, some);
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
