import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { baseUrls } from '../../mock/server.ts';
import { missedParts } from '../../proof/credentials.ts';
import { leastLater, missedLater } from '../../proof/later.ts';
import { medianOfOthers, type Proof, prove } from '../../proof/proof.ts';
import { proofPage } from '../../proof/report.ts';
import { openRig, type Rig } from '../../proof/rig.ts';
import { firstSurvivor, judges } from '../../proof/switch-off.ts';
import { InputError } from '../contract/problems.ts';
import { didYouMean } from '../contract/similar.ts';
import type { Contract } from '../contract/types.ts';
import { contractFolders, contractOf } from '../judge/catalogue.ts';
import { print } from '../output/print.ts';
import type { CliCommand } from './command.ts';

/** Contracts that sign requests; an installed package has none. */
const examples = fileURLToPath(new URL('../../examples/', import.meta.url));

async function proveAll(rigs: Rig[], seed: number, page: string | undefined): Promise<boolean> {
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
  if (page !== undefined) writeFileSync(page, proofPage(proofs));
  return proofs.every(
    (proof) =>
      proof.survivors.length + proof.unproven.length + proof.flagged.length === 0 && medianOfOthers(proof.kills) === 0,
  );
}

/** A provider whose credentials are proven: its contract, and the environment that holds them. */
interface Proven {
  contract: Contract;
  environment: string;
}

/** Shows that a server which is lax in one part of a signature or of a credential is seen. */
async function proveParts(proven: Proven[]): Promise<boolean> {
  const missing: string[] = [];
  for (const { contract, environment } of proven) {
    const { total, missed } = await missedParts(contract, environment);
    const caught = `${total - missed.length} of ${total} servers that are lax in a part of a signature or credential caught`;
    if (total > 0) print(`${contract.provider}: ${caught}`);
    for (const line of missed) print(`  survives: ${line}`);
    missing.push(...missed);
  }
  return missing.length === 0;
}

/** The examples, each with its environment and the rig on which it is proven. */
async function openExamples(rigs: Rig[]): Promise<Proven[]> {
  const found: Proven[] = [];
  for (const name of existsSync(examples) ? readdirSync(examples) : []) {
    const [folder, environment] = [join(examples, name, 'contracts'), join(examples, name, 'environment.yaml')];
    rigs.push(await openRig(name, { folder, environment }));
    found.push({ contract: contractOf(name, folder), environment });
  }
  return found;
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
  page?: string;
  environment: string;
}

async function countCareless(): Promise<boolean> {
  const { all, missed } = await missedLater();
  print(`careless in ways that no family was made for: ${all - missed.length} of ${all} caught`);
  for (const line of missed) print(`  missed: ${line}`);
  return all - missed.length >= leastLater;
}

/** The providers to prove: those that are named, else all there are. @throws InputError where one is not there. */
function chosen(named: string[]): string[] {
  const known = Object.keys(contractFolders());
  const unknown = named.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new InputError(
      'There is no such provider:',
      unknown.map((name) => `"${name}"; there is: ${known.join(', ')}${didYouMean(name, known)}`),
    );
  return named.length > 0 ? named : known;
}

async function proveProviders(
  named: string[],
  { checks, careless, seed, page, environment }: Options,
): Promise<number> {
  if (careless) return (await countCareless()) ? 0 : 1;
  const rigs: Rig[] = [];
  try {
    // The families of the deep profile are proven where the mock is written by hand: one made from a contract alone knows no other account.
    for (const provider of chosen(named))
      rigs.push(
        await openRig(provider, { profile: Object.hasOwn(baseUrls, provider) ? 'deep' : 'default', environment }),
      );
    if (checks) return (await switchEachOff(rigs)) ? 0 : 1;
    const proven = await proveAll(rigs, seed, page);
    const own = rigs.map(({ contract: { provider } }) => ({ contract: contractOf(provider), environment }));
    if (named.length > 0) return (await proveParts(own)) && proven ? 0 : 1;
    const theirs = await openExamples(rigs);
    const provenToo = await proveAll(rigs.slice(own.length), seed, undefined);
    return (await proveParts([...own, ...theirs])) && proven && provenToo ? 0 : 1;
  } finally {
    // An open mock would keep the process alive.
    await Promise.all(rigs.map((rig) => rig.close()));
  }
}

export const command: CliCommand<Options> = {
  subject: 'The proof',
  define: (line) =>
    line
      .description('Turns every clause red on the embedded mock, and names those that cannot turn red.')
      .argument('[providers...]', 'which providers; default: all')
      .option('--page <file>', 'write what was proven to this file, as Markdown')
      .option('--environment <name>', 'the environment whose credentials the mock takes', 'mock')
      .option('--checks', 'switch each check off instead, and see that it is missed', false)
      .option(
        '--careless',
        'count what the deep profile catches of providers that no family was made for, instead',
        false,
      )
      .option('--seed <number>', 'seed of what is made at random', Number, 1),
  run: (providers, options) => proveProviders(providers, options),
};
