/** Why no observation gave a clause a verdict. Pure. */
import type { Unexercised } from '../formats/results.ts';
import type { Observation } from '../judge/observation.ts';
import type { ClauseMeta } from '../target/meta.ts';
import { interruption } from './conclude.ts';
import type { TargetRun } from './target-run.ts';

/** The facts of a run, each looked up once: a ledger holds hundreds of clauses, and as many exchanges. */
export interface Known extends TargetRun {
  chosen: ReadonlySet<string>;
  cut: ReadonlySet<string>;
  broken: readonly string[];
  /** Observations by clause, in the order of the plan. */
  observed: ReadonlyMap<string, Observation[]>;
  /** Why production received the control alone; null where everything was allowed. */
  guard: string | null;
}

/** Why a stopped run is not whole. */
export function interruptionOf({ notRun = [], selected }: TargetRun): string {
  return interruption(notRun.length, selected.length);
}

/** Why no observation gave a clause a verdict. */
export function whyNotExercised(
  clause: ClauseMeta,
  known: Known,
  observations: Observation[],
): { unexercised: Unexercised; reason: string } {
  const because = (unexercised: Unexercised, reason: string) => ({ unexercised, reason });
  if (clause.untestable) return because('untestable', clause.untestable);
  if (clause.absent) return because('absent', clause.absent);
  const [inapplicable] = observations;
  const able = clause.scenarios.length > 0 ? clause.scenarios : known.meta.scenarios;
  const left = able.filter((scenario) => !known.chosen.has(scenario));
  if (known.guard !== null) return because('only-control', known.guard);
  if (left.length === able.length) return because('not-selected', 'not selected in this run');
  if (able.some((scenario) => known.cut.has(scenario))) return because('interrupted', interruptionOf(known));
  const unsent = inapplicable && inapplicable.exchange === '';
  if (unsent && left.length === 0) return because('not-sent', inapplicable.received);
  if (clause.unreached) return because('unreached', clause.unreached);
  if (left.length > 0) return because('not-selected', 'the scenarios that show it are not selected in this run');
  return because('unshown', inapplicable ? inapplicable.received : 'no answer showed it');
}
