import type { TestCase, TestResult } from '@playwright/test/reporter';
import { workersOf } from '../src/results/scratch.ts';
import { scenariosOf } from './evidence.ts';

/**
 * Milliseconds past its time limit after which a silent worker is ended: a worker that still runs reports by itself
 * that a test ran out of time, and closes what it opened.
 */
const grace = 15_000;

/** Milliseconds that workers have to end in order when the run is stopped. */
const graceOfStop = 10_000;

/** Longest delay of a timer of Node.js. */
const longest = 2 ** 31 - 1;

/**
 * Ends workers that do not answer. A worker that cannot keep its own time limit (an endless loop, a stopped process)
 * sends nothing else either, and Playwright would wait for it without end.
 */
export class Watch {
  private readonly running = new Map<TestResult, NodeJS.Timeout>();
  private quiet: NodeJS.Timeout | null = null;
  private readonly scratch: string;
  private readonly report: (text: string) => void;
  /** Longest time limit of a test, milliseconds; 0 where none is limited. */
  private readonly limit: number;
  private stop: NodeJS.Timeout | null = null;
  private readonly stopped = (): void => {
    this.stop ??= later(graceOfStop, () => this.endAll('the run was stopped'));
  };

  constructor(scratch: string, limit: number, report: (text: string) => void) {
    this.scratch = scratch;
    this.limit = limit;
    this.report = report;
    process.on('SIGINT', this.stopped);
    this.heard();
  }

  /** A worker sent something. If none does for longer than any test may take, all of them hang. */
  heard(): void {
    if (this.quiet) clearTimeout(this.quiet);
    if (this.limit > 0)
      this.quiet = later(this.limit + 2 * grace, () => this.endAll('nothing was heard of any worker'));
  }

  begun(test: TestCase, result: TestResult): void {
    const { timeout } = test;
    if (timeout <= 0) return;
    const [first = '', ...others] = scenariosOf(test);
    const named = others.length > 0 ? `${first} and ${others.length} more` : first;
    const why = `${named}: it does not answer, ${Math.round((timeout + grace) / 1000)} s after the test began`;
    this.running.set(
      result,
      later(timeout + grace, () => this.end(result.workerIndex, why)),
    );
  }

  ended(result: TestResult): void {
    clearTimeout(this.running.get(result));
    this.running.delete(result);
  }

  close(): void {
    process.off('SIGINT', this.stopped);
    for (const timer of this.running.values()) clearTimeout(timer);
    this.running.clear();
    for (const timer of [this.quiet, this.stop]) if (timer) clearTimeout(timer);
  }

  private end(index: number, why: string): void {
    const worker = workersOf(this.scratch).get(index);
    if (!worker) return;
    this.report(`worker ${index} (process ${worker.pid}) is ended: ${why}`);
    try {
      process.kill(worker.pid, 'SIGKILL');
    } catch {
      // It has just ended by itself.
    }
  }

  private endAll(why: string): void {
    for (const index of workersOf(this.scratch).keys()) this.end(index, why);
  }
}

/** Whether a test belongs to a target, and not to the project's own tests. */
export function isOfTarget(test: TestCase): boolean {
  return test.parent.project()?.metadata['target'] !== undefined;
}

/** Longest time limit of the tests in milliseconds; 0 where one has none, or is our own: it may set its limit while it runs. */
export function longestLimit(tests: TestCase[]): number {
  const limits = tests.map(({ timeout }) => timeout);
  return tests.every(isOfTarget) && !limits.includes(0) ? Math.max(0, ...limits) : 0;
}

/** A timer that does not keep the process alive. */
function later(ms: number, act: () => void): NodeJS.Timeout {
  return setTimeout(act, Math.min(ms, longest)).unref();
}
