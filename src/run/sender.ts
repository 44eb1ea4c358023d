/** Sends the requests of one target, one at a time, within its budget, and updates the run's memory. */
import { isSuccess } from '../contract/status.ts';
import { ownAnswer } from '../judge/judge.ts';
import { whyNotGranted } from '../judge/refused-control.ts';
import { type BuildContext, build, uniqueValues } from '../scenario/build.ts';
import { type Scenario, unplannedControl } from '../scenario/plan.ts';
import { isReplay } from '../scenario/replay.ts';
import type { Target } from '../target/target.ts';
import type { Gate } from '../wire/clear/gate.ts';
import type { Exchange } from '../wire/exchange.ts';
import { createTransport, type MakeRequest } from '../wire/transport.ts';
import { type Chosen, closeReach, wideBack } from './instants.ts';
import {
  afterExchange,
  type Limited,
  limitedIn,
  type MemoryStore,
  NothingSent,
  together,
  unlimited,
  whyNotSent,
} from './memory.ts';
import { signingTimes } from './signing-times.ts';

/** What a sender needs from the session. */
export interface SenderTools {
  target: Target;
  baseUrl: string;
  store: MemoryStore;
  gate: Gate;
  /** The good request for a token. */
  good: Scenario;
  /** The values from which a scenario's request is built, at an instant. */
  context(scenario: Scenario, now: Date, token?: string): BuildContext;
  clock(): Date;
  sleep(ms: number): Promise<void>;
  deadline(ms: number): AbortSignal;
  /** Called before a wait, with its milliseconds and its purpose. */
  onWait(ms: number, what: string): void;
}

/** Is told of an exchange of a scenario, or of one of ours that belongs to none. */
export type ExchangeListener = (scenario: Scenario, exchange: Exchange) => void;

/** What was sent since the last call. */
export interface Spent {
  requests: number;
  /** Absent where the rate was not limited. */
  limited?: Limited;
}

/** Sends the requests of one target. */
export interface Sender {
  /** @throws NothingSent where the target is given up or the budget is spent. */
  send(scenario: Scenario, token?: string): Promise<Exchange>;
  /**
   * Sends the good request with a time that is off the provider's clock by these seconds, or a few more; negative for
   * the past.
   */
  sendOff(seconds: number): Promise<Exchange>;
  /** Seconds by which the time of the last request was off the provider's clock. */
  lastOff(): number;
  spent(): Spent;
  /** Tells a listener of every exchange before it is used. */
  onExchange(listener: ExchangeListener): void;
  close(): Promise<void>;
}

/** Opens the way to a target. */
export function createSender(tools: SenderTools): Sender {
  const { target, baseUrl, store, gate, good, clock, sleep, deadline } = tools;
  const times = signingTimes(tools);
  const { pace, tls, proxy, maxRequests, retryBudget, contract } = target;
  const { quietUntil } = store.read();
  const onWait = (ms: number, again: boolean): void =>
    tools.onWait(ms, again ? 'before it sends the request again' : 'before it sends the next request');
  const transport = createTransport({ baseUrl, ...pace, tls, proxy, quietUntil, clock, sleep, deadline, onWait });
  let queue: Promise<unknown> = Promise.resolve();
  let requests = 0;
  let limited = unlimited;
  const listeners: ExchangeListener[] = [];

  /**
   * Keeps the values that were made anew for a good request and granted: to send one again is a way to break it. A provider
   * that wrongly grants a broken request need not have taken note of its values.
   */
  function keepUnique({ operation, expects }: Scenario, { request, response }: Exchange): void {
    if (expects !== 'granted' || !response || !isSuccess(response.status)) return;
    const values = uniqueValues(contract, operation, request);
    if (Object.keys(values).length === 0) return;
    const memory = store.read();
    store.write({ ...memory, sentUnique: { ...memory.sentUnique, [operation]: values } });
  }

  /** Sends what is built when it goes out, for an instant chosen then. */
  function exchangeAt(scenario: Scenario, choice: () => Chosen, token?: string): Promise<Exchange> {
    return exchangeBy(scenario, async () => {
      const chosen = choice();
      const { at, wait } = chosen;
      times.take(chosen);
      if (wait >= 1000) tools.onWait(wait, 'for a second for which nothing was signed yet');
      if (wait > 0) await sleep(wait);
      return build(scenario, tools.context(scenario, at, token));
    });
  }

  async function exchangeBy(scenario: Scenario, make: MakeRequest): Promise<Exchange> {
    const background = { probeRefused: target.probe?.refused ?? [], earlier: null, grants: [] };
    const own = (answered: Exchange): Exchange => ownAnswer(contract, scenario, answered, gate, background);
    const limits = {
      attempts: maxRequests - store.read().requests,
      patience: retryBudget - store.read().limited.seconds,
      isDocumented: (answered: Exchange) => own(answered).trouble === null,
    };
    const exchange = own(await transport.exchange(scenario.id, make, limits));
    requests += exchange.attempts.length;
    limited = together(limited, limitedIn(exchange));
    for (const listener of listeners) listener(scenario, exchange);
    store.write(afterExchange(store.read(), exchange, scenario === good, transport.quietUntil, gate));
    keepUnique(scenario, exchange);
    return exchange;
  }

  /** Sends the good request of an operation, and the same bytes again; the answer to these is the exchange. */
  async function sendTwice(scenario: Scenario, token: string | undefined): Promise<Exchange> {
    const control = scenario.operation === good.operation ? good : unplannedControl(scenario.operation);
    const first = await exchangeAt(control, () => times.choose(control, token), token);
    if (whyNotGranted(contract, control, first, gate) !== null)
      throw new NothingSent('nothing was sent again: the good request before it was not granted');
    return exchangeBy(scenario, () => ({ ...first.request, repeated: true }));
  }

  /**
   * Learns, once the nearby seconds are used up, whether the provider accepts older timestamps: waiting for new ones
   * takes long.
   */
  async function learnReach(scenario: Scenario, token: string | undefined): Promise<void> {
    const { reach, controls, requests: sent } = store.read();
    if (reach !== null || controls[good.operation]?.granted !== true || sent + 2 > maxRequests) return;
    // A request for a token that shows no time says nothing of how old a time may be.
    if (!times.areShown() || times.choose(scenario, token).wait === 0) return;
    const wide = wideBack[contract.profile ?? 'default'];
    const exchange = await exchangeAt(good, () => times.chooseOff(-wide));
    if (exchange.trouble) return;
    const accepted = whyNotGranted(contract, good, exchange, gate) === null;
    store.write({ ...store.read(), reach: accepted ? wide : closeReach.back });
  }

  function queued(task: () => Promise<Exchange>): Promise<Exchange> {
    const sent = queue.then(() => {
      const stop = whyNotSent(store.read(), maxRequests);
      if (stop !== null) throw new NothingSent(stop);
      return task();
    });
    queue = sent.catch(() => undefined);
    return sent;
  }

  return {
    send: (scenario, token) =>
      queued(async () => {
        await learnReach(scenario, token);
        if (isReplay(scenario)) return sendTwice(scenario, token);
        return exchangeAt(scenario, () => times.choose(scenario, token), token);
      }),
    sendOff: (seconds) => queued(() => exchangeAt(good, () => times.chooseOff(seconds + store.read().clockAhead))),
    lastOff: times.lastOff,
    spent() {
      const before = { requests, ...(limited.times > 0 && { limited }) };
      requests = 0;
      limited = unlimited;
      return before;
    },
    onExchange: (listener) => void listeners.push(listener),
    close: () => transport.close(),
  };
}
