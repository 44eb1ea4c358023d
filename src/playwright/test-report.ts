/** What one test tells of its outcomes: what turns it red, what it notes, and what it could not judge. Pure. */
import { withEffects } from '../judge/effect.ts';
import { harmless, visible } from '../output/visible.ts';
import { observationsOf, unjudgedOf } from '../results/finding.ts';
import type { ScenarioEvidence } from '../run/outcome.ts';
import type { TargetMeta } from '../target/meta.ts';

/** What is told of one scenario. */
export interface Told {
  /** Failures that turn the test red, a block of lines each. */
  failures: string[];
  /** Failures that do not, for the annotations of the test. */
  notes: { type: string; description: string }[];
  /** Why nothing was sent, or why not all could be judged; null where all was. */
  unjudged: { reason: string; isRed: boolean } | null;
}

/**
 * Tells an outcome as of `day`, YYYY-MM-DD. A cause turns red the first test that shows it: `tellsFirst` says whether it
 * was not told before in this run, and remembers it. The demand that a test is about turns it red in any case.
 */
export function tell(
  outcome: ScenarioEvidence,
  meta: TargetMeta,
  day: string,
  { demand, tellsFirst }: { demand: string | null; tellsFirst: (cause: string) => boolean },
): Told {
  const failed = withEffects(observationsOf(outcome), meta, day).filter(({ verdict }) => verdict === 'fail');
  const red = new Set(failed.flatMap(({ clause, effect, cause }) => (effect === 'fails' && !cause ? [clause] : [])));
  const told: Told = { failures: [], notes: [], unjudged: null };
  for (const { clause, statement, effect, documented, received, cause } of failed) {
    const by = cause !== undefined && red.has(cause) ? cause : clause;
    const isRed = effect === 'fails' && (by === demand || (by === clause && tellsFirst(clause)));
    if (isRed)
      told.failures.push(
        `${clause}: ${visible(statement)}\n  documented: ${visible(documented)}\n  received:   ${visible(received)}`,
      );
    else
      told.notes.push({
        type: effect,
        description: harmless(`${clause}: documented: ${documented} / received: ${received}`),
      });
  }
  const reason = outcome.notSent && !outcome.before ? null : unjudgedOf(outcome, meta, day);
  const text = reason ?? outcome.notSent?.text ?? null;
  if (text !== null)
    told.unjudged = { reason: harmless(visible(text)), isRed: reason !== null && tellsFirst(`not judged: ${reason}`) };
  return told;
}
