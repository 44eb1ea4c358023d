/** What one test reports of its outcomes: what turns it red, what it notes, and what it could not judge. */
import { withEffects } from '../judge/effect.ts';
import { harmless, visible } from '../output/visible.ts';
import { shownFault, unexplained } from '../results/faults.ts';
import { notJudgedReason, observationsOf } from '../results/finding.ts';
import { notJudgedText } from '../results/outcome.ts';
import type { Session } from '../run/options.ts';
import type { ScenarioEvidence } from '../run/outcome.ts';
import { wayOf } from '../scenario/cases.ts';
import type { Scenario } from '../scenario/plan.ts';
import type { TargetMeta } from '../target/meta.ts';

/**
 * Name of the JSON attachment that holds, as `message`, the message of an error which only repeats what the evidence of
 * its test shows.
 */
export const redByEvidence = 'red by evidence';

/** Which causes this run has reported, as its session keeps it. */
export type Reported = Pick<Session, 'claimReport' | 'reported'>;

/** The report of one scenario. */
export interface ScenarioReport {
  /** Failures that turn the test red, a block of lines each. */
  failures: string[];
  /** Failures that do not, for the annotations of the test. */
  notes: { type: string; description: string }[];
  /** Why nothing was sent, or why not everything could be judged; null where everything was. */
  notJudged: { reason: string; isRed: boolean } | null;
}

/** How a test ended: the message of its error, or the reason why it is skipped. */
export type TestEnd = { status: 'passed' } | { status: 'failed' | 'skipped'; message: string };

// With this first line Playwright's JUnit reporter writes a failure; for any other message it writes an error.
const deviation = 'expect(received).toConform()';

/** The report of one test, made of the outcomes of its scenarios, one after the other. */
export class TestReport {
  private readonly failures: string[] = [];
  private readonly notJudged: NonNullable<ScenarioReport['notJudged']>[] = [];
  /** Faults that this test was the first to report: each turns red every step that shows it. */
  private readonly claimed = new Set<string>();

  private readonly run: Reported;
  private readonly meta: TargetMeta;
  private readonly day: string;

  /** @param day of the run, YYYY-MM-DD: a waiver may have ended by then */
  constructor(run: Reported, meta: TargetMeta, day: string) {
    this.run = run;
    this.meta = meta;
    this.day = day;
  }

  /** Takes in the outcome of a scenario. */
  add(scenario: Scenario, outcome: ScenarioEvidence): ScenarioReport {
    const demand = scenario.clause?.kind === 'demand' ? scenario.clause.id : null;
    const observed = withEffects(observationsOf(outcome), this.meta, this.day);
    const failed = observed.filter(({ verdict }) => verdict === 'fail');
    const report: ScenarioReport = { ...this.sorted(failed, demand), notJudged: this.open(outcome) };
    if (report.notJudged) this.notJudged.push(report.notJudged);
    this.failures.push(...report.failures.map((failure) => `${wayOf(scenario)}\n${failure}`));
    return report;
  }

  /**
   * How the test ends after the outcomes that were added. Each reason why something is not judged turns one test red. A further
   * test that it keeps from a verdict neither fails nor passes: it is skipped.
   */
  end(): TestEnd {
    if (this.failures.length > 0)
      return { status: 'failed', message: harmless([deviation, ...this.failures].join('\n\n')) };
    const red = this.notJudged.find(({ isRed }) => isRed);
    if (red) return { status: 'failed', message: harmless(notJudgedText(red.reason)) };
    const reasons = new Set(this.notJudged.map(({ reason }) => reason));
    return reasons.size > 0 ? { status: 'skipped', message: [...reasons].join('; ') } : { status: 'passed' };
  }

  /**
   * What turns the test red, and what it notes. A cause turns only the first test red that shows it. The demand that a test is
   * about always turns it red, but for a fault that another test has shown.
   */
  private sorted(
    failed: ReturnType<typeof withEffects>,
    demand: string | null,
  ): Pick<ScenarioReport, 'failures' | 'notes'> {
    const red = new Set(failed.flatMap(({ clause, effect, cause }) => (effect === 'fails' && !cause ? [clause] : [])));
    const shown = { has: (fault: string) => this.isShown(fault), add: (cause: string) => this.run.claimReport(cause) };
    const failures: string[] = [];
    const notes: ScenarioReport['notes'] = [];
    for (const failure of failed) {
      const { clause, statement, effect, documented, received, cause, fault } = failure;
      const by = cause !== undefined && red.has(cause) ? cause : clause;
      const isOpen = unexplained(effect, [failure], shown).length > 0;
      const ofDemand = by === demand && fault === undefined;
      const isFirst = (): boolean =>
        fault === undefined ? this.run.claimReport(clause) : this.claimFault(shownFault(effect, fault));
      if (effect === 'fails' && isOpen && (ofDemand || (by === clause && isFirst())))
        failures.push(
          `${clause}: ${visible(statement)}\n  documented: ${visible(documented)}\n  received:   ${visible(received)}`,
        );
      else
        notes.push({
          type: effect,
          description: harmless(`${clause}: documented: ${documented} / received: ${received}`),
        });
    }
    return { failures, notes };
  }

  private open(outcome: ScenarioEvidence): ScenarioReport['notJudged'] {
    const reason = outcome.notSent && !outcome.before ? null : notJudgedReason(outcome, this.meta, this.day);
    const text = reason ?? outcome.notSent?.text ?? null;
    if (text === null) return null;
    const isRed = reason !== null && this.run.claimReport(notJudgedText(reason));
    return { reason: harmless(visible(text)), isRed };
  }

  /** Whether another test has reported a fault. */
  private isShown(fault: string): boolean {
    return !this.claimed.has(fault) && this.run.reported().includes(fault);
  }

  private claimFault(fault: string): boolean {
    return this.claimed.has(fault) || (this.run.claimReport(fault) && this.claimed.add(fault).size > 0);
  }
}
