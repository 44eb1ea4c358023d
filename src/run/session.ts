import { setTimeout as delay } from 'node:timers/promises';
import { probeOperation, tokenOperation } from '../contract/types.ts';
import { type Background, evidenceOf, type Judged, judge, skewOf, unjudged } from '../judge/judge.ts';
import { decideReadings } from '../judge/readings.ts';
import type { ExchangeRecord, Incident, Observation } from '../results/format.ts';
import { skewRisk, skewText } from '../results/skew.ts';
import { build, unavailable } from '../scenario/build.ts';
import { controlId, isControl, plan, type Scenario } from '../scenario/plan.ts';
import type { Target } from '../target/target.ts';
import type { Exchange } from '../wire/exchange.ts';
import { recordOf, redactorOf } from '../wire/record.ts';
import { createTransport } from '../wire/transport.ts';
import { afterControl, clip, whyNothingRests, whyRefused } from './controls.ts';
import { createLife, grantIn, isTimed, type LifeOutcome } from './life.ts';
import { afterExchange, afterGrant, freshMemory, incidentOf, type Memory, NothingSent, whyNotSent } from './memory.ts';
import type { Neighbours } from './neighbours.ts';
import type { TokenState } from './token-state.ts';

/** Keeps a memory; in a file where several processes share it. */
export interface MemoryStore {
  read(): Memory;
  write(memory: Memory): void;
}

/** What came of one scenario, redacted: everything the reports need. */
export interface Outcome {
  target: string;
  scenario: string;
  /** Null when no request was sent for it. */
  exchange: ExchangeRecord | null;
  observations: Observation[];
  readings: { id: string; follows: string; exchange: string }[];
  /** Facts about the target that are no clause. */
  notes: string[];
  /** Seconds by which the provider's clock is ahead, by its Date header; only of the control. */
  clockSkew?: number;
  incident: Incident | null;
  /** Why nothing was sent; null when something was. */
  notSent: string | null;
  /** Requests since the last outcome, every attempt included. */
  requests: number;
}

/** Runs the scenarios of one target, one request at a time, the control before all others. */
export interface Session {
  run(scenario: Scenario): Promise<Outcome>;
  /** Whether the failure of this promise was not told before in this run; from then on it was. */
  tellsFirst(clause: string): boolean;
  close(): Promise<void>;
}

/** What a session may be given instead of the system's own. */
export interface SessionOptions {
  clock?: () => Date;
  /** Waits for milliseconds; with a clock that does not run by itself, it moves the clock. */
  sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Told before a wait of so many milliseconds, and what it is for: `for a token to expire`. */
  onWait?: (ms: number, what: string) => void;
  /** Keeps tokens for later runs; without it none is kept. */
  state?: TokenState;
  /** The other targets of the run, where a token of theirs may be shown to this one. */
  neighbours?: Neighbours;
}

/** A memory that lives as long as the process. */
export function memoryStore(): MemoryStore {
  let memory = freshMemory();
  return {
    read: () => memory,
    write: (next) => {
      memory = next;
    },
  };
}

/** Opens a session on a target. `baseUrl` is given where the target is the embedded mock. */
export function openSession(
  target: Target,
  baseUrl: string,
  store: MemoryStore,
  options: SessionOptions = {},
): Session {
  const { contract } = target;
  const clock = options.clock ?? (() => new Date());
  const closed = new AbortController();
  const scenarios = plan(contract);
  const { pace, tls, proxy, maxRequests } = target;
  const transport = createTransport({
    baseUrl,
    ...pace,
    tls,
    proxy,
    quietUntil: store.read().quietUntil,
    clock,
    onWait: (ms) => options.onWait?.(ms, 'before it sends again'),
  });
  const [good] = scenarios;
  let queue: Promise<unknown> = Promise.resolve();
  let requests = 0;

  /** One request at a time, also where a token's life is followed in the background. @throws NothingSent */
  function send(scenario: Scenario, token?: string): Promise<Exchange> {
    const sent = queue.then(async () => {
      const stop = whyNotSent(store.read(), maxRequests);
      if (stop !== null) throw new NothingSent(stop);
      const most = maxRequests - store.read().requests;
      const exchange = await transport.exchange(scenario.id, build(scenario, context(scenario, token)), most);
      requests += exchange.attempts.length;
      store.write(afterExchange(store.read(), exchange, scenario === good, transport.quietUntil));
      if (scenario.operation === tokenOperation) life.passed(exchange);
      return exchange;
    });
    queue = sent.catch(() => undefined);
    return sent;
  }

  function context(scenario: Scenario, token = '') {
    const { credentials, timestampOffset, probe } = target;
    const foreignToken = scenario.change?.way === 'foreign-token' ? (options.neighbours?.token(clock()) ?? null) : null;
    return { contract, credentials, now: clock(), timestampOffset, probe, token, foreignToken };
  }

  async function control(): Promise<LifeOutcome> {
    const exchange = await send(good);
    life.saw(exchange);
    const grant = grantIn(exchange, contract.token);
    if (grant) await options.neighbours?.tell({ token: grant.token, endsAt: grant.answeredAt + grant.seconds * 1000 });
    return { exchange, earlier: null };
  }

  async function controlOf(scenario: Scenario): Promise<LifeOutcome> {
    const outcome = await (scenario === good ? control() : life.run(scenario));
    if ('exchange' in outcome)
      store.write(afterControl(store.read(), contract, scenario, outcome.exchange, target.secrets));
    return outcome;
  }

  const life = createLife({
    target,
    timed: scenarios.filter((scenario) => isTimed(scenario) && whyUnfit(scenario) === null),
    grant: () => send(good),
    probe: send,
    now: () => clock().getTime(),
    sleep: (ms) => (options.sleep ? options.sleep(ms, closed.signal) : delay(ms, undefined, { signal: closed.signal })),
    onWait: (ms) => options.onWait?.(ms, 'for a token to expire'),
    state: options.state ?? null,
  });

  function outcome(scenario: Scenario, part: Partial<Outcome>): Outcome {
    const spent = requests;
    requests = 0;
    const nothing = { exchange: null, observations: [], readings: [], incident: null, notSent: null };
    return { target: target.name, scenario: scenario.id, ...nothing, notes: life.notes(), requests: spent, ...part };
  }

  function notSent(scenario: Scenario, reason: string, verdict: 'inconclusive' | 'inapplicable'): Outcome {
    const observations = unjudged(contract, scenario, reason).map((one) => ({ ...one, verdict, exchange: '' }));
    return outcome(scenario, { observations, notSent: reason });
  }

  function judged(scenario: Scenario, exchange: Exchange, background: Background): Judged[] {
    const refused = isControl(scenario) ? whyRefused(store.read(), scenario.operation) : null;
    if (refused !== null) return unjudged(contract, scenario, refused);
    return judge(contract, scenario, exchange, target.secrets, background);
  }

  function seen(scenario: Scenario, exchange: Exchange, earlier: Background['earlier'] = null): Outcome {
    const id = `ex-${scenarios.findIndex((one) => one.id === scenario.id)}`;
    const redact = redactorOf(exchange, target.secrets);
    const { probe, mockHost } = target;
    const background = { probeRefused: probe?.refused ?? [], earlier, grants: store.read().grants, mockHost };
    const evidence = exchange.trouble ? null : evidenceOf(contract, scenario, exchange, target.secrets, background);
    store.write(afterGrant(store.read(), evidence));
    const skew = skewOf(exchange);
    const first = scenario.id === controlId;
    const risk = first ? skewRisk(skew) : null;
    return outcome(scenario, {
      ...(first && exchange.response ? { clockSkew: skew } : {}),
      exchange: recordOf({ ...exchange, scenario: scenario.id }, id, scenario.title, redact),
      observations: judged(scenario, exchange, background).map((one) => ({
        ...one,
        documented: clip(redact(one.documented)),
        received: clip(redact(one.received)),
        exchange: id,
      })),
      readings: evidence ? decideReadings(contract.readings, evidence).map((one) => ({ ...one, exchange: id })) : [],
      notes: [...(risk === null ? [] : [`${skewText(skew)}; ${risk}`]), ...life.notes()],
      incident: incidentOf(store.read(), exchange),
    });
  }

  const followed = (scenario: Scenario, came: LifeOutcome): Outcome =>
    'notSent' in came ? notSent(scenario, came.notSent, 'inapplicable') : seen(scenario, came.exchange, came.earlier);

  /** Why a scenario says nothing at this target; null when it is to be sent. */
  function whyUnfit(scenario: Scenario): string | null {
    const followsToken = scenario.operation === probeOperation || scenario.change?.way === 'later';
    if (followsToken && !target.probe) return 'no probe is configured for this target';
    return unavailable(scenario, context(scenario));
  }

  /** Sends the control of an operation unless it was answered; what to tell in a scenario's stead where it is not granted. */
  async function ensure(operation: string, scenario: Scenario): Promise<Outcome | null> {
    const own = scenarios.find((one) => isControl(one) && one.operation === operation);
    const sent = store.read().controls[operation] === undefined && own ? await controlOf(own) : null;
    if (sent && 'notSent' in sent) return notSent(scenario, whyNothingRests(operation, sent.notSent), 'inconclusive');
    if (sent?.exchange.trouble) {
      const reason = whyNothingRests(operation, sent.exchange.trouble.cause);
      return { ...notSent(scenario, reason, 'inconclusive'), incident: incidentOf(store.read(), sent.exchange) };
    }
    const refused = whyRefused(store.read(), operation);
    return refused === null ? null : notSent(scenario, refused, 'inconclusive');
  }

  async function run(scenario: Scenario): Promise<Outcome> {
    const { operation } = scenario;
    if (scenario.id === controlId) return followed(scenario, await controlOf(good));
    if (target.onlyControl !== null) return notSent(scenario, target.onlyControl, 'inapplicable');
    const stopped = await ensure(tokenOperation, scenario);
    if (stopped) return stopped;
    const unfit = whyUnfit(scenario);
    if (unfit !== null) return notSent(scenario, unfit, 'inapplicable');
    if (isControl(scenario)) return followed(scenario, await controlOf(scenario));
    if (operation === tokenOperation && !isTimed(scenario)) return seen(scenario, await send(scenario));
    const other = operation !== tokenOperation && operation !== probeOperation;
    const refused = other ? await ensure(operation, scenario) : null;
    return refused ?? followed(scenario, await life.run(scenario));
  }

  return {
    async run(scenario) {
      try {
        return await run(scenario);
      } catch (error) {
        if (error instanceof NothingSent) return notSent(scenario, error.message, 'inconclusive');
        throw error;
      }
    },
    tellsFirst(clause) {
      const memory = store.read();
      if (memory.told.includes(clause)) return false;
      store.write({ ...memory, told: [...memory.told, clause] });
      return true;
    },
    async close() {
      closed.abort();
      await transport.close();
    },
  };
}
