import { setTimeout as delay } from 'node:timers/promises';
import { probeOperation, tokenOperation } from '../contract/types.ts';
import {
  type Background,
  evidenceOf,
  type Judged,
  judge,
  judgeRefusedControl,
  skewOf,
  unjudged,
} from '../judge/judge.ts';
import { decideReadings } from '../judge/readings.ts';
import { skewRisk, skewText } from '../results/skew.ts';
import type { NotSent } from '../results/state.ts';
import { unavailable } from '../scenario/build.ts';
import { controlId, isControl, plan, type Scenario } from '../scenario/plan.ts';
import type { Target } from '../target/target.ts';
import type { Granted } from '../wire/clear/gate.ts';
import type { Token } from '../wire/clear/tokens.ts';
import type { Exchange } from '../wire/exchange.ts';
import { recordOf } from '../wire/record.ts';
import { afterControl, answered, whyNothingRests, whyRefused } from './controls.ts';
import { createLife, grantIn, isTimed, type LifeOutcome } from './life.ts';
import { afterGrant, freshMemory, incidentOf, type MemoryStore, NothingSent } from './memory.ts';
import type { Neighbours } from './neighbours.ts';
import { type ClearedOutcome, clearedError, clearedFinding } from './outcome.ts';
import { createSender } from './sender.ts';
import { gateOfTarget } from './target-gate.ts';
import type { TokenState } from './token-state.ts';

export type { Outcome } from './outcome.ts';

/** Runs the scenarios of one target, one request at a time, the control before all others. */
export interface Session {
  run(scenario: Scenario): Promise<ClearedOutcome>;
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
  judges?: Parameters<typeof judge>[5];
  /** The tokens that other processes of the run were granted; without it those of this one alone are known. */
  granted?: Granted;
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
  const gate = gateOfTarget(target, options.granted);
  /** The tokens in the body of each answer. */
  const tokens = new WeakMap<Exchange, Token[]>();
  const scenarios = plan(contract);
  const [good] = scenarios;
  /** Controls sent for the scenario that is being run: an exchange of its own each, judged as in a test of its own. */
  let before: ClearedOutcome[] = [];
  const sleep = (ms: number): Promise<void> =>
    options.sleep ? options.sleep(ms, closed.signal) : delay(ms, undefined, { signal: closed.signal });
  const sender = createSender({
    target,
    baseUrl,
    store,
    gate,
    good,
    context,
    clock,
    sleep,
    onWait: (ms, what) => options.onWait?.(ms, what),
    onExchange: (scenario, exchange) => {
      tokens.set(exchange, gate.learn(exchange, contract, scenario.operation === tokenOperation));
      if (scenario.operation === tokenOperation) life.passed(exchange);
    },
  });
  const { send } = sender;

  function context(scenario: Scenario, now: Date, token = '') {
    const { credentials, timestampOffset, probe } = target;
    const foreignToken = scenario.change?.way === 'foreign-token' ? (options.neighbours?.token(now) ?? null) : null;
    return { contract, credentials, now, timestampOffset, probe, token, foreignToken };
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
    if ('exchange' in outcome) store.write(afterControl(store.read(), contract, scenario, outcome.exchange, gate));
    return outcome;
  }

  const life = createLife({
    target,
    timed: scenarios.filter((scenario) => isTimed(scenario) && whyUnfit(scenario) === null),
    grant: () => send(good),
    probe: send,
    now: () => clock().getTime(),
    sleep,
    onWait: (ms) => options.onWait?.(ms, 'for a token to expire'),
    state: options.state ?? null,
  });

  function outcome(scenario: Scenario, part: Partial<ClearedOutcome>): ClearedOutcome {
    const nothing = { exchange: null, observations: [], readings: [], incident: null, notSent: null };
    const { name } = target;
    const notes = life.notes().map((note) => gate.clear(note));
    return { target: name, scenario: scenario.id, ...nothing, notes, ...sender.spent(), ...part };
  }

  function notSent(scenario: Scenario, kind: NotSent['kind'], reason: string): ClearedOutcome {
    const text = gate.clear(reason);
    const verdict = kind === 'control' || kind === 'stopped' ? ('inconclusive' as const) : ('inapplicable' as const);
    const observations = unjudged(contract, scenario, text).map((one) => ({
      ...clearedFinding(one, gate),
      verdict,
      exchange: '',
    }));
    return outcome(scenario, { observations, notSent: { kind, text } });
  }

  function controlState(scenario: Scenario, { trouble }: Exchange): Pick<ClearedOutcome, 'control'> {
    if (!isControl(scenario) || trouble) return {};
    const reason = whyRefused(store.read(), scenario.operation, gate);
    return { control: reason === null ? { granted: true } : { granted: false, reason } };
  }

  function judged(scenario: Scenario, exchange: Exchange, background: Background): Judged[] {
    const refused = isControl(scenario) ? whyRefused(store.read(), scenario.operation, gate) : null;
    if (refused !== null) return judgeRefusedControl(contract, scenario, exchange, refused);
    return judge(contract, scenario, exchange, gate, background, options.judges);
  }

  function seen(scenario: Scenario, exchange: Exchange, earlier: Background['earlier'] = null): ClearedOutcome {
    const id = `ex-${scenarios.findIndex((one) => one.id === scenario.id)}`;
    const { probe, mockHost } = target;
    const background = { probeRefused: probe?.refused ?? [], earlier, grants: store.read().grants, mockHost };
    const refused = isControl(scenario) && whyRefused(store.read(), scenario.operation, gate) !== null;
    const shown = exchange.trouble === null && !refused;
    const evidence = shown ? evidenceOf(contract, scenario, exchange, gate, background) : null;
    store.write(afterGrant(store.read(), evidence));
    const skew = skewOf(exchange);
    const first = scenario.id === controlId;
    const risk = first ? skewRisk(skew) : null;
    return outcome(scenario, {
      ...(first && exchange.response ? { clockSkew: skew } : {}),
      ...controlState(scenario, exchange),
      exchange: recordOf({ ...exchange, scenario: scenario.id }, id, scenario.title, gate, tokens.get(exchange) ?? []),
      observations: judged(scenario, exchange, background).map((one) => ({
        ...clearedFinding(one, gate),
        exchange: id,
      })),
      readings: evidence ? decideReadings(contract.readings, evidence).map((one) => ({ ...one, exchange: id })) : [],
      notes: [...(risk === null ? [] : [`${skewText(skew)}; ${risk}`]), ...life.notes()].map((note) =>
        gate.clear(note),
      ),
      incident: incidentOf(store.read(), exchange, gate),
    });
  }

  const followed = (scenario: Scenario, came: LifeOutcome): ClearedOutcome =>
    'notSent' in came ? notSent(scenario, 'life', came.notSent) : seen(scenario, came.exchange, came.earlier);

  /** Why a scenario says nothing at this target; null when it is to be sent. */
  function whyUnfit(scenario: Scenario): string | null {
    const followsToken = scenario.operation === probeOperation || scenario.change?.way === 'later';
    if (followsToken && !target.probe) return 'no probe is configured for this target';
    return unavailable(scenario, context(scenario, clock()));
  }

  /** Sends the control of an operation unless it was answered; what to tell in a scenario's stead where it is not granted. */
  async function ensure(operation: string, scenario: Scenario): Promise<ClearedOutcome | null> {
    const own = scenarios.find((one) => isControl(one) && one.operation === operation);
    const sent = answered(store.read(), operation) === null && own ? await controlOf(own) : null;
    if (sent && own) before.push(followed(own, sent));
    const cause = sent && ('notSent' in sent ? sent.notSent : sent.exchange.trouble?.cause);
    const refused = cause
      ? whyNothingRests(operation, gate.clear(cause), gate)
      : whyRefused(store.read(), operation, gate);
    return refused === null ? null : notSent(scenario, 'control', refused);
  }

  async function run(scenario: Scenario): Promise<ClearedOutcome> {
    const { operation } = scenario;
    if (scenario.id === controlId) return followed(scenario, await controlOf(good));
    if (target.onlyControl !== null) return notSent(scenario, 'only-control', target.onlyControl);
    const unfit = whyUnfit(scenario);
    if (unfit !== null) return notSent(scenario, 'unfit', unfit);
    const stopped = await ensure(tokenOperation, scenario);
    if (stopped) return stopped;
    if (isControl(scenario)) return followed(scenario, await controlOf(scenario));
    if (operation === tokenOperation && !isTimed(scenario)) return seen(scenario, await send(scenario));
    const other = operation !== tokenOperation && operation !== probeOperation;
    const refused = other ? await ensure(operation, scenario) : null;
    return refused ?? followed(scenario, await life.run(scenario));
  }

  return {
    async run(scenario) {
      before = [];
      const own = await run(scenario).catch((error: unknown) => {
        if (error instanceof NothingSent) return notSent(scenario, 'stopped', error.message);
        throw clearedError(error, gate);
      });
      return before.length > 0 ? { ...own, before } : own;
    },
    tellsFirst(clause) {
      const memory = store.read();
      if (memory.told.includes(clause)) return false;
      store.write({ ...memory, told: [...memory.told, clause] });
      return true;
    },
    async close() {
      closed.abort();
      await sender.close();
    },
  };
}
