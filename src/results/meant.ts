/** Which run a caller means, and whether what was recorded is of it. */
import type { Results, RunIdentity } from '../formats/results.ts';
import { anyRun, isNamedRun, namesIn, whyOtherRun } from './identity.ts';
import { type Passing, passedAt } from './passed.ts';

/** Which run a caller means. */
export interface Meant {
  /**
   * Hours since it began, at most. Where nothing names the run, they lift that its results pass once, and within an hour of its
   * end; a run that `run` or the job names must be that one all the same.
   */
  maxAgeHours?: number | undefined;
  /** The variables of the job, of which those of a CI name its run. */
  variables?: Readonly<Record<string, string>>;
  /** Its name or id, or `any`. */
  run?: string | undefined;
}

/** What was recorded of a run, in results or in blob reports. */
export interface Recorded extends Pick<Results, 'startedAt' | 'durationMs'> {
  /** The names and ids of the commands that made it. */
  runs: readonly Partial<Pick<RunIdentity, 'id' | 'name' | 'names'>>[];
  /** What tells it from the record of any other run. */
  key: string;
}

const hourMs = 3_600_000;

/** Hours after which results are those of another day: a night and its morning. */
const freshHours = 18;

/** Hours by which the clock of the machine that ran may be ahead of this one's. */
const mostAhead = 1;

/** Hours since the end of a run after which a caller who names none may mean a later one that never began. */
const unnamedHours = 1;

/** Why passing results are too old to be those of the run that was just made; null where they may be. */
export function whyStale({ startedAt }: Pick<Results, 'startedAt'>, maxAgeHours: number, now: Date): string | null {
  const hours = (now.getTime() - Date.parse(startedAt)) / hourMs;
  if (hours < -mostAhead)
    return `the run began at ${startedAt}, which is in the future: the clock here, or where it ran, is wrong`;
  if (hours <= maxAgeHours) return null;
  return `the run began at ${startedAt}, ${Math.floor(hours)} hours ago: these are not the results of a run of today; --max-age sets how many hours are allowed`;
}

/** A span in words: `3 min`, `5 h`. */
function spanOf(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  return minutes < 120 ? `${minutes} min` : `${Math.floor(minutes / 60)} h`;
}

/** When the run of results began, in words. */
export function begun({ startedAt }: Pick<Results, 'startedAt'>, now: Date): string {
  return `of the run that began at ${startedAt}, ${spanOf(now.getTime() - Date.parse(startedAt))} ago`;
}

/** What a caller calls what was recorded, and what makes it anew. */
const words: Record<Passing, { these: string; passed: string; anew: string }> = {
  gate: { these: 'these results', passed: 'passed already', anew: 'npx playwright test' },
  merge: {
    these: 'these blob reports',
    passed: 'were merged already',
    anew: 'npx playwright test --reporter=blob in each job',
  },
};

/**
 * Why results, of which a caller leaves open which run they must be of, may be left from an earlier one: they passed
 * already, or the run ended long ago. Null where they may be meant. `folder` is that of the report.
 */
export function whyLeft(by: Passing, recorded: Recorded, folder: string, meant: Meant, now: Date): string | null {
  if (!isUnnamed(recorded, meant)) return null;
  const { these, passed: passedAlready, anew } = words[by];
  const ways = `If you have run the tests since, that run did not begin: read what Playwright printed, and run ${anew} again. If you want to use ${these} all the same, add --run ${anyRun}`;
  const passed = passedAt(by, folder, recorded.key);
  if (passed !== null) return `${these} ${passedAlready} at ${passed}, and there are no newer ones. ${ways}`;
  const inCi = Object.keys(namesIn(meant.variables ?? {})).length > 0;
  const idle = now.getTime() - Date.parse(recorded.startedAt) - recorded.durationMs;
  if (inCi || idle <= unnamedHours * hourMs) return null;
  return `${these} are of a run that ended ${spanOf(idle)} ago, and there are no newer ones. ${ways}`;
}

/** Whether a caller leaves open which run is meant. */
export function isUnnamed({ runs }: Recorded, { maxAgeHours, variables = {}, run }: Meant): boolean {
  return maxAgeHours === undefined && !runs.every((one) => isNamedRun(one, variables, run));
}

/** Why passing results of a folder are not of the run that a caller means, and what to do; null where they may be. */
export function whyNotMeant(
  recorded: Recorded,
  folder: string | null,
  meant: Meant,
  now: Date,
  again: string,
): string | null {
  const { maxAgeHours = freshHours, variables = {}, run } = meant;
  const [other] = recorded.runs.flatMap((one) => whyOtherRun(one, variables, run) ?? []);
  const fault = other ?? whyStale(recorded, maxAgeHours, now);
  if (fault !== null) return `${fault}; ${again}`;
  // Whoever names a file that no run writes to, as that of the run before, names the run.
  return folder === null ? null : whyLeft('gate', recorded, folder, meant, now);
}
