/** The mark in a report folder: a run began there and has not ended, so nothing there is a result yet. */

import { randomUUID } from 'node:crypto';
import { existsSync, linkSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { InputError } from '../contract/problems.ts';
import { systemCode } from '../files/faults.ts';
import { makeFolder } from '../files/make-folder.ts';
import { asOwner, isAlive, isHere, isSameOwner, type Owner, thisOwner } from '../files/owner.ts';
import { placeElsewhere, placesFor } from '../files/places.ts';
import { readWhole } from '../files/read.ts';
import { writeWhole } from '../files/whole.ts';
import { isObject, parseJson } from '../formats/json.ts';

/** A run that began. */
export interface Mark {
  /** A UUID, made when the run began. */
  id: string;
  owner: Owner;
  /** ISO 8601 instant at which it began. */
  since: string;
  /** The command, as typed. */
  command: string;
  /** Why it ended without results, if it could still write that. */
  fault?: string;
}

const fileName = 'run-began.json';

/** Another run is using the folder of the report. */
export class FolderTaken extends InputError {}

const fileOf = (folder: string): string => join(folder, fileName);

/** Where a mark of a folder may be: those besides the first are for a folder that accepts no file. */
const placesOf = (folder: string): string[] => placesFor(folder, fileName);

function asMark(text: string): Mark | null {
  try {
    const json = parseJson(text);
    const { owner: process, id, since, command, fault } = isObject(json) ? json : {};
    const owner = asOwner(process);
    if (!owner || typeof id !== 'string' || typeof since !== 'string' || typeof command !== 'string') return null;
    return { id, owner, since, command, ...(typeof fault === 'string' ? { fault } : {}) };
  } catch {
    // A file that is not JSON is not our mark; the caller treats it as unreadable.
    return null;
  }
}

/** The mark in a file; `unreadable` for any other content, null where there is no file. */
function markIn(file: string): Mark | 'unreadable' | null {
  try {
    return asMark(readWhole(file).toString('utf8')) ?? 'unreadable';
  } catch (error) {
    return ['ENOENT', 'ENOTDIR'].includes(systemCode(error) ?? '') ? null : 'unreadable';
  }
}

const processOf = (owner: Owner): string =>
  `process ${owner.pid}${isHere(owner) ? '' : owner.host === hostname() ? ' in another container' : ` on ${owner.host}`}`;

/** Writes a file that is whole from the start, and only where none exists. @throws EEXIST where one does. */
function create(file: string, text: string): void {
  const temporary = `${file}.${randomUUID()}.tmp`;
  try {
    writeFileSync(temporary, text, { flag: 'wx' });
    linkSync(temporary, file);
  } catch (error) {
    // Some file systems have no hard links; a mark that is cut off there is unreadable, and still counts as a mark.
    if (!existsSync(temporary) || ['EEXIST', 'ENOSPC'].includes(systemCode(error) ?? '')) throw error;
    writeFileSync(file, text, { flag: 'wx' });
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Removes the mark of a dead run; the mark of another run that was written in the meantime is put back. */
function removeMark(file: string, dead: Mark | 'unreadable'): void {
  const aside = `${file}.${randomUUID()}.tmp`;
  try {
    renameSync(file, aside);
  } catch (error) {
    // Another run removed it first.
    if (systemCode(error) === 'ENOENT') return;
    throw error;
  }
  const taken = markIn(aside);
  const isOther = taken !== null && taken !== 'unreadable' && (dead === 'unreadable' || taken.id !== dead.id);
  if (isOther && !existsSync(file)) renameSync(aside, file);
  else rmSync(aside, { recursive: true, force: true });
}

/**
 * Whether the run of a mark may still write. One that recorded why it ended without results does not, wherever it was.
 */
const lives = ({ owner, fault }: Mark): boolean => fault === undefined && isAlive(owner);

/** The remedy where a process on another machine or in another container may have died unseen. */
const elsewhere = (owner: Owner): string =>
  isHere(owner) ? '' : `, or delete ${fileName} there where that process is gone`;

function refuse(folder: string, { owner, since, command }: Mark): never {
  throw new FolderTaken(`Another run writes its report to ${folder}:`, [
    `it is ${processOf(owner)}, since ${since} (${command}); wait for its end, or name another folder in CONFORMANCE_REPORT${elsewhere(owner)}`,
  ]);
}

/**
 * Marks a folder: a run of this process, or of `owner`, began. The mark of a run that is dead is replaced.
 * @throws FolderTaken where another run lives; the system's error where the folder takes no file.
 */
export function beginMark(folder: string, command: string, owner = thisOwner()): Mark {
  const mark: Mark = { id: randomUUID(), owner, since: new Date().toISOString(), command };
  const file = fileOf(folder);
  makeFolder(folder);
  for (;;) {
    for (const place of placesOf(folder)) {
      const present = markIn(place);
      if (present === null) continue;
      if (present !== 'unreadable' && lives(present) && !isSameOwner(present.owner, owner)) refuse(folder, present);
      removeMark(place, present);
    }
    try {
      create(file, `${JSON.stringify(mark)}\n`);
      return mark;
    } catch (error) {
      // Another run was quicker; its mark is treated like any other.
      if (systemCode(error) !== 'EEXIST') throw error;
    }
  }
}

/** Marks a folder that accepts no file, beside it or elsewhere, for a run that ends for this reason; does nothing where that fails too. */
export function markBeside(folder: string, command: string, why: string): void {
  const fault = why.replace(/\s+/g, ' ');
  const mark: Mark = { id: randomUUID(), owner: thisOwner(), since: new Date().toISOString(), command, fault };
  for (const place of placesOf(folder).slice(1)) {
    try {
      writeWhole(place, `${JSON.stringify(mark)}\n`);
      return;
    } catch {
      // The run ends with the fault that led here, which names the folder.
    }
  }
}

/** Whether the mark of this run is still in the folder. */
export function holdsMark(folder: string, { id }: Mark): boolean {
  const present = markIn(fileOf(folder));
  return present !== null && present !== 'unreadable' && present.id === id;
}

/** Removes the mark of a run: its results are whole. */
export function endMark(folder: string, mark: Mark): void {
  if (holdsMark(folder, mark)) rmSync(fileOf(folder), { force: true });
}

/** Adds to the mark of a run why it ended without results. */
export function faultMark(folder: string, mark: Mark, fault: string): void {
  if (!holdsMark(folder, mark)) return;
  try {
    writeWhole(fileOf(folder), `${JSON.stringify({ ...mark, fault: fault.replace(/\s+/g, ' ') })}\n`);
  } catch {
    // The existing mark says less, but means the same.
  }
}

/** The mark of the run that started this process; null where there is none with this id. */
export function markNamed(folder: string, id: string): Mark | null {
  const present = markIn(fileOf(folder));
  return present !== null && present !== 'unreadable' && present.id === id ? present : null;
}

/** Whether results were written into a folder since: by a user who may write there, and may not remove the mark of another. */
function isOutdone(folder: string, { since }: Mark): boolean {
  const written = statSync(join(folder, 'results.json'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return written > Date.parse(since);
}

/** Why nothing in a report folder is the result of a finished run, with the remedy; null where no run is unfinished. */
export function whyUnfinished(folder: string): string | null {
  const again = 'run `npx playwright test` again';
  for (const place of placesOf(folder)) {
    const present = markIn(place);
    if (present === null) continue;
    if (present === 'unreadable')
      return `${place}: a run began and has not ended, and its mark cannot be read; ${again}`;
    if (place === placeElsewhere(folder, fileName) && isOutdone(folder, present)) continue;
    const { owner, since, command, fault } = present;
    const began = `${folder}: a run began at ${since} (${command})`;
    if (fault !== undefined) return `${began} and ended without results: ${fault}; ${again}`;
    if (isAlive(owner))
      return `${began} and has not ended: it is ${processOf(owner)}; wait for its end${elsewhere(owner)}`;
    return `${began} and has not ended: ${processOf(owner)} is gone; ${again}`;
  }
  return null;
}

/** Name of the results of the run before, which a run puts aside. */
export const previousName = 'previous.json';

/** Why a file cannot be the results of a run; null where it can. A file that was put aside is accepted. */
export function whyNoResults(file: string): string | null {
  return basename(file) === previousName ? null : whyUnfinished(dirname(file));
}
