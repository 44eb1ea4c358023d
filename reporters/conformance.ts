import { readFileSync } from 'node:fs';
import type { FullConfig, FullResult, Reporter, Suite, TestCase, TestResult } from '@playwright/test/reporter';
import { painter, print } from '../src/output/print.ts';
import { namedPrevious, reportFolder, retireResults } from '../src/results/folder.ts';
import type { ExitCode, Results } from '../src/results/format.ts';
import { type CommandIdentity, gatheredBy, identityOf } from '../src/results/identity.ts';
import { exitCodeOf, ledgerOf } from '../src/results/ledger.ts';
import type { TargetMeta } from '../src/results/meta.ts';
import { kept } from '../src/results/read.ts';
import type { TargetRun } from '../src/results/target-run.ts';
import { staleWaivers } from '../src/results/waivers.ts';
import type { Outcome } from '../src/run/session.ts';
import { outcomesOf, scenariosOf } from './evidence.ts';
import { renderLedger } from './terminal.ts';

/** What the reporter gathers of one target while its scenarios run. */
interface Gathered {
  meta: TargetMeta;
  selected: Set<string>;
  outcomes: Outcome[];
  /** Scenarios whose test came to its end, with evidence or without. */
  ended: Set<string>;
  /** Scenarios whose test broke off without evidence, in any of its tries. */
  lost: Set<string>;
  /** Milliseconds since the epoch of the first start and the last end. */
  span: { from: number; to: number };
}

/** What playwright.config.ts says of a target's project; nothing of it in a project that is none. */
interface Metadata {
  target?: TargetMeta;
  run?: CommandIdentity | null;
}

/** What renders pages takes a while to load; a run waits for a token's end with nothing else to do. */
const loadWriter = () => import('./write.ts');

/** Playwright ends in order on SIGINT alone; what stops a job in CI, or `timeout`, sends SIGTERM. */
const interrupt = (): void => {
  process.kill(process.pid, 'SIGINT');
};

/** Gathers the evidence of every scenario, also from merged shards, and writes the report when the run ends. */
export default class ConformanceReporter implements Reporter {
  private readonly gathered = new Map<string, Gathered>();
  /** The commands that sent the requests, one but for merged blob reports. */
  private readonly commands: CommandIdentity[] = [];
  private readonly folder = reportFolder();
  private earlier: Results | undefined;
  private exitCode: ExitCode | null = null;
  private ran = false;
  private failed = false;
  private writer: ReturnType<typeof loadWriter> | null = null;

  printsToStdio(): boolean {
    return false;
  }

  onBegin(_config: FullConfig, suite: Suite): void {
    for (const project of suite.suites) {
      const { target: meta, run } = (project.project()?.metadata ?? {}) as Metadata;
      const tests = project.allTests();
      if (!meta || tests.length === 0) continue;
      if (run) this.commands.push(run);
      const known = this.gathered.get(meta.target) ?? {
        meta,
        selected: new Set(),
        outcomes: [],
        ended: new Set(),
        lost: new Set(),
        span: { from: Number.POSITIVE_INFINITY, to: 0 },
      };
      for (const scenario of tests.flatMap(scenariosOf)) known.selected.add(scenario);
      this.gathered.set(meta.target, known);
    }
    process.once('SIGTERM', interrupt);
  }

  onTestBegin(): void {
    if (!this.ran && this.gathered.size > 0) {
      // Read before anything is moved: the file named may be the one that is about to be put aside.
      const previous = namedPrevious();
      this.earlier = (previous && kept(previous)) || undefined;
      retireResults(this.folder);
    }
    this.ran = true;
  }

  onError(): void {
    this.failed = true;
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    const meta = test.parent.project()?.metadata['target'] as TargetMeta | undefined;
    const known = meta && this.gathered.get(meta.target);
    if (!known) return;
    this.writer ??= loadWriter();
    const outcomes = outcomesOf(result);
    known.outcomes.push(...outcomes);
    const shown = new Set(outcomes.map(({ scenario }) => scenario));
    const missing = scenariosOf(test).filter((scenario) => !shown.has(scenario));
    // Playwright skips what it does not reach, as beyond --max-failures; a scenario that is not sent says so in its evidence.
    const begun = result.status !== 'interrupted' && (shown.size > 0 || result.status !== 'skipped');
    for (const scenario of begun ? [...shown, ...missing] : shown) known.ended.add(scenario);
    for (const scenario of begun ? missing : []) known.lost.add(scenario);
    const start = result.startTime.getTime();
    known.span = { from: Math.min(known.span.from, start), to: Math.max(known.span.to, start + result.duration) };
  }

  async onEnd(result: FullResult): Promise<void> {
    process.off('SIGTERM', interrupt);
    // What Playwright could not run is an error of ours, and no deviation: its own exit code would say 1.
    if (this.failed) this.exitCode = 3;
    // The gate must not decide by an earlier run where this one could not begin.
    if (this.failed && !this.ran) retireResults(this.folder);
    // `--list` runs nothing, and there is nothing to report of.
    if (this.gathered.size === 0 || !this.ran) return;
    const results = this.results(result);
    const { writeReport } = await (this.writer ?? loadWriter());
    writeReport(this.folder, results, this.earlier);
    const paint = painter(process.stdout, process.env);
    print(renderLedger(results, paint));
    this.exitCode = results.exitCode;
  }

  onExit(): Promise<void> {
    if (this.exitCode !== null) process.exit(this.exitCode);
    return Promise.resolve();
  }

  /** A run that was stopped, or in which something of ours failed, is never better than not judged. */
  private exitCodeOf(told: ExitCode, { status }: FullResult): ExitCode {
    if (told === 1) return 1;
    if (this.failed) return 3;
    return told === 0 && (status === 'interrupted' || status === 'timedout') ? 2 : told;
  }

  private results(result: FullResult): Results {
    const day = result.startTime.toISOString().slice(0, 10);
    const runs = [...this.gathered.values()].map(
      ({ meta, selected, outcomes, ended, lost, span }): TargetRun => ({
        meta,
        selected: [...selected],
        outcomes,
        lost: [...lost],
        notRun: [...selected].filter(
          (scenario) => !ended.has(scenario) && !outcomes.some((outcome) => outcome.scenario === scenario),
        ),
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
      run: identityOf(this.commands, targets, gatheredBy(process.argv, process.env)),
      startedAt: result.startTime.toISOString(),
      durationMs: Math.round(result.duration),
      exitCode: this.exitCodeOf(exitCodeOf(targets, problems), result),
      problems,
      targets,
    };
  }
}
