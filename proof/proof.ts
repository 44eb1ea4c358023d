/** The whole proof of one provider: every mutant caught by its clause, every conforming variant left alone. */
import fc from 'fast-check';
import type { Reply } from '../mock/server.ts';
import { isUntestable } from '../src/contract/types.ts';
import type { TargetResult } from '../src/formats/results.ts';
import type { Scenario } from '../src/scenario/plan.ts';
import type { Mutant } from './mutant.ts';
import { caughtBy, mutantsOf } from './mutants.ts';
import type { Behaviour, Rig } from './rig.ts';
import { type Allowed, allowedAnswers } from './tolerated.ts';
import type { Variant } from './variant.ts';
import { variants } from './variants.ts';

/** What came of the mutants of one clause. */
export interface Kills {
  clause: string;
  total: number;
  killed: number;
  /** Clauses that caught some of them besides. */
  besides: string[];
  /** For each mutant, how many other clauses fail for a fault that none of them reports. */
  others: number[];
}

/** What the proof of one provider found. */
export interface Proof {
  provider: string;
  mutants: { total: number; killed: number };
  /** Mutants the clause they break did not catch: clause, scenario and deviation. */
  survivors: string[];
  kills: Kills[];
  /** Clauses without any mutant. */
  unproven: string[];
  variants: { total: number; flagged: number };
  /** Variants of which something was said: what, by which clause. */
  flagged: string[];
  seed: number;
}

/** The median of how many other clauses a mutant turned red: 0 where most broke one thing alone. */
export function medianOfOthers(kills: readonly Kills[]): number {
  const sorted = kills.flatMap(({ others }) => others).sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/** Combinations of variants tried for each provider. */
const combinations = 20;

/** Runs mutants, and gathers by clause what caught them. */
export async function runMutants(rig: Rig, mutants: Mutant[]): Promise<{ survivors: string[]; kills: Kills[] }> {
  const kills = new Map<string, Kills>();
  const survivors: string[] = [];
  for (const mutant of mutants) {
    const { clause } = mutant;
    const { caught, causes } = await caughtBy(rig, mutant);
    const found = kills.get(clause) ?? { clause, total: 0, killed: 0, besides: [], others: [] };
    kills.set(clause, found);
    found.total++;
    found.others.push(causes.filter((id) => id !== clause).length);
    if (caught.includes(clause)) found.killed++;
    else survivors.push(`${clause}, ${mutant.scenario.id}: ${mutant.name}`);
    found.besides = [...new Set([...found.besides, ...caught.filter((id) => id !== clause)])];
  }
  return { survivors, kills: [...kills.values()] };
}

/** What a ledger says against a provider; empty when nothing. */
export function raised({ clauses }: TargetResult): string[] {
  return clauses
    .filter(
      ({ verdict, effect }) =>
        (verdict === 'fail' && effect !== 'none') || verdict === 'inconclusive' || verdict === 'error',
    )
    .map(({ id, verdict, effect, observations }) => {
      const shown = observations.find((one) => one.verdict === verdict);
      return `${id} ${verdict === 'fail' ? effect : verdict} at ${shown?.scenario}: ${shown?.received}`;
    });
}

/** Scenarios whose faithful answers all differ: the control, those that vary it, and one for each refusal. */
function differing(rig: Rig): Scenario[] {
  const seen = new Set<string>();
  return rig.scenarios.filter(({ id, expects }) => {
    const answer = rig.faithful.get(id);
    const key = expects === 'granted' ? id : `${answer?.status} ${answer?.body}`;
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
}

function behaviour(rig: Rig, chain: Variant[], allowed: Allowed[] = []): Behaviour {
  return (call, scenario) => {
    const replacement = allowed.find((one) => one.scenario.id === scenario.id);
    const faithful = replacement ? replacement.answer(call.answer(), () => call.grant()) : call.answer();
    return chain.reduce<Reply>(
      (reply, variant) => ('raw' in reply ? reply : variant.answer(reply, { contract: rig.contract, call, scenario })),
      faithful,
    );
  };
}

// The body is made before it is written out, and written out before it is coded and sent.
const order: Variant['kind'][] = [
  'life',
  'token',
  'type',
  'scope',
  'members',
  'layout',
  'content-type',
  'headers',
  'coding',
  'connection',
];

/** Combinations, as few as hold each variant once: in each, one of every kind. */
function covering(able: readonly Variant[]): Variant[][] {
  const kinds = order.map((kind) => able.filter((variant) => variant.kind === kind)).filter(({ length }) => length > 0);
  const most = Math.max(0, ...kinds.map(({ length }) => length));
  return Array.from({ length: most }, (_, turn) => kinds.flatMap((list) => list[turn % list.length] ?? []));
}

/** Some variants that answer together, and the scenarios in which they do. */
export interface Part {
  chain: Variant[];
  scenarios: Scenario[];
}

/**
 * The conforming variants of a provider in as few combinations as hold them all, each in what is granted and in a third of
 * the refusals. A third lasts for a third of the combinations, so that a variant that comes back meets another one.
 */
export function partsOf(rig: Rig): Part[] {
  const scenarios = differing(rig);
  const chains = covering(variants.filter((variant) => variant.fits?.(rig.contract) ?? true));
  return chains.map((chain, turn) => {
    const third = Math.floor((turn * 3) / chains.length);
    return { chain, scenarios: scenarios.filter(({ expects }, at) => expects === 'granted' || at % 3 === third) };
  });
}

/** Sends what the conforming variants of a provider answer in parts; names those that raise anything. */
export async function runParts(rig: Rig, parts: readonly Part[]): Promise<string[]> {
  const flagged: string[] = [];
  for (const { chain, scenarios } of parts) {
    const said = raised(rig.ledger(await rig.send(scenarios, behaviour(rig, chain))));
    if (said.length > 0) flagged.push(`${chain.map(({ name }) => name).join(' + ')}: ${said.join('; ')}`);
  }
  return flagged;
}

/** Sends what the conforming variants of a provider answer, alone and in combination; names those that raise anything. */
export async function runVariants(rig: Rig, seed: number): Promise<{ total: number; flagged: string[] }> {
  const able = variants.filter((variant) => variant.fits?.(rig.contract) ?? true);
  const scenarios = differing(rig);
  const flagged: string[] = [];
  let total = 0;
  const flag = async (
    name: string,
    chosen: Scenario[],
    behave: Behaviour,
    warns: string | null = null,
  ): Promise<boolean> => {
    total++;
    const said = raised(rig.ledger(await rig.send(chosen, behave)));
    // An answer that is tolerated though another is documented is warned of, by its clause and by no other.
    const own = said.findIndex((line) => warns !== null && line.startsWith(`${warns} warns `));
    if (own >= 0) said.splice(own, 1);
    else if (warns !== null) said.push(`${warns} does not warn`);
    if (said.length > 0) flagged.push(`${name}: ${said.join('; ')}`);
    return said.length === 0;
  };
  await flag('the faithful mock', rig.scenarios, (call) => call.answer());
  for (const variant of able) await flag(variant.name, scenarios, behaviour(rig, [variant]));
  // What may be answered to a deep demand is the same for all of them: one shows it.
  const [oneDeep] = rig.scenarios.filter(({ deep, expects, clause }) => deep && expects === 'refused' && clause?.deep);
  const allowed = allowedAnswers(rig).filter(({ scenario }) => !scenario.clause?.deep || scenario.id === oneDeep?.id);
  for (const one of allowed) await flag(one.name, [one.scenario], behaviour(rig, [], [one]), one.warns);

  const oneOf = (kind: Variant['kind']) => fc.constantFrom(null, ...able.filter((variant) => variant.kind === kind));
  const chain = fc.tuple(...order.map(oneOf)).map((list) => list.filter((one) => one !== null));
  const answers = fc.tuple(
    ...scenarios
      .map(({ id }) =>
        allowed.filter((one) => one.scenario.id === id && one.warns === null && !one.name.endsWith('page')),
      )
      .filter((list) => list.length > 0)
      .map((list) => fc.constantFrom(...list)),
  );
  const property = fc.asyncProperty(chain, answers, async (list, chosen) => {
    const name = `${list.map((one) => one.name).join(' + ')}, refusals in another order`;
    return flag(name, scenarios, behaviour(rig, list, chosen));
  });
  await fc.check(property, { seed, numRuns: combinations, endOnFailure: true });
  return { total, flagged };
}

/** Runs the whole proof of one provider. */
export async function prove(rig: Rig, seed: number): Promise<Proof> {
  const mutants = mutantsOf(rig);
  const { survivors, kills } = await runMutants(rig, mutants);
  const { total, flagged } = await runVariants(rig, seed);
  const proven = new Set(kills.map(({ clause }) => clause));
  return {
    provider: rig.contract.provider,
    mutants: { total: mutants.length, killed: mutants.length - survivors.length },
    survivors,
    kills,
    unproven: rig.contract.clauses
      .filter((clause) => !isUntestable(clause) && !proven.has(clause.id))
      .map(({ id }) => id),
    variants: { total, flagged: flagged.length },
    flagged,
    seed,
  };
}
