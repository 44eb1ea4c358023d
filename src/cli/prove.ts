import { writeFileSync } from 'node:fs';
import { baseUrls } from '../../mock/server.ts';
import { missedParts } from '../../proof/credentials.ts';
import { openExamples, type Proven } from '../../proof/examples.ts';
import { leastLater, missedLater } from '../../proof/later.ts';
import { medianOfOthers, type Proof, prove } from '../../proof/proof.ts';
import { proofPage } from '../../proof/report.ts';
import { openRig, type Rig } from '../../proof/rig.ts';
import { firstSurvivor, judges } from '../../proof/switch-off.ts';
import { InputError } from '../contract/problems.ts';
import { didYouMean } from '../contract/similar.ts';
import { contractFolders, contractOf } from '../judge/catalogue.ts';
import { print, printJson } from '../output/print.ts';
import type { CliCommand } from './command.ts';

/** What was shown of the servers that are lax in one part of a signature or of a credential. */
interface Parts {
  provider: string;
  total: number;
  missed: string[];
}

/** What the proof showed; the shape of `--json`. One of its parts is there, by what was asked for. */
interface Shown {
  exitCode: number;
  /** The proof of each provider; `others` is the median of how many other clauses a mutant turned red. */
  providers?: (Omit<Proof, 'kills'> & { others: number })[];
  parts?: Parts[];
  /** With `--checks`: the first mutant that survives while the check is off; null where nothing would notice. */
  checks?: { check: string; survives: string | null }[];
  /** With `--careless`: how many careless providers there are, and those of which nothing was said. */
  careless?: { all: number; missed: string[] };
}

/** Prints a line as soon as it is known; with `--json` nobody reads it. */
type Say = (line: string) => void;

async function proveAll(
  rigs: Rig[],
  { seed, page }: { seed: number; page?: string | undefined },
  say: Say,
): Promise<NonNullable<Shown['providers']>> {
  const proofs: Proof[] = [];
  for (const rig of rigs) {
    const proof = await prove(rig, seed);
    proofs.push(proof);
    const { provider, mutants, variants, survivors, unproven, flagged } = proof;
    say(
      `${provider}: ${mutants.killed} of ${mutants.total} mutants caught, ${variants.flagged} of ${variants.total} variants flagged; other clauses turned red by a mutant, median: ${medianOfOthers(proof.kills)}`,
    );
    for (const line of survivors) say(`  survives: ${line}`);
    for (const line of unproven) say(`  without a mutant: ${line}`);
    for (const line of flagged) say(`  flagged: ${line}`);
  }
  if (page !== undefined) writeFileSync(page, proofPage(proofs));
  return proofs.map(({ kills, ...proof }) => ({ ...proof, others: medianOfOthers(kills) }));
}

/** Shows that a server which is lax in one part of a signature or of a credential is seen. */
async function proveParts(proven: Proven[], say: Say): Promise<Parts[]> {
  const parts: Parts[] = [];
  for (const { contract, environment } of proven) {
    const { provider } = contract;
    const { total, missed } = await missedParts(contract, environment);
    const caught = `${total - missed.length} of ${total} servers that are lax in a part of a signature or credential caught`;
    if (total > 0) say(`${provider}: ${caught}`);
    for (const line of missed) say(`  survives: ${line}`);
    parts.push({ provider, total, missed });
  }
  return parts;
}

async function switchEachOff(rigs: Rig[], say: Say): Promise<Shown> {
  const shown: NonNullable<Shown['checks']> = [];
  for (const check of judges) {
    const survives = await firstSurvivor(rigs, check);
    shown.push({ check, survives });
    say(`${check} off: ${survives === null ? 'NOT NOTICED' : `survives ${survives}`}`);
  }
  return { exitCode: shown.every(({ survives }) => survives !== null) ? 0 : 1, checks: shown };
}

interface Options {
  checks: boolean;
  careless: boolean;
  seed: number;
  page?: string;
  environment: string;
  json: boolean;
}

async function countCareless(say: Say): Promise<Shown> {
  const { all, missed } = await missedLater();
  say(`careless in ways that no family was made for: ${all - missed.length} of ${all} caught`);
  for (const line of missed) say(`  missed: ${line}`);
  return { exitCode: all - missed.length >= leastLater ? 0 : 1, careless: { all, missed } };
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

const isProven = ({ survivors, unproven, flagged, others }: NonNullable<Shown['providers']>[number]): boolean =>
  survivors.length + unproven.length + flagged.length === 0 && others === 0;

async function proveProviders(named: string[], options: Options, say: Say): Promise<Shown> {
  if (options.careless) return countCareless(say);
  const { environment } = options;
  const rigs: Rig[] = [];
  try {
    // The families of the deep profile are proven where the mock is written by hand: one made from a contract alone knows no other account.
    for (const provider of chosen(named))
      rigs.push(
        await openRig(provider, { profile: Object.hasOwn(baseUrls, provider) ? 'deep' : 'default', environment }),
      );
    if (options.checks) {
      // What none of the providers states, an example does.
      if (named.length === 0) await openExamples(rigs);
      return await switchEachOff(rigs, say);
    }
    const own = rigs.map(({ contract: { provider } }) => ({ contract: contractOf(provider), environment }));
    const proven = await proveAll(rigs, options, say);
    const theirs = named.length > 0 ? [] : await openExamples(rigs);
    proven.push(...(await proveAll(rigs.slice(own.length), { ...options, page: undefined }, say)));
    const parts = await proveParts([...own, ...theirs], say);
    const isWhole = proven.every(isProven) && parts.every(({ missed }) => missed.length === 0);
    return { exitCode: isWhole ? 0 : 1, providers: proven, parts };
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
      .option('--seed <number>', 'seed of what is made at random', Number, 1)
      .option('--json', 'as JSON', false),
  run: async (providers, options) => {
    const shown = await proveProviders(providers, options, options.json ? () => {} : print);
    if (options.json) printJson(shown);
    return shown.exitCode;
  },
};
