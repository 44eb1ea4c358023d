import type { ScenarioEvidence } from '../run/outcome.ts';

/** The note about a provider that limited the rate; none where it did not. */
export function limitNotes(outcomes: ScenarioEvidence[]): string[] {
  const limits = outcomes.flatMap(({ limited }) => (limited ? [limited] : []));
  if (limits.length === 0) return [];
  const times = limits.reduce((sum, one) => sum + one.times, 0);
  const seconds = limits.reduce((sum, one) => sum + one.seconds, 0);
  const often = times === 1 ? 'once' : `${times} times`;
  return [
    `the provider limited the rate ${often}; the run waited ${Math.round(seconds * 10) / 10} s and sent again; set a slower pace (pace.perSecond in the environment file)`,
  ];
}
