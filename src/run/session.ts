import { setTimeout as delay } from 'node:timers/promises';
import { type Background, evidenceOf, type Judged, judge, skewOf, unjudged, whyNotGranted } from '../judge/judge.ts';
import { decideReadings } from '../judge/readings.ts';
import type { ExchangeRecord, Incident, Observation } from '../results/format.ts';
import { build, unavailable } from '../scenario/build.ts';
import { controlId, plan, type Scenario } from '../scenario/plan.ts';
import type { Target } from '../target/target.ts';
import type { Exchange } from '../wire/exchange.ts';
import { recordOf, redactorOf } from '../wire/record.ts';
import { createTransport, mostAttempts } from '../wire/transport.ts';
import { createLife, isTimed, type LifeOutcome } from './life.ts';
import { afterExchange, freshMemory, type Memory, NothingSent, whyNotSent } from './memory.ts';
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
}

/** Most characters of one line of a finding. */
const mostCharacters = 400;

/** Seconds of clock skew beyond which a signed timestamp is at risk. */
const noticeableSkew = 30;

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
      const most = Math.min(mostAttempts, maxRequests - store.read().requests);
      const exchange = await transport.exchange(scenario.id, build(scenario, context(token)), most);
      requests += exchange.attempts.length;
      store.write(afterExchange(store.read(), exchange, scenario === good, transport.quietUntil));
      return exchange;
    });
    queue = sent.catch(() => undefined);
    return sent;
  }

  function context(token = '') {
    const probe = target.probe && { ...target.probe, token };
    return { contract, credentials: target.credentials, now: clock(), timestampOffset: target.timestampOffset, probe };
  }

  async function control(): Promise<Exchange> {
    const exchange = await send(good);
    // One that met trouble of the network is sent again for the next scenario: a blip costs one scenario, not the run.
    if (exchange.trouble) return exchange;
    const reason = whyNotGranted(contract, good, exchange);
    const redacted = reason === null ? '' : redactorOf(exchange, target.secrets)(reason);
    const state = reason === null ? { granted: true as const } : { granted: false as const, reason: clip(redacted) };
    store.write({ ...store.read(), control: state });
    life.saw(exchange);
    return exchange;
  }

  const life = createLife({
    target,
    timed: new Map(scenarios.filter(isTimed).map((scenario) => [scenario.change?.way ?? '', scenario])),
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
    const nothing = { exchange: null, observations: [], readings: [], notes: [], incident: null, notSent: null };
    return { target: target.name, scenario: scenario.id, ...nothing, requests: spent, ...part };
  }

  function notSent(scenario: Scenario, reason: string, verdict: 'inconclusive' | 'inapplicable'): Outcome {
    const observations = unjudged(contract, scenario, reason).map((one) => ({ ...one, verdict, exchange: '' }));
    return outcome(scenario, { observations, notSent: reason });
  }

  function incidentOf({ scenario, trouble, attempts }: Exchange): Incident | null {
    if (!trouble) return null;
    const { givenUp } = store.read();
    const cause = givenUp ? `${trouble.cause}; the target is ${givenUp}` : trouble.cause;
    return { scenario, cause, attempts: attempts.length };
  }

  function judged(scenario: Scenario, exchange: Exchange, background: Background): Judged[] {
    const { control } = store.read();
    if (scenario.id === controlId && control?.granted === false) {
      return unjudged(contract, scenario, `the control is not granted: ${control.reason}`);
    }
    return judge(contract, scenario, exchange, target.secrets, background);
  }

  function seen(scenario: Scenario, exchange: Exchange, earlier: Background['earlier'] = null): Outcome {
    const id = `ex-${scenarios.findIndex((one) => one.id === scenario.id)}`;
    const redact = redactorOf(exchange, target.secrets);
    const background = { probeRefused: target.probe?.refused ?? [], earlier };
    const evidence = exchange.trouble ? null : evidenceOf(contract, scenario, exchange, target.secrets, background);
    const skew = skewOf(exchange);
    const skewed = scenario.id === controlId && Math.abs(skew) > noticeableSkew;
    return outcome(scenario, {
      exchange: recordOf({ ...exchange, scenario: scenario.id }, id, scenario.title, redact),
      observations: judged(scenario, exchange, background).map((one) => ({
        ...one,
        documented: clip(redact(one.documented)),
        received: clip(redact(one.received)),
        exchange: id,
      })),
      readings: evidence ? decideReadings(contract.readings, evidence).map((one) => ({ ...one, exchange: id })) : [],
      notes: [
        ...(skewed
          ? [
              `the provider's clock is ${Math.abs(skew)} s ${skew > 0 ? 'ahead' : 'behind'}; a signed timestamp may seem stale`,
            ]
          : []),
        ...life.notes(),
      ],
      incident: incidentOf(exchange),
    });
  }

  function followed(scenario: Scenario, followed: LifeOutcome): Outcome {
    if ('notSent' in followed) return notSent(scenario, followed.notSent, 'inapplicable');
    return seen(scenario, followed.exchange, followed.earlier);
  }

  async function run(scenario: Scenario): Promise<Outcome> {
    if (scenario.id === controlId) return seen(scenario, await control());
    if (target.onlyControl !== null) return notSent(scenario, target.onlyControl, 'inapplicable');
    const sent = store.read().control === null ? await control() : null;
    if (sent?.trouble) {
      const reason = `the control is not granted: ${sent.trouble.cause}`;
      return { ...notSent(scenario, reason, 'inconclusive'), incident: incidentOf(sent) };
    }
    const state = store.read().control;
    if (state?.granted === false)
      return notSent(scenario, `the control is not granted: ${state.reason}`, 'inconclusive');
    const missing = unavailable(scenario, context());
    if (missing !== null) return notSent(scenario, missing, 'inapplicable');
    const followsToken = scenario.change?.part === 'probe' || isTimed(scenario);
    if (followsToken && !target.probe)
      return notSent(scenario, 'no probe is configured for this target', 'inapplicable');
    return followsToken ? followed(scenario, await life.run(scenario)) : seen(scenario, await send(scenario));
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

function clip(text: string): string {
  return text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text;
}
