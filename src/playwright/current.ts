/** The run that this process began, or takes part in as a worker. */

import { randomUUID } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputError } from '../contract/problems.ts';
import { type Owner, ownerOf } from '../files/owner.ts';
import { isObject, parseJson } from '../formats/json.ts';
import { reporterName } from '../package/place.ts';
import { reportFiles, reportFolderAtAnyRate, retireReport } from '../results/folder.ts';
import { beginMark, endMark, FolderTaken, faultMark, type Mark, markBeside, markNamed } from '../results/mark.ts';
import { hadWorkers, leaveWorker, makeScratch, sweepScratch } from '../results/scratch.ts';
import { writing } from '../results/writing.ts';

/** A run under way. */
export interface Run {
  mark: Mark;
  /** Folder of its report. */
  folder: string;
  /** Folder of its own for what its workers leave to each other; no other run touches it. */
  scratch: string;
  /** Whether the reporter that writes the report takes part. */
  reports: boolean;
  /** What to say besides where nothing was selected; empty where nothing is known of it. */
  hint: string;
}

/** What a worker knows of its run. */
export interface Membership {
  id: string;
  scratch: string;
}

/** Tells the processes that a run starts which run they belong to. */
const variable = 'CONFORMANCE_MEMBERSHIP';

const nothingLeft =
  'no scenario was selected, so nothing was run and nothing is judged; see what --grep, --only-changed, --last-failed and the like leave over, and whether --shard names a part that is there';

/** What to tell of a run that judged nothing because nothing was left of its selection. */
export function nothingSelected({ hint }: Run): string {
  return hint === '' ? nothingLeft : `no scenario was selected, so nothing is judged: ${hint}`;
}

let own: Run | null = null;

/** The run that this process began; null where it began none, or has ended it. */
export function ownRun(): Run | null {
  return own;
}

const withoutRun = randomUUID();

/** Id of the run that this process began; where it began none, one that stays the same as long as the process lives. */
export function currentRunId(): string {
  return own?.mark.id ?? withoutRun;
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
    // Where another run lives, the folder is its own; elsewhere nothing old may stay in it, mark or no mark.
    if (error instanceof FolderTaken) throw error;
    try {
      retireReport(folder);
    } catch {
      // The fault that is told is the first one.
    }
    if (existsSync(join(folder, reportFiles.results))) markBeside(folder, command);
    throw error;
  }
}

/**
 * Begins a run of this process: marks the folder of its report and puts every file of an earlier report aside.
 * @throws InputError where another run lives in the folder, or a path that it names cannot be written.
 */
export function beginRun(command: string, folder = reportFolderAtAnyRate()): Run {
  if (own) leaveScratch(own);
  const mark = marked(folder, command);
  const place = tmpdir();
  try {
    retireReport(folder);
    const scratch = writing(place, 'name another folder in TMPDIR', () => makeScratch(place));
    sweepScratch(place);
    own = { mark, folder, scratch, reports: false, hint: '' };
  } catch (error) {
    // The gate says why, instead of that a process is gone.
    faultMark(folder, mark, error instanceof Error ? error.message.split('\n').join(' ') : String(error));
    throw error;
  }
  const { scratch } = own;
  announce({ id: mark.id, scratch });
  return own;
}

/**
 * Puts every file of an earlier report aside and marks its folder for a run that another process is about to begin: where
 * that one never comes to it, nothing old is left to be taken for its results.
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

/** Tells the workers of a run that could not begin that they may send nothing, and why. */
export function refuseRun(reason: string): void {
  own = null;
  announce({ refused: reason });
}

/** Forgets that an earlier run of this process told its workers anything. */
export function forgetRun(): void {
  announce(null);
}

function leaveScratch({ scratch }: Run): void {
  rmSync(scratch, { recursive: true, force: true });
}

/** Ends a run: its results are whole, or `fault` says why there are none, and the mark stays. */
export function endRun(run: Run, fault: string | null = null): void {
  if (fault === null) endMark(run.folder, run.mark);
  else faultMark(run.folder, run.mark, fault);
  leaveScratch(run);
  if (own === run) own = null;
  announce(null);
}

/**
 * Writes a report of results that are there already, as a run of its own: what stands in the folder is put aside.
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

/** The run that the process which started this one began in the folder, for the two to be one; null where there is none. */
export function adoptRun(folder = reportFolderAtAnyRate()): Run | null {
  const known = membership();
  const mark = known && 'id' in known ? markNamed(folder, known.id) : null;
  if (!mark || !known || !('id' in known)) return null;
  own = { mark, folder, scratch: known.scratch, reports: false, hint: '' };
  return own;
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
    // Somebody else's variable says nothing of a run of ours.
    return null;
  }
}

/** Folder of the run that this process begins or takes part in; null where there is none. */
export function scratchOfRun(): string | null {
  const run = own ?? membership();
  return run !== null && 'scratch' in run && existsSync(run.scratch) ? run.scratch : null;
}

/** Leaves word in the run of which process a worker is, so that it can be ended when it does not answer any more. */
export function registerWorker(index: number): void {
  const known = membership();
  if (known === null || 'refused' in known || !existsSync(known.scratch)) return;
  leaveWorker(known.scratch, index);
}

/**
 * What a worker knows of its run. Where nobody told it of one, as where UI mode was given other reporters, it marks the
 * folder itself, and null says that the run has no id.
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

/** Whether any worker of the run got as far as to send. */
export function didRun({ scratch }: Run): boolean {
  return hadWorkers(scratch);
}
