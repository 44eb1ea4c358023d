/** Requests at the moments of a token's life: before and after its end, and the waits until then. */
import type { FollowedToken } from '../judge/checks/check.ts';
import { defaultLeeway, standardLeeway } from '../judge/late.ts';
import type { Scenario } from '../scenario/plan.ts';
import type { GrantedTokens } from './granted-tokens.ts';
import { earlierNotes, type HeldToken } from './held.ts';
import { createKept } from './kept.ts';
import { type LifeOutcome, type LifeTools, tooLate } from './life-tools.ts';
import { type Grant, isAccepted, isTooLate, moments } from './moments.ts';

/** Seconds after its end from which on a second try with an accepted token shows something new. */
const leastRetry = 10;

/** Runs a scenario that waits for a moment in a token's life, which its way names. */
export type RunTimed = (scenario: Scenario, way: string) => Promise<LifeOutcome>;

/** Opens the moments of a target's tokens; `noToken` is the outcome where none is granted. */
export function createTimed(tools: LifeTools, tokens: GrantedTokens, noToken: LifeOutcome): RunTimed {
  const { target, store, now } = tools;
  const { expiryWait } = target;
  const { held, earlier, learn } = tokens;
  const leeway = { seconds: target.expiryLeeway ?? defaultLeeway, set: target.expiryLeeway !== null };

  async function waitUntil(instant: number): Promise<void> {
    const wait = instant - now();
    if (wait <= 0) return;
    tools.onWait(wait);
    await tools.sleep(wait);
  }

  const followedOf = ({ first, endsAt }: HeldToken): FollowedToken => ({
    granted: { at: first.answeredAt, seconds: first.seconds },
    endsAt,
    leeway,
  });

  /** Sends the token after its end; if it is accepted, once more, as late as standards and the environment allow. */
  async function sendAfterEnd(scenario: Scenario, token: HeldToken): Promise<LifeOutcome> {
    const followed = followedOf(token);
    await waitUntil(token.endsAt + leeway.seconds * 1000);
    const exchange = await tools.probe(scenario, token.first.token);
    const latest = Math.min(expiryWait - token.first.seconds, standardLeeway + 1);
    if (leeway.set || !isAccepted(exchange) || latest < leastRetry) return { exchange, followed };
    await waitUntil(token.endsAt + latest * 1000);
    const again = await tools.probe(scenario, token.first.token);
    if (isAccepted(again)) return { exchange: again, followed };
    return { exchange, followed: again.trouble === null ? { ...followed, refusedAfter: latest } : followed };
  }

  function whyNotWaitable({ seconds }: Grant): string | null {
    if (expiryWait === 0) return 'this target allows no time to wait for a token to expire';
    if (seconds <= expiryWait) return null;
    return `the token lives ${seconds} s, longer than the ${expiryWait} s this run may wait`;
  }

  const sendKept = createKept({
    ...{ target, store, now, state: tools.state, probe: tools.probe, leeway, earlier },
    async learnEarlier(scenario) {
      const { older } = await tokens.testOlder(scenario);
      if (older === 'refused') learn('ended');
    },
  });

  async function runTimed(scenario: Scenario, way: string): Promise<LifeOutcome> {
    if (way === 'later' && earlier() === 'ended') return { notSent: `${earlierNotes.ended} here` };
    const moment = moments[way];
    const fits = ({ first }: HeldToken): boolean => !moment || now() <= moment.last(first);
    const token = held.find(fits, earlier()) ?? (await tokens.anew());
    if (!token) return noToken;
    const { first } = token;
    if (first.undeclared) return { notSent: 'the answer declares no life of the token, as the contract allows' };
    const reason = whyNotWaitable(first);
    if (reason !== null) return way === 'after-end' ? sendKept(scenario, first, reason) : { notSent: reason };
    if (!moment) return sendAfterEnd(scenario, token);
    await waitUntil(moment.at(first));
    if (way === 'later') return { exchange: await tools.grant(), earlier: first };
    const exchange = await tools.probe(scenario, first.token);
    if (isTooLate(exchange, first)) return tooLate;
    return tokens.isOutnumbered(token, exchange) ? runTimed(scenario, way) : { exchange, followed: followedOf(token) };
  }

  return runTimed;
}
