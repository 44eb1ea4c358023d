import { isObject } from '../formats/json.ts';
import type { Results, Standing, TargetResult, TargetVerdict } from '../formats/results.ts';
import { medianLatency, passRate } from './outcome.ts';

/** First and last run, as their startedAt, in which a clause failed at a target. */
export interface Seen {
  first: string;
  last: string;
}

/** The entry of one run in the history of one target. */
export interface HistoryTarget {
  target: string;
  verdict: TargetVerdict;
  /** Share of the judged clauses that passed, 0 to 1; null when nothing was judged. */
  passRate: number | null;
  /** Milliseconds; null when nothing answered. */
  medianMs: number | null;
  /** Every clause that failed in this run or in one before it, by clause id. */
  seen: Record<string, Seen>;
}

/** One run in the history: one line of JSON. */
export interface HistoryLine {
  startedAt: string;
  targets: HistoryTarget[];
}

/** Most runs a history keeps. */
const HISTORY_LIMIT = 200;

const VERDICTS: readonly string[] = ['conforms', 'deviates', 'not-judged', 'error'] satisfies TargetVerdict[];

/**
 * Reads a history; an incomplete last line, which a torn write leaves, is ignored.
 * @throws Error naming the line when any other line is not a run.
 */
export function parseHistory(text: string): HistoryLine[] {
  const rows = text.split('\n').flatMap((row, index) => (row.trim() === '' ? [] : [{ row, line: index + 1 }]));
  return rows.flatMap(({ row, line }, index) => {
    const parsed = parseLine(row);
    if (parsed !== null) return [parsed];
    if (index === rows.length - 1) return [];
    throw new Error(`history, line ${line}: not a run of this suite; delete the line, or the file to start afresh`);
  });
}

/** Adds a run to a history and drops the oldest runs beyond `limit`; a run that is in it already is replaced. */
export function appendHistory(
  history: readonly HistoryLine[],
  results: Results,
  limit: number = HISTORY_LIMIT,
): HistoryLine[] {
  const earlier = history.filter((line) => line.startedAt !== results.startedAt);
  const line: HistoryLine = {
    startedAt: results.startedAt,
    targets: results.targets.map((target) => summarise(target, results.startedAt, earlier)),
  };
  return [...earlier, line].slice(-Math.max(1, limit));
}

/** Writes a history as JSON lines. */
export function formatHistory(history: readonly HistoryLine[]): string {
  return history.map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** Finds when a clause first and last failed at a target; undefined when it never did. */
export function seenOf(history: readonly HistoryLine[], target: string, clause: string): Seen | undefined {
  const seen = latest(history, target)?.seen;
  return seen && Object.hasOwn(seen, clause) ? seen[clause] : undefined;
}

/** Runs that a standing looks back on: a week of nights. */
const lookBack = 7;

/** Since when a clause fails at a target; null where the last run of the target did not show it. */
export function standingOf(history: readonly HistoryLine[], target: string, clause: string): Standing | null {
  const runs = runsOf(history, target).map(({ startedAt, seen }) => ({
    startedAt,
    failed: Object.hasOwn(seen, clause) && seen[clause]?.last === startedAt,
  }));
  if (!runs.at(-1)?.failed) return null;
  const before = runs.findLastIndex(({ failed }) => !failed);
  const last = runs.slice(-lookBack);
  const [first] = runs.slice(before + 1);
  return { since: first?.startedAt ?? '', failed: last.filter(({ failed }) => failed).length, of: last.length };
}

/** Results in which each clause that fails says since when: as it was recorded, else by a history that ends with this run. */
export function dated(results: Results, history: readonly HistoryLine[]): Results {
  const targets = results.targets.map((target) => {
    const clauses = target.clauses.map((clause) => {
      const standing = clause.verdict === 'fail' && (clause.standing ?? standingOf(history, target.target, clause.id));
      return standing ? { ...clause, standing } : clause;
    });
    return { ...target, clauses };
  });
  return { ...results, targets };
}

/** The runs of one target, oldest first. */
export function runsOf(history: readonly HistoryLine[], target: string): (HistoryTarget & { startedAt: string })[] {
  return history.flatMap((line) =>
    line.targets.filter((entry) => entry.target === target).map((entry) => ({ ...entry, startedAt: line.startedAt })),
  );
}

function summarise(target: TargetResult, startedAt: string, earlier: readonly HistoryLine[]): HistoryTarget {
  const before = new Map(Object.entries(latest(earlier, target.target)?.seen ?? {}));
  for (const clause of target.clauses) {
    if (clause.verdict !== 'fail') continue;
    before.set(clause.id, { first: before.get(clause.id)?.first ?? startedAt, last: startedAt });
  }
  return {
    target: target.target,
    verdict: target.verdict,
    passRate: passRate(target),
    medianMs: medianLatency(target),
    seen: Object.fromEntries(before),
  };
}

function latest(history: readonly HistoryLine[], target: string): HistoryTarget | undefined {
  return history
    .findLast((line) => line.targets.some((entry) => entry.target === target))
    ?.targets.find((entry) => entry.target === target);
}

function parseLine(row: string): HistoryLine | null {
  try {
    const value: unknown = JSON.parse(row);
    return isLine(value) ? value : null;
  } catch {
    // For the caller, a line that is not JSON and a line of another shape are the same: no run.
    return null;
  }
}

function isLine(value: unknown): value is HistoryLine {
  return isObject(value) && typeof value.startedAt === 'string' && isList(value.targets, isTarget);
}

function isTarget(value: unknown): value is HistoryTarget {
  return (
    isObject(value) &&
    typeof value.target === 'string' &&
    typeof value.verdict === 'string' &&
    VERDICTS.includes(value.verdict) &&
    isNumberOrNull(value.passRate) &&
    isNumberOrNull(value.medianMs) &&
    isObject(value.seen) &&
    isList(Object.values(value.seen), isSeen)
  );
}

function isSeen(value: unknown): value is Seen {
  return isObject(value) && typeof value.first === 'string' && typeof value.last === 'string';
}

function isList<T>(value: unknown, each: (entry: unknown) => entry is T): value is T[] {
  return Array.isArray(value) && value.every(each);
}

function isNumberOrNull(value: unknown): value is number | null {
  return value === null || typeof value === 'number';
}
