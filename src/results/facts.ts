/** The measurements of a run, collected from its outcomes. Pure. */
import type { TargetResult } from '../formats/results.ts';
import type { ScenarioEvidence } from '../run/outcome.ts';

/** The measurements of a target. */
export type Measured = Pick<TargetResult, 'clockSkew' | 'facts'>;

/** The clock of a target, and its facts, each once with the id of its exchange; empty where nothing was measured. */
export function measuredIn(outcomes: readonly Pick<ScenarioEvidence, 'facts' | 'exchange' | 'clockSkew'>[]): Measured {
  const found = outcomes.flatMap(({ facts = [], exchange }) =>
    facts.map((fact) => [fact.id, { ...fact, exchange: exchange?.id ?? '' }] as const),
  );
  const skew = outcomes.find(({ clockSkew }) => clockSkew !== undefined)?.clockSkew;
  return {
    ...(skew === undefined ? {} : { clockSkew: skew }),
    ...(found.length > 0 ? { facts: [...new Map(found).values()] } : {}),
  };
}
