/** The token that an earlier run kept: sent where a run cannot wait for the end of its own, which it keeps in turn. */
import type { FollowedToken } from '../judge/checks/check.ts';
import type { Scenario } from '../scenario/plan.ts';
import { earlierNotes } from './held.ts';
import type { LifeOutcome, LifeTools } from './life-tools.ts';
import type { EarlierToken } from './memory.ts';
import { endOf, type Grant, isAccepted } from './moments.ts';
import type { KeptToken } from './token-state.ts';

/** What this needs from the life of tokens. */
export interface KeptTools extends Pick<LifeTools, 'target' | 'store' | 'now' | 'state' | 'probe'> {
  leeway: NonNullable<FollowedToken['leeway']>;
  /** What a grant does to earlier tokens; null while nobody knows. */
  earlier(): EarlierToken | null;
  /** Learns that by further requests, of which the scenario is one. */
  learnEarlier(scenario: Scenario): Promise<void>;
}

/** Sends the kept token for a scenario, of a run whose own token is that of the grant; `reason` is why that one is not waited for. */
export type SendKept = (scenario: Scenario, grant: Grant, reason: string) => Promise<LifeOutcome>;

const { ended: endedByNewer } = earlierNotes;

/** Opens the token that an earlier run kept. */
export function createKept(tools: KeptTools): SendKept {
  const { target, store, now, state, leeway, earlier } = tools;
  /** Read once: several scenarios may try the token of the same night. */
  let kept: KeptToken | null | undefined;
  let isLeftToLater = false;

  return async (scenario, grant, reason) => {
    if (!state) return { notSent: `${reason}, and no state file keeps it for a later run` };
    const endedEarly: LifeOutcome = { notSent: `${reason}; ${endedByNewer} here, so no later run can see its end` };
    if (earlier() === 'ended') return endedEarly;
    const isFirst = kept === undefined;
    if (kept === undefined) kept = state.read(target, now());
    // Between two runs a clock may be set: a token has ended where our clock and the provider's both say so.
    const ahead = store.read().clockAhead * 1000;
    const ended = kept !== null && now() + Math.min(0, ahead) > kept.endsAt + leeway.seconds * 1000;
    if (isFirst && (kept === null || ended)) {
      const left = { token: grant.token, endsAt: endOf(grant) + Math.max(0, ahead) };
      isLeftToLater = await state.write(target, left, now());
    }
    if (kept === null)
      return { notSent: `${reason}; it ${isLeftToLater ? 'is kept' : 'could not be kept'} for a later run` };
    if (!ended) return { notSent: `${reason}; the token kept by an earlier run has not ended yet` };
    const exchange = await tools.probe(scenario, kept.token);
    // The tokens of this run may have ended the kept one: its refusal proves something only where they do not.
    if (!isAccepted(exchange) && exchange.trouble === null && earlier() === null) {
      await tools.learnEarlier(scenario);
      if (earlier() !== 'valid' && earlier() !== 'same') return endedEarly;
    }
    return { exchange, followed: { endsAt: kept.endsAt, leeway } };
  };
}
