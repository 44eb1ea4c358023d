import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { leastLater, missedLater } from '../../proof/later.ts';
import { medianOfOthers, type Proof, prove } from '../../proof/proof.ts';
import { proofPage } from '../../proof/report.ts';
import { openRig, type Rig } from '../../proof/rig.ts';
import { missedParts } from '../../proof/signed.ts';
import { firstSurvivor, judges } from '../../proof/switch-off.ts';
import { providerNames } from '../contract/load.ts';
import { contractOf } from '../judge/catalogue.ts';
import { print } from '../output/print.ts';
import type { CliCommand } from './command.ts';

const examples = fileURLToPath(new URL('../../examples/', import.meta.url));
const page = new URL('../../docs/proof.md', import.meta.url);

async function proveAll(rigs: Rig[], seed: number): Promise<boolean> {
  const proofs: Proof[] = [];
  for (const rig of rigs) {
    const proof = await prove(rig, seed);
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

/** Shows that a server which is lax in one part of what an example signs is seen. */
async function proveSigned(): Promise<boolean> {
  const missing: string[] = [];
  for (const name of readdirSync(examples)) {
    const contract = contractOf(name, join(examples, name, 'contracts'));
    const { total, missed } = await missedParts(contract, join(examples, name, 'environment.yaml'));
    if (total > 0)
      print(`${name}: ${total - missed.length} of ${total} servers that are lax in a part of what is signed caught`);
    for (const line of missed) print(`  survives: ${line}`);
    missing.push(...missed);
  }
  return missing.length === 0;
}

async function switchEachOff(rigs: Rig[]): Promise<boolean> {
  let noticed = true;
  for (const name of judges) {
    const survivor = await firstSurvivor(rigs, name);
    if (survivor === null) noticed = false;
    print(`${name} off: ${survivor === null ? 'NOT NOTICED' : `survives ${survivor}`}`);
  }
  return noticed;
}

interface Options {
  checks: boolean;
  careless: boolean;
  seed: number;
}

async function countCareless(): Promise<boolean> {
  const { all, missed } = await missedLater();
  print(`careless in ways that no family was made for: ${all - missed.length} of ${all} caught`);
  for (const line of missed) print(`  missed: ${line}`);
  return all - missed.length >= leastLater;
}

async function proveProviders({ checks, careless, seed }: Options): Promise<number> {
  if (careless) return (await countCareless()) ? 0 : 1;
  const rigs = await Promise.all(providerNames().map((provider) => openRig(provider, { profile: 'deep' })));
  const fine = checks ? await switchEachOff(rigs) : [await proveAll(rigs, seed), await proveSigned()].every(Boolean);
  await Promise.all(rigs.map((rig) => rig.close()));
  return fine ? 0 : 1;
}

export const command: CliCommand<Options> = {
  subject: 'The proof',
  define: (line) =>
    line
      .description('Turns every clause red, and writes docs/proof.md.')
      .option('--checks', 'switch each check off instead, and see that it is missed', false)
      .option(
        '--careless',
        'count what the deep profile catches of providers that no family was made for, instead',
        false,
      )
      .option('--seed <number>', 'seed of what is made at random', Number, 1),
  run: (_args, options) => proveProviders(options),
};
