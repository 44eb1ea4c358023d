/** What a run was to do and did at one target, and what of it is missing. */
import type { ScenarioEvidence } from '../run/session.ts';
import type { TargetMeta } from '../target/meta.ts';

/** What a run was to do and did at one target. */
export interface TargetRun {
  meta: TargetMeta;
  /** Scenarios that the run selected. */
  selected: string[];
  outcomes: ScenarioEvidence[];
  /** Selected scenarios that were not finished because the run was stopped. */
  notRun?: string[];
  /** Scenarios with a try that broke off without evidence, whatever another try showed. */
  lost?: string[];
  durationMs: number;
  /** Day of the run, YYYY-MM-DD, for the waivers. */
  day: string;
}

/** All outcomes in one list: each control that was sent for a scenario comes before the outcome of that scenario. */
export function flat(outcomes: readonly ScenarioEvidence[]): ScenarioEvidence[] {
  return outcomes.flatMap((outcome) => [...flat(outcome.before ?? []), outcome]);
}

/** Scenarios that were run without complete evidence: their process was ended, or their time was over. */
export function lostOf({ selected, outcomes, notRun = [], lost = [] }: TargetRun): string[] {
  const known = new Set([...notRun, ...outcomes.map(({ scenario }) => scenario)]);
  return [...new Set([...selected.filter((scenario) => !known.has(scenario)), ...lost])];
}
