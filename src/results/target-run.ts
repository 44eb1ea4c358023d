/** What a run was to do and did at one target, and what of it is missing. */
import type { Outcome } from '../run/session.ts';
import type { TargetMeta } from './meta.ts';

/** What a run was to do and did at one target. */
export interface TargetRun {
  meta: TargetMeta;
  /** Scenarios the run selected. */
  selected: string[];
  outcomes: Outcome[];
  /** Selected scenarios that were not run to their end, because the run was stopped. */
  notRun?: string[];
  durationMs: number;
  /** Day of the run, YYYY-MM-DD, for the waivers. */
  day: string;
}

/** Whether any of these scenarios was not run because the run was stopped. */
export function isCut(scenarios: string[], { notRun = [] }: TargetRun): boolean {
  return notRun.some((scenario) => scenarios.includes(scenario));
}

/** Why an interrupted run is not a whole one. */
export function interruption({ notRun = [], selected }: TargetRun): string {
  return `the run was interrupted: ${notRun.length} of ${selected.length} scenarios were not run`;
}

/** Scenarios that were run, and of which nothing is known: their process was ended, or their time was over. */
export function lostOf({ selected, outcomes, notRun = [] }: TargetRun): string[] {
  return selected.filter(
    (scenario) => !notRun.includes(scenario) && !outcomes.some((outcome) => outcome.scenario === scenario),
  );
}

/** What to tell of scenarios that are lost. */
export function lostReason(lost: string[]): string {
  return `the evidence of ${lost.join(', ')} is lost: its test broke off before it could tell; run it again`;
}
