import { stripVTControlCharacters } from 'node:util';
import type {
  FullConfig,
  FullResult,
  Reporter,
  Suite,
  TestCase,
  TestError,
  TestResult,
} from '@playwright/test/reporter';
import { InputError } from '../src/contract/problems.ts';
import type { ExitCode, Results } from '../src/formats/results.ts';
import { painter, print, printError } from '../src/output/print.ts';
import { readCommand } from '../src/playwright/command.ts';
import { beginRun, endRun, nothingSelected, ownRun, type Run, refuseRun } from '../src/playwright/current.ts';
import { namedPrevious } from '../src/results/folder.ts';
import type { HistoryLine } from '../src/results/history.ts';
import { type CommandIdentity, gatheredBy, identityOf } from '../src/results/identity.ts';
import { exitCodeOf, ledgerOf } from '../src/results/ledger.ts';
import { kept } from '../src/results/read.ts';
import type { TargetRun } from '../src/results/target-run.ts';
import { toolOf } from '../src/results/tool.ts';
import { staleWaivers } from '../src/results/waivers.ts';
import type { TargetMeta } from '../src/target/meta.ts';
import { outcomesOf, scenariosOf } from './evidence.ts';
import type { Gathered } from './gathered.ts';
import { renderLedger } from './terminal.ts';
import { Watch } from './watch.ts';

/** What playwright.config.ts says of a target's project; nothing of it in a project that is none. */
interface Metadata {
  target?: TargetMeta;
  run?: CommandIdentity | null;
}

/** Whether a test is a scenario of a target, and none of the project's own. */
function isOfTarget(test: TestCase): boolean {
  return test.parent.project()?.metadata['target'] !== undefined;
}

/** What renders pages takes a while to load; a run waits for a token's end with nothing else to do. */
const loadWriter = () => import('./write.ts');

/** Playwright ends in order on SIGINT alone; what stops a job in CI, or `timeout`, sends SIGTERM. */
const interrupt = (): void => {
  process.kill(process.pid, 'SIGINT');
};

/** What Playwright calls an error and is none: it stopped where it was told to, and what is left is not judged. */
const stopped = /^(?:Timed out waiting|Testing stopped early)/;

/** Gathers the evidence of every scenario, also from merged shards, and writes the report when the run ends. */
export default class ConformanceReporter implements Reporter {
  private readonly gathered = new Map<string, Gathered>();
  /** The commands that sent the requests, one but for merged blob reports. */
  private readonly commands: CommandIdentity[] = [];
  private readonly ownTests = new Set<TestCase>();
  private readonly command = readCommand(process.argv);
  private run: Run | null = null;
  private watch: Watch | null = null;
  private earlier: Results | undefined;
  private exitCode: ExitCode | null = null;
  private failed = false;
  private history: HistoryLine[] = [];
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
    this.begin();
    if (!this.run) return;
    this.run.reports = true;
    const previous = namedPrevious();
    this.earlier = (previous && kept(previous)) || undefined;
    const tests = suite.allTests();
    const limits = tests.map(({ timeout }) => timeout);
    // A test of our own may set its limit while it runs, which is not known here.
    const isLimited = tests.every(isOfTarget) && !limits.includes(0);
    const limit = isLimited ? Math.max(0, ...limits) : 0;
    this.watch = new Watch(this.run.scratch, limit, printError);
  }

  /** The run of this command; in a session of many, each begins here. */
  private begin(): void {
    const { mode, text } = this.command;
    this.run = mode === 'session' ? null : ownRun();
    if (this.run || this.gathered.size === 0 || mode === 'list') return;
    try {
      this.run = beginRun(text);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      this.failed = true;
      printError(error.message);
      // There is no way to end a session from here; its workers send nothing.
      refuseRun(error.message);
    }
  }

  onTestBegin(test: TestCase, result: TestResult): void {
    if (isOfTarget(test)) this.watch?.begun(test, result);
    this.watch?.heard();
  }

  onStdOut(): void {
    this.watch?.heard();
  }

  onError({ message = '' }: TestError): void {
    if (!stopped.test(stripVTControlCharacters(message))) this.failed = true;
    // Also where it is an error of this reporter at the end of the run.
    if (this.failed && this.exitCode !== null && this.exitCode !== 1) this.exitCode = 3;
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    this.watch?.ended(result);
    this.watch?.heard();
    const meta = test.parent.project()?.metadata['target'] as TargetMeta | undefined;
    const known = meta && this.gathered.get(meta.target);
    if (!known) {
      this.ownTests.add(test);
      return;
    }
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
    this.watch?.close();
    // What Playwright could not run is an error of ours, and no deviation: its own exit code would say 1.
    if (this.failed) this.exitCode = 3;
    const { run } = this;
    if (!run) return;
    this.exitCode = 3;
    if (this.gathered.size === 0) {
      const fault = nothingSelected(run);
      endRun(run, fault);
      printError(`${fault}.`);
      return;
    }
    if ([...this.ownTests].some((test) => !test.ok())) this.failed = true;
    const results = this.results(result);
    const fault = await this.write(run, results);
    endRun(run, fault);
    const paint = painter(process.stdout, process.env);
    print(renderLedger(results, paint, this.history));
    if (fault === null) this.exitCode = results.exitCode;
    else printError(fault);
  }

  /** Writes the report; what kept it from being whole, null where it is. */
  private async write(run: Run, results: Results): Promise<string | null> {
    try {
      const { historyBeside, writeReport } = await (this.writer ?? loadWriter());
      writeReport(run.folder, results, { earlier: this.earlier, mark: run.mark });
      this.history = historyBeside(run.folder, results);
      return null;
    } catch (error) {
      if (error instanceof InputError) return error.message;
      return `The report could not be made: ${error instanceof Error ? error.stack : String(error)}`;
    }
  }

  onExit(): Promise<void> {
    // A session of many runs, as in UI mode, goes on.
    if (this.exitCode !== null && this.command.mode !== 'session') process.exit(this.exitCode);
    return Promise.resolve();
  }

  /** A run that was stopped, or in which something of ours failed, is never better than not judged. */
  private exitCodeOf(told: ExitCode, { status }: FullResult): ExitCode {
    if (told === 1) return 1;
    if (this.failed) return 3;
    return told === 0 && (status === 'interrupted' || status === 'timedout') ? 2 : told;
  }

  /** Of a session of many runs, each has an id of its own. */
  private identity(targets: Results['targets']): NonNullable<Results['run']> {
    const identity = identityOf(this.commands, targets, gatheredBy(process.argv, process.env));
    return this.run && this.command.mode !== 'merge' ? { ...identity, id: this.run.mark.id } : identity;
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
    return {
      formatVersion: 1,
      tool: toolOf(),
      run: this.identity(targets),
      startedAt: result.startTime.toISOString(),
      durationMs: Math.round(result.duration),
      exitCode: this.exitCodeOf(exitCodeOf(targets, problems), result),
      problems,
      targets,
    };
  }
}
