/** A good request that is sent a second time, byte for byte, as somebody would who has seen it. */
import { own } from '../formats/json.ts';
import { mechanisms } from './auth/index.ts';

/** Whether a scenario sends the good request of its operation, and then the same again: it is judged by the second answer. */
export function isReplay({ change }: { change: { part: string; name: string; way: string } | null }): boolean {
  if (!change) return false;
  if (change.part === 'whole') return change.way === replayed;
  return change.part === 'auth' && own(mechanisms, change.name)?.repeats?.includes(change.way) === true;
}

/** Whether a scenario sends again a value that is made anew for each request, of one that was granted before. */
export function isReuse({ change }: { change: { part: string; name: string; way: string } | null }): boolean {
  if (change?.part === 'header') return change.way === reused;
  return change?.part === 'auth' && own(mechanisms, change.name)?.reuses?.includes(change.way) === true;
}

/** The name of the way to send the value of a header again. */
export const reused = 'reused';

/** The name of the way. */
export const replayed = 'replayed';
