import { setTimeout as delay } from 'node:timers/promises';
import { probeOperationId, tokenOperationId } from '../contract/types.ts';
import { unavailable } from '../scenario/build.ts';
import { noCookies } from '../scenario/cookies.ts';
import { controlId, isControl, isResourceControl, plan, type Scenario, unplannedControl } from '../scenario/plan.ts';
import { isReuse } from '../scenario/replay.ts';
import { isGoodRequest } from '../scenario/same-request.ts';
import { noProbe } from '../target/meta.ts';
import type { Target } from '../target/target.ts';
import type { Token } from '../wire/clear/tokens.ts';
import { type Exchange, headerValues } from '../wire/exchange.ts';
import { timer } from '../wire/transport.ts';
import { contextOf } from './context.ts';
import { createEvidence } from './evidence.ts';
import { grantFirst } from './granted-first.ts';
import { createLife, usesToken } from './life.ts';
import { measureWindow } from './measure.ts';
import { claimReport, type MemoryStore, NothingSent, together, unlimited } from './memory.ts';
import { clocksOf, type Session, type SessionOptions } from './options.ts';
import { type ClearedEvidence, clearedError } from './outcome.ts';
import { confirm, confirmedAfter, noteDoubt, type Rechecked, recheck } from './recheck.ts';
import { createControls } from './send-controls.ts';
import { createSender } from './sender.ts';
import { clearStrayErrors } from './stray-errors.ts';
import { gateOfTarget } from './target-gate.ts';

export { memoryStore } from './memory.ts';
export type { Session, SessionOptions } from './options.ts';
export type { ScenarioEvidence } from './outcome.ts';

/** Opens a session on a target. `baseUrl` is the address of the embedded mock where the target has none. */
export function openSession(
  target: Target,
  baseUrl: string,
  store: MemoryStore,
  options: SessionOptions = {},
): Session {
  const { contract } = target;
  const { neighbours = null, judges, state = null, deadline = timer } = options;
  const { clock, steady } = clocksOf(options);
  const closed = new AbortController();
  const gate = gateOfTarget(target, options.granted);
  if (options.ownsProcess === true) clearStrayErrors(gate);
  const scenarios = plan(contract);
  const [good] = scenarios;
  const cookies = noCookies();
  const context = contextOf({ target, baseUrl, store, cookies, neighbours });
  const sleep = (ms: number): Promise<void> =>
    options.sleep ? options.sleep(ms, closed.signal) : delay(ms, undefined, { signal: closed.signal });
  const onWait = (ms: number, what: string): void => options.onWait?.(ms, what);

  const sender = createSender({ target, baseUrl, store, gate, good, context, clock, sleep, deadline, onWait });
  const { send } = sender;
  const life = createLife({
    ...{ target, store, steady, sleep, state },
    grant: () => send(good),
    probe: send,
    isGood: (scenario, token) => isGoodRequest(scenario, context(scenario, clock(), token)),
    now: () => clock().getTime(),
    onWait: (ms) => onWait(ms, 'for a token to expire'),
  });
  const again = { contract, good, store, gate, send: () => send(good) };
  const ends = confirmedAfter(contract, options.selected);
  const learned = new WeakMap<Exchange, Token[]>();
  sender.onExchange((scenario, exchange) => {
    const isOfTokens = scenario.operation === tokenOperationId;
    learned.set(exchange, gate.learn(exchange, contract, isOfTokens));
    if (isOfTokens) life.note(scenario, exchange);
    noteDoubt(again, scenario, exchange);
    cookies.take(exchange.response ? headerValues(exchange.response, 'Set-Cookie') : []);
  });
  const evidence = createEvidence({
    ...{ target, scenarios, store, gate, judges },
    tokensIn: (exchange) => learned.get(exchange) ?? [],
    notes: life.notes,
    spent: sender.spent,
  });
  const controls = createControls({ contract, scenarios, good, store, gate, life, evidence, send, neighbours });

  /** Why a scenario cannot be sent to this target; null when it can. */
  function whyUnfit(scenario: Scenario): string | null {
    const followsToken = scenario.operation === probeOperationId || scenario.change?.way === 'later';
    if (followsToken && !target.probe) return noProbe;
    return unavailable(scenario, context(scenario, clock()));
  }

  /** The evidence of a scenario. One about the window of a signed time also measures it by further requests. */
  async function withMeasurement(scenario: Scenario, exchange: Exchange): Promise<ClearedEvidence> {
    const background = evidence.background();
    const judged = evidence.judge(scenario, exchange, background);
    const rechecked = await recheck(again, scenario, exchange, judged);
    if (rechecked) controls.sent(rechecked.exchange);
    const fact = await measureWindow({ contract, good, sender, store, gate, scenario }, exchange);
    const held = rechecked?.isLost ? evidence.judge(scenario, exchange, background) : judged;
    return { ...evidence.ofJudged(scenario, exchange, background, held), ...(fact && { facts: [fact] }) };
  }

  /** Sends a scenario whose controls are granted. */
  async function runGranted(scenario: Scenario): Promise<ClearedEvidence> {
    const { operation } = scenario;
    if (isControl(scenario) || isResourceControl(scenario)) return evidence.of(scenario, await controls.run(scenario));
    if (operation === tokenOperationId && !usesToken(contract, scenario))
      return withMeasurement(scenario, await send(scenario));
    const refused = operation === tokenOperationId ? null : await controls.ensure(operation, scenario);
    return refused ?? evidence.of(scenario, await life.run(scenario));
  }

  async function run(scenario: Scenario): Promise<ClearedEvidence> {
    const { operation } = scenario;
    if (scenario.id === controlId) return evidence.of(scenario, await controls.run(good));
    if (target.onlyControl !== null) return evidence.notSent(scenario, 'only-control', target.onlyControl);
    const wanted = isReuse(scenario) && store.read().sentUnique[operation] === undefined;
    const unfit = whyUnfit(wanted ? unplannedControl(operation) : scenario);
    if (unfit !== null) return evidence.notSent(scenario, 'unfit', unfit);
    if (wanted) return (await grantFirst({ store, controls, life, evidence }, scenario)) ?? run(scenario);
    return (await controls.ensure(tokenOperationId, scenario)) ?? runGranted(scenario);
  }

  /** The outcome of a scenario, after which the good request was sent again where it is the last that may be refused. */
  async function confirmed(own: ClearedEvidence): Promise<ClearedEvidence> {
    const rechecked = await confirm(again).catch((error: unknown): Rechecked | string => {
      if (error instanceof NothingSent) return error.message;
      throw clearedError(error, gate);
    });
    if (rechecked === null) return own;
    if (typeof rechecked === 'string') return { ...own, before: [evidence.notSent(good, 'stopped', rechecked)] };
    if (rechecked.isLost || rechecked.exchange.trouble) {
      controls.sent(rechecked.exchange);
      return own;
    }
    // A grant changes nothing that was judged: only its request counts.
    const { requests, limited = unlimited } = sender.spent();
    const all = together(own.limited ?? unlimited, limited);
    return { ...own, requests: own.requests + requests, ...(all.times > 0 && { limited: all }) };
  }

  return {
    async run(scenario) {
      controls.taken();
      const own = await run(scenario).catch((error: unknown) => {
        if (error instanceof NothingSent) return evidence.notSent(scenario, 'stopped', error.message);
        throw clearedError(error, gate);
      });
      const whole = ends.has(scenario.id) ? await confirmed(own) : own;
      const before = [...controls.taken(), ...(whole.before ?? [])];
      return before.length > 0 ? { ...whole, before } : whole;
    },
    claimReport: (cause) => claimReport(store, cause),
    reported: () => store.read().reported,
    async close() {
      closed.abort();
      await sender.close();
    },
  };
}
