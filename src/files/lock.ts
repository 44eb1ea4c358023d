/** Lets one process at a time work on a file. */
import { closeSync, openSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { makeFolder } from './make-folder.ts';
import { isAlive, isHere, type Owner, ownerInWord, thisOwner, wordOf } from './owner.ts';

/** Thrown when another process held the lock of a file for too long; the message names the process and its lock. */
export class LockHeld extends Error {
  override name = 'LockHeld';
}

/** Milliseconds to wait for other processes, each of which needs a few. */
const patience = 10_000;

/**
 * Milliseconds after which a lock of another machine or container counts as abandoned: nothing here can see whether its
 * process still lives.
 */
const foreignAge = 60_000;

let locks = 0;

/** The name of a lock holds its owner, so that no lock ever exists without one. */
function nameOf(file: string): string {
  locks += 1;
  return `${basename(file)}.lock.${locks}.${wordOf(thisOwner())}`;
}

function ownerIn(name: string, prefix: string): Owner | null {
  const [, word] = /^\d+\.(.+)$/s.exec(name.slice(prefix.length)) ?? [];
  return word === undefined ? null : ownerInWord(word);
}

function isHeld(lock: string, owner: Owner): boolean {
  if (isHere(owner)) return isAlive(owner);
  const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
  return isAlive(owner) && since !== undefined && Date.now() - since < foreignAge;
}

/**
 * The lock of another living process; null for none. Removes locks of dead processes, each of which has its own name.
 */
function otherLock(file: string, own: string): string | null {
  const prefix = `${basename(file)}.lock.`;
  const others = readdirSync(dirname(file)).filter((name) => name.startsWith(prefix) && name !== own);
  return (
    others.find((name) => {
      const owner = ownerIn(name, prefix);
      if (owner === null) return false;
      const lock = join(dirname(file), name);
      if (isHeld(lock, owner)) return true;
      rmSync(lock, { force: true });
      return false;
    }) ?? null
  );
}

/**
 * Does the work while no other process works under the lock of the same file; at once where nobody else wants it.
 * Each process creates a lock with a name of its own and then looks for others. A process that sees another lock
 * removes its own and tries again, so that at most one goes on. Creates the folder, for this user alone. @throws
 * LockHeld
 */
export async function withLock<T>(file: string, work: () => T): Promise<T> {
  makeFolder(dirname(file), 0o700);
  const end = performance.now() + patience;
  const own = nameOf(file);
  const lock = join(dirname(file), own);
  for (;;) {
    closeSync(openSync(lock, 'wx', 0o600));
    let other: string | null;
    try {
      other = otherLock(file, own);
      if (other === null) return work();
    } finally {
      rmSync(lock, { force: true });
    }
    if (performance.now() > end)
      throw new LockHeld(
        `another process holds ${join(dirname(file), other)}; delete that file if the process is gone`,
      );
    await delay(5 + Math.random() * 20);
  }
}
