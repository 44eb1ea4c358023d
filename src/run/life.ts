/** The life of a token, as its protected resource shows it: which request is sent when, and with which token. */

import { type Contract, probeOperationId } from '../contract/types.ts';
import { timedWays } from '../scenario/auth/bearer.ts';
import type { Scenario } from '../scenario/plan.ts';
import { sendsToken } from '../scenario/sends-token.ts';
import type { Exchange } from '../wire/exchange.ts';
import { watchClock } from './clock-watch.ts';
import { grantIn } from './grant.ts';
import { createGrantedTokens } from './granted-tokens.ts';
import { earlierNotes, type HeldToken } from './held.ts';
import { type LifeOutcome, type LifeTools, tooLate } from './life-tools.ts';
import { isAccepted, isTooLate } from './moments.ts';
import { createTimed } from './timed.ts';

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

const clockSet: LifeOutcome = {
  notSent: 'the clock of this machine was set, or the machine slept, while a token was followed',
  open: true,
};

const sameRequest: LifeOutcome = { notSent: 'with the token that was granted it would be the same request' };

/** Opens the life of a target's tokens. */
export function createLife(tools: LifeTools): Life {
  const { target, now } = tools;
  const pointers = target.contract.token;
  const noToken: LifeOutcome = {
    notSent: `no token${pointers.lifetime === null ? '' : ' with a lifetime'} was granted`,
  };
  const tokens = createGrantedTokens(tools);
  const runTimed = createTimed(tools, tokens, noToken);
  const wasClockSet = watchClock(now, tools.steady);

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
    if (tokens.earlier() !== null) return sendFresh(scenario, await tokens.fresh());
    const { newer, older } = await tokens.testOlder(scenario);
    const outcome = await sendFresh(scenario, newer);
    if ('notSent' in outcome) return outcome;
    if (outcome.accepted && older === 'refused') tokens.learn('ended');
    return { ...outcome, accepted: outcome.accepted === true || older === 'accepted' };
  }

  /** Whether the clock was set since the last look; a token that was granted before may be of any age. */
  function wasSet(): boolean {
    const isSet = wasClockSet();
    if (isSet) tokens.held.forget();
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
      if (grant && tokens.held.note(scenario, grant) === 'same') tokens.learn('same');
    },
    notes() {
      const known = tokens.earlier();
      return [
        ...(pointers.lifetime === null ? [unpromised] : []),
        ...(known ? [earlierNotes[known]] : []),
        ...(tools.state?.notes() ?? []),
      ];
    },
    tryFresh: (scenario) => byClock(async () => sendFresh(scenario, await tokens.fresh())),
    async run(scenario) {
      const way = scenario.change?.way ?? '';
      if (isTimed(scenario)) return byClock(() => runTimed(scenario, way));
      if (way === 'fresh') return byClock(() => runFresh(scenario));
      wasSet();
      const token = await tokens.fresh();
      if (!token) return noToken;
      if (scenario.expects === 'refused' && tools.isGood(scenario, token.first.token)) return sameRequest;
      const exchange = await tools.probe(scenario, token.first.token);
      if (scenario.expects === 'granted' && tokens.isOutnumbered(token, exchange)) return life.run(scenario);
      // The protected resource must refuse here; an operation refuses for another reason than the token's end.
      return scenario.operation !== probeOperationId && isTooLate(exchange, token.last) ? tooLate : { exchange };
    },
  };
  return life;
}
