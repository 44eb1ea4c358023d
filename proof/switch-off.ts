/** Shows that the proof depends on every check: with one switched off, a mutant survives. */
import { baseUrls } from '../mock/server.ts';
import { checks } from '../src/judge/checks/index.ts';
import { type Judges, ownJudges } from '../src/judge/judge.ts';
import { follow, type LifeDeviation, lifeDeviations } from './life.ts';
import type { Mutant } from './mutant.ts';
import { caughtBy, mutantsOf } from './mutants.ts';
import type { Rig } from './rig.ts';

/** Names of everything that judges: the checks, and `refusal` for the demands. */
export const judges: string[] = [...Object.keys(checks), 'refusal'];

/** The judges, one of which says pass to everything. */
export function without(name: string): Judges {
  const entry = checks[name];
  if (!entry)
    return { ...ownJudges, refusal: (evidence, rule) => ({ ...ownJudges.refusal(evidence, rule), verdict: 'pass' }) };
  const blind = {
    ...entry,
    check: (...given: Parameters<typeof entry.check>) => ({ ...entry.check(...given), verdict: 'pass' as const }),
  };
  return { ...ownJudges, checks: { ...checks, [name]: blind } };
}

/** The clause that did not catch a provider wrong about the life of a token; null when it did. */
export async function lifeSurvivor(
  provider: string,
  { title, clause, intercept }: LifeDeviation,
  given: Judges = ownJudges,
): Promise<string | null> {
  const { clauses } = await follow(provider, intercept, given);
  const id = `${provider}-${clause}`;
  return clauses.find((one) => one.id === id)?.verdict === 'fail' ? null : `${id}: ${title}`;
}

const madeOf = new WeakMap<Rig, Mutant[]>();

/** The mutants of a rig, made once for all checks. */
function allMutants(rig: Rig): Mutant[] {
  const made = madeOf.get(rig) ?? mutantsOf(rig);
  madeOf.set(rig, made);
  return made;
}

/** The first mutant that survives while the check is off; null when the proof would not notice. */
export async function firstSurvivor(rigs: Rig[], name: string): Promise<string | null> {
  const given = without(name);
  for (const rig of rigs) {
    const before = { ...rig.judges };
    Object.assign(rig.judges, given);
    try {
      for (const mutant of allMutants(rig).filter(({ check }) => check === name)) {
        const { caught } = await caughtBy(rig, mutant);
        if (!caught.includes(mutant.clause)) return `${mutant.clause}, ${mutant.scenario.id}: ${mutant.name}`;
      }
      const { provider } = rig.contract;
      // The mock that a contract makes knows no life of a token that could be wrong in these ways.
      const ofLife = Object.hasOwn(baseUrls, provider) ? lifeDeviations.filter(({ check }) => check === name) : [];
      for (const deviation of ofLife) {
        const survivor = await lifeSurvivor(provider, deviation, given);
        if (survivor) return survivor;
      }
    } finally {
      Object.assign(rig.judges, before);
    }
  }
  return null;
}
