import { join } from 'node:path';
import type { Target } from '../target/target.ts';
import { fileState, type KeptToken } from './token-state.ts';

/** The other targets of a run. A token is a credential: only among mocks may one be shown to another. */
export interface Neighbours {
  /** Tells the others of a token that this target granted. */
  tell(kept: KeptToken): Promise<void>;
  /** A token of another target that is good at the instant; null when none is known. */
  token(now: Date): string | null;
}

/** The secrets of a mock are made up, so nobody need be kept from guessing them; the cost of a real one takes 0.1 s. */
export const mockCost = 1024;

/** Neighbours that find each other's tokens in a folder of the run, each encrypted with its own target's secrets. */
export function fileNeighbours(folder: string, target: Target, others: (() => Target)[]): Neighbours {
  const stateOf = ({ name }: Target) => fileState(join(folder, `token-${name}.json`), mockCost);
  return {
    async tell(kept) {
      await stateOf(target).write(target, kept);
    },
    token(now) {
      // The first will do: with a hundred targets, to read and decipher them all takes seconds.
      for (const other of others) {
        const neighbour = other();
        const kept = stateOf(neighbour).read(neighbour);
        if (kept && kept.endsAt > now.getTime()) return kept.token;
      }
      return null;
    },
  };
}
