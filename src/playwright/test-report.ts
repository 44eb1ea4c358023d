/** What one test reports of its outcomes: what turns it red, what it notes, and what it could not judge. Pure. */
import { withEffects } from '../judge/effect.ts';
import { harmless, visible } from '../output/visible.ts';
import { shownFault, unexplained } from '../results/faults.ts';
import { notJudgedReason, observationsOf } from '../results/finding.ts';
import type { ScenarioEvidence } from '../run/outcome.ts';
import type { TargetMeta } from '../target/meta.ts';

/**
 * Name of the JSON attachment that holds, as `message`, the message of an error which only repeats what the evidence of
 * its test shows.
 */
export const redByEvidence = 'red by evidence';

/** Which causes and faults are a test's to report. */
export interface Claims {
  /** Whether a cause is this test's to report; from then on, it is no other's. */
  claimReport(cause: string): boolean;
  /** The same of a fault that several clauses share; one test turns red every step that shows it. */
  claimFault(fault: string): boolean;
  /** Whether another test has reported a fault. */
  isShown(fault: string): boolean;
}

/** The report of one scenario. */
export interface ScenarioReport {
  /** Failures that turn the test red, a block of lines each. */
  failures: string[];
  /** Failures that do not, for the annotations of the test. */
  notes: { type: string; description: string }[];
  /** Why nothing was sent, or why not everything could be judged; null where everything was. */
  notJudged: { reason: string; isRed: boolean } | null;
}

/**
 * The report of an outcome as of `day`, YYYY-MM-DD. A cause turns only the first test red that shows it: `claimReport`
 * says whether this is the first in the run, and records it. The demand that a test is about always turns it red, but for
 * a fault that another test shows first: `claimFault`, `isShown`.
 */
export function reportOf(
  outcome: ScenarioEvidence,
  meta: TargetMeta,
  day: string,
  { demand, claimReport, claimFault, isShown }: { demand: string | null } & Claims,
): ScenarioReport {
  const failed = withEffects(observationsOf(outcome), meta, day).filter(({ verdict }) => verdict === 'fail');
  const red = new Set(failed.flatMap(({ clause, effect, cause }) => (effect === 'fails' && !cause ? [clause] : [])));
  const report: ScenarioReport = { failures: [], notes: [], notJudged: null };
  for (const failure of failed) {
    const { clause, statement, effect, documented, received, cause, fault } = failure;
    const by = cause !== undefined && red.has(cause) ? cause : clause;
    const isOpen = unexplained(effect, [failure], { has: isShown, add: claimReport }).length > 0;
    const ofDemand = by === demand && fault === undefined;
    const isFirst = (): boolean => (fault === undefined ? claimReport(clause) : claimFault(shownFault(effect, fault)));
    const isRed = effect === 'fails' && isOpen && (ofDemand || (by === clause && isFirst()));
    if (isRed)
      report.failures.push(
        `${clause}: ${visible(statement)}\n  documented: ${visible(documented)}\n  received:   ${visible(received)}`,
      );
    else
      report.notes.push({
        type: effect,
        description: harmless(`${clause}: documented: ${documented} / received: ${received}`),
      });
  }
  const reason = outcome.notSent && !outcome.before ? null : notJudgedReason(outcome, meta, day);
  const text = reason ?? outcome.notSent?.text ?? null;
  if (text !== null)
    report.notJudged = {
      reason: harmless(visible(text)),
      isRed: reason !== null && claimReport(`not judged: ${reason}`),
    };
  return report;
}
