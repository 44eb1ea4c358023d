/** The tokens that a target grants, and what each new one does to those before it. */
import type { Scenario } from '../scenario/plan.ts';
import type { Exchange } from '../wire/exchange.ts';
import { grantIn } from './grant.ts';
import { type HeldToken, type HeldTokens, holdTokens } from './held.ts';
import type { LifeTools } from './life-tools.ts';
import type { EarlierToken } from './memory.ts';
import { isAccepted, isTooLate } from './moments.ts';

/** The tokens of one worker, with what is known of how they follow each other. */
export interface GrantedTokens {
  held: HeldTokens;
  /** What a grant does to earlier tokens; null while nobody knows. */
  earlier(): EarlierToken | null;
  learn(found: EarlierToken): void;
  /** A token with most of its life left: one that is held, or a new one; null where none is granted. */
  fresh(): Promise<HeldToken | null>;
  /** The token of a new grant; null where none is granted. */
  anew(): Promise<HeldToken | null>;
  /** Sends a second grant, and then the first token for the scenario: learns whether it is still accepted. */
  testOlder(scenario: Scenario): Promise<{ newer: HeldToken | null; older: 'accepted' | 'refused' | null }>;
  /** Whether so many newer tokens may have ended a refused one, though one did not; from then on, only the newest are followed. */
  isOutnumbered(token: HeldToken, exchange: Exchange): boolean;
}

/** Opens the tokens of a target. */
export function createGrantedTokens({ target, store, grant, probe, now }: LifeTools): GrantedTokens {
  const held = holdTokens();
  const earlier = (): EarlierToken | null => store.read().earlierToken;

  function learn(earlierToken: EarlierToken): void {
    if (earlier() === null) store.write({ ...store.read(), earlierToken });
  }

  async function anew(): Promise<HeldToken | null> {
    const found = grantIn(await grant(), target.contract.token);
    return found && held.byText(found.token);
  }

  const fresh = async (): Promise<HeldToken | null> => held.young(now(), earlier()) ?? anew();

  return {
    ...{ held, earlier, learn, fresh, anew },
    async testOlder(scenario) {
      const first = await fresh();
      const second = await anew();
      if (!first || !second || first === second) return { newer: second ?? first, older: null };
      const older = await probe(scenario, first.first.token);
      if (isAccepted(older)) learn('valid');
      const status = older.trouble === null && !isTooLate(older, first.last) ? (older.response?.status ?? 0) : 0;
      return {
        newer: second,
        older: isAccepted(older) ? 'accepted' : status >= 400 && status < 500 ? 'refused' : null,
      };
    },
    isOutnumbered({ overtaken }, { response, trouble }) {
      if (trouble !== null || response === null || response.status < 400) return false;
      // One that no newer token followed ended by itself.
      const [from, to] = overtaken ? ['valid', 'outnumbered' as const] : ['outnumbered', 'valid' as const];
      if (earlier() !== from) return false;
      store.write({ ...store.read(), earlierToken: to });
      return overtaken;
    },
  };
}
