/**
 * The proof of the deep profile in part: a mutant of each clause, each way and each deviation, each check switched off, and
 * careless providers.
 */
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { startMock } from '../../mock/server.ts';
import type { DeepServer } from '../../proof/careless.ts';
import { deepServers } from '../../proof/deep-servers.ts';
import type { Mutant } from '../../proof/mutant.ts';
import { mutantsOf } from '../../proof/mutants.ts';
import { runMutants } from '../../proof/proof.ts';
import { openRig, type Rig } from '../../proof/rig.ts';
import { runProvider } from '../../proof/run.ts';
import { firstSurvivor, judges } from '../../proof/switch-off.ts';
import { providerNames } from '../../src/contract/load.ts';
import { type Contract, isUntestable } from '../../src/contract/types.ts';
import { exampleContract, exampleNames, examples } from '../support/example.ts';
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
  for (const name of unnoticed) {
    // What none of the providers states, an example does.
    const states = ({ clauses }: Contract): boolean =>
      clauses.some((clause) => 'check' in clause && clause.check === name);
    const [example = ''] = exampleNames.filter((one) => states(exampleContract(one)));
    const at = (part: string): string => join(examples, example, part);
    const rig = await openRig(example, { folder: at('contracts'), environment: at('environment.yaml') });
    const survivor = await firstSurvivor([rig], name).finally(() => rig.close());
    expect(survivor, name).not.toBeNull();
  }
});

/** Whether a clause of the profile is held against a provider: one that is to catch it, or any where none was made for it. */
async function deviates({ provider, caughtBy, intercept }: DeepServer): Promise<boolean> {
  const mock = await startMock({ lifeSeconds: 60 });
  mock.intercept = intercept();
  const isToCatch = (id: string): boolean => id.startsWith(`${provider}-deep-${caughtBy ?? ''}`);
  const { clauses } = await runProvider(mock, provider, {
    profile: 'deep',
    isEnough: ({ observations }) => observations.some(({ clause, verdict }) => isToCatch(clause) && verdict === 'fail'),
    // Two grants show what tokens have in common.
    select: ({ clause, id, change }) =>
      id === 'control' || change?.way === 'again' || (clause?.deep === true && isToCatch(clause.id)),
  });
  await mock.close();
  return clauses.some(({ id, verdict, effect }) => isToCatch(id) && verdict === 'fail' && effect !== 'none');
}

test('of the careless providers, each is caught by what was made for it', async () => {
  const missed: string[] = [];
  for (const server of deepServers) if (!(await deviates(server))) missed.push(server.title);
  console.log(`careless providers: ${deepServers.length - missed.length} of ${deepServers.length} caught`);
  expect(missed).toEqual(deepServers.filter(({ caughtBy }) => caughtBy === null).map(({ title }) => title));
});
