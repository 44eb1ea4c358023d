/** Shows that the proof depends on every check: with one switched off, a mutant survives. */
import { checks } from '../../src/judge/checks/index.ts';
import { demandChecks } from '../../src/judge/judge.ts';
import type { Bench } from './bench.ts';
import { caughtBy, mutantsOf } from './mutants.ts';

/** Names of everything that judges: the checks, and `refusal` for the demands. */
export const judges: string[] = [...Object.keys(checks), 'refusal'];

/** Makes one of them say pass to everything; the function handed back undoes it. */
export function switchOff(name: string): () => void {
  const check = checks[name];
  if (check) {
    checks[name] = (evidence, parameters) => ({ ...check(evidence, parameters), verdict: 'pass' });
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

/** The first mutant that survives while the check is off; null when the proof would not notice. */
export async function firstSurvivor(benches: Bench[], name: string): Promise<string | null> {
  const restore = switchOff(name);
  try {
    for (const bench of benches) {
      for (const mutant of mutantsOf(bench).filter(({ check }) => check === name)) {
        const caught = await caughtBy(bench, mutant);
        if (!caught.includes(mutant.clause)) return `${mutant.clause}, ${mutant.scenario.id}: ${mutant.name}`;
      }
    }
    return null;
  } finally {
    restore();
  }
}
