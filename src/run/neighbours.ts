import { join } from 'node:path';
import type { Target } from '../target/target.ts';
import type { Exchange } from '../wire/exchange.ts';
import { grantIn } from './grant.ts';
import { fileState } from './token-state.ts';

/** The other targets of a run. A token is a credential: only a mock's token may be sent to another target. */
export interface Neighbours {
  /** Shares the token that an answer of this target grants, if any. */
  share(exchange: Exchange): Promise<void>;
  /** A token of another target that is valid at the instant; null when none is known. */
  token(now: Date): string | null;
}

/** The secrets of a mock are made up and need no protection against guessing; the cost for a real one takes 0.1 s. */
export const mockCost = 1024;

/** Neighbours that find each other's tokens in a folder of the run, each encrypted with its own target's secrets. */
export function fileNeighbours(folder: string, target: Target, others: (() => Target)[]): Neighbours {
  const stateOf = ({ name }: Target) => fileState(join(folder, `token-${name}.json`), mockCost);
  return {
    async share(exchange) {
      const grant = grantIn(exchange, target.contract.token);
      if (!grant) return;
      const { token, answeredAt, seconds } = grant;
      await stateOf(target).write(target, { token, endsAt: answeredAt + seconds * 1000 });
    },
    token(now) {
      // The first one is enough: with a hundred targets, reading and decrypting them all takes seconds.
      for (const other of others) {
        const neighbour = other();
        const kept = stateOf(neighbour).read(neighbour);
        if (kept && kept.endsAt > now.getTime()) return kept.token;
      }
      return null;
    },
  };
}
