/** The tokens that a run holds: when each was granted, and which of them a newer one may have ended. */
import { tokenOperationId } from '../contract/types.ts';
import type { Scenario } from '../scenario/plan.ts';
import type { EarlierToken } from './memory.ts';
import { endOf, type Grant, isYoung } from './moments.ts';

/** What a run notes of what a grant does to earlier tokens. */
export const earlierNotes: Record<EarlierToken, string> = {
  ended: 'a newer token ends an older one',
  valid: 'an older token stays valid beside a newer one',
  same: 'a second grant gives the same token again',
  outnumbered: 'an older token ends once several newer ones are granted',
};

/** A token that the good request was granted. */
export interface HeldToken {
  first: Grant;
  /** Its latest grant: a provider may give the same token again, with its remaining life. */
  last: Grant;
  /** The latest declared end; milliseconds since the epoch. */
  endsAt: number;
  /** Whether another token was granted after it. */
  overtaken: boolean;
}

/** The tokens of one worker, the oldest first. */
export interface HeldTokens {
  /** Records a grant; returns `same` where it gives a token again that is held already, or null. */
  note(scenario: Scenario, grant: Grant): 'same' | null;
  /** The newest token, if at least half its life is left and no newer one can have ended it. */
  young(now: number, earlier: EarlierToken | null): HeldToken | null;
  /** The oldest token that fits and that no newer one can have ended. */
  find(fits: (token: HeldToken) => boolean, earlier: EarlierToken | null): HeldToken | null;
  byText(token: string): HeldToken | null;
  /** Forgets all of them, where nobody knows any more how old they are. */
  forget(): void;
}

/** Whether the request of a scenario is the good one for a token, also when sent again. */
function isGood({ operation, change }: Scenario): boolean {
  return operation === tokenOperationId && (change === null || change.part === 'whole');
}

/** An empty collection of tokens. */
export function holdTokens(): HeldTokens {
  const held: HeldToken[] = [];
  const byText = (token: string): HeldToken | null => held.find(({ first }) => first.token === token) ?? null;
  const isSafe = ({ overtaken }: HeldToken, earlier: EarlierToken | null): boolean =>
    !overtaken || earlier === 'valid' || earlier === 'same';
  return {
    byText,
    note(scenario, grant) {
      const known = byText(grant.token);
      if (known) {
        known.last = grant;
        known.endsAt = Math.max(known.endsAt, endOf(grant));
        return isGood(scenario) ? 'same' : null;
      }
      for (const one of held) one.overtaken = true;
      // A token of another request may allow less than the resource needs.
      if (isGood(scenario)) held.push({ first: grant, last: grant, endsAt: endOf(grant), overtaken: false });
      return null;
    },
    young(now, earlier) {
      const newest = held.at(-1);
      return newest && isYoung(newest.last, now) && isSafe(newest, earlier) ? newest : null;
    },
    find: (fits, earlier) => held.find((one) => isSafe(one, earlier) && fits(one)) ?? null,
    forget: () => {
      held.length = 0;
    },
  };
}
