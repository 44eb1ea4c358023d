import type { TestCase, TestResult } from '@playwright/test/reporter';
import { workersOf } from '../src/results/scratch.ts';

/**
 * Milliseconds past its time limit after which a worker that has said nothing is ended: a worker that still can tells
 * by itself that a test ran out of time, and puts away what it opened.
 */
const grace = 15_000;

/** Milliseconds that workers have to end in order when the run is stopped. */
const graceOfStop = 10_000;

/** Longest a timer of Node.js can wait. */
const longest = 2 ** 31 - 1;

/**
 * Ends workers that do not answer. What keeps a worker from its own time limit (a loop without end, a stopped process)
 * keeps it from every other sign too, and Playwright waits for one.
 */
export class Watch {
  private readonly running = new Map<TestResult, NodeJS.Timeout>();
  private quiet: NodeJS.Timeout | null = null;
  private readonly scratch: string;
  private readonly tell: (text: string) => void;
  /** Longest time limit of a test, milliseconds; 0 where none is limited. */
  private readonly limit: number;
  private stop: NodeJS.Timeout | null = null;
  private readonly stopped = (): void => {
    this.stop ??= later(graceOfStop, () => this.endAll('the run was stopped'));
  };

  constructor(scratch: string, limit: number, tell: (text: string) => void) {
    this.scratch = scratch;
    this.limit = limit;
    this.tell = tell;
    process.on('SIGINT', this.stopped);
    this.heard();
  }

  /** Something was heard of a worker. Where nothing is for longer than any test may take, all of them hang. */
  heard(): void {
    if (this.quiet) clearTimeout(this.quiet);
    if (this.limit > 0)
      this.quiet = later(this.limit + 2 * grace, () => this.endAll('nothing was heard of any worker'));
  }

  begun({ timeout, title }: TestCase, result: TestResult): void {
    if (timeout <= 0) return;
    const why = `${title.split(': ')[0]}: it does not answer, ${Math.round((timeout + grace) / 1000)} s after the test began`;
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
    this.tell(`worker ${index} (process ${worker.pid}) is ended: ${why}`);
    try {
      process.kill(worker.pid, 'SIGKILL');
    } catch {
      // It ended by itself in this very moment.
    }
  }

  private endAll(why: string): void {
    for (const index of workersOf(this.scratch).keys()) this.end(index, why);
  }
}

/** A timer that does not keep the process. */
function later(ms: number, act: () => void): NodeJS.Timeout {
  return setTimeout(act, Math.min(ms, longest)).unref();
}
