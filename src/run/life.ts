/** The life of a token as its protected resource sees it: what is sent when, and with which token. */
import { atPointer } from '../contract/json.ts';
import { probeOperation } from '../contract/types.ts';
import { secondsOf } from '../judge/checks/lifetime.ts';
import { timedWays } from '../scenario/auth/bearer.ts';
import type { Scenario } from '../scenario/plan.ts';
import type { Target } from '../target/target.ts';
import type { Exchange } from '../wire/exchange.ts';
import { jsonOf } from '../wire/json.ts';
import type { KeptToken, TokenState } from './token-state.ts';

/** A token as it was granted; instants in milliseconds since the epoch. */
export interface Grant {
  token: string;
  /** Its declared life. */
  seconds: number;
  sentAt: number;
  answeredAt: number;
}

/** What came of a scenario of a token's life: an exchange, or why there is none. */
export type LifeOutcome = { exchange: Exchange; earlier: Grant | null } | { notSent: string };

/** What the life needs of the session around it. */
export interface LifeTools {
  target: Target;
  /** The scenarios of the plan that wait for a moment in a token's life, and can be sent to the target. */
  timed: Scenario[];
  /** Sends the good request. */
  grant(): Promise<Exchange>;
  /** Sends the request of a scenario with a token. */
  probe(scenario: Scenario, token: string): Promise<Exchange>;
  now(): number;
  sleep(ms: number): Promise<void>;
  /** Told before a wait, in milliseconds. */
  onWait(ms: number): void;
  state: TokenState | null;
}

/** Runs the scenarios that send a token, and those that follow one through its life. */
export interface Life {
  /** Tells of the control's answer, so that its token need not be asked for again. */
  saw(exchange: Exchange): void;
  /** Tells of any other answer of the token operation, whose token may have ended the latest. */
  passed(exchange: Exchange): void;
  run(scenario: Scenario): Promise<LifeOutcome>;
  /** What the run learned that is no clause. */
  notes(): string[];
}

/** Whether a scenario waits for a moment in a token's life. */
export function isTimed(scenario: Scenario): boolean {
  return timedWays.includes(scenario.change?.way ?? '');
}

/** The grant an exchange holds; null when it holds none. */
export function grantIn(exchange: Exchange, pointers: { value: string; lifetime: string }): Grant | null {
  const { response, attempts, answeredAt } = exchange;
  const json = response ? jsonOf(response.body) : undefined;
  const token = atPointer(json, pointers.value);
  const seconds = secondsOf(atPointer(json, pointers.lifetime));
  const sent = attempts.at(-1);
  if (!response || response.status >= 300 || typeof token !== 'string' || token === '' || seconds === null || !sent)
    return null;
  return { token, seconds, sentAt: sent.startedAt.getTime(), answeredAt: answeredAt.getTime() };
}

const noToken: LifeOutcome = { notSent: 'no token with a lifetime was granted' };

const tooLate: LifeOutcome = { notSent: 'the request came too late to tell' };

/** Milliseconds by which a fair token may end early: a JWT counts from the whole second of its issue. */
const fairMs = 1000;

/** Milliseconds before its declared end at which a token must still be good: `fairMs`, and time to ask. */
const earlyMs = fairMs + 200;

/** Whether a token was refused when it may fairly have ended: attempts without an answer, or a rate limit, take long. */
function isTooLate({ answeredAt, response }: Exchange, { sentAt, seconds }: Grant): boolean {
  return answeredAt.getTime() > sentAt + seconds * 1000 - fairMs && (response?.status ?? 0) >= 300;
}

/** A scenario of the story: when it is sent, and what comes of it. */
interface Moment {
  instant: number;
  outcome: Promise<LifeOutcome>;
}

/** What became of the first token when a second was granted. */
type Fate = 'ended' | 'stays' | 'same';

const fates: Record<Fate, string> = {
  ended: 'a newer token ends an older one',
  stays: 'an older token stays good beside a newer one',
  same: 'a second grant gives the same token again',
};

/** When a way is sent that waits for a moment in the life of a token; milliseconds since the epoch. */
function instantOf(way: string, { sentAt, answeredAt, seconds }: Grant, leeway: number): number {
  if (way === 'after-end') return answeredAt + (seconds + leeway) * 1000;
  if (way === 'later') return sentAt + seconds * 500;
  // A life of two seconds may fairly be over at its half.
  const half = sentAt + Math.min(seconds * 500, Math.max(0, seconds * 1000 - fairMs) * 0.8);
  return way === 'before-end' ? Math.max(sentAt + seconds * 1000 - earlyMs, half) : half;
}

/** Opens the life of a target's tokens. */
export function createLife(tools: LifeTools): Life {
  const { target, now } = tools;
  const pointers = target.contract.token;
  let latest: Grant | null = null;
  /** Whether a grant came after the latest. */
  let overtaken = false;
  let fate: Fate | null = null;
  let story: Map<string, Moment> | null = null;
  let kept: KeptToken | null | undefined;
  let leftToLater = false;

  async function newGrant(): Promise<Grant | null> {
    latest = grantIn(await tools.grant(), pointers);
    overtaken = false;
    return latest;
  }

  /** A token of which at least half the life is left, and that no newer one can have ended. */
  async function freshGrant(): Promise<Grant | null> {
    const young = latest !== null && now() < latest.answeredAt + latest.seconds * 500;
    const harmless = fate === 'stays' || fate === 'same';
    return young && (!overtaken || harmless) ? latest : newGrant();
  }

  async function until(instant: number): Promise<void> {
    const wait = instant - now();
    if (wait > 0) await tools.sleep(wait);
  }

  /** Whether a newer token ends an older one: a provider may do so, and what is asked later has to know. */
  async function learnFate(fresh: Scenario): Promise<void> {
    if (fate !== null) return;
    const first = await freshGrant();
    const second = await newGrant();
    if (!first || !second) return;
    if (first.token === second.token) {
      fate = 'same';
      return;
    }
    const answer = await tools.probe(fresh, first.token);
    const { response } = answer;
    if (response && !isTooLate(answer, first))
      fate = response.status >= 400 && response.status < 500 ? 'ended' : 'stays';
  }

  /** Begins the waiting: one token, sent at half its life, just before and just after its end. */
  function begin(first: Grant): Map<string, Moment> {
    const moments = new Map<string, Moment>();
    let previous: Promise<unknown> = Promise.resolve();
    const ordered = tools.timed
      .map((scenario) => {
        const way = scenario.change?.way ?? '';
        return { scenario, way, instant: instantOf(way, first, target.expiryLeeway) };
      })
      .sort((a, b) => a.instant - b.instant);
    for (const { scenario, way, instant } of ordered) {
      const outcome = previous.then(async (): Promise<LifeOutcome> => {
        await until(instant);
        if (way === 'later') {
          if (fate === 'ended') return { notSent: 'a newer token ends an older one here' };
          return { exchange: await tools.grant(), earlier: first };
        }
        const exchange = await tools.probe(scenario, first.token);
        return way !== 'after-end' && isTooLate(exchange, first) ? tooLate : { exchange, earlier: null };
      });
      moments.set(scenario.id, { instant, outcome });
      previous = outcome.catch(() => undefined);
    }
    return moments;
  }

  function waitable(grant: Grant): string | null {
    if (target.expiryWait === 0) return 'this target allows no time to wait for a token to expire';
    if (grant.seconds <= target.expiryWait) return null;
    return `the token lives ${grant.seconds} s, longer than the ${target.expiryWait} s this run may wait`;
  }

  /** The end of a token of an earlier run, where this one cannot wait for its own. */
  async function keptEnd(scenario: Scenario, grant: Grant, reason: string): Promise<LifeOutcome> {
    if (!tools.state) return { notSent: `${reason}, and no state file keeps it for a later run` };
    // Read once: several scenarios may try the token of the same night.
    const first = kept === undefined;
    if (kept === undefined) kept = tools.state.read(target, now());
    const ended = kept !== null && now() > kept.endsAt + target.expiryLeeway * 1000;
    if (first && (kept === null || ended)) {
      const left = { token: grant.token, endsAt: grant.answeredAt + grant.seconds * 1000 };
      leftToLater = await tools.state.write(target, left, now());
    }
    if (kept === null)
      return { notSent: `${reason}; it ${leftToLater ? 'is kept' : 'could not be kept'} for a later run` };
    if (!ended) return { notSent: `${reason}; the token kept by an earlier run has not ended yet` };
    return { exchange: await tools.probe(scenario, kept.token), earlier: null };
  }

  return {
    saw(exchange) {
      latest = grantIn(exchange, pointers) ?? latest;
      overtaken = false;
    },
    passed(exchange) {
      const grant = grantIn(exchange, pointers);
      if (grant && grant.token !== latest?.token) overtaken = true;
    },
    notes: () => [...(fate ? [fates[fate]] : []), ...(tools.state?.notes() ?? [])],
    async run(scenario) {
      const way = scenario.change?.way ?? '';
      if (way === 'fresh') await learnFate(scenario);
      if (!isTimed(scenario)) {
        const grant = await freshGrant();
        if (!grant) return noToken;
        // A token ages while the other scenarios run, unless a token they are granted would end it.
        if (way === 'fresh' && fate !== 'ended' && waitable(grant) === null) story ??= begin(grant);
        const exchange = await tools.probe(scenario, grant.token);
        // Any other way asks the protected resource to refuse; an operation refuses for another cause than the token's end.
        const needsLife = way === 'fresh' || scenario.operation !== probeOperation;
        return needsLife && isTooLate(exchange, grant) ? tooLate : { exchange, earlier: null };
      }
      if (story === null) {
        const grant = await freshGrant();
        if (!grant) return noToken;
        const reason = waitable(grant);
        if (reason !== null) return way === 'after-end' ? keptEnd(scenario, grant, reason) : { notSent: reason };
        story = begin(grant);
      }
      const moment = story.get(scenario.id);
      if (!moment) return noToken;
      if (moment.instant > now()) tools.onWait(moment.instant - now());
      return moment.outcome;
    },
  };
}
