import { readFileSync } from 'node:fs';
import type { FullConfig, FullResult, Reporter, Suite, TestCase, TestResult } from '@playwright/test/reporter';
import type { ExitCode, Results } from '../src/results/format.ts';
import { exitCodeOf, ledgerOf, staleWaivers, type TargetRun } from '../src/results/ledger.ts';
import type { TargetMeta } from '../src/results/meta.ts';
import type { Outcome } from '../src/run/session.ts';
import { evidenceOf } from './evidence.ts';
import { painter, renderLedger } from './terminal.ts';
import { writeReport } from './write.ts';

/** What the reporter gathers of one target while its scenarios run. */
interface Gathered {
  meta: TargetMeta;
  selected: Set<string>;
  outcomes: Outcome[];
  /** Milliseconds since the epoch of the first start and the last end. */
  span: { from: number; to: number };
}

/** Scenario id of a test: what stands before the first `: ` of its title. */
function scenarioOf(test: TestCase): string {
  return test.title.split(': ')[0] ?? '';
}

/** Gathers the evidence of every scenario, also from merged shards, and writes the report when the run ends. */
export default class ConformanceReporter implements Reporter {
  private readonly gathered = new Map<string, Gathered>();
  private readonly folder = process.env['CONFORMANCE_REPORT'] ?? 'conformance-report';
  private exitCode: ExitCode | null = null;
  private ran = false;

  printsToStdio(): boolean {
    return false;
  }

  onBegin(_config: FullConfig, suite: Suite): void {
    for (const project of suite.suites) {
      const meta = project.project()?.metadata['target'] as TargetMeta | undefined;
      const tests = project.allTests();
      if (!meta || tests.length === 0) continue;
      const known = this.gathered.get(meta.target) ?? {
        meta,
        selected: new Set(),
        outcomes: [],
        span: { from: Number.POSITIVE_INFINITY, to: 0 },
      };
      for (const test of tests) known.selected.add(scenarioOf(test));
      this.gathered.set(meta.target, known);
    }
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    this.ran = true;
    const meta = test.parent.project()?.metadata['target'] as TargetMeta | undefined;
    const known = meta && this.gathered.get(meta.target);
    if (!known) return;
    const outcome = evidenceOf(result);
    if (outcome) known.outcomes.push(outcome);
    const start = result.startTime.getTime();
    known.span = { from: Math.min(known.span.from, start), to: Math.max(known.span.to, start + result.duration) };
  }

  onEnd(result: FullResult): void {
    // `--list` runs nothing, and there is nothing to report of.
    if (this.gathered.size === 0 || !this.ran) return;
    const results = this.results(result);
    writeReport(this.folder, results, { previous: process.env['CONFORMANCE_PREVIOUS'] });
    const paint = painter(process.stdout, process.env);
    console.log(renderLedger(results, paint));
    const stopped = result.status === 'interrupted' || result.status === 'timedout';
    this.exitCode = results.exitCode === 0 && stopped ? 2 : results.exitCode;
  }

  onExit(): Promise<void> {
    if (this.exitCode !== null) process.exit(this.exitCode);
    return Promise.resolve();
  }

  private results(result: FullResult): Results {
    const day = result.startTime.toISOString().slice(0, 10);
    const runs = [...this.gathered.values()].map(
      ({ meta, selected, outcomes, span }): TargetRun => ({
        meta,
        selected: [...selected],
        outcomes,
        durationMs: Math.max(0, Math.round(span.to - span.from)) || 0,
        day,
      }),
    );
    const targets = runs.map(ledgerOf).sort((a, b) => a.target.localeCompare(b.target));
    const problems = runs.flatMap((run) => {
      const target = targets.find(({ target }) => target === run.meta.target);
      return target ? staleWaivers(run, target) : [];
    });
    const { name, version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
      name: string;
      version: string;
    };
    return {
      formatVersion: 1,
      tool: { name, version },
      startedAt: result.startTime.toISOString(),
      durationMs: Math.round(result.duration),
      exitCode: exitCodeOf(targets, problems),
      problems,
      targets,
    };
  }
}
