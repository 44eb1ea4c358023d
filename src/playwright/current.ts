/** The run that this process began, or belongs to as a worker. */

import { randomUUID } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputError } from '../contract/problems.ts';
import { type Owner, ownerOf } from '../files/owner.ts';
import { isObject, parseJson } from '../formats/json.ts';
import { reporterName } from '../package/place.ts';
import { shared } from '../package/shared.ts';
import { reportFiles, reportFolderAtAnyRate, retireReport } from '../results/folder.ts';
import { beginMark, endMark, FolderTaken, faultMark, type Mark, markBeside, markNamed } from '../results/mark.ts';
import { hadWorkers, leaveWorker, makeScratch, sweepScratch } from '../results/scratch.ts';
import { writing } from '../results/writing.ts';
import type { LastFailed } from './last-run.ts';

/** A run in progress. */
export interface Run {
  mark: Mark;
  /** Folder of its report. */
  folder: string;
  /** A folder for the files that its workers share; no other run uses it. */
  scratch: string;
  /** Whether the reporter that writes the report is active. */
  reports: boolean;
  /** A further explanation where nothing was selected; empty where there is none. */
  hint: string;
  /** What failed in the run before, as Playwright lists it; null where nobody knows. */
  lastFailed: LastFailed | null;
  /** Ends it when its process ends, with the exit code of Playwright; null as long as no results are written. */
  finish: ((code: number) => void) | null;
}

/** What a worker knows of its run. */
export interface Membership {
  id: string;
  scratch: string;
}

/** The environment variable that says to which run a process belongs. */
const variable = 'CONFORMANCE_MEMBERSHIP';

const nothingLeft =
  'no scenario was selected, so nothing was run and nothing is judged; check --grep, --only-changed, --last-failed and similar options, and whether --shard names an existing part';

const nothingFailed =
  'no scenario was selected, so nothing is judged: nothing failed in the run before, or it was of another project or environment; repeat the --project and TARGET_ENV of that run';

/** The message of a run that judged nothing because its selection was empty. */
function nothingSelected({ hint, mark, lastFailed }: Run): string {
  if (hint === '' && mark.command.includes('--test-list'))
    return `${nothingLeft}; Playwright reads a test list only where one of its lines names the file conformance.spec.ts by its path`;
  if (hint === '' && /--last-failed(?![\w-])/.test(mark.command))
    return lastFailed ? `${nothingFailed}; the list of what failed in it is kept` : nothingFailed;
  return hint === '' ? nothingLeft : `no scenario was selected, so nothing is judged: ${hint}`;
}

/** What else keeps a run from its first test, and what to say of it. */
const ends: Partial<Record<string, string>> = {
  timedout: 'the run reached its global timeout before any test began, so nothing is judged; raise --global-timeout',
  interrupted: 'the run was stopped before any test began, so nothing is judged',
  broken: 'an error, which Playwright printed, ended the run before any test of a target began, so nothing is judged',
};

/** Why a run has no test of a target: its status by Playwright, or `broken` where an error ended it. */
export function whyNothing(run: Run, how: string): string {
  return ends[how] ?? nothingSelected(run);
}

interface State {
  own: Run | null;
  /** Stays the same as long as the process lives. */
  withoutRun: string;
}

const state: State = shared('run', { own: null, withoutRun: randomUUID() });

/** The run that this process began; null where it began none, or has ended it. */
export function ownRun(): Run | null {
  return state.own;
}

/** Id of the run that this process began; without a run, an id that stays the same as long as the process lives. */
export function currentRunId(): string {
  return state.own?.mark.id ?? state.withoutRun;
}

function announce(membership: Membership | { refused: string } | null): void {
  if (membership === null) delete process.env[variable];
  else process.env[variable] = JSON.stringify(membership);
}

function marked(folder: string, command: string, owner?: Owner): Mark {
  const remedy = 'name a folder that can be written in CONFORMANCE_REPORT';
  try {
    return writing(folder, remedy, () => beginMark(folder, command, owner));
  } catch (error) {
    // The folder of a living run stays untouched; elsewhere nothing old may stay, with a mark or without.
    if (error instanceof FolderTaken) throw error;
    try {
      retireReport(folder);
    } catch {
      // Only the first fault is reported.
    }
    if (existsSync(join(folder, reportFiles.results)))
      markBeside(folder, command, error instanceof Error ? error.message : String(error));
    throw error;
  }
}

/**
 * Begins a run of this process: marks the folder of its report and puts every file of an earlier report aside.
 * @throws InputError where another run lives in the folder, or a path that it names cannot be written.
 */
export function beginRun(command: string, folder = reportFolderAtAnyRate()): Run {
  if (state.own) leaveScratch(state.own);
  const mark = marked(folder, command);
  const place = tmpdir();
  try {
    retireReport(folder);
    const scratch = writing(place, 'name another folder in TMPDIR', () => makeScratch(place));
    sweepScratch(place);
    state.own = { mark, folder, scratch, reports: false, hint: '', lastFailed: null, finish: null };
  } catch (error) {
    // The gate then gives this reason, instead of a process that is gone.
    faultMark(folder, mark, error instanceof Error ? error.message.split('\n').join(' ') : String(error));
    throw error;
  }
  const { scratch } = state.own;
  announce({ id: mark.id, scratch });
  return state.own;
}

/**
 * Puts every file of an earlier report aside and marks its folder for a run that another process will begin: if that
 * process never does so, nothing old is left to be taken for its results.
 * @throws InputError as beginRun does.
 */
export function announceRun(command: string, folder = reportFolderAtAnyRate()): void {
  const mark = marked(folder, command);
  let fault = 'no run has begun since';
  try {
    retireReport(folder);
  } catch (error) {
    fault = error instanceof Error ? error.message : String(error);
    throw error;
  } finally {
    faultMark(folder, mark, fault);
  }
}

/** Records, in the environment of its workers, that a run could not begin: they may send nothing, for this reason. */
export function refuseRun(reason: string): void {
  state.own = null;
  announce({ refused: reason });
}

/** Removes what an earlier run of this process left for its workers in the environment. */
export function forgetRun(): void {
  announce(null);
}

function leaveScratch({ scratch }: Run): void {
  rmSync(scratch, { recursive: true, force: true });
}

/** Ends a run: its results are whole, or `fault` says why there are none, and then the mark stays. */
export function endRun(run: Run, fault: string | null = null): void {
  if (fault === null) endMark(run.folder, run.mark);
  else faultMark(run.folder, run.mark, fault);
  leaveScratch(run);
  if (state.own === run) state.own = null;
  announce(null);
}

/**
 * Writes a report of existing results, as a run of its own: the files in the folder are put aside.
 * @throws InputError as beginRun does, and what `write` throws.
 */
export function reporting(folder: string, command: string, write: () => void): void {
  const run = beginRun(command, folder);
  try {
    write();
    endRun(run);
  } catch (error) {
    endRun(run, error instanceof Error ? error.message : String(error));
    throw error;
  }
}

/** The run that the parent process began in the folder, so that both are one; null where there is none. */
export function adoptRun(folder = reportFolderAtAnyRate()): Run | null {
  const known = membership();
  const mark = known && 'id' in known ? markNamed(folder, known.id) : null;
  if (!mark || !known || !('id' in known)) return null;
  state.own = { mark, folder, scratch: known.scratch, reports: false, hint: '', lastFailed: null, finish: null };
  return state.own;
}

function membership(): Membership | { refused: string } | null {
  const text = process.env[variable];
  if (text === undefined) return null;
  try {
    const json = parseJson(text);
    const value = isObject(json) ? json : {};
    if (typeof value['refused'] === 'string') return { refused: value['refused'] };
    const { id, scratch } = value;
    return typeof id === 'string' && typeof scratch === 'string' ? { id, scratch } : null;
  } catch {
    // The variable of another program says nothing about our runs.
    return null;
  }
}

/** Folder of the run that this process began or belongs to; null where there is none. */
export function scratchOfRun(): string | null {
  const run = state.own ?? membership();
  return run !== null && 'scratch' in run && existsSync(run.scratch) ? run.scratch : null;
}

/** Records in the run which process a worker is, so that it can be ended when it no longer answers. */
export function registerWorker(index: number): void {
  const known = membership();
  if (known === null || 'refused' in known || !existsSync(known.scratch)) return;
  leaveWorker(known.scratch, index);
}

/**
 * The run of a worker. Where the environment names none, as in UI mode with other reporters, the worker marks the
 * folder itself, and null means that the run has no id.
 * @throws InputError where the run was refused.
 */
export function joinRun(): Membership | null {
  const known = membership();
  if (known !== null && 'refused' in known) throw new InputError('Nothing is sent:', [known.refused]);
  if (known !== null && existsSync(known.scratch)) return known;
  const folder = reportFolderAtAnyRate();
  marked(folder, `a run without ${reporterName}`, ownerOf(process.ppid));
  retireReport(folder);
  return null;
}

/** Whether any worker of the run began to send. */
export function didRun({ scratch }: Run): boolean {
  return hadWorkers(scratch);
}
