import { clearLine, cursorTo } from 'node:readline';
import { terminalText } from '../src/output/print.ts';
import { type Waiting, waitingText } from '../src/playwright/waiting.ts';
import { visible } from './words.ts';

/** A target as the live line shows it. */
export interface LiveTarget {
  target: string;
  /** Scenarios that ended. */
  done: number;
  total: number;
  /** The purpose of its wait, and its end in milliseconds since the epoch; null while it sends. */
  waiting: { until: number; what: string } | null;
}

/** Where progress is written. */
export interface Stream extends NodeJS.WritableStream {
  isTTY?: boolean;
  columns?: number;
}

/** Milliseconds between two updates of a wait. */
const TICK = 200;

/** Replaces what does not fit into the width. */
const MORE = ' …';

/**
 * Opens the line that shows the progress of every target: redrawn on a terminal, a plain line now and then elsewhere.
 */
export function openLine(stream: Stream, targets: () => readonly LiveTarget[]) {
  const live = stream.isTTY === true;
  let drawn = false;
  let clock: NodeJS.Timeout | null = null;

  function clear(): void {
    if (!drawn) return;
    clearLine(stream, 0);
    cursorTo(stream, 0);
    drawn = false;
  }

  function draw(): void {
    if (!live) return;
    clear();
    const line = lineOf(targets(), Date.now(), (stream.columns ?? 80) - 1);
    if (line !== '') stream.write(terminalText(line));
    drawn = line !== '';
    tick();
  }

  /** Redraws during a wait, which changes without an event of Playwright's. */
  function tick(): void {
    const waits = targets().some(({ waiting }) => waiting !== null);
    if (waits && clock === null) clock = setInterval(draw, TICK).unref();
    if (!waits && clock !== null) {
      clearInterval(clock);
      clock = null;
    }
  }

  function print(lines: readonly string[]): void {
    if (lines.length > 0) {
      clear();
      stream.write(`${terminalText(lines.join('\n'))}\n`);
    }
    draw();
  }

  return {
    draw,
    print,
    wait(target: LiveTarget, waiting: Waiting): void {
      target.waiting = { until: Date.now() + waiting.ms, what: waiting.what };
      if (live) draw();
      else print([`  ${waitingText(waiting)}`]);
    },
    finished({ target, done, total }: LiveTarget, found: string): void {
      // On a terminal the live line has shown it, and the ledger will.
      if (!live) print([`  ${target} ${done}/${total} done, ${found}`]);
    },
    close(): void {
      if (clock !== null) clearInterval(clock);
      clock = null;
      clear();
    },
  };
}

/** The progress of every target in at most `width` characters; finished targets are only counted. */
export function lineOf(targets: readonly LiveTarget[], now: number, width: number): string {
  const running = targets.filter(({ done, total }) => done < total);
  const ended = targets.length - running.length;
  const parts = (running.length > 0 ? running : targets).map((target) => partOf(target, now));
  if (running.length > 0 && ended > 0) parts.push(`${ended} done`);
  const line = `  ${parts.join('  ')}`;
  if (targets.length === 0) return '';
  return line.length <= width ? line : `${line.slice(0, Math.max(0, width - MORE.length))}${MORE}`;
}

function partOf({ target, done, total, waiting }: LiveTarget, now: number): string {
  const name = `${visible(target)} ${done}/${total}`;
  if (waiting === null) return name;
  return `${name} waiting ${(Math.max(0, waiting.until - now) / 1000).toFixed(1)} s ${waiting.what}`;
}
