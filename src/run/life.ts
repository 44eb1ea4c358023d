/** The life of a token as its protected resource sees it: what is sent when, and with which token. */

import { probeOperationId } from '../contract/types.ts';
import type { TokenPointers } from '../formats/contract.ts';
import { atPointer } from '../formats/json.ts';
import type { FollowedToken } from '../judge/checks/check.ts';
import { declaredSeconds } from '../judge/declared.ts';
import { skewOf } from '../judge/judge.ts';
import { defaultLeeway, standardLeeway } from '../judge/late.ts';
import { timedWays } from '../scenario/auth/bearer.ts';
import type { Scenario } from '../scenario/plan.ts';
import type { Target } from '../target/target.ts';
import type { Exchange } from '../wire/exchange.ts';
import { jsonOf } from '../wire/json.ts';
import { type HeldToken, holdTokens } from './held.ts';
import type { EarlierToken, MemoryStore } from './memory.ts';
import { type Grant, isAccepted, isTooLate, moments } from './moments.ts';
import type { KeptToken, TokenState } from './token-state.ts';

export type { Grant } from './moments.ts';

/** What came of a scenario of a token's life: an exchange, with the tokens it is about, or why there is none. */
export type LifeOutcome =
  | { exchange: Exchange; earlier?: Grant; followed?: FollowedToken; accepted?: boolean }
  | { notSent: string };

/** What the life needs of the session around it. */
export interface LifeTools {
  target: Target;
  store: MemoryStore;
  /** Sends the good request. */
  grant(): Promise<Exchange>;
  /** Sends the request of a scenario with a token. */
  probe(scenario: Scenario, token: string): Promise<Exchange>;
  now(): number;
  sleep(ms: number): Promise<void>;
  /** Called before a wait, in milliseconds. */
  onWait(ms: number): void;
  state: TokenState | null;
}

/** Runs the scenarios that send a token, and those that follow one through its life. */
export interface Life {
  /** Takes note of an answer of the token operation: it may hold a token, and end those before it. */
  note(scenario: Scenario, exchange: Exchange): void;
  run(scenario: Scenario): Promise<LifeOutcome>;
  /** Sends a token that was just granted to the protected resource, and no other request than that needs. */
  tryFresh(scenario: Scenario): Promise<LifeOutcome>;
  /** What the run learned that is no clause. */
  notes(): string[];
}

/** Whether a scenario waits for a moment in a token's life. */
export function isTimed(scenario: Scenario): boolean {
  return timedWays.includes(scenario.change?.way ?? '');
}

/** The grant an exchange holds; null when it holds none. */
export function grantIn(exchange: Exchange, pointers: TokenPointers): Grant | null {
  const { response, attempts, answeredAt } = exchange;
  const json = response ? jsonOf(response.body) : undefined;
  const token = atPointer(json, pointers.value);
  const seconds = declaredSeconds(json, pointers, answeredAt.getTime() / 1000 + skewOf(exchange));
  const sent = attempts.at(-1);
  if (!response || response.status >= 300 || typeof token !== 'string' || token === '' || seconds === null || !sent)
    return null;
  return { token, seconds, sentAt: sent.startedAt.getTime(), answeredAt: answeredAt.getTime() };
}

const noToken: LifeOutcome = { notSent: 'no token with a lifetime was granted' };

const tooLate: LifeOutcome = { notSent: 'the request came too late to tell' };

const endedByNewer = 'a newer token ends an older one';

const earlierNotes: Record<EarlierToken, string> = {
  ended: endedByNewer,
  valid: 'an older token stays good beside a newer one',
  same: 'a second grant gives the same token again',
};

/** Seconds after its end from which it tells something new that a token is still taken. */
const leastAgain = 10;

/** Opens the life of a target's tokens. */
export function createLife(tools: LifeTools): Life {
  const { target, store, now } = tools;
  const { expiryWait } = target;
  const pointers = target.contract.token;
  const leeway = { seconds: target.expiryLeeway ?? defaultLeeway, set: target.expiryLeeway !== null };
  const held = holdTokens();
  /** Read once: several scenarios may try the token of the same night. */
  let kept: KeptToken | null | undefined;
  let isLeftToLater = false;

  const earlier = (): EarlierToken | null => store.read().earlierToken;

  function learned(earlierToken: EarlierToken): void {
    if (earlier() === null) store.write({ ...store.read(), earlierToken });
  }

  async function newGrant(): Promise<HeldToken | null> {
    const grant = grantIn(await tools.grant(), pointers);
    return grant && held.byText(grant.token);
  }

  const freshToken = async (): Promise<HeldToken | null> => held.young(now(), earlier()) ?? newGrant();

  /** Sends a second grant, and the first token after it: learns whether that is still good; returns the newer token. */
  async function tryOlder(fresh: Scenario): Promise<{ newer: HeldToken | null; older: 'accepted' | 'refused' | null }> {
    const first = await freshToken();
    const second = await newGrant();
    if (!first || !second || first === second) return { newer: second ?? first, older: null };
    const older = await tools.probe(fresh, first.first.token);
    if (isAccepted(older)) learned('valid');
    const status = older.trouble === null && !isTooLate(older, first.last) ? (older.response?.status ?? 0) : 0;
    return {
      newer: second,
      older: isAccepted(older) ? 'accepted' : status >= 400 && status < 500 ? 'refused' : null,
    };
  }

  async function probeFresh(scenario: Scenario, token: HeldToken | null): Promise<LifeOutcome> {
    if (!token) return noToken;
    const exchange = await tools.probe(scenario, token.first.token);
    return isTooLate(exchange, token.last) ? tooLate : { exchange, accepted: isAccepted(exchange) };
  }

  /** The scenario of a token just granted: what a grant does to earlier ones is learned with it, before anything rests on that. */
  async function fresh(scenario: Scenario): Promise<LifeOutcome> {
    if (earlier() !== null) return probeFresh(scenario, await freshToken());
    const { newer, older } = await tryOlder(scenario);
    const outcome = await probeFresh(scenario, newer);
    if ('notSent' in outcome) return outcome;
    if (outcome.accepted && older === 'refused') learned('ended');
    return { ...outcome, accepted: outcome.accepted === true || older === 'accepted' };
  }

  async function until(instant: number): Promise<void> {
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

  /** Asks after the end; a token that is still taken is asked for once more, as late as standards and the environment allow. */
  async function askAfterEnd(scenario: Scenario, token: HeldToken): Promise<LifeOutcome> {
    const followed = followedOf(token);
    await until(token.endsAt + leeway.seconds * 1000);
    const exchange = await tools.probe(scenario, token.first.token);
    const latest = Math.min(expiryWait - token.first.seconds, standardLeeway + 1);
    if (leeway.set || !isAccepted(exchange) || latest < leastAgain) return { exchange, followed };
    await until(token.endsAt + latest * 1000);
    const again = await tools.probe(scenario, token.first.token);
    if (isAccepted(again)) return { exchange: again, followed };
    return { exchange, followed: again.trouble === null ? { ...followed, refusedAfter: latest } : followed };
  }

  function whyNotWaitable({ seconds }: Grant): string | null {
    if (expiryWait === 0) return 'this target allows no time to wait for a token to expire';
    if (seconds <= expiryWait) return null;
    return `the token lives ${seconds} s, longer than the ${expiryWait} s this run may wait`;
  }

  /** The end of a token of an earlier run, where this one cannot wait for its own. */
  async function askKept(scenario: Scenario, grant: Grant, reason: string): Promise<LifeOutcome> {
    if (!tools.state) return { notSent: `${reason}, and no state file keeps it for a later run` };
    const overtaken: LifeOutcome = { notSent: `${reason}; ${endedByNewer} here, so that no later run sees its end` };
    if (earlier() === 'ended') return overtaken;
    const isFirst = kept === undefined;
    if (kept === undefined) kept = tools.state.read(target, now());
    const ended = kept !== null && now() > kept.endsAt + leeway.seconds * 1000;
    if (isFirst && (kept === null || ended)) {
      const left = { token: grant.token, endsAt: grant.answeredAt + grant.seconds * 1000 };
      isLeftToLater = await tools.state.write(target, left, now());
    }
    if (kept === null)
      return { notSent: `${reason}; it ${isLeftToLater ? 'is kept' : 'could not be kept'} for a later run` };
    if (!ended) return { notSent: `${reason}; the token kept by an earlier run has not ended yet` };
    const exchange = await tools.probe(scenario, kept.token);
    // The tokens of this run may have ended the one that was kept: its refusal means something only where they do not.
    if (!isAccepted(exchange) && exchange.trouble === null && earlier() === null) {
      const { older } = await tryOlder(scenario);
      if (older === 'refused') learned('ended');
      if (earlier() !== 'valid' && earlier() !== 'same') return overtaken;
    }
    return { exchange, followed: { endsAt: kept.endsAt, leeway } };
  }

  async function runTimed(scenario: Scenario, way: string): Promise<LifeOutcome> {
    if (way === 'later' && earlier() === 'ended') return { notSent: `${endedByNewer} here` };
    const moment = moments[way];
    const fits = ({ first }: HeldToken): boolean => !moment || now() <= moment.last(first);
    const token = held.find(fits, earlier()) ?? (await newGrant());
    if (!token) return noToken;
    const { first } = token;
    const reason = whyNotWaitable(first);
    if (reason !== null) return way === 'after-end' ? askKept(scenario, first, reason) : { notSent: reason };
    if (!moment) return askAfterEnd(scenario, token);
    await until(moment.at(first));
    if (way === 'later') return { exchange: await tools.grant(), earlier: first };
    const exchange = await tools.probe(scenario, first.token);
    return isTooLate(exchange, first) ? tooLate : { exchange, followed: followedOf(token) };
  }

  return {
    note(scenario, exchange) {
      const grant = grantIn(exchange, pointers);
      if (grant && held.note(scenario, grant) === 'same') learned('same');
    },
    notes() {
      const known = earlier();
      return [...(known ? [earlierNotes[known]] : []), ...(tools.state?.notes() ?? [])];
    },
    tryFresh: async (scenario) => probeFresh(scenario, await freshToken()),
    async run(scenario) {
      const way = scenario.change?.way ?? '';
      if (isTimed(scenario)) return runTimed(scenario, way);
      if (way === 'fresh') return fresh(scenario);
      const token = await freshToken();
      if (!token) return noToken;
      const exchange = await tools.probe(scenario, token.first.token);
      // The protected resource is asked to refuse; an operation refuses for another cause than the token's end.
      return scenario.operation !== probeOperationId && isTooLate(exchange, token.last) ? tooLate : { exchange };
    },
  };
}
