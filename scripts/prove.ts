import { writeFileSync } from 'node:fs';
import { providerNames } from '../src/contract/load.ts';
import { print } from '../src/output/print.ts';
import { type Bench, openBench } from '../tests/proof/bench.ts';
import { leastLater, missedLater } from '../tests/proof/later.ts';
import { medianOfOthers, type Proof, prove } from '../tests/proof/proof.ts';
import { proofPage } from '../tests/proof/report.ts';
import { firstSurvivor, judges } from '../tests/proof/switch-off.ts';
import { commandLine, runCommand } from './command.ts';

const page = new URL('../docs/proof.md', import.meta.url);

async function proveAll(benches: Bench[], seed: number): Promise<boolean> {
  const proofs: Proof[] = [];
  for (const bench of benches) {
    const proof = await prove(bench, seed);
    proofs.push(proof);
    const { provider, mutants, variants, survivors, unproven, flagged } = proof;
    print(
      `${provider}: ${mutants.killed} of ${mutants.total} mutants caught, ${variants.flagged} of ${variants.total} variants flagged; other clauses turned red by a mutant, median: ${medianOfOthers(proof.kills)}`,
    );
    for (const line of survivors) print(`  survives: ${line}`);
    for (const line of unproven) print(`  without a mutant: ${line}`);
    for (const line of flagged) print(`  flagged: ${line}`);
  }
  writeFileSync(page, proofPage(proofs));
  return proofs.every(
    (proof) =>
      proof.survivors.length + proof.unproven.length + proof.flagged.length === 0 && medianOfOthers(proof.kills) === 0,
  );
}

async function switchEachOff(benches: Bench[]): Promise<boolean> {
  let noticed = true;
  for (const name of judges) {
    const survivor = await firstSurvivor(benches, name);
    if (survivor === null) noticed = false;
    print(`${name} off: ${survivor === null ? 'NOT NOTICED' : `survives ${survivor}`}`);
  }
  return noticed;
}

async function countCareless(): Promise<boolean> {
  const { all, missed } = await missedLater();
  print(`careless in ways that no family was made for: ${all - missed.length} of ${all} caught`);
  for (const line of missed) print(`  missed: ${line}`);
  return all - missed.length >= leastLater;
}

const options = commandLine('prove')
  .description('Turns every clause red, and writes docs/proof.md.')
  .option('--checks', 'switch each check off instead, and see that it is missed', false)
  .option('--careless', 'count what the deep profile catches of providers that no family was made for, instead', false)
  .option('--seed <number>', 'seed of what is made at random', Number, 1)
  .parse()
  .opts<{ checks: boolean; careless: boolean; seed: number }>();

await runCommand('The proof', async () => {
  if (options.careless) return (await countCareless()) ? 0 : 1;
  const benches = await Promise.all(providerNames().map((provider) => openBench(provider, { profile: 'deep' })));
  const fine = options.checks ? await switchEachOff(benches) : await proveAll(benches, options.seed);
  await Promise.all(benches.map((bench) => bench.close()));
  return fine ? 0 : 1;
});
