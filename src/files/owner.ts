/** Which process owns a file, and whether it is still there to write it. */
import { existsSync, readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { isObject } from '../formats/json.ts';

/** A process, described so that another process can recognise it: a number alone is used again later. */
export interface Owner {
  pid: number;
  host: string;
  /** Start of the process in clock ticks since boot, as Linux reports it; null elsewhere. */
  started: number | null;
  /**
   * First part of the id of the machine's boot, as Linux reports it; null elsewhere, and in files of earlier versions.
   */
  boot: string | null;
  /**
   * Number of the namespace in which `pid` counts, as Linux reports it: each container has its own; null like `boot`.
   */
  namespace: string | null;
}

/** The part of a text that matches a form; null where the system has no such file. */
function readBy(read: () => string, form: RegExp): string | null {
  try {
    return form.exec(read())?.[1] ?? null;
  } catch {
    // Linux alone has these files.
    return null;
  }
}

type Machine = Pick<Owner, 'host' | 'boot' | 'namespace'>;
let known: Machine | null = null;

/** The machine, or the container on it, that this process sees. */
function here(): Machine {
  known ??= {
    host: hostname(),
    boot: readBy(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8'), /^([0-9a-f]{8})/),
    namespace: readBy(() => readlinkSync('/proc/self/ns/pid'), /(\d+)/),
  };
  return known;
}

/** Ticks since boot at which a process began (proc(5), field 22 of stat); null where the system has no /proc. */
function startOf(pid: number): number | null {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return null;
  try {
    // The second field is the name in parentheses, which may itself hold spaces and parentheses.
    const fields = readFileSync(file, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return Number(fields[19]);
  } catch {
    // It ended while it was being read.
    return null;
  }
}

/** A process of this machine. */
export function ownerOf(pid: number): Owner {
  return { pid, ...here(), started: startOf(pid) };
}

/** This process. */
export function thisOwner(): Owner {
  return ownerOf(process.pid);
}

/** Whether two owners are the same process. */
export function isSameOwner(one: Owner, other: Owner): boolean {
  return wordOf(one) === wordOf(other);
}

const isTextOrNull = (value: unknown): value is string | null => value === null || typeof value === 'string';

/** Reads an owner from JSON; null where the value is not one. */
export function asOwner(value: unknown): Owner | null {
  if (!isObject(value)) return null;
  const { pid, host, started, boot = null, namespace = null } = value;
  const isProcess = typeof pid === 'number' && Number.isSafeInteger(pid) && pid > 0;
  if (!isProcess || typeof host !== 'string' || !(started === null || typeof started === 'number')) return null;
  return isTextOrNull(boot) && isTextOrNull(namespace) ? { pid, host, started, boot, namespace } : null;
}

/** An owner as a part of a file name: `pid.started.namespace.boot.host`, the host percent-encoded. */
export function wordOf({ pid, started, namespace, boot, host }: Owner): string {
  return [pid, started ?? '', namespace ?? '', boot ?? '', encodeURIComponent(host)].join('.');
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    // Somebody else chose the name of the file.
    return null;
  }
}

/** Reads an owner from a part of a file name; null where it names none. */
export function ownerInWord(word: string): Owner | null {
  const [, pid, started, namespace, boot, name = ''] = /^(\d+)\.(\d*)\.(\d*)\.([0-9a-f]*)\.([^/]+)$/.exec(word) ?? [];
  const host = decoded(name);
  return asOwner({
    pid: Number(pid ?? 0),
    host: host === '' ? null : host,
    started: started ? Number(started) : null,
    boot: boot || null,
    namespace: namespace || null,
  });
}

const differs = (one: string | null, other: string | null): boolean => one !== null && other !== null && one !== other;

/** Whether a process number means the same here: on this machine, and not in a container of its own. */
export function isHere({ host, namespace }: Owner): boolean {
  return host === here().host && !differs(namespace, here().namespace);
}

/**
 * Whether a process still runs. One on another machine or in another container counts as running: nothing here can see
 * it.
 */
export function isAlive(owner: Owner): boolean {
  // No process outlives a restart of its machine, in a container or outside.
  if (owner.host === here().host && differs(owner.boot, here().boot)) return false;
  if (!isHere(owner)) return true;
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    // EPERM: it runs, under another user.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  // A system may hide the processes of other users.
  const started = startOf(owner.pid);
  return owner.started === null || started === null || owner.started === started;
}
