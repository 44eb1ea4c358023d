import { setTimeout as delay } from 'node:timers/promises';
import { probeOperationId, tokenOperationId } from '../contract/types.ts';
import type { NotSent } from '../formats/results.ts';
import { type Background, evidenceOf, judge, skewOf, withoutVerdict } from '../judge/judge.ts';
import type { Judged } from '../judge/observation.ts';
import { decideReadings } from '../judge/readings.ts';
import { judgeRefusedControl } from '../judge/refused-control.ts';
import { skewNotes } from '../judge/skew.ts';
import { unavailable } from '../scenario/build.ts';
import { noCookies } from '../scenario/cookies.ts';
import { controlId, isControl, isResourceControl, plan, type Scenario, unplannedControl } from '../scenario/plan.ts';
import { isReuse } from '../scenario/replay.ts';
import { isGoodRequest } from '../scenario/same-request.ts';
import { noProbe } from '../target/meta.ts';
import type { Target } from '../target/target.ts';
import type { Token } from '../wire/clear/tokens.ts';
import { type Exchange, headerValues } from '../wire/exchange.ts';
import { recordOf } from '../wire/record.ts';
import { contextOf } from './context.ts';
import { afterControl, afterResourceControl, outcomeOfControl, whyNotJudged, whyRefused } from './controls.ts';
import { grantFirst } from './granted-first.ts';
import { createLife, type LifeOutcome, usesToken } from './life.ts';
import { measureWindow } from './measure.ts';
import { afterGrant, claimReport, incidentOf, type MemoryStore, NothingSent } from './memory.ts';
import { leavesOpen } from './not-sent.ts';
import { clocksOf, type Session, type SessionOptions } from './options.ts';
import { type ClearedEvidence, clearedError, clearedResult } from './outcome.ts';
import { recheck } from './recheck.ts';
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
  const { clock, steady } = clocksOf(options);
  const closed = new AbortController();
  const gate = gateOfTarget(target, options.granted);
  if (options.ownsProcess === true) clearStrayErrors(gate);
  /** The tokens in the body of each answer. */
  const learned = new WeakMap<Exchange, Token[]>();
  const scenarios = plan(contract);
  const [good] = scenarios;
  /** Controls sent for the current scenario, each judged as in its own test. */
  let controlsBefore: ClearedEvidence[] = [];
  const cookies = noCookies();
  const context = contextOf({ target, baseUrl, store, cookies, neighbours: options.neighbours });
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
      learned.set(exchange, gate.learn(exchange, contract, scenario.operation === tokenOperationId));
      if (scenario.operation === tokenOperationId) life.note(scenario, exchange);
      cookies.take(exchange.response ? headerValues(exchange.response, 'Set-Cookie') : []);
    },
  });
  const { send } = sender;

  async function sendControl(): Promise<LifeOutcome> {
    const exchange = await send(good);
    await options.neighbours?.share(exchange);
    return { exchange };
  }

  /** Sends a fresh token to the protected resource; one accepted token is enough for the whole run. */
  async function sendResourceControl(scenario: Scenario, send = life.tryFresh): Promise<LifeOutcome> {
    const outcome = await send(scenario);
    if ('exchange' in outcome) store.write(afterResourceControl(store.read(), outcome, gate));
    return outcome;
  }

  async function runControl(scenario: Scenario): Promise<LifeOutcome> {
    if (scenario.operation === probeOperationId) return sendResourceControl(scenario);
    const outcome = await (scenario === good ? sendControl() : life.run(scenario));
    if ('exchange' in outcome) store.write(afterControl(store.read(), contract, scenario, outcome.exchange, gate));
    return outcome;
  }

  const life = createLife({
    target,
    store,
    grant: () => send(good),
    probe: send,
    isGood: (scenario, token) => isGoodRequest(scenario, context(scenario, clock(), token)),
    now: () => clock().getTime(),
    steady,
    sleep,
    onWait: (ms) => options.onWait?.(ms, 'for a token to expire'),
    state: options.state ?? null,
  });

  function outcome(scenario: Scenario, part: Partial<ClearedEvidence>): ClearedEvidence {
    const nothing = { exchange: null, observations: [], readings: [], incident: null, notSent: null };
    const notes = life.notes().map((note) => gate.clear(note));
    return { target: target.name, scenario: scenario.id, ...nothing, notes, ...sender.spent(), ...part };
  }

  function notSent(scenario: Scenario, kind: NotSent['kind'], reason: string): ClearedEvidence {
    const text = gate.clear(reason);
    const verdict = leavesOpen({ kind, text }) ? ('inconclusive' as const) : ('inapplicable' as const);
    const open = { verdict, exchange: '' };
    const all = withoutVerdict(contract, scenario, text);
    const observations = all.map((one) => ({ ...clearedResult(one, gate), ...open }));
    return outcome(scenario, { observations, notSent: { kind, text } });
  }

  function controlState(scenario: Scenario, { trouble }: Exchange): Pick<ClearedEvidence, 'control'> {
    if (!isControl(scenario) || trouble) return {};
    const reason = whyRefused(store.read(), scenario.operation, gate);
    return { control: reason === null ? { granted: true } : { granted: false, reason } };
  }

  function judgeExchange(scenario: Scenario, exchange: Exchange, background: Background): Judged[] {
    const rested = isControl(scenario) || isResourceControl(scenario);
    const refused = whyRefused(store.read(), rested ? scenario.operation : tokenOperationId, gate);
    if (refused === null) return judge(contract, scenario, exchange, gate, background, options.judges);
    if (!rested) return withoutVerdict(contract, scenario, refused);
    return judgeRefusedControl(contract, scenario, exchange, refused, gate);
  }

  function backgroundOf(tokens: Partial<Background> = {}): Background {
    const { probe, mockHost } = target;
    return { probeRefused: probe?.refused ?? [], earlier: null, grants: store.read().grants, ...tokens, mockHost };
  }

  function evidenceFrom(
    scenario: Scenario,
    exchange: Exchange,
    background: Background,
    judged = judgeExchange(scenario, exchange, background),
  ): ClearedEvidence {
    const id = `ex-${scenarios.findIndex((one) => one.id === scenario.id)}`;
    const refused = isControl(scenario) && whyRefused(store.read(), scenario.operation, gate) !== null;
    const shown = exchange.trouble === null && !refused;
    const evidence = shown ? evidenceOf(contract, scenario, exchange, gate, background) : null;
    store.write(afterGrant(store.read(), evidence));
    const skew = skewOf(exchange);
    const first = scenario.id === controlId;
    return outcome(scenario, {
      ...(first && exchange.response ? { clockSkew: skew } : {}),
      ...controlState(scenario, exchange),
      exchange: recordOf({ ...exchange, scenario: scenario.id }, id, scenario.title, gate, learned.get(exchange) ?? []),
      observations: judged.map((one) => ({ ...clearedResult(one, gate), exchange: id })),
      readings: evidence ? decideReadings(contract.readings, evidence).map((one) => ({ ...one, exchange: id })) : [],
      notes: [...(first ? skewNotes(skew) : []), ...life.notes()].map((one) => gate.clear(one)),
      incident: incidentOf(store.read(), exchange, gate),
    });
  }

  function evidenceOfOutcome(scenario: Scenario, outcome: LifeOutcome): ClearedEvidence {
    if ('notSent' in outcome) return notSent(scenario, outcome.open ? 'stopped' : 'life', outcome.notSent);
    const { exchange, earlier = null, followed = null } = outcome;
    return evidenceFrom(scenario, exchange, backgroundOf({ earlier, followed }));
  }

  /** Why a scenario cannot be sent to this target; null when it can. */
  function whyUnfit(scenario: Scenario): string | null {
    const followsToken = scenario.operation === probeOperationId || scenario.change?.way === 'later';
    if (followsToken && !target.probe) return noProbe;
    return unavailable(scenario, context(scenario, clock()));
  }

  /** The evidence of a scenario. One about the window of a signed time also measures it by further requests. */
  async function withMeasurement(scenario: Scenario, exchange: Exchange): Promise<ClearedEvidence> {
    const background = backgroundOf();
    const judged = judgeExchange(scenario, exchange, background);
    const isLost = await recheck({ contract, good, store, gate, send: () => send(good) }, scenario, exchange, judged);
    const fact = await measureWindow({ contract, good, sender, store, gate, scenario }, exchange);
    return {
      ...evidenceFrom(scenario, exchange, background, isLost ? undefined : judged),
      ...(fact && { facts: [fact] }),
    };
  }

  /** Sends the control of an operation unless it was answered; evidence for a scenario that a refusal stops. */
  async function ensureControl(operation: string, scenario: Scenario): Promise<ClearedEvidence | null> {
    const planned = scenarios.find((one) => one.operation === operation && (isControl(one) || isResourceControl(one)));
    const own = planned ?? unplannedControl(operation);
    const sent = outcomeOfControl(store.read(), operation) === null ? await runControl(own) : null;
    if (sent && planned) controlsBefore.push(evidenceOfOutcome(own, sent));
    const cause = sent && ('notSent' in sent ? sent.notSent : sent.exchange.trouble?.cause);
    const refused = cause
      ? whyNotJudged(operation, gate.clear(cause), gate)
      : whyRefused(store.read(), operation, gate);
    const kind = operation === probeOperationId ? 'resource' : 'control';
    return refused === null ? null : notSent(scenario, kind, refused);
  }

  async function run(scenario: Scenario): Promise<ClearedEvidence> {
    const { operation } = scenario;
    if (scenario.id === controlId) return evidenceOfOutcome(scenario, await runControl(good));
    if (target.onlyControl !== null) return notSent(scenario, 'only-control', target.onlyControl);
    const wanted = isReuse(scenario) && store.read().sentUnique[operation] === undefined;
    const unfit = whyUnfit(wanted ? unplannedControl(operation) : scenario);
    if (unfit !== null) return notSent(scenario, 'unfit', unfit);
    const tools = { store, ensureControl, sendControl, sendOther: life.run };
    if (wanted)
      return (
        (await grantFirst({ ...tools, unfit: (why) => notSent(scenario, 'unfit', why) }, scenario)) ?? run(scenario)
      );
    const stopped = await ensureControl(tokenOperationId, scenario);
    if (stopped) return stopped;
    if (isControl(scenario)) return evidenceOfOutcome(scenario, await runControl(scenario));
    if (isResourceControl(scenario)) return evidenceOfOutcome(scenario, await sendResourceControl(scenario, life.run));
    if (operation === tokenOperationId && !usesToken(contract, scenario))
      return withMeasurement(scenario, await send(scenario));
    const refused = operation === tokenOperationId ? null : await ensureControl(operation, scenario);
    return refused ?? evidenceOfOutcome(scenario, await life.run(scenario));
  }

  return {
    async run(scenario) {
      controlsBefore = [];
      const own = await run(scenario).catch((error: unknown) => {
        if (error instanceof NothingSent) return notSent(scenario, 'stopped', error.message);
        throw clearedError(error, gate);
      });
      return controlsBefore.length > 0 ? { ...own, before: controlsBefore } : own;
    },
    claimReport: (cause) => claimReport(store, cause),
    reported: () => store.read().reported,
    async close() {
      closed.abort();
      await sender.close();
    },
  };
}
