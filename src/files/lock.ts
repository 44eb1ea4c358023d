/** Lets one process at a time at a file. */
import { closeSync, openSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { makeFolder } from './make-folder.ts';
import { isAlive, isHere, type Owner, ownerInWord, thisOwner, wordOf } from './owner.ts';

/** Thrown where another process kept the file to itself for too long; the message names the process and its lock. */
export class LockHeld extends Error {
  override name = 'LockHeld';
}

/** Milliseconds to wait for others, each of whom needs a few. */
const patience = 10_000;

/** Milliseconds after which a lock of another machine or container, of which nothing here can tell whether it lives, counts as left behind. */
const foreignAge = 60_000;

let locks = 0;

/** The owner stands in the name, so that a lock is never seen without it. */
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

/** The lock of another process that lives; null for none. What dead ones left is removed: the name of each is its own. */
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
 * Does the work while no other process does any under the lock of the same file; at once where nobody else wants it.
 * Each announces itself by a lock of its own name and then looks for others: whoever sees one steps back, so that of two
 * at the same time at most one goes on. Creates the folder, for this user alone. @throws LockHeld
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
