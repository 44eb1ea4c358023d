/** Which process owns a file, and whether it is still there to write it. */

import { existsSync, readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { isObject } from '../formats/json.ts';

/** A process as another one can recognise it: the number alone is given again to a later process. */
export interface Owner {
  pid: number;
  host: string;
  /** Start of the process in clock ticks since boot, as Linux tells it; null elsewhere. */
  started: number | null;
}

/** Ticks since boot at which a process began (proc(5), field 22 of stat); null where the system has no /proc. */
function startOf(pid: number): number | null {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return null;
  try {
    // The second field is the name in parentheses, which may itself hold blanks and parentheses.
    const fields = readFileSync(file, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return Number(fields[19]);
  } catch {
    // It ended while it was being read.
    return null;
  }
}

/** A process of this machine. */
export function ownerOf(pid: number): Owner {
  return { pid, host: hostname(), started: startOf(pid) };
}

/** This process. */
export function thisOwner(): Owner {
  return ownerOf(process.pid);
}

/** Whether two name the same process. */
export function isSameOwner(one: Owner, other: Owner): boolean {
  return one.pid === other.pid && one.host === other.host && one.started === other.started;
}

/** Reads an owner out of JSON; null where it is none. */
export function asOwner(value: unknown): Owner | null {
  if (!isObject(value)) return null;
  const { pid, host, started } = value;
  const isProcess = typeof pid === 'number' && Number.isSafeInteger(pid) && pid > 0;
  if (!isProcess || typeof host !== 'string' || !(started === null || typeof started === 'number')) return null;
  return { pid, host, started };
}

/** Whether a process still runs; one on another machine is taken for running, since nothing here can tell. */
export function isAlive(owner: Owner): boolean {
  if (owner.host !== hostname()) return true;
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    // EPERM: it runs, under another user.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  return owner.started === null || owner.started === startOf(owner.pid);
}
