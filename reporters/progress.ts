import type {
  FullConfig,
  FullResult,
  Reporter,
  Suite,
  TestCase,
  TestError,
  TestResult,
  TestStep,
} from '@playwright/test/reporter';
import { type Paint, painter } from '../src/output/print.ts';
import { readWaiting } from '../src/playwright/waiting.ts';
import { shownFault, unexplained } from '../src/results/faults.ts';
import { findingsOf, notJudgedReason } from '../src/results/finding.ts';
import type { TargetMeta } from '../src/target/meta.ts';
import { errorsBesideEvidence, outcomesOf } from './evidence.ts';
import { type LiveTarget, openLine, type Stream } from './live.ts';
import { evidenceLines, findingLines } from './terminal.ts';
import { count, visible } from './words.ts';

/** The state of a target while its scenarios run. */
interface Known extends LiveTarget {
  meta: TargetMeta;
  findings: number;
  /** Tests of which nothing was sent. */
  unsent: number;
  /** Clauses, faults and reasons that were printed. */
  printed: Set<string>;
}

/** The codes by which Playwright colours a message. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: those codes begin with a control character
const COLOUR = /\u001b\[[\d;]*m/g;

/** Shows the progress of a run: one live line on a terminal, each finding as it occurs, and every error of the suite. */
export default class ProgressReporter implements Reporter {
  private readonly targets = new Map<string, Known>();
  private readonly day = new Date().toISOString().slice(0, 10);
  private readonly paint: Paint;
  private readonly line: ReturnType<typeof openLine>;

  constructor({
    stream = process.stdout,
    variables = process.env,
  }: { stream?: Stream; variables?: NodeJS.ProcessEnv }) {
    this.paint = painter(stream, variables);
    this.line = openLine(stream, () => [...this.targets.values()]);
  }

  printsToStdio(): boolean {
    return true;
  }

  onBegin(_config: FullConfig, suite: Suite): void {
    for (const project of suite.suites) {
      const meta = metaOf(project);
      const total = project.allTests().length;
      if (!meta || total === 0) continue;
      const known = this.targets.get(meta.target);
      if (known) known.total += total;
      else
        this.targets.set(meta.target, {
          meta,
          target: meta.target,
          done: 0,
          total,
          waiting: null,
          findings: 0,
          unsent: 0,
          printed: new Set(),
        });
    }
    this.line.draw();
  }

  onStepEnd(_test: TestCase, _result: TestResult, step: TestStep): void {
    const waiting = readWaiting(step);
    const known = waiting && this.targets.get(waiting.target);
    if (known) this.line.wait(known, waiting);
  }

  onStdOut(chunk: string | Buffer): void {
    this.line.print([chunk.toString().replace(/\n$/, '')]);
  }

  onStdErr(chunk: string | Buffer): void {
    this.line.print([chunk.toString().replace(/\n$/, '')]);
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    const meta = metaOf(test.parent);
    const known = meta && this.targets.get(meta.target);
    if (!known) {
      this.line.print([...ownTest(test, result), ...errorLines(result.errors)]);
      return;
    }
    known.done += 1;
    known.waiting = null;
    if (isUnsent(result)) known.unsent += 1;
    this.line.print([...this.evidence(known, result), ...this.unexplained(known, test, result)]);
    if (known.done === known.total) this.line.finished(known, doneText(known));
  }

  onError(error: TestError): void {
    this.line.print(errorLines([error]));
  }

  onEnd(_result: FullResult): void {
    this.line.close();
  }

  private evidence(known: Known, result: TestResult): string[] {
    const outcomes = outcomesOf(result);
    if (outcomes.length === 0) return [];
    const blocks = findingsOf(outcomes, known.meta, this.day).flatMap((finding) => {
      // What fails for one fault is one cause, which the ledger gathers at the end; so is what that fault explains.
      const isShared = unexplained(finding.effect, finding.observations, known.printed).length === 0;
      for (const { fault } of finding.observations)
        if (fault !== undefined) known.printed.add(shownFault(finding.effect, fault));
      if (isShared) return [];
      const isNew = !known.printed.has(finding.id);
      known.printed.add(finding.id);
      if (isNew) known.findings += 1;
      if (isNew) return findingLines(finding, this.paint);
      // A promise is broken in every answer, and printed once; a demand is broken in a different way each time.
      if (finding.kind === 'promise') return [];
      return [`    ${finding.id}, another failure`, ...evidenceLines(finding.observations)];
    });
    for (const outcome of outcomes) {
      const reason = notJudgedReason(outcome, known.meta, this.day);
      if (reason === null || known.printed.has(reason)) continue;
      known.printed.add(reason);
      blocks.push(`    ${this.paint('yellow', 'not judged')}  ${outcome.scenario}: ${visible(reason)}`);
    }
    return blocks.length > 0 ? [`  ${known.target}`, ...blocks] : [];
  }

  /** Errors beyond the evidence: a scenario that threw, ran out of time, or lost its worker. */
  private unexplained(known: Known, test: TestCase, result: TestResult): string[] {
    const errors = errorsBesideEvidence(result);
    const failed = ['failed', 'timedOut', 'interrupted'].includes(result.status);
    if (errors.length === 0 && !(failed && result.errors.length === 0)) return [];
    return [
      `  ${known.target}`,
      `    ${this.paint('magenta', 'error')}  ${test.title}: ${result.status}`,
      ...errorLines(errors),
    ];
  }
}

function isUnsent(result: TestResult): boolean {
  const outcomes = outcomesOf(result);
  return outcomes.length > 0 && outcomes.every(({ notSent }) => Boolean(notSent));
}

/** What a target shows at its end; of production, nearly nothing is sent. */
function doneText({ findings, unsent }: Known): string {
  return `${unsent > 0 ? `${unsent} of them not sent, ` : ''}${count(findings, 'finding')}`;
}

function metaOf(suite: Suite): TargetMeta | undefined {
  return suite.project()?.metadata['target'] as TargetMeta | undefined;
}

function ownTest(test: TestCase, { status, duration }: TestResult): string[] {
  const word = status === 'skipped' ? 'skipped' : test.ok() ? 'ok' : status;
  return [`  ${word}  ${test.titlePath().filter(Boolean).join(' › ')} (${Math.round(duration)} ms)`];
}

function errorLines(errors: readonly TestError[]): string[] {
  return errors.flatMap(({ message, stack, value, snippet }) => [
    (stack ?? message ?? value ?? 'an error without a message').replace(COLOUR, ''),
    ...(snippet ? [snippet.replace(COLOUR, '')] : []),
  ]);
}
