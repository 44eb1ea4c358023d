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
import { toolOf } from '../src/files/tool.ts';
import type { ExitCode, Results } from '../src/formats/results.ts';
import { painter, print, printError } from '../src/output/print.ts';
import { readCommand } from '../src/playwright/command.ts';
import { asConfigured } from '../src/playwright/configured.ts';
import { beginRun, endRun, nothingSelected, ownRun, type Run, refuseRun } from '../src/playwright/current.ts';
import { Hosts } from '../src/playwright/hosts.ts';
import { namedPrevious } from '../src/results/folder.ts';
import { dated } from '../src/results/history.ts';
import { type CommandIdentity, gatheredBy, identityOf } from '../src/results/identity.ts';
import { exitCodeOf, ledgerOf } from '../src/results/ledger.ts';
import { kept } from '../src/results/read.ts';
import type { TargetRun } from '../src/results/target-run.ts';
import { staleWaivers } from '../src/results/waivers.ts';
import type { TargetMeta } from '../src/target/meta.ts';
import { outcomesOf, scenariosOf } from './evidence.ts';
import type { Extras } from './extras.ts';
import type { Gathered } from './gathered.ts';
import { renderLedger } from './terminal.ts';
import { isOfTarget, longestLimit, Watch } from './watch.ts';

/** The metadata that playwright.config.ts gives a target's project; other projects have none of it. */
interface Metadata {
  target?: TargetMeta;
  run?: CommandIdentity | null;
}

/** Loading what renders pages takes a while, so it begins while the run waits for the end of a token. */
const loadWriter = () => import('./write.ts');

/** Playwright stops in order on SIGINT alone; a CI system or `timeout` sends SIGTERM. */
const interrupt = (): void => {
  process.kill(process.pid, 'SIGINT');
};

/** Errors of Playwright that only say that it stopped where it was asked to; the rest is then not judged. */
const stopped = /^(?:Timed out waiting|Testing stopped early)/;

/** Gathers the evidence of every scenario, also from merged shards, and writes the report when the run ends. @example `playwright test --reporter=payment-token-conformance/reporter` */
export default class ConformanceReporter implements Reporter {
  private readonly gathered = new Map<string, Gathered>();
  /** The commands that sent the requests; more than one only for merged blob reports. */
  private readonly commands: CommandIdentity[] = [];
  private readonly ownTests = new Set<TestCase>();
  private readonly command = readCommand(process.argv);
  private run: Run | null = null;
  private watch: Watch | null = null;
  private hosts: Hosts | null = null;
  private earlier: Results | undefined;
  private exitCode: ExitCode | null = null;
  private failed = false;
  private extras: Extras = {};
  private writer: ReturnType<typeof loadWriter> | null = null;

  printsToStdio(): boolean {
    return false;
  }

  onBegin(config: FullConfig, suite: Suite): void {
    for (const one of suite.suites) {
      const project = one.project();
      const { target: meta, run } = (project?.metadata ?? {}) as Metadata;
      const tests = one.allTests();
      if (!project || !meta || tests.length === 0) continue;
      if (run) this.commands.push(asConfigured(run, config, project, meta.provider));
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
    this.watch = new Watch(this.run.scratch, longestLimit(suite.allTests()), printError);
    if (this.command.mode === 'run') this.hosts = new Hosts(this.run.scratch);
  }

  /** Begins the run of this command; in a session, each run begins here. */
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
      // A session cannot be ended from here; its workers send nothing.
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
    // This also holds for an error of this reporter at the end of the run.
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
    this.hosts?.ended(test, result);
    this.writer ??= loadWriter();
    const outcomes = outcomesOf(result);
    known.outcomes.push(...outcomes);
    const shown = new Set(outcomes.map(({ scenario }) => scenario));
    const missing = scenariosOf(test).filter((scenario) => !shown.has(scenario));
    // Playwright skips tests that it does not reach, as beyond --max-failures; a scenario that is not sent has
    // evidence.
    const begun = result.status !== 'interrupted' && (shown.size > 0 || result.status !== 'skipped');
    for (const scenario of begun ? [...shown, ...missing] : shown) known.ended.add(scenario);
    for (const scenario of begun ? missing : []) known.lost.add(scenario);
    const start = result.startTime.getTime();
    known.span = { from: Math.min(known.span.from, start), to: Math.max(known.span.to, start + result.duration) };
  }

  async onEnd(result: FullResult): Promise<void> {
    process.off('SIGTERM', interrupt);
    this.watch?.close();
    this.hosts?.close();
    // A test that Playwright could not run is an error of the suite, not a deviation: its own exit code would be 1.
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
    print(renderLedger(dated(results, this.extras.history ?? []), paint));
    if (fault !== null) return printError(fault);
    this.exitCode = results.exitCode;
    if (this.command.mode === 'session') return;
    const metas = [...this.gathered.values()].map(({ meta }) => meta);
    await (await import('./notify.ts')).notify(results, this.extras, metas);
  }

  /** Writes the report; returns what kept it from being whole, or null. */
  private async write(run: Run, results: Results): Promise<string | null> {
    try {
      const { extrasOf, writeReport } = await (this.writer ?? loadWriter());
      writeReport(run.folder, results, { earlier: this.earlier, mark: run.mark });
      this.extras = extrasOf(run.folder, results, this.earlier);
      return null;
    } catch (error) {
      if (error instanceof InputError) return error.message;
      return `The report could not be made: ${error instanceof Error ? error.stack : String(error)}`;
    }
  }

  onExit(): Promise<void> {
    // A session continues with further runs.
    if (this.exitCode !== null && this.command.mode !== 'session') process.exit(this.exitCode);
    return Promise.resolve();
  }

  /** A run that was stopped, or in which something of the suite failed, is never better than not judged. */
  private exitCodeOf(ofTargets: ExitCode, { status }: FullResult): ExitCode {
    if (ofTargets === 1) return 1;
    if (this.failed) return 3;
    return ofTargets === 0 && (status === 'interrupted' || status === 'timedout') ? 2 : ofTargets;
  }

  /** In a session, each run has an id of its own. */
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
