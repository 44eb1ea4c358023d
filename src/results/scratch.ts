/** The folder that the processes of a run share, in the temporary folder of the system. */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { asOwner, isAlive, type Owner, ownerInWord, thisOwner, wordOf } from '../files/owner.ts';
import { readWhole } from '../files/read.ts';
import { writeWhole } from '../files/whole.ts';

/** The beginning of the name of every such folder; its owner follows. */
export const scratchPrefix = 'conformance-scratch-';

/** Creates the folder of a run of this process. @throws the system's error. */
export function makeScratch(place: string): string {
  return mkdtempSync(join(place, `${scratchPrefix}${wordOf(thisOwner())}-`));
}

const workerFile = (scratch: string, index: number): string => join(scratch, `worker-${index}.json`);

/** Records that this process is the worker with an index. */
export function leaveWorker(scratch: string, index: number): void {
  writeWhole(workerFile(scratch, index), JSON.stringify(thisOwner()), 0o600);
}

function ownerIn(file: string): Owner | null {
  try {
    return asOwner(JSON.parse(readWhole(file).toString('utf8')));
  } catch {
    return null;
  }
}

const selectedFile = (scratch: string, target: string): string => join(scratch, `selected-${target}.json`);

/** Records which scenarios of each target a run selected. */
export function leaveSelected(scratch: string, selected: Iterable<[target: string, { selected: Set<string> }]>): void {
  for (const [target, known] of selected)
    writeWhole(selectedFile(scratch, target), JSON.stringify([...known.selected]), 0o600);
}

/** The scenarios of a target that the run selected; null where nobody recorded it. */
export function selectedOf(scratch: string, target: string): ReadonlySet<string> | null {
  const file = selectedFile(scratch, target);
  if (!existsSync(file)) return null;
  const ids: string[] = JSON.parse(readWhole(file).toString('utf8'));
  return new Set(ids);
}

/** Living worker processes of a run, by their index. */
export function workersOf(scratch: string): Map<number, Owner> {
  const names = existsSync(scratch) ? readdirSync(scratch) : [];
  return new Map(
    names.flatMap((name): [number, Owner][] => {
      const index = /^worker-(\d+)\.json$/.exec(name)?.[1];
      const owner = index === undefined ? null : ownerIn(join(scratch, name));
      return owner && isAlive(owner) ? [[Number(index), owner]] : [];
    }),
  );
}

/** Whether any worker of a run began to send. */
export function hadWorkers(scratch: string): boolean {
  return existsSync(scratch) && readdirSync(scratch).some((name) => name.startsWith('worker-'));
}

/** Whether a name is that of the folder of a run whose process has ended. */
function isLeft(name: string): boolean {
  if (!name.startsWith(scratchPrefix)) return false;
  const owner = ownerInWord(name.slice(scratchPrefix.length).replace(/-[A-Za-z0-9]{6}$/, ''));
  return owner !== null && !isAlive(owner);
}

function leftIn(place: string): string[] {
  try {
    return readdirSync(place)
      .filter(isLeft)
      .map((name) => join(place, name));
  } catch {
    // A folder may accept files and show its content to nobody.
    return [];
  }
}

/** Removes the folders of killed runs without any living worker. */
export function sweepScratch(place: string): void {
  for (const folder of leftIn(place)) {
    try {
      if (workersOf(folder).size === 0) rmSync(folder, { recursive: true, force: true });
    } catch {
      // The folder of another user stays: this user may not remove it, and does not need to.
    }
  }
}
