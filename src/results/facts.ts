/** What a run measured, gathered of its outcomes. Pure. */
import type { Outcome } from '../run/outcome.ts';
import type { Measured } from './state.ts';

/** The facts of a target, each once, with the id of the exchange that it was measured with; nothing where nothing was. */
export function measuredIn(outcomes: readonly Pick<Outcome, 'facts' | 'exchange'>[]): Measured {
  const found = outcomes.flatMap(({ facts = [], exchange }) =>
    facts.map((fact) => [fact.id, { ...fact, exchange: exchange?.id ?? '' }] as const),
  );
  return found.length > 0 ? { facts: [...new Map(found).values()] } : {};
}
