/** A disk that takes so many changes and then none, as it looks to a process that is killed between two of them. */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/** What changes a disk; what only reads goes on, since the dead do not look. */
const changes = [
  'closeSync',
  'fsyncSync',
  'linkSync',
  'mkdirSync',
  'mkdtempSync',
  'openSync',
  'renameSync',
  'rmSync',
  'writeFileSync',
] as const;

/** Thrown in place of the death of the process: from then on nothing that is caught or cleaned up reaches the disk. */
export class Died extends Error {}

/** Does something that changes the disk at most so often, and says how often it did; `died` where it wanted more. */
export function dyingAfter(most: number, body: () => void): { count: number; died: boolean } {
  const own = Object.fromEntries(changes.map((name) => [name, fs[name]]));
  let [count, died] = [0, false];
  const counted =
    (change: (...given: unknown[]) => unknown) =>
    (...given: unknown[]): unknown => {
      died ||= count === most;
      if (died) throw new Died('the process is dead');
      count += 1;
      return change(...given);
    };
  for (const name of changes) Object.assign(fs, { [name]: counted(fs[name] as (...given: unknown[]) => unknown) });
  syncBuiltinESMExports();
  try {
    body();
  } catch (error) {
    if (!died) throw error;
  } finally {
    Object.assign(fs, own);
    syncBuiltinESMExports();
  }
  return { count, died };
}
