/** Shows that the proof depends on every check: with one switched off, a mutant survives. */
import { checks } from '../../src/judge/checks/index.ts';
import { demandChecks } from '../../src/judge/judge.ts';
import type { Bench } from './bench.ts';
import { follow, type LifeDeviation, lifeDeviations } from './life.ts';
import { caughtBy, mutantsOf } from './mutants.ts';

/** Names of everything that judges: the checks, and `refusal` for the demands. */
export const judges: string[] = [...Object.keys(checks), 'refusal'];

/** Makes one of them say pass to everything; the function handed back undoes it. */
export function switchOff(name: string): () => void {
  const check = checks[name];
  if (check) {
    checks[name] = (evidence, parameters, statement) => ({
      ...check(evidence, parameters, statement),
      verdict: 'pass',
    });
    return () => {
      checks[name] = check;
    };
  }
  const { refusal } = demandChecks;
  demandChecks.refusal = (evidence, rule) => ({ ...refusal(evidence, rule), verdict: 'pass' });
  return () => {
    demandChecks.refusal = refusal;
  };
}

/** The clause that did not catch a provider wrong about the life of a token; null when it did. */
export async function lifeSurvivor(
  provider: string,
  { title, clause, intercept }: LifeDeviation,
): Promise<string | null> {
  const { clauses } = await follow(provider, intercept);
  const id = `${provider}-${clause}`;
  return clauses.find((one) => one.id === id)?.verdict === 'fail' ? null : `${id}: ${title}`;
}

/** The first mutant that survives while the check is off; null when the proof would not notice. */
export async function firstSurvivor(benches: Bench[], name: string): Promise<string | null> {
  const restore = switchOff(name);
  try {
    for (const bench of benches) {
      for (const mutant of mutantsOf(bench).filter(({ check }) => check === name)) {
        const caught = await caughtBy(bench, mutant);
        if (!caught.includes(mutant.clause)) return `${mutant.clause}, ${mutant.scenario.id}: ${mutant.name}`;
      }
      for (const deviation of lifeDeviations.filter(({ check }) => check === name)) {
        const survivor = await lifeSurvivor(bench.contract.provider, deviation);
        if (survivor) return survivor;
      }
    }
    return null;
  } finally {
    restore();
  }
}
