/** The life of a token, as its protected resource shows it: which request is sent when, and with which token. */

import { type Contract, probeOperationId } from '../contract/types.ts';
import type { FollowedToken } from '../judge/checks/check.ts';
import { defaultLeeway, standardLeeway } from '../judge/late.ts';
import { timedWays } from '../scenario/auth/bearer.ts';
import type { Scenario } from '../scenario/plan.ts';
import { sendsToken } from '../scenario/sends-token.ts';
import type { Exchange } from '../wire/exchange.ts';
import { watchClock } from './clock-watch.ts';
import { grantIn } from './grant.ts';
import { earlierNotes, type HeldToken, holdTokens } from './held.ts';
import { createKept } from './kept.ts';
import type { LifeOutcome, LifeTools } from './life-tools.ts';
import type { EarlierToken } from './memory.ts';
import { type Grant, isAccepted, isTooLate, moments } from './moments.ts';

export type { LifeOutcome } from './life-tools.ts';

/** Runs the scenarios that send a token, and those that follow one through its life. */
export interface Life {
  /** Records an answer of the token operation: it may hold a token, and end the earlier ones. */
  note(scenario: Scenario, exchange: Exchange): void;
  run(scenario: Scenario): Promise<LifeOutcome>;
  /** Sends a token that was just granted to the protected resource, without any further request. */
  tryFresh(scenario: Scenario): Promise<LifeOutcome>;
  /** Notes for the report about what the run learned, none of which is a clause. */
  notes(): string[];
}

/** Whether a scenario waits for a moment in a token's life. */
export function isTimed(scenario: Scenario): boolean {
  return timedWays.includes(scenario.change?.way ?? '');
}

/** Whether a scenario of the operation that grants tokens needs one that it granted. */
export function usesToken(contract: Contract, scenario: Scenario): boolean {
  return isTimed(scenario) || sendsToken(contract, scenario);
}

const unpromised = 'the sources promise no life of a token: none is claimed, declared or watched';

const tooLate: LifeOutcome = { notSent: 'the request came too late to show anything' };

const clockSet: LifeOutcome = {
  notSent: 'the clock of this machine was set, or the machine slept, while a token was followed',
  open: true,
};

const { ended: endedByNewer } = earlierNotes;

/** Seconds after its end from which on a second try with an accepted token shows something new. */
const leastRetry = 10;

const sameRequest: LifeOutcome = { notSent: 'with the token that was granted it would be the same request' };

/** Opens the life of a target's tokens. */
export function createLife(tools: LifeTools): Life {
  const { target, store, now } = tools;
  const { expiryWait } = target;
  const pointers = target.contract.token;
  const noToken: LifeOutcome = {
    notSent: `no token${pointers.lifetime === null ? '' : ' with a lifetime'} was granted`,
  };
  const leeway = { seconds: target.expiryLeeway ?? defaultLeeway, set: target.expiryLeeway !== null };
  const held = holdTokens();
  const wasClockSet = watchClock(now, tools.steady);

  const earlier = (): EarlierToken | null => store.read().earlierToken;

  function learn(earlierToken: EarlierToken): void {
    if (earlier() === null) store.write({ ...store.read(), earlierToken });
  }

  async function newGrant(): Promise<HeldToken | null> {
    const grant = grantIn(await tools.grant(), pointers);
    return grant && held.byText(grant.token);
  }

  const freshToken = async (): Promise<HeldToken | null> => held.young(now(), earlier()) ?? newGrant();

  /** Sends a second grant, and then the first token: learns whether it is still accepted. */
  async function testOlder(
    fresh: Scenario,
  ): Promise<{ newer: HeldToken | null; older: 'accepted' | 'refused' | null }> {
    const first = await freshToken();
    const second = await newGrant();
    if (!first || !second || first === second) return { newer: second ?? first, older: null };
    const older = await tools.probe(fresh, first.first.token);
    if (isAccepted(older)) learn('valid');
    const status = older.trouble === null && !isTooLate(older, first.last) ? (older.response?.status ?? 0) : 0;
    return {
      newer: second,
      older: isAccepted(older) ? 'accepted' : status >= 400 && status < 500 ? 'refused' : null,
    };
  }

  async function sendFresh(scenario: Scenario, token: HeldToken | null): Promise<LifeOutcome> {
    if (!token) return noToken;
    const exchange = await tools.probe(scenario, token.first.token);
    return isTooLate(exchange, token.last) ? tooLate : { exchange, accepted: isAccepted(exchange) };
  }

  /**
   * Runs the scenario of a fresh token. It first learns what a grant does to earlier tokens, before anything depends on
   * that.
   */
  async function runFresh(scenario: Scenario): Promise<LifeOutcome> {
    if (earlier() !== null) return sendFresh(scenario, await freshToken());
    const { newer, older } = await testOlder(scenario);
    const outcome = await sendFresh(scenario, newer);
    if ('notSent' in outcome) return outcome;
    if (outcome.accepted && older === 'refused') learn('ended');
    return { ...outcome, accepted: outcome.accepted === true || older === 'accepted' };
  }

  /** Whether so many newer tokens may have ended a refused one, though one did not; from then on, only the newest are followed. */
  function isOutnumbered({ overtaken }: HeldToken, { response, trouble }: Exchange): boolean {
    if (trouble !== null || response === null || response.status < 400) return false;
    // One that no newer token followed ended by itself.
    const [from, to] = overtaken ? ['valid', 'outnumbered' as const] : ['outnumbered', 'valid' as const];
    if (earlier() !== from) return false;
    store.write({ ...store.read(), earlierToken: to });
    return overtaken;
  }

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
      const { older } = await testOlder(scenario);
      if (older === 'refused') learn('ended');
    },
  });

  async function runTimed(scenario: Scenario, way: string): Promise<LifeOutcome> {
    if (way === 'later' && earlier() === 'ended') return { notSent: `${endedByNewer} here` };
    const moment = moments[way];
    const fits = ({ first }: HeldToken): boolean => !moment || now() <= moment.last(first);
    const token = held.find(fits, earlier()) ?? (await newGrant());
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
    return isOutnumbered(token, exchange) ? runTimed(scenario, way) : { exchange, followed: followedOf(token) };
  }

  /** Whether the clock was set since the last look; a token that was granted before may be of any age. */
  function wasSet(): boolean {
    const isSet = wasClockSet();
    if (isSet) held.forget();
    return isSet;
  }

  /** What a scenario shows whose moments are measured by the clock of this machine. */
  async function byClock(send: () => Promise<LifeOutcome>): Promise<LifeOutcome> {
    wasSet();
    const outcome = await send();
    return wasSet() ? clockSet : outcome;
  }

  const life: Life = {
    note(scenario, exchange) {
      const grant = grantIn(exchange, pointers);
      if (grant && held.note(scenario, grant) === 'same') learn('same');
    },
    notes() {
      const known = earlier();
      return [
        ...(pointers.lifetime === null ? [unpromised] : []),
        ...(known ? [earlierNotes[known]] : []),
        ...(tools.state?.notes() ?? []),
      ];
    },
    tryFresh: (scenario) => byClock(async () => sendFresh(scenario, await freshToken())),
    async run(scenario) {
      const way = scenario.change?.way ?? '';
      if (isTimed(scenario)) return byClock(() => runTimed(scenario, way));
      if (way === 'fresh') return byClock(() => runFresh(scenario));
      wasSet();
      const token = await freshToken();
      if (!token) return noToken;
      if (scenario.expects === 'refused' && tools.isGood(scenario, token.first.token)) return sameRequest;
      const exchange = await tools.probe(scenario, token.first.token);
      if (scenario.expects === 'granted' && isOutnumbered(token, exchange)) return life.run(scenario);
      // The protected resource must refuse here; an operation refuses for another reason than the token's end.
      return scenario.operation !== probeOperationId && isTooLate(exchange, token.last) ? tooLate : { exchange };
    },
  };
  return life;
}
