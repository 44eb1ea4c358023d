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
import type { Part } from '../src/playwright/blobs.ts';
import { readCommand } from '../src/playwright/command.ts';
import { asConfigured } from '../src/playwright/configured.ts';
import { beginRun, endRun, ownRun, type Run, refuseRun, whyNothing } from '../src/playwright/current.ts';
import { Hosts } from '../src/playwright/hosts.ts';
import { restoreAtEnd } from '../src/playwright/last-run.ts';
import { mixtureProblems } from '../src/playwright/whole.ts';
import { namedPrevious } from '../src/results/folder.ts';
import { dated } from '../src/results/history.ts';
import { type CommandIdentity, gatheredBy, identityOf } from '../src/results/identity.ts';
import { kept } from '../src/results/read.ts';
import { leaveSelected } from '../src/results/scratch.ts';
import { metadataOf, outcomesOf, scenariosOf } from './evidence.ts';
import type { Extras } from './extras.ts';
import { type Gathered, nothingOf, resultsOf } from './gathered.ts';
import { renderLedger } from './terminal.ts';
import { faultOf, meaningOf, notKept } from './troubles.ts';
import { isOfTarget, longestLimit, Watch } from './watch.ts';

/** Loading what renders pages takes a while, so it begins while the run waits for the end of a token. */
const loadWriter = () => import('./write.ts');

/** Playwright stops in order on SIGINT alone; a CI system or `timeout` sends SIGTERM. */
const interrupt = (): void => {
  process.kill(process.pid, 'SIGINT');
};

/** Gathers the evidence of every scenario, also from merged shards, and writes the report when the run ends. @example `playwright test --reporter=payment-token-conformance/reporter` */
export default class ConformanceReporter implements Reporter {
  private readonly gathered = new Map<string, Gathered>();
  /** The commands that sent the requests; more than one only for merged blob reports. */
  private readonly commands: CommandIdentity[] = [];
  /** What each of them was to do at each target. */
  private readonly parts: Part[] = [];
  private readonly ownTests = new Set<TestCase>();
  private readonly command = readCommand(process.argv);
  private run: Run | null = null;
  private watch: Watch | null = null;
  private hosts: Hosts | null = null;
  private earlier: Results | undefined;
  private failed = false;
  /** Whether an error other than an empty selection ended the run, or kept it from beginning. */
  private broken = false;
  /** Ends the run of a session. */
  private end: (() => void) | null = null;
  private extras: Extras = {};
  private writer: ReturnType<typeof loadWriter> | null = null;
  private written: Awaited<ReturnType<typeof loadWriter>> | null = null;
  /** What tells the results that were written from others. */
  private stamp: string | null = null;

  printsToStdio(): boolean {
    return false;
  }

  onBegin(config: FullConfig, suite: Suite): void {
    for (const one of suite.suites) {
      const project = one.project();
      const { target: meta, run } = metadataOf(project);
      const tests = one.allTests();
      if (!project || !meta || tests.length === 0) continue;
      const scenarios = tests.flatMap(scenariosOf);
      const command = run && asConfigured(run, config, project, meta.provider);
      if (command) this.commands.push(command);
      if (command) this.parts.push({ project: project.name, meta, run: command, scenarios });
      const known = this.gathered.get(meta.target) ?? nothingOf(meta);
      for (const scenario of scenarios) known.selected.add(scenario);
      this.gathered.set(meta.target, known);
    }
    process.once('SIGTERM', interrupt);
    this.requireOneRun();
    this.begin();
    if (!this.run) return;
    this.run.reports = true;
    leaveSelected(this.run.scratch, this.gathered);
    const previous = namedPrevious();
    this.earlier = (previous && kept(previous)) || undefined;
    this.watch = new Watch(this.run.scratch, longestLimit(suite.allTests()), printError);
    if (this.command.mode === 'run') this.hosts = new Hosts(this.run.scratch);
  }

  /** `npm run merge` looks at blob reports before they are merged; Playwright's own command merges whatever it is given. */
  private requireOneRun(): void {
    const problems = gatheredBy(process.argv, process.env) === 'blobs' ? mixtureProblems(this.parts) : [];
    for (const problem of problems) printError(problem);
    this.failed ||= problems.length > 0;
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
    const meaning = meaningOf(message);
    this.failed ||= meaning !== 'stopped';
    this.broken ||= meaning === 'other';
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    this.watch?.ended(result);
    this.watch?.heard();
    const { target: meta } = metadataOf(test.parent.project());
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
    const { run } = this;
    // A test that Playwright could not run is an error of the suite, not a deviation: its own exit code would be 1.
    if (!run) return this.failed ? this.exitWith(3) : undefined;
    if (this.gathered.size === 0) {
      if (run.lastFailed) restoreAtEnd(run.lastFailed);
      const fault = whyNothing(run, this.broken ? 'broken' : result.status);
      endRun(run, fault);
      printError(`${fault}.`);
      return this.exitWith(3);
    }
    if ([...this.ownTests].some((test) => !test.ok())) this.failed = true;
    const results = resultsOf(this.gathered.values(), result, this.failed, (targets) => this.identity(targets));
    const fault = await this.write(run, results);
    if (fault === null) this.finishLater(run, results);
    else endRun(run, fault);
    const paint = painter(process.stdout, process.env);
    print(renderLedger(dated(results, this.extras.history ?? []), paint));
    if (fault !== null) {
      printError(fault);
      return this.exitWith(3);
    }
    if (this.command.mode === 'session') return;
    const metas = [...this.gathered.values()].map(({ meta }) => meta);
    await (await import('./notify.ts')).notify(results, this.extras, metas);
  }

  /** Writes the report; returns what kept it from being whole, or null. */
  private async write(run: Run, results: Results): Promise<string | null> {
    try {
      this.written = await (this.writer ?? loadWriter());
      this.written.writeReport(run.folder, results, { earlier: this.earlier, mark: run.mark });
      this.stamp = this.written.stampOf(run.folder);
      this.extras = this.written.extrasOf(run.folder, results, this.earlier);
      return null;
    } catch (error) {
      return faultOf(error);
    }
  }

  /**
   * Another reporter may fail, or fail the run, after the results are written: the run ends with its process, whose exit
   * code is known then. A session continues with further runs, so that each ends with its last reporter. Where the results pass
   * no gate, the run ends at once: the html reporter may serve its page for as long as somebody reads it.
   */
  private finishLater(run: Run, results: Results): void {
    if (results.exitCode !== 0) {
      endRun(run);
      this.exitWith(results.exitCode);
      return;
    }
    const finish = (code: number): void => this.finish(run, results, code);
    if (this.command.mode === 'session') this.end = () => finish(0);
    else run.finish = finish;
  }

  private finish(run: Run, results: Results, code: number): void {
    const exitCode = this.failed || code !== 0 ? 3 : results.exitCode;
    let fault = this.written?.stampOf(run.folder) === this.stamp ? null : notKept(run.folder);
    if (exitCode !== results.exitCode && fault === null) {
      printError(`${run.folder}: a reporter failed after the results were written, so that the exit code is 3.`);
      try {
        this.written?.writeReport(run.folder, { ...results, exitCode }, { earlier: this.earlier, mark: run.mark });
      } catch (error) {
        fault = faultOf(error);
      }
    }
    endRun(run, fault);
    if (fault !== null) printError(fault);
    this.exitWith(fault === null ? exitCode : 3);
  }

  /** Sets the exit code of this process, whatever Playwright sets before it ends; a session has none of its own. */
  private exitWith(code: ExitCode): void {
    if (this.command.mode === 'session') return;
    process.exitCode = code;
    process.once('exit', () => {
      process.exitCode = code === 2 && this.failed ? 3 : code;
    });
  }

  onExit(): Promise<void> {
    this.end?.();
    return Promise.resolve();
  }

  /** In a session, each run has an id of its own. */
  private identity(targets: Results['targets']): NonNullable<Results['run']> {
    const identity = identityOf(this.commands, targets, gatheredBy(process.argv, process.env));
    return this.run && this.command.mode !== 'merge' ? { ...identity, id: this.run.mark.id } : identity;
  }
}
